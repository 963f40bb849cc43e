import type { Unanswered } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { notJudged, requests, unanswered } from './shared/unanswered.ts';
import { spell } from './shared/wording.ts';

/** Throttled in every attempt up to the deadline. */
export const stsThrottled = entry<Unanswered>({
  id: 'sts-throttled',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'STS still throttled when the deadline came',
  exceptions: 'The credentials may be fine; raise `timeout` where many jobs start at once.',
  references: [DOCS.stsEndpoints],
  detect: (evidence) => unanswered(evidence, 'throttled'),
  describe: (answer, evidence) => ({
    title: `STS throttled the requests up to the time-out of ${spell(evidence.settings.timeout)}`,
    explanation: `${notJudged(evidence)} The account makes more STS calls than AWS allows at once.`,
    evidence: [requests(answer, evidence), `the last answer had status ${answer.status ?? 'none'}`],
    fix: [
      'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`), or raise `timeout` of this step.',
      'In the account, look for a program that calls STS in a loop; CloudTrail names it.',
    ],
    docs: DOCS.stsEndpoints,
  }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'sts-throttled': true;
  }
}
