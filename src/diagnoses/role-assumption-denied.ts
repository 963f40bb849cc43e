import { roleArnOfAssumedRole } from '../read/arn.ts';
import { readDenial, refusesRoot } from '../read/role-refusal.ts';
import type { Identity } from '../model/evidence.ts';
import { SESSION_NAME, type RoleEvidence } from '../model/role-evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence } from './shared/refusal.ts';
import { isBeside, isPerhapsCondition, roleDenialFixes, type Denied } from './shared/role-denial-fixes.ts';
import { denyVerb, otherAccount, POLICY, roleDenialOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

/** The checked credentials are valid, and may not assume the role. */
export const roleAssumptionDenied = entry<Denied>({
  id: 'role-assumption-denied',
  severity: 'error',
  phases: ['role'],
  when: 'the checked credentials may not assume the role',
  exceptions:
    'AWS gives the same answer where the role does not exist; and a policy that was changed seconds ago may not be in force everywhere yet.',
  references: [DOCS.roleTroubleshooting],
  detect(evidence) {
    const refusal = roleDenialOf(evidence);
    if (refusal?.role.path !== 'chained' || evidence.found.includes('role-arn-invalid')) return undefined;
    const { role } = refusal;
    const denial = readDenial(refusal.message);
    // The tags alone are refused: that is told by itself.
    if (role.faults.some(({ refusal: one }) => one === role.answer)) return undefined;
    const ofRoot = refusesRoot(refusal.message);
    return { role, denial, isItself: isSessionOf(role), never: never(role, ofRoot), ofRoot };
  },
  describe(denied, evidence) {
    const { role, denial } = denied;
    return {
      title: `The credentials may not assume the role ${role.role.name.slice(0, 35)}`,
      explanation: `The credentials are valid, but AWS refuses \`${denial.action ?? 'sts:AssumeRole'}\`, because ${reason(denied)}.`,
      evidence: [
        ...(role.chainedFrom === undefined ? [] : [`the caller is ${quoted(role.chainedFrom.arn)}`]),
        `the role is ${quoted(role.role.arn)}`,
        ...(denial.by === undefined
          ? []
          : [
              `AWS names what refuses: ${POLICY[denial.by]}, ${denial.explicit ? 'with an explicit deny' : 'where nothing allows it'}`,
            ]),
        ...otherAccount(evidence, role.role.account),
        ...(denied.ofRoot ? ['AWS says that roles may not be assumed by root accounts'] : []),
        ...ownValues(denied, evidence),
        ...refusalEvidence(evidence),
      ],
      fix: roleDenialFixes(denied, evidence),
      docs: DOCS.roleTroubleshooting,
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});

/** A session's ARN leaves out the role's path, so names are compared. */
function isSessionOf({ chainedFrom, role }: RoleEvidence): boolean {
  if (chainedFrom?.principalType !== 'assumed-role') return false;
  return roleArnOfAssumedRole(chainedFrom.arn) === `arn:${role.partition}:iam::${role.account}:role/${role.name}`;
}

/** Principals that no policy can help: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, …/API_GetFederationToken.html */
const NEVER: Readonly<Partial<Record<NonNullable<Identity['principalType']>, string>>> = {
  root: 'the account’s root user cannot assume any role',
  'federated-user': 'a federated user (GetFederationToken) cannot assume any role',
};

function never({ chainedFrom }: RoleEvidence, ofRoot: boolean): string | undefined {
  return ofRoot ? NEVER.root : chainedFrom?.principalType && NEVER[chainedFrom.principalType];
}

/** What of the request is this step's, where a condition on it may be what refuses; and what was not looked at. */
function ownValues(denied: Denied, { settings }: Evidence): readonly string[] {
  return [
    ...(denied.never === undefined && isPerhapsCondition(denied)
      ? [
          `this step gives the session the name \`${settings.role.sessionName ?? SESSION_NAME}\`, and sends ${settings.role.externalId === undefined ? 'no' : 'an'} external ID`,
        ]
      : []),
    ...(settings.trustPolicy === undefined
      ? []
      : ['`trust-policy` was not evaluated: it is held against OIDC tokens, and this role was asked for with a key']),
  ];
}

function reason({ never: impossible, denial: { action, by, explicit } }: Denied): string {
  if (impossible !== undefined) return impossible;
  if (by === undefined) {
    const sides = 'the caller’s policies or the role’s trust policy do not allow it';
    return isBeside(action) ? sides : `${sides}, or because there is no such role: AWS’s answer is the same`;
  }
  return `${POLICY[by]} ${denyVerb(by, explicit)}`;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'role-assumption-denied': true;
  }
}
