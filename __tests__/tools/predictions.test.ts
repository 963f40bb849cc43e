import { describe, expect, it, test } from '@jest/globals';
import type { Facts, FileFact, Tool } from '../../src/model/tools.ts';
import { predict } from '../../src/tools/search.ts';
import { RULES } from '../../src/tools/tables.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKGB2VALC4', AWS_SECRET_ACCESS_KEY: 'a secret' };

/** What a tool does with these variables and files; who signs, or why it stops. */
function next(tool: Tool, env: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): string {
  const fact = (path: string): FileFact => {
    const text = files[path.replace('/home/me/.aws/', '')];
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text, isUtf8: true };
  };
  const facts: Facts = {
    env: { AWS_EC2_METADATA_DISABLED: 'true', ...env },
    homedir: '/home/me',
    now: Date.parse('2026-11-25T00:00:00Z'),
    file: fact,
    process: () => ({ kind: 'not-started' }),
    container: () => ({ kind: 'fails' }),
    instance: () => ({ kind: 'fails' }),
  };
  const answer = predict(RULES[tool], facts);
  switch (answer.kind) {
    case 'takes':
      return answer.plan.kind === 'keys' ? answer.plan.origin.kind : answer.plan.kind;
    case 'stops':
      return `stops: ${answer.cause.kind}`;
    default:
      return answer.kind;
  }
}

function all(env: Readonly<Record<string, string>>, files?: Readonly<Record<string, string>>): readonly string[] {
  return (['aws-cli', 'boto3', 'javascript', 'go'] as const).map((tool) => next(tool, env, files));
}

/** The whole of it is held against the real tools by `npm run test:tools`; these rows tell at once when one breaks. */
test.each([
  ['keys alone', KEYS, {}, 'variables, variables, variables, variables'],
  [
    'an empty AWS_PROFILE',
    { ...KEYS, AWS_PROFILE: '' },
    {},
    'stops: profile-missing, stops: profile-missing, variables, variables',
  ],
  [
    'an AWS_PROFILE that is there',
    { ...KEYS, AWS_PROFILE: 'p' },
    { credentials: '[p]\naws_access_key_id = A\naws_secret_access_key = B\n' },
    'variables, variables, profile, variables',
  ],
  [
    'a heading twice',
    KEYS,
    { config: '[default]\n[default]\n' },
    'stops: file-unreadable, stops: file-unreadable, variables, variables',
  ],
  [
    'half a pair in the default profile',
    KEYS,
    { credentials: '[default]\naws_access_key_id = A\n' },
    'variables, variables, variables, stops: keys-incomplete',
  ],
  [
    'a process that needs a shell',
    {},
    { config: '[default]\ncredential_process = ~/p.sh\n' },
    'stops: process, stops: process, stops: nothing-found, stops: process',
  ],
])('%s', (_name, env, files, expected) => {
  expect(all(env, files).join(', ')).toBe(expected);
});

describe('a prediction', () => {
  it('asks for a fact that nobody has looked for', () => {
    const facts: Facts = {
      env: {},
      homedir: '/home/me',
      now: 0,
      file: () => undefined,
      process: () => undefined,
      container: () => undefined,
      instance: () => undefined,
    };
    const need = { kind: 'file', path: '/home/me/.aws/config' };
    expect(predict(RULES.go, facts)).toEqual({ kind: 'needs', need });
  });
});
