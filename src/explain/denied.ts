import type { Candidate } from './causes.ts';
import type { Clues } from './clues.ts';
import { readDenial, type Denial } from './denial.ts';
import type { PrintedError } from './errors.ts';

/** What a denial comes from, and who can change it; undefined for errors that are none. Never says "allow" against a Deny. */
export function denied(error: PrintedError, clues: Clues): readonly Candidate[] | undefined {
  const denial = readDenial(error.message);
  if (denial.isQuarantine || error.kind === 'quarantine') return [compromised()];
  switch (error.kind) {
    case 'tags':
      return [
        {
          id: 'session-tagging-denied',
          why: `the session is to be tagged, and nothing allows \`sts:TagSession\`${reasonOf(denial)}`,
          ...(mustNotAllow(denial) ? { fix: fixOf(denial, 'sts:TagSession') } : {}),
        },
      ];
    case 'root-assumes':
      return [
        {
          id: 'role-assumption-denied',
          why: 'the keys are the root user’s, which cannot assume roles',
          fix: 'In the workflow, use the keys of an IAM user or a role: the root user cannot assume a role.',
        },
        { id: 'root-credentials', why: 'the keys belong to the account’s root user' },
      ];
    case 'session-calls-session':
      return [
        {
          id: 'session-token-stale',
          why: 'the call wants a long-term key, and a session token was sent: an earlier step left it behind',
        },
        { id: 'ambiguous-sources', why: 'credentials of a session come before the key that is meant' },
      ];
    case 'role-unusable':
      return [
        {
          id: 'role-assumption-denied',
          why: 'the credentials are accepted, and may not assume the role: its trust policy, their policy, or the role’s name',
        },
      ];
    case 'cluster-denied':
      return [
        {
          id: 'identity-unexpected',
          why: 'the cluster does not know this identity: it has no access entry, and is not in `aws-auth`',
          fix: 'In EKS, add an access entry for the role that the job uses, or use the role that the cluster knows.',
        },
        { id: 'session-token-expired', why: 'the cluster’s token was made with a session that has ended' },
        { id: 'permission-denied', why: 'the identity is known, and has no permission in the cluster' },
      ];
    case 'registry-denied':
    case 'denied-encoded':
    case 'denied-bare':
    case 'denied':
      return ofDenial(error, denial, clues);
    default:
      return undefined;
  }
}

function compromised(): Candidate {
  return {
    id: 'access-key-compromised',
    why: 'AWS attached its quarantine policy: the access key was found in public, and must be taken for leaked',
  };
}

function ofDenial(error: PrintedError, denial: Denial, clues: Clues): readonly Candidate[] {
  const action =
    denial.action?.toLowerCase() ??
    (error.operation === undefined ? undefined : `sts:${error.operation.toLowerCase()}`);
  if (denial.policy === 'vpc-endpoint') {
    return [
      {
        id: 'access-denied',
        why: 'the policy of the VPC endpoint on the way refuses the call',
        fix: fixOf(denial, denial.action),
      },
      { id: 'permission-denied', why: 'the credentials are accepted, and the call is denied on its way' },
    ];
  }
  if (action === 'sts:assumerolewithwebidentity') {
    return [
      {
        id: 'oidc-trust-denied',
        why: `the role’s trust policy does not match the token${reasonOf(denial)}`,
        ...(mustNotAllow(denial) ? { fix: fixOf(denial, denial.action) } : {}),
      },
    ];
  }
  if (action === 'sts:assumerole' || action === 'sts:assumerolewithsaml' || action === 'sts:setsourceidentity') {
    return [
      {
        id: 'role-assumption-denied',
        why:
          reasonOf(denial) === ''
            ? 'the caller’s policy or the role’s trust policy does not allow `sts:AssumeRole`, or the role does not exist'
            : `the role may not be assumed${reasonOf(denial)}`,
        ...(denial.policy === undefined && !denial.isExplicit
          ? {}
          : { fix: fixOf(denial, denial.action ?? 'sts:AssumeRole') }),
      },
      { id: 'identity-unexpected', why: 'another identity than the one that may assume the role made the call' },
    ];
  }
  return [
    {
      id: 'permission-denied',
      why: `the credentials are accepted, and ${who(denial)} is denied ${what(denial)}${reasonOf(denial)}`,
      fix: fixOf(denial, denial.action),
    },
    { id: 'identity-unexpected', why: 'the identity is another one than the job should use' },
    ...(clues.account === undefined
      ? [{ id: 'account-not-allowed', why: 'the credentials are those of another account' } as const]
      : []),
  ];
}

function who({ identity }: Denial): string {
  return identity === undefined ? 'their identity' : `\`${identity}\``;
}

function what({ action, resource }: Denial): string {
  if (action === undefined) return 'this call';
  return resource === undefined ? `\`${action}\`` : `\`${action}\` on \`${resource}\``;
}

const NAMES: Readonly<Record<NonNullable<Denial['policy']>, string>> = {
  identity: 'identity-based policy',
  resource: 'resource’s policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  'service-control': 'service control policy of the organisation',
  'resource-control': 'resource control policy of the organisation',
  'vpc-endpoint': 'policy of the VPC endpoint',
  trust: 'role’s trust policy',
};

function reasonOf({ policy, isExplicit, policyArn }: Denial): string {
  if (policy === undefined) return isExplicit ? ', by an explicit deny' : '';
  if (!isExplicit) return `: no ${NAMES[policy]} allows it`;
  return `, by an explicit deny in the ${NAMES[policy]}${policyArn === undefined ? '' : ` \`${policyArn}\``}`;
}

/** No Allow helps here. */
function mustNotAllow({ isExplicit, isOfOrganisation }: Denial): boolean {
  return isExplicit || isOfOrganisation;
}

/** Who can change it, and what. */
function fixOf(
  { policy, policyArn, isExplicit, isOfOrganisation, resource, identity }: Denial,
  action: string | undefined,
): string {
  const asked = `\`${action ?? 'the action'}\`${resource === undefined ? '' : ` on \`${resource}\``}`;
  if (isOfOrganisation) {
    return `Ask the owner of the AWS organisation: ${policyArn === undefined ? 'its policy' : `\`${policyArn}\``} forbids ${asked}. A change in this account’s IAM does not help.`;
  }
  const named = policyArn === undefined ? '' : ` \`${policyArn}\``;
  switch (policy) {
    case 'boundary':
      return isExplicit
        ? `In IAM, narrow the Deny in the permissions boundary${named} of the role: adding permissions does not help.`
        : `In IAM, change the permissions boundary${named} of the role, not its policy: the boundary leaves ${asked} out.`;
    case 'session':
      return 'In the step that assumes the role, correct `inline-session-policy` or `managed-session-policies`: they limit the session.';
    case 'vpc-endpoint':
      return isExplicit
        ? `In the VPC, narrow the Deny in the endpoint’s policy${named}: adding permissions does not help.`
        : `In the VPC, let the endpoint’s policy permit ${asked} for this identity.`;
    case 'resource':
    case 'trust':
      if (isExplicit)
        return `In the account that owns the resource, narrow the Deny in its policy${named}: adding permissions does not help.`;
      return policy === 'trust'
        ? `In IAM, let the role’s trust policy permit ${asked} for this caller.`
        : `In the account that owns the resource, let its policy (of the bucket, key or queue) permit ${asked} for this identity.`;
    default:
  }
  if (isExplicit) {
    return `In IAM, remove or narrow the Deny in${named === '' ? ' the policy that has it' : named}: adding permissions does not help.`;
  }
  const statement =
    action === undefined || action.includes('*')
      ? ''
      : ` Statement: \`{"Effect":"Allow","Action":"${action}","Resource":"${resource ?? 'ARN'}"}\`.`;
  return identity === undefined && action === undefined
    ? 'Find the action and the identity (`aws sts get-caller-identity`, CloudTrail), then let this role’s policy or the resource’s policy permit it.'
    : `In IAM, add ${asked} to the policy of the role that the job uses, if the job is meant to do that.${statement}`;
}
