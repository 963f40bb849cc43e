import type { getOctokit } from '@actions/github';
import type { Job } from '../model/job.ts';
import type { Secret } from '../model/secret.ts';

export interface FailedJob {
  readonly name: string;
  /** The end of its log, where it is long; undefined where GitHub does not give it. */
  readonly log: string | undefined;
}

/** The jobs of this run that failed, or why GitHub does not tell. */
export type FailedJobs =
  | { readonly jobs: readonly FailedJob[] }
  /** `status` of GitHub's answer; undefined where none came. */
  | { readonly why: 'no-token' | 'no-run' | 'refused'; readonly status?: number | undefined };

/** What failed stands at the end of a log. */
const LONGEST_LOG = 8 * 1024 * 1024;
const FAILURES: ReadonlySet<unknown> = new Set(['failure', 'timed_out']);

/**
 * Reads the logs of this run's failed jobs (needs `actions: read`;
 * https://docs.github.com/en/rest/actions/workflow-jobs). Never throws.
 *
 * @param signal ends whatever is still under way
 */
export async function failedJobs(
  { repository, runId, runAttempt, apiUrl }: Pick<Job, 'repository' | 'runId' | 'runAttempt' | 'apiUrl'>,
  token: Secret | undefined,
  signal: AbortSignal,
): Promise<FailedJobs> {
  if (token === undefined) return { why: 'no-token' };
  const [owner = '', repo = ''] = repository?.split('/') ?? [];
  if (repo === '' || !/^\d{1,20}$/.test(runId ?? '')) return { why: 'no-run' };
  try {
    const github = await import(/* webpackChunkName: "github" */ '@actions/github');
    const octokit = github.getOctokit(token.reveal(), { baseUrl: apiUrl });
    // The paginator drops what is given with its call.
    octokit.hook.before('request', (options) => {
      Object.assign(options.request, { signal });
    });
    const listed = await jobsOf(octokit, { owner, repo, run_id: Number(runId) }, Number(runAttempt ?? 0));
    const failed = listed.map(jobOf).filter((job) => job !== undefined);
    const jobs: FailedJob[] = [];
    // One after the other: a log may be large, and there is no hurry.
    for (const { id, name } of failed) jobs.push({ name, log: await logOf(octokit, { owner, repo, job_id: id }) });
    return { jobs };
  } catch (error) {
    return { why: 'refused', status: statusOf(error) };
  }
}

type Octokit = ReturnType<typeof getOctokit>;

/** Of this attempt; of the latest one where GitHub knows no attempts, as old servers do not. */
async function jobsOf(
  octokit: Octokit,
  run: { readonly owner: string; readonly repo: string; readonly run_id: number },
  attempt: number,
): Promise<readonly unknown[]> {
  const { listJobsForWorkflowRun, listJobsForWorkflowRunAttempt } = octokit.rest.actions;
  const ofRun = (): Promise<readonly unknown[]> =>
    octokit.paginate(listJobsForWorkflowRun, { ...run, filter: 'latest', per_page: 100 });
  if (!(attempt > 0)) return ofRun();
  const ofAttempt = octokit.paginate(listJobsForWorkflowRunAttempt, { ...run, attempt_number: attempt, per_page: 100 });
  return ofAttempt.catch((error: unknown) => {
    if (statusOf(error) === 404) return ofRun();
    throw error;
  });
}

function jobOf(job: unknown): { readonly id: number; readonly name: string } | undefined {
  if (typeof job !== 'object' || job === null) return undefined;
  const { id, name, conclusion } = job as Readonly<Record<string, unknown>>;
  if (!FAILURES.has(conclusion) || typeof id !== 'number') return undefined;
  return { id, name: typeof name === 'string' ? name : String(id) };
}

/** GitHub redirects to where the text is kept; it is read as it comes, so that no log has to fit into memory. */
async function logOf(
  octokit: Octokit,
  job: { readonly owner: string; readonly repo: string; readonly job_id: number },
): Promise<string | undefined> {
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', {
      ...job,
      request: { parseSuccessResponseBody: false },
    });
    return await endOf(data as AsyncIterable<Uint8Array>);
  } catch (error) {
    // Without the permission no log can be read; else this one is gone, or did not come in time.
    if (statusOf(error) === 401 || statusOf(error) === 403) throw error;
    return undefined;
  }
}

async function endOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    while (size - (chunks[0]?.length ?? 0) >= LONGEST_LOG) size -= chunks.shift()?.length ?? 0;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Of an answer that came: the client itself calls silence a status of 500. */
function statusOf(error: unknown): number | undefined {
  const response: unknown = typeof error === 'object' && error !== null && 'response' in error ? error.response : null;
  const status = typeof response === 'object' && response !== null && 'status' in response ? response.status : null;
  return typeof status === 'number' ? status : undefined;
}
