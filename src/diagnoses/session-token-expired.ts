import { LONGEST_SESSION } from '../read/session.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { unsetCommands } from './shared/commands.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { ago, basisOf, quoted, spell, subjectOf, timestamp } from './shared/wording.ts';

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
  references: [DOCS.requestTemporary],
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
      explanation: 'AWS refuses every call with an expired session.',
      evidence: [
        ...(session.expiresAt === undefined || expiredSeconds === undefined
          ? []
          : [`the session ended at ${timestamp(session.expiresAt)}, by ${basisOf(session.basis)}`]),
        ...(session.expiresAt === undefined || expiredSeconds !== undefined
          ? []
          : [
              `${basisOf(session.basis)} says that it lasts until ${timestamp(session.expiresAt)}, which may be another session’s end: STS’s word counts`,
            ]),
        ...(session.issuedAt === undefined ? [] : [`the token was issued at ${timestamp(session.issuedAt)}`]),
        ...(said ? [] : ['no session lasts longer than 36 hours']),
        `AWS’s time is ${timestamp(session.now)}`,
        ...refusalEvidence(evidence),
      ],
      fix: fixes(evidence),
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

function fixes(evidence: Evidence): readonly string[] {
  const { gathered } = evidence;
  const { job, credentials, profileHasCredentials, platform } = gathered;
  if (credentials?.source === 'sso') return ['On the machine that runs this, run `aws sso login` for this profile.'];
  if (credentials?.source === 'profile') {
    return [
      `In the credentials file, replace all three values of ${quoted(credentials.location)} by those of a new session.`,
      'If the profile has a `credential_process` or a role: remove its keys from the file, because they come first.',
    ];
  }
  if (credentials?.source === 'environment' && !job.runsInActions)
    return atATerminal(profileHasCredentials, gathered, platform);
  if (!job.runsInActions) return ['Get new credentials, and give all three values again.'];
  return [
    'In the job, run `aws-actions/configure-aws-credentials` right before this step: it makes a new session.',
    'If the three values are GitHub secrets: they end within hours, so assume a role by OIDC (`role-to-assume`) instead.',
  ];
}

const VARIABLES = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;

/** The expired session hides whatever stands behind it. */
function atATerminal(
  isMoreThere: boolean,
  { credentials }: Evidence['gathered'],
  platform: NodeJS.Platform,
): readonly string[] {
  const names = VARIABLES.flatMap((field) => credentials?.names[field].name ?? []);
  const renew = 'get new credentials, and set all three variables again.';
  const [first = '', second] = unsetCommands(names, platform);
  if (isMoreThere)
    return [
      `${first.replace(/\.$/, '')}: other credentials stand behind these variables.`,
      second ?? `If you want this session: ${renew}`,
    ];
  return [`G${renew.slice(1)}`, `If your keys are in a file: ${first.charAt(0).toLowerCase()}${first.slice(1)}`];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-expired': true;
  }
}
