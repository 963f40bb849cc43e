import type { Candidate } from './causes.ts';
import type { Clues } from './clues.ts';
import type { PrintedError } from './errors.ts';
import type { Kind } from './kinds.ts';

type Causes = (error: PrintedError, clues: Clues) => readonly Candidate[];

const PROVIDER: Candidate = {
  id: 'oidc-provider-missing',
  why: 'the account of the role has no identity provider for the token’s issuer, or the role’s ARN names another account',
};
const PERMISSION: Candidate = {
  id: 'oidc-permission-missing',
  why: 'the job has no `permissions: id-token: write`, so GitHub gives it no token',
};
const NONE: Candidate = { id: 'no-credentials', why: 'none of the sources that the tool looks into holds credentials' };
const WITHHELD: Candidate = {
  id: 'secrets-withheld',
  why: 'the secrets are empty: GitHub passes none to pull requests from forks, to Dependabot, or to a called workflow without `secrets: inherit`',
};
const PROFILE: Candidate = { id: 'profile-not-found', why: 'the named profile is in neither of the shared files' };
const REGION: Candidate = {
  id: 'region-missing',
  why: 'no region is set: neither an input, `AWS_REGION`, nor the profile has one',
};
const SOURCE: Candidate = {
  id: 'source-unavailable',
  why: 'a source of credentials is configured, and gave none when it was asked',
};
const BAD_ARN: Candidate = {
  id: 'role-arn-invalid',
  why: 'the value of the role is not a role’s ARN, or the role does not exist',
};
const STRAY: Candidate = {
  id: 'stray-characters',
  why: 'a line break or another control character is in the key ID or the session token',
};

function one(id: Candidate['id'], why: string): Causes {
  return () => [{ id, why }];
}

const none: Causes = (error, clues) => {
  const first = clues.isFork ? [WITHHELD, NONE] : [NONE, PERMISSION, WITHHELD];
  return [...first, PROFILE, ...(error.kind === 'none-imds' ? [SOURCE] : [])];
};

/** The causes of kinds that have one, or a few that the words alone order. */
export const SINGLE_CAUSES: Readonly<Partial<Record<Kind, Causes>>> = {
  'web-token-expired': one(
    'oidc-token-unavailable',
    'the OIDC token was too old when it was used: it lives for minutes, and retries outlive it',
  ),
  'scope-service': one('custom-endpoint', 'the endpoint that is configured belongs to another service'),
  unsigned: () => [
    { id: 'no-credentials', why: 'the request was sent unsigned, as with empty credentials' },
    { id: 'incomplete-credentials', why: 'the key ID came without its secret access key, or the other way round' },
  ],
  'sts-inactive': one('region-disabled', 'STS is deactivated in this region for the account'),
  'not-subscribed': one(
    'region-disabled',
    'the opt-in region is not enabled for the account, or the account is not active yet',
  ),

  trust: () => [
    {
      id: 'oidc-trust-denied',
      why: 'the role’s trust policy does not match the token: mostly its `sub` (branch, environment, case, or the new form with IDs), then its `aud`',
    },
    BAD_ARN,
    PROVIDER,
  ],
  provider: () => [PROVIDER],
  audience: one('oidc-audience-rejected', 'the identity provider in the account does not list the token’s audience'),
  thumbprint: one(
    'oidc-provider-missing',
    'the identity provider in the account holds an old thumbprint of the issuer',
  ),
  'verification-key': () => [
    {
      id: 'oidc-provider-missing',
      why: 'AWS cannot read the issuer’s `/.well-known/openid-configuration` or keys: not public on GitHub Enterprise Server',
    },
    { id: 'oidc-token-unavailable', why: 'AWS could not reach the issuer for a moment: run the job again' },
  ],
  'not-a-token': one(
    'oidc-token-unavailable',
    'what was sent is not a valid OIDC token, or one of its claims was rejected',
  ),
  'role-arn': () => [{ id: 'role-arn-invalid', why: 'the value of the role is not a role’s ARN' }],
  duration: (error) => [
    {
      id: 'role-duration-exceeded',
      why: /chain/i.test(error.excerpt)
        ? 'a session that is assumed from another role’s session lasts one hour at most'
        : 'the requested session is longer than the role’s maximum session duration',
    },
  ],
  'policy-size': one('session-policy-too-large', 'the session policies and tags together are larger than STS allows'),

  'id-token-permission': () => [PERMISSION],
  'id-token-unavailable': () => [
    { id: 'oidc-token-unavailable', why: 'GitHub did not issue the OIDC token that the job asked for' },
    PERMISSION,
  ],
  'secret-required': () => [WITHHELD, NONE],
  'web-identity-file': one('source-unavailable', 'the web identity token file cannot be read'),
  source: () => [SOURCE, NONE],
  process: one('credential-process-failed', 'the program of `credential_process` failed, or gave no valid answer'),
  profile: () => [PROFILE],
  partial: one('incomplete-credentials', 'one of the two key values is set, the other is not'),
  file: one('credentials-file-invalid', 'the shared config or credentials file cannot be used as it is written'),
  'other-source': one(
    'ambiguous-sources',
    'another source of credentials comes before the one that the step was given',
  ),
  'sign-in': one('sign-in-required', 'the sign-in of `aws login` or IAM Identity Center is missing or has ended'),
  mfa: one('mfa-required', 'the call needs an MFA code from a person, or the code was wrong or used already'),
  'exec-plugin': () => [
    {
      id: 'source-unavailable',
      why: 'the program that gets the cluster’s token failed: its own error is above, or run it by hand (`aws eks get-token`)',
    },
    NONE,
  ],
  'header-character': () => [STRAY],
  'region-none': () => [REGION, WITHHELD],
  'region-bad': one('region-invalid', 'the value of the region is not the name of a region'),
  'account-other': one(
    'account-not-allowed',
    'the credentials are accepted, and belong to another account than allowed',
  ),
  'account-target': () => [
    { id: 'target-account-mismatch', why: 'the credentials are of another account than the one that is deployed to' },
    { id: 'account-not-allowed', why: 'the credentials are of another account than allowed' },
  ],

  'registry-none': () => [
    {
      id: 'no-credentials',
      why: 'Docker has no login for this registry: the login step is missing, failed, or named another registry',
    },
    { id: 'session-token-expired', why: 'the login to the registry has ended: it lasts 12 hours' },
    { id: 'permission-denied', why: 'the identity has no permission for the repository' },
  ],
  'registry-expired': one('session-token-expired', 'the login to the registry has ended: it lasts 12 hours'),
  'artifact-login': () => [
    {
      id: 'session-token-expired',
      why: 'the token of CodeArtifact has ended: it lasts 12 hours at most, and ends with the session that made it',
    },
    { id: 'no-credentials', why: 'no token of CodeArtifact was configured for this registry' },
    { id: 'permission-denied', why: 'the identity has no permission for the repository' },
  ],

  none,
  'none-imds': none,
  'wrapper-none': none,
  'wrapper-role': () => [
    { id: 'role-assumption-denied', why: 'the role could not be assumed, and the text does not say why' },
    PERMISSION,
  ],
  throttled: one('sts-throttled', 'the account makes more calls than AWS allows at once'),
  unavailable: one('sts-unavailable', 'the service failed to answer; the credentials may be fine'),
};
