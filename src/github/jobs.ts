import type { getOctokit } from '@actions/github';
import type { Job } from '../model/job.ts';
import type { Secret } from '../model/secret.ts';

/** A step of a job, as GitHub tells it. */
export interface FailedStep {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** A job that failed. `Log` is what was made of its log. */
export interface FailedJob<Log> {
  readonly name: string;
  /** In the order in which they ran. */
  readonly failedSteps: readonly FailedStep[];
  /** Undefined where GitHub does not give it, or it was not begun in time. */
  readonly log: Log | undefined;
  /** The time was up before its log was read to its end. */
  readonly isCut: boolean;
}

/** The jobs of this run that failed, or why GitHub does not tell. */
export type FailedJobs<Log> =
  | { readonly jobs: readonly FailedJob<Log>[] }
  /** `status` of GitHub's answer; undefined where none came. */
  | { readonly why: 'no-token' | 'no-run' | 'refused'; readonly status?: number | undefined };

/** Takes a log as it comes, so that none has to fit into memory. */
export interface LogSink<Log> {
  write(chunk: Uint8Array): void;
  end(): Log;
}

const FAILURES: ReadonlySet<unknown> = new Set(['failure', 'timed_out']);
/** More lines than this are written by nobody; a step whose name is longer is told by its beginning. */
const LONGEST_NAME = 300;

/**
 * Reads the logs of this run's failed jobs (needs `actions: read`;
 * https://docs.github.com/en/rest/actions/workflow-jobs). Never throws.
 *
 * @param signal ends whatever is still under way: what was read until then counts
 * @param sink makes what takes the next log
 */
export async function failedJobs<Log>(
  { repository, runId, runAttempt, apiUrl }: Pick<Job, 'repository' | 'runId' | 'runAttempt' | 'apiUrl'>,
  token: Secret | undefined,
  signal: AbortSignal,
  sink: (job: Pick<FailedJob<Log>, 'name' | 'failedSteps'>) => LogSink<Log>,
): Promise<FailedJobs<Log>> {
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
    const jobs: FailedJob<Log>[] = [];
    // One after the other: a log may be large, and there is no hurry.
    for (const { id, name, failedSteps } of failed) {
      const read = signal.aborted
        ? { log: undefined, isCut: true }
        : await logOf(octokit, { owner, repo, job_id: id }, signal, sink({ name, failedSteps }));
      jobs.push({ name, failedSteps, ...read });
    }
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

interface ListedJob {
  readonly id: number;
  readonly name: string;
  readonly failedSteps: readonly FailedStep[];
}

function jobOf(job: unknown): ListedJob | undefined {
  const { id, name, conclusion, steps } = recordOf(job);
  if (!FAILURES.has(conclusion) || typeof id !== 'number') return undefined;
  const failedSteps = (Array.isArray(steps) ? (steps as readonly unknown[]) : []).flatMap(stepOf);
  return { id, name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : String(id), failedSteps };
}

function stepOf(step: unknown): readonly FailedStep[] {
  const { name, conclusion, started_at: from, completed_at: to } = recordOf(step);
  if (!FAILURES.has(conclusion) || typeof name !== 'string') return [];
  return [{ name: name.slice(0, LONGEST_NAME), from: timeOf(from), to: timeOf(to) }];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** GitHub redirects to where the text is kept; it is read as it comes, so that no log has to fit into memory. */
async function logOf<Log>(
  octokit: Octokit,
  job: { readonly owner: string; readonly repo: string; readonly job_id: number },
  signal: AbortSignal,
  sink: LogSink<Log>,
): Promise<{ readonly log: Log | undefined; readonly isCut: boolean }> {
  let isBegun = false;
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', {
      ...job,
      request: { parseSuccessResponseBody: false },
    });
    for await (const chunk of data as AsyncIterable<Uint8Array>) {
      isBegun = true;
      sink.write(chunk);
      // A large log must not keep the timers from ending it.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return { log: sink.end(), isCut: true };
    }
    return { log: sink.end(), isCut: false };
  } catch (error) {
    // Without the permission no log can be read; else this one is gone, or did not come in time.
    if (statusOf(error) === 401 || statusOf(error) === 403) throw error;
    return isBegun ? { log: sink.end(), isCut: true } : { log: undefined, isCut: signal.aborted };
  }
}

/** Of an answer that came: the client itself calls silence a status of 500. */
function statusOf(error: unknown): number | undefined {
  const response: unknown = typeof error === 'object' && error !== null && 'response' in error ? error.response : null;
  const status = typeof response === 'object' && response !== null && 'status' in response ? response.status : null;
  return typeof status === 'number' ? status : undefined;
}
