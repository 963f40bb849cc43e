import { quoted } from '../diagnoses/shared/wording.ts';
import type { Finding } from '../model/report.ts';
import { cut } from '../model/text.ts';
import { explainLog, type FailedStep, type Recognised } from './explain.ts';
import { explainedOf } from './fixes.ts';
import type { ReadLog } from './log.ts';
import { quoteOf } from './quote.ts';

const LONGEST_NAME = 24;
const MOST_CAUSES = 3;
const MOST_ERRORS = 3;
const LONGEST_TITLE = 80;

/**
 * What the log of a job that failed tells of AWS credentials: a finding for each kind of error in it. Nothing is
 * confirmed, since nobody was asked.
 */
export function findingsIn(
  job: { readonly name: string; readonly failedSteps: readonly FailedStep[] },
  log: ReadLog,
): readonly Finding[] {
  const recognised = explainLog(log, { failedSteps: job.failedSteps });
  return recognised.slice(0, MOST_ERRORS).flatMap((one) => findingOf(job.name, one));
}

function findingOf(job: string, { matched, line, step, candidates }: Recognised): readonly Finding[] {
  const [first, ...others] = candidates;
  if (first === undefined) return [];
  const { title, fix, docs } = explainedOf(first.id);
  const isSure = others.length === 0;
  const where = step === undefined ? '' : `, in the step ${quoted(quoteOf(step, 80))}`;
  const second = others[0];
  const finding: Finding = {
    id: first.id,
    severity: 'error',
    confirmed: false,
    title: cut(`Job ${cut(job, LONGEST_NAME)}: ${isSure ? '' : 'perhaps '}${title}`, LONGEST_TITLE),
    explanation: `The job failed with an error about AWS credentials. ${isSure ? 'By that error' : 'The likeliest cause'}: ${first.why}.`,
    evidence: [
      `the log of the job ${quoted(job)} says ${quoted(matched)} (line ${line}${where})`,
      ...others.slice(0, MOST_CAUSES - 1).map((other) => `also possible: ${other.why} (${quoted(other.id)})`),
    ],
    fix: [
      first.fix ?? fix,
      ...(second === undefined || first.fix !== undefined
        ? []
        : [`If that does not help: ${lowered(second.fix ?? explainedOf(second.id).fix)}`]),
    ],
    docs,
  };
  return [finding];
}

function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
