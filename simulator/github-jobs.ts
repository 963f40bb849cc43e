import type { Answer } from './answer.ts';
import { json, text } from './outage.ts';

/** A job of a run, as far as GitHub tells it. */
export interface SimulatedJob {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'timed_out' | 'cancelled' | 'skipped' | null;
  /** What its steps printed; without one, GitHub has deleted it. */
  readonly log?: string;
  /** Its steps; `from` and `to` are the minutes after 12:00 in which they ran. */
  readonly steps?: readonly {
    readonly name: string;
    readonly conclusion: 'success' | 'failure' | 'skipped';
    readonly from: number;
    readonly to: number;
  }[];
  /** The minute after 12:00 of a line of the log; 0 without it. */
  readonly minuteOf?: (line: number) => number;
}

const RUN = /^\/repos\/[^/]+\/[^/]+\/actions\/runs\/\d+(?:\/attempts\/\d+)?\/jobs$/;
const LOG = /^\/repos\/[^/]+\/[^/]+\/actions\/jobs\/(\d+)\/logs$/;
const STORED = /^\/stored-logs\/(\d+)$/;

/**
 * The jobs of a run, page by page, and each one's log behind a redirect
 * (https://docs.github.com/en/rest/actions/workflow-jobs); undefined for any other path.
 *
 * @param base where this API is
 */
export function answerJobs(
  path: string,
  query: URLSearchParams,
  jobs: readonly SimulatedJob[],
  base: string,
): Answer | undefined {
  if (RUN.test(path)) return listOf(jobs, query, `${base}${path}`);
  const id = LOG.exec(path)?.[1];
  if (id !== undefined) {
    if (jobs[Number(id) - 1]?.log === undefined) return json(410, { message: 'The logs for this run are gone.' });
    return text(302, '', { Location: `${base}/stored-logs/${id}` });
  }
  const stored = STORED.exec(path)?.[1];
  return stored === undefined ? undefined : text(200, timed(jobs[Number(stored) - 1]));
}

function listOf(jobs: readonly SimulatedJob[], query: URLSearchParams, url: string): Answer {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const shown = jobs
    .map(({ name, conclusion, steps = [] }, index) => ({
      id: index + 1,
      name,
      conclusion,
      status: 'completed',
      steps: steps.map(({ from, to, ...step }, at) => ({
        ...step,
        number: at + 1,
        status: 'completed',
        started_at: timeOf(from).replace('.1234567', ''),
        completed_at: timeOf(to).replace('.1234567', ''),
      })),
    }))
    .slice((page - 1) * size, page * size);
  const answer = json(200, { total_count: jobs.length, jobs: shown });
  if (page * size >= jobs.length) return answer;
  return { ...answer, headers: { ...answer.headers, Link: `<${url}?per_page=${size}&page=${page + 1}>; rel="next"` } };
}

function timeOf(minute: number): string {
  return `2026-11-21T12:${String(minute).padStart(2, '0')}:00.1234567Z`;
}

/** The runner puts the time in front of each line, and a byte order mark in front of all. */
function timed({ log = '', minuteOf = () => 0 }: Partial<SimulatedJob> = {}): string {
  return `\uFEFF${log
    .split('\n')
    .map((line, index) => `${timeOf(minuteOf(index))} ${line}`)
    .join('\n')}`;
}
