import type { Unanswered } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { notJudged, requests, unanswered } from './shared/unanswered.ts';
import { quoted } from './shared/wording.ts';

/** A fault of the endpoint, or of something in front of it. */
export const stsUnavailable = entry<Unanswered>({
  id: 'sts-unavailable',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'the endpoint answered with 5xx until the deadline',
  exceptions: 'The credentials may be fine; run the job again.',
  references: [DOCS.stsEndpoints],
  detect: (evidence) => unanswered(evidence, 'unavailable'),
  describe: (answer, evidence) => ({
    title: `STS answered with errors of its own (status ${answer.status ?? 'none'})`,
    explanation: `${notJudged(evidence)} The endpoint, or something in front of it, has a fault.`,
    evidence: [
      requests(answer, evidence),
      answer.requestIds.length > 0
        ? 'the answers carry AWS’s request IDs'
        : 'the answers carry no AWS request ID: a proxy on the way may have made them',
    ],
    fix: [
      'Run the job again; the AWS Health Dashboard tells of larger faults.',
      `In the network, check what stands in front of ${quoted(answer.attempt.endpoint.host)}, if it goes on.`,
    ],
    docs: DOCS.stsEndpoints,
  }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'sts-unavailable': true;
  }
}
