import { DOCS } from '../diagnoses/shared/docs.ts';
import type { DiagnosisId } from '../model/evidence.ts';
import type { Remedy } from './remedy.ts';

/** For faults of the sources, of roles and of the way to AWS. */
export const OF_SURROUNDINGS = {
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
  'custom-endpoint': {
    title: 'the requests go to another endpoint',
    fix: 'In the job, remove `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_STS`, or let them name an endpoint of the region.',
    docs: DOCS.endpointSettings,
  },
} as const satisfies Readonly<Partial<Record<DiagnosisId, Remedy>>>;
