import { expect, it, test } from '@jest/globals';
import { definitionOf } from '../../src/workflow/file.ts';

const OWN = '.github/workflows/own.yml';
const CALLED = './.github/workflows/called.yml';
const jobs = (calls: Readonly<Record<string, string>>): string =>
  `on: push\njobs:\n  deploy: { runs-on: x }\n${Object.entries(calls)
    .map(([job, uses]) => `  ${job}: { uses: '${uses}' }\n`)
    .join('')}`;
const called = (...lines: readonly string[]): string => `on: workflow_call\njobs:\n${lines.join('\n')}\n`;

function ask(text: string, files: Readonly<Record<string, string>> = {}, jobId: string | undefined = 'deploy') {
  return definitionOf({ path: OWN, text }, jobId, (path) => Promise.resolve(files[path]));
}

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['no call', jobs({}), {}],
  ['a call of a file without the key', jobs({ a: CALLED }), { '.github/workflows/called.yml': called('  build: {}') }],
  [
    'a call of a file that calls itself',
    jobs({ a: CALLED }),
    { '.github/workflows/called.yml': called(`  build: { uses: ${CALLED} }`) },
  ],
  [
    'calls that are deeper',
    jobs({ a: CALLED }),
    {
      '.github/workflows/called.yml': called('  build: { uses: ./.github/workflows/b.yaml }'),
      '.github/workflows/b.yaml': called('  test: {}'),
    },
  ],
])('the job is here with %s', async (_, text, files) => {
  expect(await ask(text, files)).toEqual({ file: { path: OWN, text }, callers: [] });
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['a file that has the key', jobs({ a: CALLED }), { '.github/workflows/called.yml': called('  deploy: {}') }],
  [
    'a deeper file that has the key',
    jobs({ a: CALLED }),
    {
      '.github/workflows/called.yml': called('  build: { uses: ./.github/workflows/b.yml }'),
      '.github/workflows/b.yml': called('  deploy: {}'),
    },
  ],
  [
    'a second file that has the key',
    jobs({ a: CALLED, b: './.github/workflows/b.yml' }),
    { '.github/workflows/called.yml': called('  build: {}'), '.github/workflows/b.yml': called('  deploy: {}') },
  ],
  ['a file that is not there', jobs({ a: CALLED }), {}],
  ['a file that is not YAML', jobs({ a: CALLED }), { '.github/workflows/called.yml': 'jobs: [' }],
  ['a file without jobs', jobs({ a: CALLED }), { '.github/workflows/called.yml': 'on: workflow_call\n' }],
  ['another repository', jobs({ a: 'acme/ci/.github/workflows/called.yml@v1' }), {}],
  ['another ref', jobs({ a: `${CALLED}@v1` }), { '.github/workflows/called.yml@v1': called('  build: {}') }],
  ['a path that leads out', jobs({ a: './.github/workflows/../../a.yml' }), {}],
  ['a call that is no text', 'jobs:\n  deploy: {}\n  a: { uses: [] }\n', { '': called('  build: {}') }],
  ['nesting without end', jobs({ a: CALLED }), { '.github/workflows/called.yml': 'a: '.concat('['.repeat(50_000)) }],
])('it is not certain with %s', async (_, text, files) => {
  expect(await ask(text, files)).toBeUndefined();
});

it('reads each file once, and no more than GitHub does', async () => {
  const read: string[] = [];
  const chain = (path: string): Promise<string> => {
    read.push(path);
    const next = `./.github/workflows/c${read.length}.yml`;
    return Promise.resolve(called(`  a: { uses: ${next} }`, `  b: { uses: ${next} }`));
  };
  expect(await definitionOf({ path: OWN, text: jobs({ a: CALLED, b: CALLED }) }, 'deploy', chain)).toBeUndefined();
  expect(read).toHaveLength(50);
});

test('a job of a called file is found there, with the jobs that call it', async () => {
  const text = `on: push\njobs:\n  first: { uses: ${CALLED} }\n  second: { uses: ${CALLED} }\n`;
  const file = called('  deploy: { runs-on: x }');
  expect(await ask(text, { '.github/workflows/called.yml': file })).toEqual({
    file: { path: '.github/workflows/called.yml', text: file },
    callers: [
      { path: OWN, text, jobId: 'first' },
      { path: OWN, text, jobId: 'second' },
    ],
  });
});
