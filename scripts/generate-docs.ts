/** Writes `docs/diagnoses/` and the tables of README.md and docs/reference.md; with `--check`, fails where one is not as it would be written. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

import { EVERY_DIAGNOSIS } from '../src/diagnoses/every-diagnosis.ts';
import type { DiagnosisId } from '../src/model/evidence.ts';
import { loadScenarios } from '../testing/load.ts';
import { indexOf, pageOf, type PageTexts } from './generate/docs-page.ts';
import { documentBlocks, withBlocks } from './generate/docs-blocks.ts';
import { firstRuns } from './generate/docs-runs.ts';

const ROOT = new URL('../', import.meta.url);
const FOLDER = new URL('docs/diagnoses/', ROOT);
/** Stands in README.md for all of them: a fault that nobody finds by looking. */
const EXAMPLE: DiagnosisId = 'session-token-stale';

/** Where two entries find the same fault, the first speaks for it. */
function pagesOf(entries: typeof EVERY_DIAGNOSIS): readonly PageTexts[] {
  const first = new Map(entries.toReversed().map((entry) => [entry.id, entry] as const));
  return [...new Set(entries.map(({ id }) => id))].flatMap((id) => {
    const entry = first.get(id);
    if (entry === undefined) return [];
    const { when, exceptions, references, otherwise } = entry;
    return [{ id, when, exceptions, references, severity: entry.severity ?? `error or ${otherwise ?? 'warning'}` }];
  });
}

const check = process.argv.includes('--check');

async function put(file: URL, text: string): Promise<void> {
  const name = file.pathname.slice(ROOT.pathname.length);
  const formatted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  if ((await readFile(file, 'utf8').catch(() => '')) === formatted) return;
  if (check) {
    console.error(`${name} is out of date: run npm run generate:docs`);
    process.exitCode = 1;
    return;
  }
  await writeFile(file, formatted);
  console.log(`wrote ${name}`);
}

const pages = pagesOf(EVERY_DIAGNOSIS);
const ids = new Set<string>(pages.map(({ id }) => id));
const seen = await firstRuns((await loadScenarios()).filter(({ name }) => ids.has(name)));
await mkdir(FOLDER, { recursive: true });
for (const page of pages) await put(new URL(`${page.id}.md`, FOLDER), pageOf(page, seen.get(page.id)));
await put(new URL('README.md', FOLDER), indexOf(pages));

for (const file of await readdir(FOLDER)) {
  const isKnown = file === 'README.md' || ids.has(file.replace(/\.md$/, ''));
  if (!isKnown && !check) await rm(new URL(file, FOLDER));
}

const example = seen.get(EXAMPLE);
if (example !== undefined) {
  const blocks = documentBlocks(await readFile(new URL('action.yml', ROOT), 'utf8'), pages, example);
  for (const name of ['README.md', 'docs/reference.md']) {
    const file = new URL(name, ROOT);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) await put(file, withBlocks(text, blocks));
  }
}
