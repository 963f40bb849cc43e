import type { Unanswered } from '../../model/evidence.ts';
import type { Evidence } from '../diagnosis.ts';
import { spell } from './wording.ts';

/** No answer came, for this reason. */
export function unanswered(evidence: Evidence, why: Unanswered['why']): Unanswered | undefined {
  return evidence.answer?.kind === 'unanswered' && evidence.answer.why === why ? evidence.answer : undefined;
}

/** What the missing answer leaves open: the role, where it was the role's call. */
export function notJudged({ role, answer }: Evidence): string {
  const ofRole = role !== undefined && (answer === role.answer || answer === role.check);
  return ofRole ? 'Whether the role can be assumed could not be checked.' : 'The credentials could not be checked.';
}

/** How often it was tried, for the evidence. */
export function requests(answer: Unanswered, evidence: Evidence): string {
  return `${answer.requests} ${answer.requests === 1 ? 'request' : 'requests'} within the time-out of ${spell(evidence.settings.timeout)}`;
}
