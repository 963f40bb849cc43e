import type { Claims } from '../json-web-token.ts';

/** An AssumeRoleWithWebIdentity request as far as a trust policy can see it. */
export interface WebIdentityRequest {
  /** Account and partition of the role, out of its ARN. */
  readonly roleAccount: string;
  readonly partition: string;
  /** Host and path of the issuer, without a scheme: `token.actions.githubusercontent.com`. */
  readonly provider: string;
  readonly action: string;
  /** Condition keys that the request holds. One that starts with the provider and is not here is known to be absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** The whole token, to recognise mistakes by. */
  readonly claims: Claims;
}

/**
 * The claims of GitHub that AWS STS offers as condition keys since 2026-01, beside `aud` and `sub`. No other claim
 * can be tested in a trust policy, `repository_owner` and `event_name` included.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const GITHUB_KEYS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
];

/** Issuers for which AWS lists those keys; a GitHub Enterprise Server's own issuer is not among them. */
const GITHUB_PROVIDER =
  /^(?:token\.actions\.githubusercontent\.com(?:\/|$)|token\.actions\.[a-z0-9-]+\.ghe\.com$|github\.com\/enterprises\/)/i;

/** Whether AWS can test this claim of this provider in a trust policy. */
export function isConditionKey(provider: string, claim: string): boolean {
  const name = claim.toLowerCase();
  if (name === 'aud' || name === 'sub') return true;
  return GITHUB_PROVIDER.test(provider) && GITHUB_KEYS.includes(name);
}

/** The key of the name that the caller gives the session: each caller its own. */
export const SESSION_NAME_KEY = 'sts:rolesessionname';

/**
 * Keys that no such request holds: AssumeRoleWithWebIdentity takes no external ID, and tags only out of the token,
 * where GitHub puts none. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @param name in lower case
 */
export function isNeverSent(name: string): boolean {
  return NEVER_SENT.includes(name) || name.startsWith('aws:requesttag/');
}

const NEVER_SENT = ['sts:externalid', 'aws:tagkeys', 'sts:transitivetagkeys'];

/** Name of the IAM identity provider of an issuer: its URL without the scheme, a final slash included. */
export function providerName(iss: string): string {
  return iss.replace(/^https:\/\//i, '');
}

/** ARN that the issuer's identity provider has in an account. */
export function providerArn(partition: string, account: string, provider: string): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${provider}`;
}

/**
 * The request that this token makes for a role. `roleSessionName`: as it will be sent; without it a condition on it
 * stays undetermined.
 */
export function webIdentityRequest(
  claims: Claims,
  role: { readonly partition: string; readonly account: string },
  roleSessionName?: string,
): WebIdentityRequest {
  const provider = providerName(claims.iss);
  const context: Record<string, readonly string[]> = {
    [`${provider}:aud`]: claims.aud,
    [`${provider}:sub`]: [claims.sub],
  };
  for (const claim of GITHUB_KEYS) {
    const value = claims.text[claim];
    if (value !== undefined && isConditionKey(provider, claim)) context[`${provider}:${claim}`] = [value];
  }
  if (roleSessionName !== undefined) context['sts:RoleSessionName'] = [roleSessionName];
  return {
    roleAccount: role.account,
    partition: role.partition,
    provider,
    action: 'sts:AssumeRoleWithWebIdentity',
    context,
    claims,
  };
}
