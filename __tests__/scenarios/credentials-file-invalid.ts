import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const INVALID = {
  verdict: 'bad',
  diagnoses: ['credentials-file-invalid'],
  status: 1,
  requests: 0,
} as const satisfies Expected;

function holding(title: string, content: (good: string) => string | Buffer, message: RegExp): Scenario {
  return {
    title,
    async arrange(simulator, folder) {
      await writeFiles(folder, { '.aws/credentials': content(keysSection('default', session(simulator))) });
      return { env: home(folder) };
    },
    expect: { ...INVALID, message: [message] },
  };
}

export const scenarios: readonly Scenario[] = [
  holding('keys without a heading', (good) => good.replace('[default]\n', ''), /line 1/),
  holding('UTF-16, as PowerShell writes it', (good) => Buffer.from(`\uFEFF${good}`, 'utf16le'), /UTF-16/),
  {
    ...holding(
      'twenty megabytes, which only this check does not read',
      (good) => good + '# filler\n'.repeat(2_400_000),
      /neither good nor bad/,
    ),
    expect: {
      verdict: 'unknown',
      diagnoses: ['credentials-file-invalid'],
      status: 1,
      requests: 0,
      title: /larger than 16 MiB: too large for this check$/,
    },
  },
  {
    title: 'a directory in its place',
    async arrange(_simulator, folder) {
      await mkdir(join(folder, '.aws', 'credentials'), { recursive: true });
      return { env: home(folder) };
    },
    expect: { ...INVALID, message: [/is a directory/, /write a regular file/] },
  },
  {
    title: 'a symbolic link to itself',
    async arrange(_simulator, folder) {
      await mkdir(join(folder, '.aws'));
      await symlink('credentials', join(folder, '.aws', 'credentials'));
      return { env: home(folder) };
    },
    expect: { ...INVALID, message: [/loop of symbolic links/] },
  },
];
