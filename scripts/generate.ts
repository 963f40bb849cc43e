/** Writes the generated sources; with `--check`, fails where one is not as it would be written. */
import { readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

import { partitionsModule } from './generate/partitions.ts';

interface Generated {
  readonly file: URL;
  readonly text: () => Promise<string>;
}

const GENERATED: readonly Generated[] = [
  { file: new URL('../src/read/partitions.generated.ts', import.meta.url), text: partitionsModule },
];

async function formatted({ file, text }: Generated): Promise<string> {
  return format(await text(), { ...(await resolveConfig(file)), parser: 'typescript' });
}

const check = process.argv.includes('--check');
for (const generated of GENERATED) {
  const text = await formatted(generated);
  const name = generated.file.pathname.split('/').slice(-3).join('/');
  const before = await readFile(generated.file, 'utf8').catch(() => '');
  if (before === text) {
    continue;
  }
  if (check) {
    console.error(`${name} is out of date: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(generated.file, text);
    console.log(`wrote ${name}`);
  }
}
