import { DOCS } from '../diagnoses/docs.ts';
import type { DiagnosisId } from '../evidence.ts';

/** What a cause is called in a title, what to change first, and where to read more. */
export interface Remedy {
  readonly title: string;
  readonly fix: string;
  readonly docs: string;
}

const REISSUE = 'In the job, run the step that makes the session again, and hand on all three of its values together.';

/** For causes that are only read off an error text: nothing of the job itself is known here. */
const REMEDIES: Readonly<Partial<Record<DiagnosisId, Remedy>>> = {
  'access-key-rejected': {
    title: 'AWS does not know the access key',
    fix: 'In the IAM console, look for the key under the user’s security credentials: activate it, or make a new one and store it.',
    docs: DOCS.accessKeys,
  },
  'secret-access-key-rejected': {
    title: 'the secret access key is not this key’s',
    fix: 'In the secret store, put key ID and secret access key of one and the same key again, both.',
    docs: DOCS.signatures,
  },
  'session-token-missing': {
    title: 'the session token is missing',
    fix: 'In the step, set `AWS_SESSION_TOKEN` beside the two other values of the same session.',
    docs: DOCS.temporaryCredentials,
  },
  'session-token-expired': {
    title: 'the AWS session has expired',
    fix: 'In the job, run the step that makes the session again right before the deployment, or raise its `role-duration-seconds`.',
    docs: DOCS.roleDuration,
  },
  'clock-skew': {
    title: 'the clock of the runner is off',
    fix: 'On a self-hosted runner, let a time service set the clock; on a GitHub-hosted one, run the job again.',
    docs: DOCS.ntp,
  },
  'region-invalid': {
    title: 'the region is not one',
    fix: 'In the workflow, put the name of a region, such as `eu-west-1`.',
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
    fix: 'In the step that makes the session, use the regional STS endpoint.',
    docs: DOCS.stsRegions,
  },
  'partition-mismatch': {
    title: 'the credentials belong to another partition',
    fix: 'In the workflow, use a region of the partition that the credentials belong to.',
    docs: DOCS.partitions,
  },
  'stray-characters': {
    title: 'a character too many stands in a credential',
    fix: 'In the secret store, put the value again, without a line end, a space or quotes around it.',
    docs: DOCS.signatures,
  },
  'swapped-keys': {
    title: 'key ID and secret access key are swapped',
    fix: 'In the secret store, swap the two values, and make a new key: the secret may be in a log by now.',
    docs: DOCS.signatures,
  },
  'access-key-id-malformed': {
    title: 'the access key ID is none',
    fix: 'In the secret store, put the access key ID: 20 characters that begin with `AKIA` or `ASIA`.',
    docs: DOCS.identifiers,
  },
  'no-credentials': {
    title: 'no credentials were found',
    fix: 'In the job, give the step credentials: `permissions: id-token: write` and a role, or the key variables.',
    docs: DOCS.chain,
  },
  'incomplete-credentials': {
    title: 'key ID or secret access key is missing',
    fix: 'In the step, set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, both.',
    docs: DOCS.chain,
  },
  'secrets-withheld': {
    title: 'GitHub passed no secrets',
    fix: 'In the workflow, let the job run for branches of the repository only, or pass `secrets: inherit` to the called workflow.',
    docs: DOCS.withheldSecrets,
  },
  'oidc-permission-missing': {
    title: 'the job may not ask for an OIDC token',
    fix: 'In the job, add `permissions:` with `id-token: write` and `contents: read`: it replaces the default as a whole.',
    docs: DOCS.oidcGitHub,
  },
  'profile-not-found': {
    title: 'the profile does not exist',
    fix: 'In the workflow, correct `AWS_PROFILE`, or unset it where no shared files are used.',
    docs: DOCS.files,
  },
  'credentials-file-invalid': {
    title: 'the shared file cannot be parsed',
    fix: 'On the runner, correct the config or credentials file.',
    docs: DOCS.files,
  },
  'credential-process-failed': {
    title: 'credential_process failed',
    fix: 'On the runner, run the program of `credential_process` by hand: it must print JSON with `Version`, key and secret.',
    docs: DOCS.process,
  },
  'source-unavailable': {
    title: 'the source of the credentials did not answer',
    fix: 'On the runner, check the source that the message names: log in again, or give the job another one.',
    docs: DOCS.chain,
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
  'identity-unexpected': {
    title: 'the identity lacks a permission',
    fix: 'In IAM, allow the action for the identity that the message names; or let the job use the identity that has it.',
    docs: DOCS.roleTroubleshooting,
  },
  'access-denied': {
    title: 'the VPC endpoint refused the call',
    fix: 'In the VPC, allow the call in the policy of the endpoint.',
    docs: DOCS.vpcEndpoint,
  },
  'role-arn-invalid': {
    title: 'the role is none',
    fix: 'In the workflow, put the role’s ARN: `arn:aws:iam::ACCOUNT:role/NAME`.',
    docs: DOCS.identifiers,
  },
  'role-assumption-denied': {
    title: 'the role may not be assumed',
    fix: 'In IAM, allow the action in the caller’s policy and in the role’s trust policy.',
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
    fix: 'In front of the deployment, run this action with `role-to-assume`: it shows the claims and the statement that would match.',
    docs: DOCS.oidcGitHub,
  },
  'oidc-token-unavailable': {
    title: 'the OIDC token cannot be used',
    fix: 'Run the job again; where the token is made early, ask for it right before it is used.',
    docs: DOCS.oidcReference,
  },
  'expires-too-soon': {
    title: 'the session is asked to last too long',
    fix: 'In the step, lower `role-duration-seconds`, or raise the role’s maximum session duration (chained roles: 1 hour).',
    docs: DOCS.roleDuration,
  },
  'sts-unreachable': {
    title: 'AWS could not be reached',
    fix: 'In the network’s egress rules, allow the host; on a runner behind a proxy, set `HTTPS_PROXY`.',
    docs: DOCS.stsEndpoints,
  },
  'sts-throttled': {
    title: 'AWS throttled the calls',
    fix: 'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`).',
    docs: DOCS.stsEndpoints,
  },
  'sts-unavailable': {
    title: 'AWS had a fault of its own',
    fix: 'Run the job again; the AWS Health Dashboard tells of larger faults.',
    docs: DOCS.stsEndpoints,
  },
};

const OTHER: Remedy = { title: 'AWS does not accept the credentials', fix: REISSUE, docs: DOCS.chain };

export function remedyFor(id: DiagnosisId): Remedy {
  return REMEDIES[id] ?? OTHER;
}
