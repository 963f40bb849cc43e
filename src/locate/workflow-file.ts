import { LARGEST_FILE, readWorkspaceWorkflow } from './workspace-file.ts';

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
