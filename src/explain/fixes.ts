import type { DiagnosisId } from '../model/evidence.ts';
import { DOCS } from '../diagnoses/shared/docs.ts';

/** What a cause is called in a title, what to change first, and where to read more. */
export interface Explained {
  readonly title: string;
  readonly fix: string;
  readonly docs: string;
}

const DENIALS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html';

/** For causes that are only read off a log: nothing of the job itself is known here. */
const OF_VALUES = {
  'access-key-rejected': {
    title: 'AWS does not know the access key',
    fix: 'In the IAM console, look for the key under the user’s security credentials. Activate it, or make a new one and update the GitHub secret.',
    docs: DOCS.accessKeys,
  },
  'access-key-compromised': {
    title: 'the access key has leaked, and AWS quarantined it',
    fix: 'In IAM, make a new key, delete the leaked one, and read CloudTrail for what was done with it. Detach the quarantine policy last.',
    docs: DOCS.accessKeys,
  },
  'secret-access-key-rejected': {
    title: 'the secret access key belongs to another key ID',
    fix: 'Update both GitHub secrets, key ID and secret access key, from one and the same key.',
    docs: DOCS.signatures,
  },
  'session-token-missing': {
    title: 'the session token is missing',
    fix: 'In the step, set `AWS_SESSION_TOKEN` beside the two other values of the same session.',
    docs: DOCS.temporaryCredentials,
  },
  'session-token-expired': {
    title: 'the AWS session has expired',
    fix: 'In the job, run the login step again right before this step, or raise its `role-duration-seconds`.',
    docs: DOCS.roleDuration,
  },
  'clock-skew': {
    title: 'the clock of the runner is off',
    fix: 'On a self-hosted runner, let a time service set the clock. On a GitHub-hosted one, run the job again.',
    docs: DOCS.ntp,
  },
  'region-invalid': {
    title: 'the region is wrong',
    fix: 'In the workflow, set the region to the name of the one that is meant, such as `eu-west-1`.',
    docs: DOCS.regions,
  },
  'region-missing': {
    title: 'no region is set',
    fix: 'In the workflow, set `aws-region` or `AWS_REGION`.',
    docs: DOCS.regions,
  },
  'region-disabled': {
    title: 'the region is not enabled for the account',
    fix: 'In the account settings, enable the region, or activate STS in it; or use another region.',
    docs: DOCS.stsRegions,
  },
  'session-token-region-limited': {
    title: 'the session token is not valid in this region',
    fix: 'In the step that makes the session, use the regional STS endpoint (`AWS_STS_REGIONAL_ENDPOINTS: regional`).',
    docs: DOCS.stsRegions,
  },
  'partition-mismatch': {
    title: 'the credentials belong to another partition',
    fix: 'In the workflow, use a region of the partition that the credentials belong to.',
    docs: DOCS.partitions,
  },
  'stray-characters': {
    title: 'a credential contains an extra character',
    fix: 'Update the GitHub secret: paste the value again without a line break, a space or quotes around it.',
    docs: DOCS.signatures,
  },
  'swapped-keys': {
    title: 'key ID and secret access key are swapped',
    fix: 'Swap the two GitHub secrets, and make a new key: the secret may be in a log by now.',
    docs: DOCS.signatures,
  },
  'access-key-id-malformed': {
    title: 'the access key ID is not an access key ID',
    fix: 'Update the GitHub secret of the access key ID: 20 characters that begin with `AKIA` or `ASIA`.',
    docs: DOCS.identifiers,
  },
  'session-token-stale': {
    title: 'a leftover session token is sent with a long-term key',
    fix: "In the step that sets the key, add `AWS_SESSION_TOKEN: ''`. It clears what an earlier step exported.",
    docs: DOCS.temporaryCredentials,
  },
  'session-token-mismatched': {
    title: 'key and session token come from different sessions',
    fix: 'In the job, run the step that makes the session again, and pass all three of its values together.',
    docs: DOCS.temporaryCredentials,
  },
  'session-token-malformed': {
    title: 'the session token was cut off or altered',
    fix: 'In the step that passes the session token, pass it whole, from its first character to its last.',
    docs: DOCS.temporaryCredentials,
  },
  'secret-access-key-malformed': {
    title: 'the secret access key is incomplete',
    fix: 'Update the GitHub secret of the secret access key: all 40 characters of it.',
    docs: DOCS.accessKeys,
  },
  'unresolved-placeholder': {
    title: 'a placeholder is used as a value',
    fix: 'In the workflow, use the expression that reads the secret, such as `${{ secrets.AWS_ACCESS_KEY_ID }}`, and check its name.',
    docs: DOCS.secrets,
  },
} as const satisfies Readonly<Partial<Record<DiagnosisId, Explained>>>;

const OF_SURROUNDINGS = {
  'no-credentials': {
    title: 'no credentials were found',
    fix: 'In the job, give this step credentials: `permissions: id-token: write` and a role, or the key variables.',
    docs: DOCS.chain,
  },
  'incomplete-credentials': {
    title: 'key ID or secret access key is missing',
    fix: 'In the step, set both `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.',
    docs: DOCS.chain,
  },
  'secrets-withheld': {
    title: 'GitHub passed no secrets',
    fix: 'In the workflow, run the job for branches of the repository only, or pass `secrets: inherit` to the called workflow.',
    docs: DOCS.withheldSecrets,
  },
  'oidc-permission-missing': {
    title: 'the job may not ask for an OIDC token',
    fix: 'In the job, add `permissions:` with `id-token: write` and `contents: read`: it replaces the default as a whole.',
    docs: DOCS.oidcGitHub,
  },
  'profile-not-found': {
    title: 'the profile does not exist',
    fix: 'In the workflow, correct `AWS_PROFILE`, or unset it if no shared files are used.',
    docs: DOCS.files,
  },
  'credentials-file-invalid': {
    title: 'the shared config or credentials file is not valid',
    fix: 'On the runner, correct the config or credentials file at what the message names.',
    docs: DOCS.files,
  },
  'credential-process-failed': {
    title: 'credential_process failed',
    fix: 'On the runner, run the program of `credential_process` by hand: it must print JSON with `Version`, key and secret.',
    docs: DOCS.process,
  },
  'source-unavailable': {
    title: 'the source of the credentials did not answer',
    fix: 'On the runner, check the source that the message names, or give the job credentials of another source.',
    docs: DOCS.chain,
  },
  'sign-in-required': {
    title: 'the sign-in has ended',
    fix: 'On this machine, run `aws sso login` (or `aws login`) for the profile. In a workflow, use OIDC: nobody can sign in there.',
    docs: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
  },
  'mfa-required': {
    title: 'the call needs an MFA code',
    fix: 'In the workflow, use a role with OIDC, whose trust policy does not ask for MFA: nobody can enter a code there.',
    docs: DOCS.roleTroubleshooting,
  },
  'ambiguous-sources': {
    title: 'another source of credentials came first',
    fix: "In the job, leave one source only: clear the variables of the others (`AWS_ACCESS_KEY_ID: ''`, `AWS_PROFILE: ''`).",
    docs: DOCS.chain,
  },
  'account-not-allowed': {
    title: 'the credentials belong to another account',
    fix: 'In the workflow, use the credentials of the account that is to be deployed to.',
    docs: DOCS.chain,
  },
  'target-account-mismatch': {
    title: 'the target is in another account than the credentials',
    fix: 'In the workflow, use credentials of the target’s account, or correct the account that the stack names.',
    docs: DOCS.chain,
  },
  'target-region-mismatch': {
    title: 'the target is in another region',
    fix: 'In the workflow, set `AWS_REGION` to the region that the target is in.',
    docs: DOCS.regions,
  },
  'identity-unexpected': {
    title: 'the identity is another one than expected',
    fix: 'In the job, check who it is with `aws sts get-caller-identity`, and use the identity that has the permission.',
    docs: DOCS.roleTroubleshooting,
  },
  'permission-denied': {
    title: 'the identity lacks a permission',
    fix: 'In IAM, look at the policy that the message names.',
    docs: DENIALS,
  },
  'access-denied': {
    title: 'the VPC endpoint refused the call',
    fix: 'In the VPC, correct the policy of the endpoint.',
    docs: DOCS.vpcEndpoint,
  },
  'role-arn-invalid': {
    title: 'the role’s ARN is not valid',
    fix: 'In the workflow, set the role to its ARN: `arn:aws:iam::ACCOUNT:role/NAME`.',
    docs: DOCS.identifiers,
  },
  'role-assumption-denied': {
    title: 'the role may not be assumed',
    fix: 'In IAM, check that the role exists, that its trust policy names the caller, and that the caller’s policy has `sts:AssumeRole`.',
    docs: DOCS.roleTroubleshooting,
  },
  'session-tagging-denied': {
    title: 'the role does not accept session tags',
    fix: 'In the role’s trust policy, add `sts:TagSession` beside `sts:AssumeRole`; or set `role-skip-session-tagging: true`.',
    docs: DOCS.roleTroubleshooting,
  },
  'session-policy-too-large': {
    title: 'session policies and tags are too large',
    fix: 'In the step, shorten `inline-session-policy`, name fewer managed policies, or set `role-skip-session-tagging: true`.',
    docs: DOCS.roleTroubleshooting,
  },
  'oidc-provider-missing': {
    title: 'the account has no usable OIDC provider for GitHub',
    fix: 'In IAM of the role’s account, add an identity provider for exactly the issuer that the message names.',
    docs: DOCS.oidcProvider,
  },
  'oidc-audience-rejected': {
    title: 'the OIDC provider does not list the audience',
    fix: 'In IAM, add the audience to the identity provider (`sts.amazonaws.com` for most), or ask for the one it lists.',
    docs: DOCS.oidcProvider,
  },
  'oidc-trust-denied': {
    title: 'the trust policy does not match the OIDC token',
    fix: 'Before the deployment, run this action with `role-to-assume`: it shows the claims and the statement that would match.',
    docs: DOCS.oidcGitHub,
  },
  'oidc-token-unavailable': {
    title: 'the OIDC token cannot be used',
    fix: 'Run the job again. If the token is made early, ask for it right before it is used.',
    docs: DOCS.oidcReference,
  },
  'role-duration-exceeded': {
    title: 'the session is asked to last too long',
    fix: 'In the step, lower `role-duration-seconds`, or raise the role’s maximum session duration (chained roles: 1 hour).',
    docs: DOCS.roleDuration,
  },
  'root-credentials': {
    title: 'the keys belong to the root user',
    fix: 'In the workflow, use the keys of an IAM user or a role.',
    docs: DOCS.rootUser,
  },
  'sts-unreachable': {
    title: 'AWS could not be reached',
    fix: 'In the network’s egress rules, let the host through. On a runner behind a proxy, set `HTTPS_PROXY`.',
    docs: DOCS.stsEndpoints,
  },
  'sts-throttled': {
    title: 'AWS throttled the calls',
    fix: 'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`).',
    docs: DOCS.stsEndpoints,
  },
  'sts-unavailable': {
    title: 'AWS had a fault of its own',
    fix: 'Run the job again; the AWS Health Dashboard shows larger faults.',
    docs: DOCS.stsEndpoints,
  },
  'custom-endpoint': {
    title: 'the requests go to another endpoint',
    fix: 'In the job, remove `AWS_ENDPOINT_URL` and its like, or let them name an endpoint of the region.',
    docs: DOCS.endpointSettings,
  },
} as const satisfies Readonly<Partial<Record<DiagnosisId, Explained>>>;

const EXPLAINED = { ...OF_VALUES, ...OF_SURROUNDINGS };

/** A diagnosis that a log can point to: for each there is something to change. */
export type ExplainedId = keyof typeof EXPLAINED;

export function explainedOf(id: ExplainedId): Explained {
  return EXPLAINED[id];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'sign-in-required': true;
    'mfa-required': true;
    'session-tagging-denied': true;
    'role-duration-exceeded': true;
    'session-policy-too-large': true;
  }
}
