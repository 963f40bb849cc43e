import { LONGEST_SESSION } from '../read/session.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { ago, basisOf, nameOf, quoted, spell, subjectOf, timestamp } from './shared/wording.ts';

interface Expired {
  /** STS said so; else the token's age does. */
  readonly said: boolean;
  readonly expiredSeconds: number | undefined;
  readonly ageSeconds: number | undefined;
}

/** STS says so, or the token is older than any session can be: then STS may say merely "invalid" (amazon-sp-api#57). */
export const sessionTokenExpired = entry<Expired>({
  id: 'session-token-expired',
  severity: 'error',
  phases: ['refused'],
  evident: true,
  when: 'STS says that the session token has expired, or its age is past any possible lifetime',
  exceptions: 'None once STS has refused.',
  detect(evidence) {
    const kind = refusalOf(evidence);
    const { facts, session } = evidence;
    if (kind === undefined || kind === 'time' || kind === 'denied') return undefined;
    if (facts?.accessKeyId.kind === 'long-term') return undefined;
    const age = session.issuedAt === undefined ? undefined : session.now.getTime() - session.issuedAt.getTime();
    const tooOld = age !== undefined && age > LONGEST_SESSION && facts?.sessionToken?.state === 'complete';
    if (kind !== 'expired' && !tooOld) return undefined;
    const remaining = session.secondsRemaining;
    return {
      said: kind === 'expired',
      expiredSeconds: remaining !== undefined && remaining < 0 ? -remaining : undefined,
      ageSeconds: age === undefined ? undefined : age / 1000,
    };
  },
  describe({ said, expiredSeconds, ageSeconds }, evidence) {
    const { session } = evidence;
    return {
      title: titleOf(expiredSeconds, ageSeconds),
      explanation: 'Every AWS call is refused, because the temporary credentials of this job have come to their end.',
      evidence: [
        ...(session.expiresAt === undefined || expiredSeconds === undefined
          ? []
          : [`the session ended at ${timestamp(session.expiresAt)}, by ${basisOf(session.basis)}`]),
        ...(session.expiresAt === undefined || expiredSeconds !== undefined
          ? []
          : [
              `${basisOf(session.basis)} says that it lasts until ${timestamp(session.expiresAt)}, which may be another session’s end: STS’s word counts`,
            ]),
        ...(session.issuedAt === undefined
          ? []
          : [
              `the token was issued at ${timestamp(session.issuedAt)}${ageSeconds === undefined ? '' : `, ${spell(ageSeconds)} ago`}`,
            ]),
        ...(said ? [] : ['no session lasts longer than 36 hours']),
        `AWS’s time is ${timestamp(session.now)}`,
        ...refusalEvidence(evidence),
      ],
      fix: fixes(
        evidence.gathered.job.runsInActions,
        evidence.gathered.credentials?.source,
        nameOf('sessionToken', evidence),
      ),
      docs: DOCS.requestTemporary,
    };
  },
  subject: (_detail, evidence) => subjectOf('sessionToken', evidence),
});

function titleOf(expiredSeconds: number | undefined, ageSeconds: number | undefined): string {
  if (expiredSeconds !== undefined) return `AWS session token expired ${ago(expiredSeconds)}`;
  if (ageSeconds !== undefined && ageSeconds > 0)
    return `AWS session token has expired; it was issued ${spell(ageSeconds)} ago`;
  return 'AWS session token has expired';
}

function fixes(runsInActions: boolean, source: string | undefined, name: string): readonly string[] {
  if (source === 'profile' || source === 'sso')
    return ['On the runner, log in again or fetch new credentials before the job.'];
  if (!runsInActions)
    return [`In the environment, fetch new credentials, and set all three variables again, ${quoted(name)} included.`];
  return [
    'In the job, run `aws-actions/configure-aws-credentials` again right before this step: a session is not renewed by itself.',
    'Where the job simply takes longer, raise `role-duration-seconds` there, and the role’s maximum session duration in IAM (12 hours at most; 1 hour for chained roles).',
    'In the secret store, temporary credentials are always out of date sooner or later: assume a role by OIDC instead.',
  ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-expired': true;
  }
}
