import { expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACTION = 'aws-credentials-preflight/aws-credentials-preflight@';

async function documents(): Promise<string[]> {
  const pages = await readdir(join(ROOT, 'docs'), { recursive: true });
  return ['README.md', 'README.zh-TW.md', 'CONTRIBUTING.md', 'SECURITY.md']
    .concat(pages.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)))
    .sort();
}

function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}

/** Every `with:` of a step that uses this action, however deep it stands. */
function inputsUsed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inputsUsed);
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: given } = value as { uses?: unknown; with?: Record<string, unknown> };
  const own = typeof uses === 'string' && uses.startsWith(ACTION) && given !== undefined ? Object.keys(given) : [];
  return [...own, ...Object.values(value).flatMap(inputsUsed)];
}

test('the README is at most 12 kB', async () => {
  expect(Buffer.byteLength(await readFile(join(ROOT, 'README.md'), 'utf8'))).toBeLessThanOrEqual(12_288);
});

test('every YAML block and every example parses, and gives the action inputs that it has', async () => {
  const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as { inputs: Record<string, unknown> };
  const examples = (await readdir(join(ROOT, 'examples'))).map((name) => join('examples', name));
  const faults: string[] = [];
  for (const name of [...(await documents()), ...examples]) {
    const text = await readFile(join(ROOT, name), 'utf8');
    for (const block of name.endsWith('.yml') ? [text] : blocksOf(text, 'yaml')) {
      const document = parseDocument(block);
      faults.push(...document.errors.map(({ message }) => `${name}: ${message}`));
      const unknown = inputsUsed(document.toJS()).filter((input) => !(input in action.inputs));
      faults.push(...unknown.map((input) => `${name}: no input ${input}`));
    }
  }
  expect(faults).toEqual([]);
});

test('every link to a file of the repository leads to one', async () => {
  const faults: string[] = [];
  for (const name of await documents()) {
    const text = await readFile(join(ROOT, name), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const file = resolve(ROOT, dirname(name), target);
      const there = await readFile(file).then(
        () => true,
        (error: unknown) => (error as NodeJS.ErrnoException).code === 'EISDIR',
      );
      if (!there) faults.push(`${name}: ${target}`);
    }
  }
  expect(faults).toEqual([]);
});
