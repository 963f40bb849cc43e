import type { TokenProblem } from '../model/role-evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence } from './shared/refusal.ts';
import { roleRefusalOf } from './shared/refusal.ts';
import { ago, quoted } from './shared/wording.ts';

interface Unavailable {
  readonly why: 'not-issued' | 'audience' | 'expired' | 'not-a-token' | 'rejected-claim' | 'keys';
  readonly detail: string | undefined;
}

const TITLE: Readonly<Record<Unavailable['why'], string>> = {
  'not-issued': 'GitHub did not issue an OIDC token',
  audience: 'GitHub does not issue an OIDC token for this audience',
  expired: 'AWS says that GitHub’s fresh OIDC token is too old',
  'not-a-token': 'AWS cannot read the OIDC token',
  'rejected-claim': 'AWS says that the identity provider rejects the OIDC token',
  keys: 'AWS could not fetch GitHub’s keys to check the OIDC token',
};

/** No usable token came about, so nothing is known of the role. */
export const oidcTokenUnavailable = entry<Unavailable>({
  id: 'oidc-token-unavailable',
  severity: 'unknown',
  phases: ['role'],
  when: 'GitHub did not issue a token that AWS could check',
  exceptions: 'Mostly passing faults of GitHub or of the way to it: run the job again.',
  references: [DOCS.oidcReference],
  detect(evidence) {
    const problem = evidence.role?.tokenProblem;
    if (problem !== undefined) return { why: isAudience(problem) ? 'audience' : 'not-issued', detail: problem.detail };
    const kind = roleRefusalOf(evidence)?.kind;
    if (kind === 'token-expired') return { why: 'expired', detail: undefined };
    if (kind === 'not-a-token' || kind === 'rejected-claim') return { why: kind, detail: undefined };
    const found = evidence.found.includes('oidc-provider-missing');
    return kind === 'verification-key' && !found ? { why: 'keys', detail: undefined } : undefined;
  },
  describe: ({ why, detail }, evidence) => ({
    title: TITLE[why],
    explanation: 'Whether the role can be assumed could not be checked.',
    evidence: [
      ...(detail === undefined ? [] : [detail]),
      ...(why === 'expired' ? ages(evidence) : []),
      ...(why === 'not-a-token' ? [form(evidence)] : []),
      ...(why === 'audience' ? [`\`audience\` of this step is ${quoted(evidence.settings.audience)}`] : []),
      ...(why === 'rejected-claim' ? ['a claim in it is invalid, has expired or was revoked: AWS names none'] : []),
      ...(why === 'keys' ? [`AWS was asked ${times(askedOfRole(evidence))}, and could not fetch them`] : []),
      ...refusalEvidence(evidence),
    ],
    fix: fixes(why, evidence),
    docs: DOCS.oidcReference,
  }),
  subject: ({ why }) => (why === 'audience' ? { kind: 'input', name: 'audience' } : undefined),
});

/** GitHub names the audience in its own words on a status 400, such as "Invalid audience". */
function isAudience({ status, detail }: TokenProblem): boolean {
  return status === 400 && /audience/i.test(detail);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** The token's times are the issuer's; only where AWS's own time is known can they be held against it. */
function ages({ role, session }: Evidence): readonly string[] {
  const issued = role?.claims?.iat;
  const age = issued === undefined ? undefined : (session.now.getTime() - issued.getTime()) / 1000;
  return [
    'the token was issued for this very step',
    ...(age !== undefined && age >= 60
      ? [`by AWS’s clock the time in it (\`iat\`) was ${ago(age)}: the issuer’s clock is behind`]
      : []),
  ];
}

function form({ role }: Evidence): string {
  return role?.claims === undefined
    ? 'what the runner gave is no JSON Web Token with `iss`, `sub` and `aud`'
    : 'the token can be read here, and is a JSON Web Token';
}

/** 401: the request token is not taken; 403: it is, and the job may not have an ID token, or something in between says no. */
const NOT_PERMITTED: Readonly<Record<401 | 403, readonly string[]>> = {
  401: [
    'In the job, look for what overwrites `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, or takes it from another job: the runner sets it for this job alone, and it ends with the job.',
  ],
  403: [
    'In the job, and in the workflow that calls it, check `permissions: id-token: write`: GitHub knows the runner, and does not let it have a token.',
    'In the network, look for a proxy or a firewall between the runner and GitHub that answers 403 itself.',
  ],
};

function fixes(why: Unavailable['why'], { role, gathered: { job } }: Evidence): readonly string[] {
  const again = 'In GitHub’s interface, run the job again; GitHub’s status page tells of larger faults.';
  if (why === 'expired' && job.isEnterpriseServer) {
    return ['On the GitHub Enterprise Server, set the clock: it writes the times into the token.', again];
  }
  if (why === 'not-issued' && role?.tokenProblem?.why === 'not-asked') {
    return [
      'In the job, look for what overwrites `ACTIONS_ID_TOKEN_REQUEST_URL`: the runner sets it, to an address of GitHub.',
    ];
  }
  const status = why === 'not-issued' ? role?.tokenProblem?.status : undefined;
  if (why === 'audience') {
    return [
      'In this step, and where the deployment asks for the token, set `audience` to the one that the OIDC provider in IAM lists: `sts.amazonaws.com` is the usual one.',
    ];
  }
  if (status === 401 || status === 403) return [...NOT_PERMITTED[status], again];
  const unreachable = why === 'not-issued' && role?.tokenProblem?.why === 'unreachable';
  if (!unreachable || job.runnerEnvironment === 'github-hosted') return [again];
  return [
    job.isEnterpriseServer
      ? 'On the runner, open the way to the GitHub Enterprise Server, through the proxy where there is one.'
      : 'On the runner, allow `*.actions.githubusercontent.com` on port 443, through the proxy where there is one.',
    again,
  ];
}

/** How often AWS was asked for the role. */
function askedOfRole({ role }: Evidence): number {
  return role?.answers[0]?.requests ?? 1;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'oidc-token-unavailable': true;
  }
}
