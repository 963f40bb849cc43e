import type { DiagnosisId } from '../../model/evidence.ts';
import type { RoleEvidence } from '../../model/role-evidence.ts';
import { readRefusal, type RefusalKind } from '../../read/refusal.ts';
import { type PolicyKind, readDenial, readRoleRefusal, type RoleRefusalKind } from '../../read/role-refusal.ts';
import type { Evidence } from '../diagnosis.ts';
import { quoted } from './wording.ts';

/** What STS's refusal says; undefined where it did not refuse. */
export function refusalOf({ answer }: Evidence): RefusalKind | undefined {
  return answer?.kind === 'refused' ? readRefusal(answer.code, answer.message.reveal()) : undefined;
}

/** The refusal as a line of evidence: code, status and request ID; AWS's own text is never printed. */
export function refusalEvidence({ answer }: Evidence): string[] {
  if (answer?.kind !== 'refused') return [];
  const id = answer.requestIds.at(-1);
  return [
    `STS answered \`${answer.code.replace(/[^A-Za-z0-9.]/g, '').slice(0, 60)}\` (status ${answer.status})${
      id === undefined ? '' : `, request ID \`${id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 64)}\``
    }`,
  ];
}

export interface RoleRefusal {
  readonly kind: RoleRefusalKind;
  readonly role: RoleEvidence;
  readonly message: string;
}

/** STS's refusal to give the role's credentials, and what its text means. */
export function roleRefusalOf({ role }: Evidence): RoleRefusal | undefined {
  if (role?.answer?.kind !== 'refused') return undefined;
  const message = role.answer.message.reveal();
  return { kind: readRoleRefusal(role.answer.code, message), role, message };
}

/** A policy refused it, and not one of the network: that is no fault of the role's. */
export function roleDenialOf(evidence: Evidence): RoleRefusal | undefined {
  const refusal = roleRefusalOf(evidence);
  const denied = refusal?.kind === 'trust-denied' || refusal?.kind === 'denied';
  return denied && readDenial(refusal.message).by !== 'vpc-endpoint-policy' ? refusal : undefined;
}

/** What explains that a role is refused, where more was found than that. */
export const EXPLAINS_A_ROLE: ReadonlySet<DiagnosisId> = new Set([
  'region-disabled',
  'access-denied',
  'role-arn-invalid',
  'oidc-provider-missing',
  'oidc-audience-rejected',
  'oidc-trust-denied',
  'role-assumption-denied',
  'role-duration-exceeded',
  'session-tagging-denied',
  'session-policy-too-large',
  'oidc-token-unavailable',
]);

/** Issuer of the job's token; GitHub's own where there is no token to read. */
export function issuerOf(role: RoleEvidence): string {
  return role.claims?.iss ?? 'https://token.actions.githubusercontent.com';
}

/** What the policy's kind is called: "AWS names … as what refuses". */
export const POLICY: Readonly<Record<PolicyKind, string>> = {
  'identity-policy': 'the policies of the caller',
  'trust-policy': 'the role’s trust policy',
  'service-control-policy': 'a service control policy of the organisation',
  'resource-control-policy': 'a resource control policy of the organisation',
  'permissions-boundary': 'the caller’s permissions boundary',
  'session-policy': 'the policy of the caller’s session',
  'vpc-endpoint-policy': 'the policy of the VPC endpoint',
};

/** What it does to the action: "denies it", or "does not allow it". */
export function denyVerb(kind: PolicyKind, explicit: boolean): string {
  const isSeveral = kind === 'identity-policy';
  if (explicit) return isSeveral ? 'deny it' : 'denies it';
  return `${isSeveral ? 'do' : 'does'} not allow it`;
}

/** A wrong account in the role's ARN looks like a wrong policy: the account that is expected may tell. */
export function otherAccount({ settings, facts }: Evidence, account: string): readonly string[] {
  const own = facts?.accessKeyId.account;
  return [
    ...(settings.allowedAccountIds.length > 0 && !settings.allowedAccountIds.includes(account)
      ? [
          `the role is in account ${quoted(account)}, which \`allowed-account-ids\` does not have: its ARN may name the wrong account`,
        ]
      : []),
    ...(own !== undefined && own !== account
      ? [`the job’s access key belongs to another account, ${quoted(own)}`]
      : []),
  ];
}
