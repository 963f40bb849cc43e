import type { Answer } from './answer.ts';
import { json, text } from './outage.ts';

/** A job of a run, as far as GitHub tells it. */
export interface SimulatedJob {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'timed_out' | 'cancelled' | 'skipped' | null;
  /** What its steps printed; without one, GitHub has deleted it. */
  readonly log?: string;
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
  return stored === undefined ? undefined : text(200, timed(jobs[Number(stored) - 1]?.log ?? ''));
}

function listOf(jobs: readonly SimulatedJob[], query: URLSearchParams, url: string): Answer {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const shown = jobs
    .map(({ name, conclusion }, index) => ({ id: index + 1, name, conclusion, status: 'completed' }))
    .slice((page - 1) * size, page * size);
  const answer = json(200, { total_count: jobs.length, jobs: shown });
  if (page * size >= jobs.length) return answer;
  return { ...answer, headers: { ...answer.headers, Link: `<${url}?per_page=${size}&page=${page + 1}>; rel="next"` } };
}

/** The runner puts the time in front of each line, and a byte order mark in front of all. */
function timed(log: string): string {
  return `\uFEFF${log
    .split('\n')
    .map((line) => `2026-11-21T12:00:00.1234567Z ${line}`)
    .join('\n')}`;
}
