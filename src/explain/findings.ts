import { quoted } from '../diagnoses/shared/wording.ts';
import type { Finding } from '../model/report.ts';
import { explain, type Recognised } from './explain.ts';
import { remedyFor } from './remedies.ts';

const LONGEST_NAME = 24;
const MOST_CAUSES = 5;

/**
 * What the log of a job that failed tells of AWS credentials: a finding for each kind of error in it. Nothing is
 * confirmed, since nobody was asked.
 */
export function findingsIn(job: string, log: string): readonly Finding[] {
  return explain(log).flatMap((recognised) => findingOf(job, recognised));
}

function findingOf(job: string, { matched, line, candidates }: Recognised): readonly Finding[] {
  const [first, ...others] = candidates;
  if (first === undefined) return [];
  const { title, fix, docs } = remedyFor(first.id);
  const name = job.length > LONGEST_NAME ? `${job.slice(0, LONGEST_NAME - 1)}…` : job;
  const finding: Finding = {
    id: first.id,
    severity: 'error',
    confirmed: false,
    title: `Job ${name}: ${others.length === 0 ? '' : 'perhaps '}${title}`.slice(0, 80),
    explanation: `The job failed with an error about its AWS credentials. ${others.length === 0 ? 'By that error' : 'The likeliest cause'}: ${first.why}.`,
    evidence: [
      `the log of the job ${quoted(job)} says ${quoted(matched)} (line ${line})`,
      ...others.slice(0, MOST_CAUSES).map((other) => `also possible: ${other.why} (${quoted(other.id)})`),
    ],
    fix: [
      fix,
      ...(others.length === 0
        ? []
        : ['In front of the step that failed, run this action: it asks STS, and tells which of these causes it is.']),
    ],
    docs,
  };
  return [finding];
}
