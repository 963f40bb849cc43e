import type { SessionBasis } from '../read/session.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import type { Explanation } from '../model/report.ts';
import { roleLimit } from './shared/role-lifetime.ts';
import { basisOf, spell, timestamp } from './shared/wording.ts';

interface TooSoon {
  /** A role's limit, which holds whenever it is assumed; else the end of the session under check. */
  readonly limit: 'chaining' | 'role' | undefined;
  readonly remaining: number;
  readonly wanted: number;
  readonly end: Date;
  readonly basis: SessionBasis | undefined;
  readonly upperBound: boolean;
  readonly chained: boolean;
}

/** Valid now, and not for as long as the job needs. */
export const expiresTooSoon = entry<TooSoon>({
  id: 'expires-too-soon',
  severity: 'error',
  phases: ['accepted', 'role'],
  when: 'the credentials are valid, but end before `min-remaining`',
  exceptions: 'None, as far as the statement of when the session ends is right; the evidence names it.',
  references: [DOCS.roleDuration],
  detect(evidence) {
    const { settings, session, role, answer } = evidence;
    const wanted = settings.minRemaining;
    if (wanted === undefined) return undefined;
    if (role !== undefined) return limitOf(evidence, wanted);
    const end = session.expiresAt ?? session.endsBefore;
    if (end === undefined) return undefined;
    const remaining = (end.getTime() - session.now.getTime()) / 1000;
    if (remaining >= wanted) return undefined;
    const chained = answer?.kind === 'accepted' && answer.identity.principalType === 'assumed-role';
    const upperBound = session.expiresAt === undefined;
    return { limit: undefined, remaining, wanted, end, basis: session.basis, upperBound, chained };
  },
  describe: (detail) => (detail.limit === undefined ? describeEnd(detail) : describeLimit(detail)),
  subject: () => ({ kind: 'input', name: 'min-remaining' }),
});

function limitOf(evidence: Evidence, wanted: number): TooSoon | undefined {
  const limit = roleLimit(evidence, wanted);
  if (limit === undefined) return undefined;
  const end = new Date(evidence.session.now.getTime() + limit.seconds * 1000);
  const chained = limit.because === 'chaining';
  return { limit: limit.because, remaining: limit.seconds, wanted, end, basis: undefined, upperBound: true, chained };
}

/** "45 min are needed", "1 h is needed". */
function needed(seconds: number): string {
  const text = spell(seconds);
  return `${text} ${/^1 \w+$/.test(text) ? 'is' : 'are'} needed`;
}

function describeEnd({ remaining, wanted, end, basis, upperBound, chained }: TooSoon): Explanation {
  return {
    title:
      remaining < 0
        ? `The session is said to have ended ${spell(remaining)} ago; ${needed(wanted)}`
        : `The session lasts ${upperBound ? 'at most ' : ''}another ${spell(remaining)}; ${needed(wanted)}`,
    explanation: 'The deployment would break off in the middle, because a session cannot be renewed once the job runs.',
    evidence: [
      `it ends ${upperBound ? 'before' : 'at'} ${timestamp(end)}, by ${basisOf(basis)}`,
      ...(remaining < 0
        ? ['STS accepted the session all the same: either the statement is wrong, or it is about another session']
        : []),
      `\`min-remaining\` asks for ${spell(wanted)}`,
    ],
    fix: [
      'In the job, run `aws-actions/configure-aws-credentials` again right before this step.',
      'In that step, raise `role-duration-seconds`, and in IAM the role’s maximum session duration (12 hours at most).',
      ...(chained
        ? [
            'A role assumed from another role’s credentials lasts 1 hour at most, whatever is asked: assume it by OIDC directly.',
          ]
        : []),
    ],
    docs: DOCS.roleDuration,
  };
}

function describeLimit({ limit, remaining, wanted }: TooSoon): Explanation {
  const chaining = limit === 'chaining';
  return {
    title: `The role’s session can last ${spell(remaining)} at most; ${needed(wanted)}`,
    explanation: chaining
      ? 'The deployment would break off in the middle, because AWS ends the session of a role that was assumed from another role’s credentials after 1 hour, whatever duration is asked for.'
      : 'The deployment would break off in the middle, because no role’s session can last longer than 12 hours.',
    evidence: [
      ...(chaining ? ['the checked credentials, from which the role is assumed, are a role’s session themselves'] : []),
      `\`min-remaining\` asks for ${spell(wanted)}`,
    ],
    fix: [
      ...(chaining
        ? [
            'In the job, let the role be assumed by OIDC directly (`permissions: id-token: write`), and raise `role-duration-seconds` and the role’s maximum session duration.',
          ]
        : []),
      'In the workflow, assume the role again before each part of the deployment, and set `min-remaining` to what one part needs.',
    ],
    docs: DOCS.roleDuration,
  };
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'expires-too-soon': true;
  }
}
