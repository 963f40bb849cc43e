import type { RoleEvidence } from '../../model/role-evidence.ts';
import { roleArnOfAssumedRole } from '../../read/arn.ts';
import type { Denial } from '../../read/role-refusal.ts';
import type { Evidence } from '../diagnosis.ts';
import { POLICY } from './refusal.ts';
import { quoted } from './wording.ts';

/** A refusal to let the checked credentials assume the role. */
export interface Denied {
  readonly role: RoleEvidence;
  readonly denial: Denial;
  /** The credentials are this very role's already. */
  readonly isItself: boolean;
  /** Why no policy could help, where that is so. */
  readonly never: string | undefined;
  /** AWS itself says that it is because the caller is a root user. */
  readonly ofRoot: boolean;
}

/** What comes with AssumeRole, and needs an action of its own on both sides. */
const BESIDE: Readonly<Partial<Record<string, readonly string[]>>> = {
  'sts:TagSession': [
    'In the step that assumes the role, set `role-skip-session-tagging: true`, if the tags are not needed; tags that the caller’s own session passes cannot be left out so.',
  ],
  'sts:SetSourceIdentity': [
    'In the step that makes the caller’s credentials, set no source identity, if it is not needed: a session hands its own on to every role that it assumes.',
  ],
};

/** Whether the action is one beside AssumeRole itself, so that the role is there. */
export function isBeside(action: Denial['action']): boolean {
  return action !== undefined && action !== 'sts:AssumeRole';
}

/** Whether the refusal may be that of a condition, which the deployment's own request may meet. */
export function isPerhapsCondition({ denial: { by, explicit, action }, isItself }: Denied): boolean {
  return (by === undefined || (by === 'trust-policy' && !explicit)) && !isBeside(action) && !isItself;
}

/** The machine's own role stepped in, because the job may not ask for a token: that role is hardly meant. */
function isStandIn({ gathered: { credentials, job } }: Evidence): boolean {
  const ofMachine = credentials?.source === 'instance' || credentials?.source === 'container';
  return ofMachine && job.runsInActions && job.oidc === undefined;
}

/** Both ways to the role were refused: nothing is opened to GitHub for a role that may be meant for the key alone. */
export const WHICH_WAY =
  'In this step, set `role-chaining: true` if the role is to be assumed with the keys (then only the other finding counts), or `false` if by OIDC: then this finding says what to change.';

const GRANT = 'In the job, add `permissions: id-token: write`';

/** What to change, most likely first. */
export function roleDenialFixes(denied: Denied, evidence: Evidence): readonly string[] {
  const { role, denial, isItself, never } = denied;
  if (never !== undefined) {
    return ['In the GitHub secret, put the key of an IAM user, or let the job assume the role by OIDC.'];
  }
  const { runsInActions } = evidence.gathered.job;
  const perhaps = isPerhapsCondition(denied);
  const standIn = isStandIn(evidence);
  return [
    ...(isItself
      ? [
          'In this step, leave `role-to-assume` out: the job’s credentials are this role’s already, and a role that assumes itself needs its own trust policy to say so.',
        ]
      : []),
    ...(standIn
      ? [
          `${GRANT}: without it the credentials of the machine’s own role were taken, and with it this step assumes the role by OIDC.`,
        ]
      : []),
    ...policyFixes(role, denial),
    ...(runsInActions && perhaps && !standIn
      ? [`${GRANT}, if the role is meant to be assumed by OIDC: then this step does so.`]
      : []),
    ...(denial.by === undefined && !isBeside(denial.action)
      ? ['In this step, check the account and the name in `role-to-assume`.']
      : []),
    ...(perhaps
      ? [
          'If the role’s policy asks for an external ID or another session name: in this step, set `role-external-id` and `role-session-name` as in the step that assumes the role.',
        ]
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
  const tags = BESIDE[action] ?? [];
  switch (by) {
    case 'identity-policy':
      return [identity, ...tags];
    case 'trust-policy':
      return [trust, ...tags];
    case undefined:
      return isBeside(action) ? [trust, identity, ...tags] : [identity, trust];
    case 'session-policy':
      return [
        explicit
          ? `In the step that makes the credentials, take ${target} out of the statement of the session’s policy (\`inline-session-policy\`, \`managed-session-policies\`) that denies \`${action}\`.`
          : `In the step that makes the credentials, let the session’s policy (\`inline-session-policy\`, \`managed-session-policies\`) allow \`${action}\` on ${target}.`,
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
