import { DEFAULT_JOB, GITHUB_ISSUER, subjectOf, type Job } from '../simulator/github-claims.ts';
import { addOidcProvider, addRole, type RoleOptions } from '../simulator/role-builders.ts';
import type { Simulator } from '../simulator/server.ts';
import type { TrustPolicy, TrustStatement } from '../simulator/trust.ts';
import type { OidcProvider } from '../simulator/world.ts';
import { ACCOUNT } from './credentials.ts';

export const GITHUB = 'token.actions.githubusercontent.com';
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/deploy`;
export const SUBJECT = subjectOf(DEFAULT_JOB);

/** What a job with `id-token: write` has. */
export function oidc({ identityProvider }: Simulator): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
  };
}

/** Changes the job that GitHub writes the token for. */
export function job({ identityProvider }: Simulator, changes: Partial<Job>): void {
  identityProvider.job = { ...identityProvider.job, ...changes };
}

export interface Trusted {
  readonly issuer?: string;
  readonly audience?: string;
  readonly account?: string;
  readonly partition?: string;
}

/** A statement as the documentation of GitHub and AWS has it. */
export function webStatement(condition: TrustStatement['Condition'], about: Trusted = {}): TrustStatement {
  const { issuer = GITHUB_ISSUER, account = ACCOUNT, partition = 'aws' } = about;
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer.replace('https://', '')}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(condition && { Condition: condition }),
  };
}

export function policy(...statements: readonly TrustStatement[]): TrustPolicy {
  return { Version: '2012-10-17', Statement: statements };
}

/** The usual trust: this audience, and this subject alone. */
export function trust(subject = SUBJECT, about: Trusted = {}): TrustPolicy {
  const provider = (about.issuer ?? GITHUB_ISSUER).replace('https://', '');
  return policy(
    webStatement(
      { StringEquals: { [`${provider}:aud`]: about.audience ?? 'sts.amazonaws.com', [`${provider}:sub`]: subject } },
      about,
    ),
  );
}

/** The OIDC provider and the role `deploy` behind it, and what the step of a job with `id-token: write` is given. */
export function webRole(
  simulator: Simulator,
  options: Partial<RoleOptions> & { readonly about?: Trusted } = {},
): {
  readonly arn: string;
  readonly provider: OidcProvider;
  readonly env: Record<string, string>;
  readonly inputs: Record<string, string>;
} {
  const { about = {}, ...role } = options;
  const { issuer = GITHUB_ISSUER, audience = 'sts.amazonaws.com', account = ACCOUNT } = about;
  const provider = addOidcProvider(simulator.world, { issuer, audiences: [audience], account });
  simulator.identityProvider.issuer = issuer;
  const { arn } = addRole(simulator.world, { account, trustPolicy: trust(SUBJECT, about), ...role });
  return { arn, provider, env: oidc(simulator), inputs: { 'role-to-assume': arn } };
}

/** A role that principals of AWS may assume: the whole account, unless one is named. */
export function chainedRole(
  simulator: Simulator,
  options: Partial<RoleOptions> & { readonly principal?: string } = {},
): { readonly arn: string; readonly inputs: Record<string, string> } {
  const { principal = `arn:aws:iam::${ACCOUNT}:root`, ...role } = options;
  const trustPolicy = policy({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
  });
  const { arn } = addRole(simulator.world, { name: 'release', trustPolicy, ...role });
  return { arn, inputs: { 'role-to-assume': arn } };
}
