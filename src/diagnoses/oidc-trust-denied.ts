import { matchingStatement } from '../read/trust-policy/matching-statement.ts';
import { providerName } from '../read/trust-policy/request.ts';
import { readDenial, type PolicyKind } from '../read/role-refusal.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence } from './shared/refusal.ts';
import { denyVerb, otherAccount, POLICY, roleDenialOf } from './shared/refusal.ts';
import { WHICH_WAY } from './shared/role-denial-fixes.ts';
import { cautions, rows, subjectEvidence, usualMistakes } from './shared/token-claims.ts';
import { trustPolicyVerdict, type TrustPolicyVerdict } from './shared/trust-policy-verdict.ts';
import { quoted } from './shared/wording.ts';

const ACTION = 'sts:AssumeRoleWithWebIdentity';
const TRUST = 'In the role’s trust policy (IAM → Roles → Trust relationships)';
const DENY_TITLE = 'A Deny statement of the role’s trust policy applies to this job';
const DENIED_BY_AWS = 'its trust policy denies it to this token with a Deny statement';

interface Denied {
  readonly role: RoleEvidence;
  /** Where AWS names another policy than the role's own. */
  readonly by: PolicyKind | undefined;
  /** A Deny statement did it. */
  readonly explicit: boolean;
  /** Where it was not AssumeRoleWithWebIdentity itself: `sts:TagSession`, `sts:SetSourceIdentity`. */
  readonly beside: string | undefined;
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
  references: [DOCS.oidcGitHub],
  detect(evidence) {
    const refusal = roleDenialOf(evidence);
    if (refusal?.role.path !== 'web-identity' || evidence.found.includes('role-arn-invalid')) return undefined;
    const { by, explicit, action } = readDenial(refusal.message);
    const beside = action?.toLowerCase() === ACTION.toLowerCase() ? undefined : action;
    return {
      role: refusal.role,
      by: by === 'trust-policy' ? undefined : by,
      explicit,
      beside,
      // The policy is evaluated for that action alone.
      verdict: beside === undefined ? trustPolicyVerdict(refusal.role) : undefined,
    };
  },
  describe(denied, evidence) {
    const { role, by, verdict } = denied;
    const { claims } = role;
    return {
      title: titleOf(denied),
      explanation: `AWS refuses to give the role ${quoted(role.role.arn)}, because ${reason(denied)}.`,
      evidence: [
        ...(by === undefined ? (verdict?.evidence ?? []) : []),
        ...(claims === undefined ? [] : subjectEvidence(claims)),
        ...(denied.explicit ? [`AWS names what refuses: ${POLICY[by ?? 'trust-policy']}, with an explicit deny`] : []),
        ...otherAccount(evidence, role.role.account),
        ...refusalEvidence(evidence),
      ],
      fix: fixesOf(denied, evidence),
      docs: DOCS.oidcGitHub,
      ...(claims === undefined ? {} : { table: { head: ['Claim', 'This token'], rows: rows(claims) } }),
      ...(claims === undefined || role.bothRefused || !canHelp(denied)
        ? {}
        : {
            snippet: { language: 'json', text: `${matchingStatement(claims, role.role, providerName(claims.iss))}\n` },
          }),
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});

/** Whether one more statement that allows would change anything. */
function canHelp({ by, explicit, beside, verdict }: Denied): boolean {
  if (by !== undefined || explicit || beside !== undefined) return false;
  return verdict?.kind !== 'allows' && verdict?.kind !== 'denies';
}

function titleOf({ by, explicit, verdict }: Denied): string {
  if (by !== undefined) return 'A policy beside the role’s own refuses this job’s token';
  if (explicit && verdict?.kind !== 'allows' && verdict?.kind !== 'denies') return DENY_TITLE;
  return verdict?.title ?? 'The role’s trust policy does not match this job’s token';
}

function reason({ by, explicit, beside, verdict }: Denied): string {
  const what = beside === undefined ? '' : ` (${quoted(beside)})`;
  if (by !== undefined) return `${POLICY[by]} ${denyVerb(by, explicit)}${what}`;
  if (beside !== undefined) {
    return `its trust policy ${explicit ? 'denies' : 'does not allow'} ${quoted(beside)} to this token`;
  }
  switch (verdict?.kind) {
    case 'refuses':
      return explicit ? DENIED_BY_AWS : 'its trust policy, as `trust-policy` has it, does not allow this token';
    case 'denies':
      return 'its trust policy, as `trust-policy` has it, denies it to this token';
    case 'allows':
      return explicit
        ? `${DENIED_BY_AWS}, and is another than \`trust-policy\` has`
        : 'its policy in IAM is another than `trust-policy` has, because there is no such role, or because something else denies it: AWS’s answer is the same';
    default:
      return explicit
        ? DENIED_BY_AWS
        : 'no statement of its trust policy allows this token, or because there is no such role: AWS’s answer is the same';
  }
}

/** Where the role's own policy is not what is to be changed, or not by one more statement. */
function fixesOf(denied: Denied, evidence: Evidence): readonly string[] {
  const { role, by, explicit, beside, verdict } = denied;
  if (role.bothRefused) return [WHICH_WAY];
  const action = beside ?? ACTION;
  const target = quoted(role.role.arn);
  if (by !== undefined) {
    return [
      explicit
        ? `In ${POLICY[by]}, take ${target} out of the statement that denies \`${action}\`; the organisation’s administrator can.`
        : `In ${POLICY[by]}, allow \`${action}\` on ${target}; the organisation’s administrator can.`,
    ];
  }
  if (explicit && verdict?.kind !== 'allows' && verdict?.kind !== 'denies') {
    return [
      `${TRUST}, narrow or remove the statement with \`"Effect": "Deny"\` that applies to this token: one more that allows cannot help against it.`,
    ];
  }
  if (beside !== undefined) {
    return [`${TRUST}, add \`${beside}\` to the \`Action\` of the statement that allows this token.`];
  }
  return fixes(denied, evidence);
}

function fixes({ role: { claims }, verdict }: Denied, { settings, gathered: { job } }: Evidence): readonly string[] {
  if (verdict?.kind === 'allows' || verdict?.kind === 'denies') return verdict.fix;
  const known = verdict?.kind === 'refuses';
  const where = known ? 'Or there (IAM → Roles → Trust relationships)' : TRUST;
  const statement = job.runsInActions ? 'the summary of this job has a statement that' : 'the statement below';
  const allow =
    claims === undefined
      ? 'allow the tokens of this job'
      : job.runsInActions && settings.summary === 'never'
        ? `allow tokens with exactly this \`aud\` and \`sub\`: ${quoted(claims.aud[0] ?? '')} and ${quoted(claims.sub)}`
        : `allow this token; ${statement} matches it, ready to paste`;
  return [
    ...(verdict?.fix ?? []),
    `${where}, ${allow}.`,
    ...(claims === undefined ? [] : cautions(claims)),
    ...(claims === undefined || known ? [] : usualMistakes(claims)),
    ...(settings.trustPolicy === undefined
      ? [
          'If it seems to match: give the policy to this step as `trust-policy`, which then names the condition that fails.',
        ]
      : []),
    ...(known ? [] : ['In this step, check the account and the name in `role-to-assume`.']),
  ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'oidc-trust-denied': true;
  }
}
