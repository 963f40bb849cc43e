import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { asMap, entriesOf, entryOf, follow, readDocument, textAt, textOf, type WorkflowDocument } from './document.ts';

export interface WorkflowSource {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What tells which file runs, and where it may be; the run's own `Job` has all of it. */
export interface WorkflowContext {
  /** GITHUB_WORKFLOW_REF, or `job.workflow_ref` where it is known. */
  readonly workflowRef: string | undefined;
  /** Commit of the workflow file. */
  readonly workflowSha: string | undefined;
  /** GITHUB_SHA, the commit of the workflow file where `workflowSha` is not set. */
  readonly sha: string | undefined;
  /** GITHUB_REPOSITORY. */
  readonly repository: string | undefined;
  /** GITHUB_WORKSPACE. */
  readonly workspace: string | undefined;
}

/** Text of a file at a commit; undefined where it cannot be had, for whatever reason. */
export type FetchFile = (
  owner: string,
  repo: string,
  path: string,
  ref: string,
  signal: AbortSignal,
) => Promise<string | undefined>;

export interface WorkflowRef {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
}

/**
 * The text of the workflow file that runs: from the workspace when that has the run's own commit, else through the API.
 * Undefined where neither has it; never throws.
 */
export async function readWorkflow(
  context: WorkflowContext,
  signal: AbortSignal,
  fetchFile?: FetchFile,
): Promise<WorkflowSource | undefined> {
  const ref = parseWorkflowRef(context.workflowRef);
  const commit = context.workflowSha ?? context.sha;
  // Annotations can only point into the repository that runs.
  if (!ref || `${ref.owner}/${ref.repo}`.toLowerCase() !== context.repository?.toLowerCase()) return undefined;
  try {
    const local = context.workspace ? await readWorkspaceWorkflow(context.workspace, ref.path, commit) : undefined;
    const text = local ?? (commit ? await fetchFile?.(ref.owner, ref.repo, ref.path, commit, signal) : undefined);
    return text === undefined || text.length > LARGEST_FILE || text.includes('\0')
      ? undefined
      : { path: ref.path, text };
  } catch {
    // Where an annotation points is not worth a failure of its own.
    return undefined;
  }
}

/**
 * Reads `octocat/hello-world/.github/workflows/deploy.yml@refs/heads/main`.
 *
 * @returns undefined for anything that is not a path inside a repository.
 */
export function parseWorkflowRef(workflowRef: string | undefined): WorkflowRef | undefined {
  const at = workflowRef?.lastIndexOf('@refs/') ?? -1;
  const end = at === -1 ? (workflowRef?.lastIndexOf('@') ?? -1) : at;
  if (workflowRef === undefined || end === -1) return undefined;
  const [owner, repo, ...path] = workflowRef.slice(0, end).split('/');
  if (!owner || !repo || path.length === 0) return undefined;
  const isInside = path.every((part) => part !== '' && part !== '.' && part !== '..');
  return isInside ? { owner, repo, path: path.join('/') } : undefined;
}

/** In bytes; nothing larger is a workflow. */
export const LARGEST_FILE = 1024 * 1024;

/**
 * The text of a file in the workspace. Refused are what leads out of the workspace, what is no regular file, more than
 * 1 MiB, bytes that are no text, and a checkout of another commit (of another ref or repository, or left by another run):
 * its lines may be others.
 *
 * @param file relative to the workspace, with `/`.
 * @param commit that the file must be of; a workspace without `.git` is taken as it is.
 */
export async function readWorkspaceWorkflow(
  workspace: string,
  file: string,
  commit: string | undefined,
): Promise<string | undefined> {
  const text = await readInside(workspace, file);
  if (text === undefined || !(await exists(path.join(workspace, '.git')))) return text;
  const head = await headCommit(workspace);
  return head !== undefined && head === commit?.toLowerCase() ? text : undefined;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The commit that is checked out, as Git's own files say; loose references only before packed ones, as in Git. */
async function headCommit(workspace: string): Promise<string | undefined> {
  const head = (await readInside(workspace, '.git/HEAD'))?.trim();
  const reference = head?.startsWith('ref: ') ? head.slice('ref: '.length).trim() : undefined;
  if (reference === undefined) return head?.toLowerCase();
  const loose = await readInside(workspace, `.git/${reference}`);
  if (loose !== undefined) return loose.trim().toLowerCase();
  const packed = (await readInside(workspace, '.git/packed-refs'))?.split('\n');
  return packed
    ?.map((line) => line.trim().split(' '))
    .find(([, name]) => name === reference)?.[0]
    ?.toLowerCase();
}

async function readInside(workspace: string, file: string): Promise<string | undefined> {
  try {
    const root = await realpath(workspace);
    const real = await realpath(path.join(root, ...file.split('/')));
    const relative = path.relative(root, real);
    if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
    return await readText(real);
  } catch {
    return undefined;
  }
}

async function readText(file: string): Promise<string | undefined> {
  // Without O_NONBLOCK the opening of a FIFO waits for a writer; Windows has neither.
  const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
  const handle = await open(file, constants.O_RDONLY | nonBlocking);
  try {
    const status = await handle.stat();
    if (!status.isFile() || status.size > LARGEST_FILE) return undefined;
    const bytes = await handle.readFile();
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } finally {
    await handle.close();
  }
}

/** As many as GitHub takes (https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations). */
const MOST_FILES = 50;
const LOCAL_CALL = /^\.\/(\.github\/workflows\/[^/@\\]+\.ya?ml)$/;

/** The text of a workflow file of the running commit, by its path in the repository; undefined where it cannot be had. */
export type ReadCalled = (path: string) => Promise<string | undefined>;

/** The file that defines the running job, and who calls it. */
export interface Definition {
  readonly file: WorkflowSource;
  /** The jobs that call the file, with the text of theirs; none where the run's own workflow defines the job. */
  readonly callers: readonly (WorkflowSource & { readonly jobId: string })[];
}

/**
 * The file that defines the running job. A job of a reusable workflow has that file's key in GITHUB_JOB, while
 * GITHUB_WORKFLOW_REF names the caller's file, so every workflow that is called from there, however deep, is looked at.
 *
 * @returns undefined where more than one has a job of this key, or one cannot be read: of another repository, at another
 *   ref, or not in the workspace.
 */
export async function definitionOf(
  own: WorkflowSource,
  jobId: string | undefined,
  readCalled: ReadCalled,
): Promise<Definition | undefined> {
  try {
    if (jobId === undefined) return undefined;
    const files = await calledFiles(own, readCalled);
    const defining = files?.filter(({ document }) => hasJob(document, jobId)) ?? [];
    const [file] = defining;
    if (!files || !file || defining.length > 1) return undefined;
    const callers = files.flatMap(({ path, text, calls }) =>
      calls.filter((call) => call.path === file.path).map(({ jobId: by }) => ({ path, text, jobId: by })),
    );
    return { file: { path: file.path, text: file.text }, callers };
  } catch {
    // Nesting that is too deep for the parser.
    return undefined;
  }
}

interface ReadFile extends WorkflowSource {
  readonly document: WorkflowDocument;
  readonly calls: readonly { readonly jobId: string; readonly path: string | undefined }[];
}

/** The file and all that it calls; undefined where one of them cannot be read. */
async function calledFiles(own: WorkflowSource, readCalled: ReadCalled): Promise<readonly ReadFile[] | undefined> {
  const files: ReadFile[] = [];
  const seen = new Set([own.path]);
  const waiting: WorkflowSource[] = [own];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const document = readDocument(source.text);
    if (!document || seen.size > MOST_FILES || !asMap(entryOf(document.root, 'jobs')?.value)) return undefined;
    const calls = callsOf(document);
    files.push({ ...source, document, calls });
    for (const { path } of calls) {
      if (path === undefined) return undefined;
      if (seen.has(path)) continue;
      seen.add(path);
      const text = await readCalled(path);
      if (text === undefined) return undefined;
      waiting.push({ path, text });
    }
  }
  return files;
}

/** What each job calls; no path where that cannot be told, or is elsewhere. */
function callsOf(document: WorkflowDocument): ReadFile['calls'] {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  return (jobs ? entriesOf(jobs) : []).flatMap(({ key, value }) => {
    const job = asMap(follow(document, value).node);
    if (!job || !entryOf(job, 'uses')) return [];
    return [{ jobId: textOf(key) ?? '', path: LOCAL_CALL.exec(textAt(document, job, 'uses') ?? '')?.[1] }];
  });
}

/** Whether the file has a job of this key that runs steps; one that only calls another workflow runs none. */
function hasJob(document: WorkflowDocument, jobId: string): boolean {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  const job = jobs && asMap(follow(document, entryOf(jobs, jobId)?.value).node);
  return job !== undefined && !entryOf(job, 'uses');
}
