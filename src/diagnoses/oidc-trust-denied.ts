import { readSubject } from '../read/subject.ts';
import type { Claims } from '../read/json-web-token.ts';
import { matchingStatement } from '../read/trust-policy/matching-statement.ts';
import { providerName } from '../read/trust-policy/request.ts';
import { readDenial, type PolicyKind } from '../read/role-refusal.ts';
import type { RoleEvidence } from '../role-evidence.ts';
import { DOCS } from './docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence } from './refusal-of.ts';
import { otherAccount, POLICY, roleDenialOf } from './role-refusal-of.ts';
import { trustPolicyVerdict, type TrustPolicyVerdict } from './trust-policy-verdict.ts';
import { quoted } from './wording.ts';

/** The claims that trust policies are written on, as far as AWS offers them, and those that tell whose token it is. */
const SHOWN = [
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'ref',
  'environment',
  'job_workflow_ref',
  'workflow_ref',
  'event_name',
  'actor',
] as const;

interface Denied {
  readonly role: RoleEvidence;
  /** Where AWS names another policy than the role's own. */
  readonly by: PolicyKind | undefined;
  readonly verdict: TrustPolicyVerdict | undefined;
}

/** AWS never tells which condition failed; the token tells what a policy would have to say. */
export const oidcTrustDenied = entry<Denied>({
  id: 'oidc-trust-denied',
  severity: 'error',
  phases: ['role'],
  when: 'the role’s trust policy does not match the job’s token',
  exceptions:
    'AWS gives the same answer where the role does not exist; and a policy that was changed seconds ago may not be in force everywhere yet.',
  detect(evidence) {
    const refusal = roleDenialOf(evidence);
    if (refusal?.role.path !== 'web-identity' || evidence.found.includes('role-arn-invalid')) return undefined;
    const { by } = readDenial(refusal.message);
    return {
      role: refusal.role,
      by: by === 'trust-policy' ? undefined : by,
      verdict: trustPolicyVerdict(refusal.role),
    };
  },
  describe(denied, evidence) {
    const { role, by, verdict } = denied;
    const { claims } = role;
    return {
      title: titleOf(denied),
      explanation: `AWS refuses to hand out the role ${quoted(role.role.arn)}, because ${reason(denied)}.`,
      evidence: [
        ...(by === undefined ? (verdict?.evidence ?? []) : []),
        ...(claims === undefined ? [] : subjectEvidence(claims)),
        ...otherAccount(evidence, role.role.account),
        ...refusalEvidence(evidence),
      ],
      fix: by === undefined ? fixes(denied, evidence) : [otherPolicyFix(by, role)],
      docs: DOCS.oidcGitHub,
      ...(claims === undefined ? {} : { table: { head: ['Claim', 'This token'], rows: rows(claims) } }),
      ...(claims === undefined || by !== undefined || verdict?.kind === 'allows' || verdict?.kind === 'denies'
        ? {}
        : {
            snippet: { language: 'json', text: `${matchingStatement(claims, role.role, providerName(claims.iss))}\n` },
          }),
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});

function titleOf({ by, verdict }: Denied): string {
  if (by !== undefined) return 'A policy beside the role’s own refuses this job’s token';
  return verdict?.title ?? 'The role’s trust policy does not match this job’s token';
}

function reason({ by, verdict }: Denied): string {
  if (by !== undefined) return `${POLICY[by]} does not let this token have it`;
  switch (verdict?.kind) {
    case 'refuses':
      return 'its trust policy, as `trust-policy` has it, does not allow this token';
    case 'denies':
      return 'its trust policy, as `trust-policy` has it, denies it to this token';
    case 'allows':
      return 'its policy in IAM is another than `trust-policy` has, because there is no such role, or because something else denies it: AWS’s answer is the same';
    default:
      return 'no statement of its trust policy allows this token, or because there is no such role: AWS’s answer is the same';
  }
}

function otherPolicyFix(by: PolicyKind, role: RoleEvidence): string {
  return `In ${POLICY[by]}, allow \`sts:AssumeRoleWithWebIdentity\` on ${quoted(role.role.arn)}; the organisation’s administrator can.`;
}

function fixes({ role: { claims }, verdict }: Denied, { settings }: Evidence): readonly string[] {
  if (verdict?.kind === 'allows' || verdict?.kind === 'denies') return verdict.fix;
  const known = verdict?.kind === 'refuses';
  const where = `${known ? 'Or there' : 'In the role’s trust policy'} (IAM → Roles → Trust relationships)`;
  const allow =
    claims === undefined
      ? 'allow the tokens of this job'
      : settings.summary === 'never'
        ? `allow tokens with exactly this \`aud\` and \`sub\`: ${quoted(claims.aud[0] ?? '')} and ${quoted(claims.sub)}`
        : 'allow this token; the summary of this job has a statement that matches it, ready to paste';
  return [
    ...(verdict?.fix ?? []),
    `${where}, ${allow}.`,
    ...(claims === undefined ? [] : cautions(claims)),
    ...(claims === undefined || known ? [] : usualMistakes(claims)),
    ...(settings.trustPolicy === undefined
      ? ['In this step, hand the policy over as `trust-policy`: then this finding names the very condition that fails.']
      : []),
    ...(known ? [] : ['In this step, check the account and the name in `role-to-assume`.']),
  ];
}

/** A statement that matches may let in more than this run. */
function cautions(claims: Claims): readonly string[] {
  return readSubject(claims.sub, claims).form === 'pull-request'
    ? [
        'In that policy, mind that a subject with `:pull_request` lets every pull request of this repository in, whatever it changes: give such jobs a role of their own that can only read.',
      ]
    : [];
}

function rows(claims: Claims): readonly (readonly string[])[] {
  const shown = SHOWN.flatMap((name) => {
    const value = claims.text[name];
    return value === undefined ? [] : [[name, quoted(value)]];
  });
  return [
    ['iss', quoted(claims.iss)],
    ['aud', claims.aud.map(quoted).join(', ')],
    ['sub', quoted(claims.sub)],
    ...shown,
  ];
}

const FORM = {
  branch: 'names the branch',
  tag: 'names the tag',
  environment: 'names the environment, and therefore no branch',
  'pull-request': 'names the pull request event, and no branch',
  customised: 'is customised by the organisation or repository',
  unknown: 'has a form that is not known here',
} as const;

function subjectEvidence(claims: Claims): readonly string[] {
  const subject = readSubject(claims.sub, claims);
  return [
    `the token’s \`sub\` is ${quoted(claims.sub)}: it ${FORM[subject.form]}`,
    ...(subject.immutable && subject.legacy !== undefined
      ? [
          `it has the immutable form, with IDs, which repositories made, renamed or transferred since 2026-07-15 send; a policy on the old form ${quoted(subject.legacy)} does not match it`,
        ]
      : []),
    `its \`aud\` is ${claims.aud.map(quoted).join(', ')}`,
    `its \`iss\` is ${quoted(claims.iss)}`,
  ];
}

/** What people most often get wrong; only where the policy itself is not at hand to tell. */
function usualMistakes(claims: Claims): readonly string[] {
  const subject = readSubject(claims.sub, claims);
  return [
    'In its conditions, `*` is a wildcard under `StringLike` only: `StringEquals` takes it literally. Capital and small letters count.',
    ...(subject.form === 'environment'
      ? ['In its condition on `sub`, a branch (`ref:refs/heads/…`) cannot match, because the job has `environment:`.']
      : []),
    ...(subject.form === 'pull-request'
      ? ['In its condition on `sub`, a branch cannot match, because the event is a pull request’s.']
      : []),
    ...(subject.immutable ? ['In its condition on `sub`, put the form with IDs, if it still has the old one.'] : []),
  ];
}
