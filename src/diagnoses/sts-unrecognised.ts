import { readRefusal } from '../read/refusal.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { EXPLAINS_A_ROLE, refusalEvidence } from './shared/refusal.ts';
import { notJudged, unanswered } from './shared/unanswered.ts';
import { explainRefusal, type Texts } from './shared/unexplained-refusal.ts';
import { quoted } from './shared/wording.ts';

interface Unrecognised {
  readonly detail: string;
  /** The refusal is AWS's, and its code is not known. */
  readonly code: boolean;
  /** The role's credentials were given out, and then refused. */
  readonly isFresh: boolean;
}

/** An answer that is not AWS's, or a refusal that no diagnosis knows. */
export const stsUnrecognised = entry<Unrecognised>({
  id: 'sts-unrecognised',
  severity: 'unknown',
  phases: ['unanswered', 'refused', 'role'],
  when: 'the answer is not AWS’s (a captive portal, a proxy’s page), or its code is not in the catalogue',
  exceptions: 'The credentials may be fine.',
  references: [DOCS.stsEndpoints],
  detect(evidence) {
    const answer = unanswered(evidence, 'unrecognised');
    if (answer !== undefined) {
      return { detail: answer.detail ?? 'an answer that is not AWS’s', code: false, isFresh: false };
    }
    if (evidence.answer?.kind !== 'refused') return undefined;
    const kind = readRefusal(evidence.answer.code, evidence.answer.message.reveal());
    // What was found of the credentials themselves does not explain why the role is refused.
    const known = evidence.found.some((id) =>
      id === 'clock-skew' ? kind === 'time' : evidence.role === undefined || EXPLAINS_A_ROLE.has(id),
    );
    if (known) return undefined;
    const isFresh = evidence.answer === evidence.role?.check;
    return isFresh
      ? { detail: 'AWS gave the role’s credentials, and does not take them yet', code: false, isFresh }
      : { detail: 'a refusal that no diagnosis explains', code: true, isFresh };
  },
  describe({ detail, code, isFresh }, evidence) {
    const [title, why, ...fix] = isFresh ? FRESH : code ? explainRefusal(evidence) : FOREIGN;
    return {
      title,
      explanation: `${notJudged(evidence)} ${why}`,
      evidence: [detail, `asked ${quoted(evidence.answer?.attempt.endpoint.host ?? '')}`, ...refusalEvidence(evidence)],
      fix,
      docs: DOCS.stsEndpoints,
    };
  },
});

const FRESH: Texts = [
  'STS does not take the credentials that it just made for the role',
  'Fresh credentials are sometimes not known everywhere for some seconds.',
  'In GitHub’s interface, run the job again.',
];

const FOREIGN: Texts = [
  'Something that is not AWS answered in its place',
  'Only an answer in AWS’s own form counts.',
  'In the network, look for a captive portal, a proxy or a cache between the runner and AWS.',
  'In the workflow, check `sts-endpoint` and `AWS_ENDPOINT_URL_STS`: they must lead to an STS endpoint.',
];

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'sts-unrecognised': true;
  }
}
