import { parseTrustPolicy } from '../../../src/read/trust-policy/parse.ts';
import type { TrustPolicy } from '../../../src/read/trust-policy/policy.ts';
import { webIdentityRequest, type WebIdentityRequest } from '../../../src/read/trust-policy/request.ts';
import { claims } from '../claims.ts';

export const HOST = 'token.actions.githubusercontent.com';
export const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${HOST}`;
export const ROLE = { partition: 'aws', account: '123456789012' };

/** A statement that allows GitHub's provider, with a condition and other changes. */
export function statement(condition: unknown, changes: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
    ...changes,
  };
}

/** A policy of version 2012-10-17 out of statements. */
export function policy(...statements: readonly unknown[]): TrustPolicy {
  return parsed({ Version: '2012-10-17', Statement: statements });
}

export function parsed(document: unknown): TrustPolicy {
  const read = parseTrustPolicy(JSON.stringify(document));
  if (read.policy === undefined) throw new Error(`${read.problem.where}: ${read.problem.what}`);
  return read.policy;
}

/** The request of a job on octo-org/octo-repo's main branch, with other claims where given. */
export function request(changes: Readonly<Record<string, unknown>> = {}): WebIdentityRequest {
  return webIdentityRequest(claims(changes), ROLE, 'GitHubActions');
}
