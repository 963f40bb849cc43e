import { roleArnOfAssumedRole } from '../read/arn.ts';
import { readDenial, type Denial } from '../read/role-refusal.ts';
import type { Identity } from '../evidence.ts';
import type { RoleEvidence } from '../role-evidence.ts';
import { DOCS } from './docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence } from './refusal-of.ts';
import { otherAccount, POLICY, roleDenialOf } from './role-refusal-of.ts';
import { quoted } from './wording.ts';

interface Denied {
  readonly role: RoleEvidence;
  readonly denial: Denial;
  /** The credentials are this very role's already. */
  readonly isItself: boolean;
}

/** The checked credentials are valid, and may not assume the role. */
export const roleAssumptionDenied = entry<Denied>({
  id: 'role-assumption-denied',
  severity: 'error',
  phases: ['role'],
  when: 'the checked credentials may not assume the role',
  exceptions:
    'AWS gives the same answer where the role does not exist; and a policy that was changed seconds ago may not be in force everywhere yet.',
  detect(evidence) {
    const refusal = roleDenialOf(evidence);
    if (refusal?.role.path !== 'chained' || evidence.found.includes('role-arn-invalid')) return undefined;
    const { role } = refusal;
    return { role, denial: readDenial(refusal.message), isItself: isSessionOf(role) };
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
        ...refusalEvidence(evidence),
      ],
      fix: fixes(denied, evidence.gathered.job.runsInActions),
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

function never({ chainedFrom }: RoleEvidence): string | undefined {
  return chainedFrom?.principalType && NEVER[chainedFrom.principalType];
}

function reason({ role, denial: { action, by, explicit } }: Denied): string {
  const impossible = never(role);
  if (impossible !== undefined) return impossible;
  if (by === undefined) {
    const sides = 'the caller’s policies or the role’s trust policy do not allow it';
    return action === 'sts:TagSession' ? sides : `${sides}, or because there is no such role: AWS’s answer is the same`;
  }
  const verb = by === 'identity-policy' ? 'do' : 'does';
  return explicit
    ? `${POLICY[by]} ${by === 'identity-policy' ? 'deny' : 'denies'} it`
    : `${POLICY[by]} ${verb} not allow it`;
}

function fixes({ role, denial, isItself }: Denied, inActions: boolean): readonly string[] {
  if (never(role) !== undefined) {
    return ['In the secret store, put the key of an IAM user, or let the job assume the role by OIDC.'];
  }
  const itself = isItself
    ? [
        'In this step, leave `role-to-assume` out: the job’s credentials are this role’s already, and a role that assumes itself needs its own trust policy to say so.',
      ]
    : [];
  const isTags = denial.action === 'sts:TagSession';
  const perhapsTrust = denial.by === undefined || (denial.by === 'trust-policy' && !denial.explicit);
  const oidc =
    inActions && perhapsTrust && !isItself && !isTags
      ? [
          'In the job, add `permissions: id-token: write`, if the role is meant to be assumed by OIDC: then this step does so.',
        ]
      : [];
  return [
    ...itself,
    ...policyFixes(role, denial),
    ...oidc,
    ...(denial.by === undefined && !isTags
      ? ['In this step, check the account and the name in `role-to-assume`.']
      : []),
  ];
}

function policyFixes(role: RoleEvidence, { by, explicit, action = 'sts:AssumeRole' }: Denial): readonly string[] {
  const target = quoted(role.role.arn);
  const identity = explicit
    ? `In the policies of the caller, take ${target} out of the statement that denies \`${action}\`.`
    : `In a policy of the caller, allow \`${action}\` on ${target}.`;
  const trust = explicit
    ? `In the role’s trust policy, take the caller out of the statement that denies \`${action}\`.`
    : `In the role’s trust policy (IAM → Roles → Trust relationships), allow \`${action}\` for ${callerOf(role)}.`;
  const tags =
    action === 'sts:TagSession'
      ? [
          'In the step that assumes the role, set `role-skip-session-tagging: true`, if the tags are not needed; tags that the caller’s own session hands on cannot be left out so.',
        ]
      : [];
  switch (by) {
    case 'identity-policy':
      return [identity, ...tags];
    case 'trust-policy':
      return [trust, ...tags];
    case undefined:
      return action === 'sts:TagSession' ? [trust, identity, ...tags] : [identity, trust];
    case 'session-policy':
      return [
        `In the step that makes the credentials, let the session’s policy (\`inline-session-policy\`, \`managed-session-policies\`) allow \`${action}\` on ${target}.`,
        ...tags,
      ];
    default:
      return [
        `In ${POLICY[by]}, ${explicit ? 'take' : 'allow'} \`${action}\` on ${target}${explicit ? ' out of the statement that denies it' : ''}; where it is the organisation’s, its administrator can.`,
        ...tags,
      ];
  }
}

/** A trust policy is best written on the role, not on one of its sessions. */
function callerOf({ chainedFrom }: RoleEvidence): string {
  if (chainedFrom === undefined) return 'the caller';
  const role = roleArnOfAssumedRole(chainedFrom.arn);
  return role === undefined
    ? quoted(chainedFrom.arn)
    : `${quoted(role)} (with the role’s path before its name, if it has one)`;
}
