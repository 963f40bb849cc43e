import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { parseWorkflowRef, readWorkflow } from '../../src/workflow/file.ts';
import type { FetchFile, WorkflowContext } from '../../src/workflow/file.ts';

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const OTHER = '1f9a0c22da41e6ebfa534300ef656657ea2c6707';
const FILE = '.github/workflows/deploy.yml';
const never = new AbortController().signal;
const onWindows = process.platform === 'win32';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  await mkdir(path.join(workspace, '.github/workflows'), { recursive: true });
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

function context(changes: Partial<WorkflowContext> = {}): WorkflowContext {
  return {
    workflowRef: `octocat/hello-world/${FILE}@refs/heads/main`,
    workflowSha: SHA,
    sha: OTHER,
    repository: 'octocat/hello-world',
    workspace,
    ...changes,
  };
}

const put = (file: string, content: string | Buffer) => writeFile(path.join(workspace, file), content);

/** Answers with the address it was asked for. */
const echo: FetchFile = (...[owner, repo, file, ref]) => Promise.resolve(`# ${owner} ${repo} ${file} ${ref}`);
const FETCHED = { path: FILE, text: `# octocat hello-world ${FILE} ${SHA}` };
const LOCAL = { path: FILE, text: 'jobs: {}\n' };

describe('the workspace', () => {
  it('has the file', async () => {
    await put(FILE, LOCAL.text);
    expect(await readWorkflow(context(), never, echo)).toEqual(LOCAL);
  });

  test.each<[string, Record<string, string>, object]>([
    ['the commit itself', { HEAD: `${SHA}\n` }, LOCAL],
    ['a branch', { HEAD: 'ref: refs/heads/main\n', 'refs/heads/main': `${SHA}\n` }, LOCAL],
    [
      'a packed branch',
      { HEAD: 'ref: refs/heads/main\n', 'packed-refs': `# pack-refs\n${OTHER} refs/heads/a\n${SHA} refs/heads/main\n` },
      LOCAL,
    ],
    ['another commit', { HEAD: `${OTHER}\n` }, FETCHED],
    [
      'a loose branch that moved on',
      { HEAD: 'ref: refs/heads/main\n', 'refs/heads/main': OTHER, 'packed-refs': `${SHA} refs/heads/main\n` },
      FETCHED,
    ],
    ['a branch without commits', { HEAD: 'ref: refs/heads/main\n' }, FETCHED],
    ['a path that leads out', { HEAD: 'ref: ../../etc/hostname\n' }, FETCHED],
    ['nothing', {}, FETCHED],
  ])('with a checkout of %s', async (_, files, expected) => {
    await put(FILE, LOCAL.text);
    await mkdir(path.join(workspace, '.git/refs/heads'), { recursive: true });
    for (const [name, content] of Object.entries(files)) await put(`.git/${name}`, content);
    expect(await readWorkflow(context(), never, echo)).toEqual(expected);
  });

  test.each<[string, string | Buffer]>([
    ['more than 1 MiB', 'x'.repeat(1024 * 1024 + 1)],
    ['10 MB', Buffer.alloc(10_000_000, 'a')],
    ['a NUL', 'jobs: {}\n\0'],
    ['no UTF-8', Buffer.from([0x6a, 0xff, 0xfe])],
  ])('refuses %s', async (_, content) => {
    await put(FILE, content);
    expect(await readWorkflow(context(), never)).toBeUndefined();
  });

  it('refuses a directory', async () => {
    await mkdir(path.join(workspace, FILE));
    expect(await readWorkflow(context(), never, echo)).toEqual(FETCHED);
  });

  it('takes a link inside and refuses one that leads out', async () => {
    await put('real.yml', LOCAL.text);
    await symlink(path.join(workspace, 'real.yml'), path.join(workspace, FILE));
    expect(await readWorkflow(context(), never, echo)).toEqual(LOCAL);
    const inner = path.join(workspace, 'inner');
    await mkdir(path.join(inner, '.github/workflows'), { recursive: true });
    await symlink(path.join(workspace, 'real.yml'), path.join(inner, FILE));
    expect(await readWorkflow(context({ workspace: inner }), never, echo)).toEqual(FETCHED);
  });

  (onWindows ? it.skip : it)('refuses a FIFO without waiting for it', async () => {
    execFileSync('mkfifo', [path.join(workspace, FILE)]);
    expect(await readWorkflow(context(), never, echo)).toEqual(FETCHED);
  });

  it('may be missing', async () => {
    expect(await readWorkflow(context({ workspace: path.join(workspace, 'gone') }), never, echo)).toEqual(FETCHED);
    expect(await readWorkflow(context({ workspace: undefined }), never)).toBeUndefined();
  });
});

describe('the API', () => {
  it("is asked at the workflow's commit, else the run's", async () => {
    expect(await readWorkflow(context({ workflowSha: undefined }), never, echo)).toMatchObject({
      text: `# octocat hello-world ${FILE} ${OTHER}`,
    });
    expect(await readWorkflow(context({ workflowSha: undefined, sha: undefined }), never, echo)).toBeUndefined();
  });

  test.each<[string, FetchFile]>([
    ['nothing', () => Promise.resolve(undefined)],
    ['an error', () => Promise.reject(new Error('no network'))],
    ['too much', () => Promise.resolve('x'.repeat(1024 * 1024 + 1))],
    ['a NUL', () => Promise.resolve('\0')],
  ])('may have %s', async (_, fetchFile) => {
    expect(await readWorkflow(context(), never, fetchFile)).toBeUndefined();
  });
});

test('a workflow of another repository has no file here', async () => {
  await put(FILE, LOCAL.text);
  expect(await readWorkflow(context({ repository: 'octocat/other' }), never, echo)).toBeUndefined();
  expect(await readWorkflow(context({ repository: 'Octocat/Hello-World' }), never, echo)).toEqual(LOCAL);
});

test.each<[string | undefined, object | undefined]>([
  ['o/r/.github/workflows/a.yml@refs/heads/main', { owner: 'o', repo: 'r', path: '.github/workflows/a.yml' }],
  ['o/r/.github/workflows/a.yml@refs/heads/x@y', { path: '.github/workflows/a.yml' }],
  ['o/r/.github/workflows/a@b.yml@refs/tags/v1', { path: '.github/workflows/a@b.yml' }],
  [`o/r/.github/workflows/a.yml@${SHA}`, { path: '.github/workflows/a.yml' }],
  ['o/r/.github/workflows/a.yml', undefined],
  ['o/r/../../etc/passwd@refs/heads/main', undefined],
  ['o/r//etc/passwd@refs/heads/main', undefined],
  ['o/r@refs/heads/main', undefined],
  ['', undefined],
  [undefined, undefined],
])('the workflow of %s', (ref, expected) => {
  if (expected) expect(parseWorkflowRef(ref)).toMatchObject(expected);
  else expect(parseWorkflowRef(ref)).toBeUndefined();
});
