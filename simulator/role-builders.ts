import { known } from './accounts.ts';
import { newUniqueId } from './key-id.ts';
import type { AttachedPolicy } from './policy.ts';
import type { TrustPolicy } from './trust.ts';
import { roleArn, type IdentityDecision, type OidcProvider, type Role, type World } from './world.ts';

export interface RoleOptions {
  readonly account?: string;
  readonly path?: string;
  readonly name?: string;
  readonly roleId?: string;
  readonly trustPolicy: TrustPolicy;
  readonly maxSessionDuration?: number;
  readonly assumeRole?: IdentityDecision;
  readonly policies?: readonly AttachedPolicy[];
  readonly boundary?: AttachedPolicy;
}

/** A role, and the permission of its own sessions to assume the next one. */
export function addRole(world: World, options: RoleOptions): Role & { readonly arn: string } {
  const account = known(world, options.account);
  const role: Role = {
    account,
    path: options.path ?? '/',
    name: options.name ?? 'deploy',
    roleId: options.roleId ?? newUniqueId('AROA', account),
    trustPolicy: options.trustPolicy,
    maxSessionDuration: options.maxSessionDuration ?? 3600,
    assumeRole: options.assumeRole ?? 'allow',
    policies: [...(options.policies ?? [])],
    boundary: options.boundary,
  };
  const added = Object.assign(role, { arn: roleArn(world, role) });
  world.roles.push(added);
  return added;
}

/** An IAM OIDC identity provider; its key is the simulator's own, whatever the issuer. */
export function addOidcProvider(
  world: World,
  options: { readonly issuer: string; readonly account?: string; readonly audiences?: readonly string[] },
): OidcProvider {
  const provider: OidcProvider = {
    account: known(world, options.account),
    issuer: options.issuer,
    audiences: [...(options.audiences ?? ['sts.amazonaws.com'])],
    broken: undefined,
  };
  world.oidcProviders.push(provider);
  return provider;
}
