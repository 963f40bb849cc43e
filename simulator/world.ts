import type { AttachedPolicy } from './policy.ts';
import type { TrustPolicy } from './trust.ts';

export interface Account {
  readonly id: string;
  partition: string;
  /** Opt-in regions that are enabled. */
  readonly optInRegions: Set<string>;
  /** Regions whose STS is deactivated. */
  readonly stsDeactivated: Set<string>;
  /** The organisation's service control policies, which have to allow it too. Undefined: no organisation. */
  organization?: readonly AttachedPolicy[];
}

export interface AccessKey {
  id: string;
  secret: string;
  status: 'Active' | 'Inactive';
}

export interface User {
  account: string;
  /** With both slashes: `/` or `/ci/`. */
  path: string;
  name: string;
  userId: string;
  accessKeys: AccessKey[];
  /** May this user call AssumeRole? What its identity policies and the organisation's say. */
  assumeRole: IdentityDecision;
  /** What IAM's policy simulator sees: the policies attached to this user and to its groups. */
  policies?: AttachedPolicy[];
  /** Permissions boundary. */
  boundary?: AttachedPolicy | undefined;
}

export interface RootUser {
  account: string;
  accessKeys: AccessKey[];
}

export interface Session {
  accessKeyId: string;
  secret: string;
  token: string;
  tokenVersion: 1 | 2;
  issuedIn: string;
  issuedAt: Date;
  expiresAt: Date;
  account: string;
  arn: string;
  userId: string;
  /** A session of a role: its own AssumeRole calls are chained. */
  role: Role | undefined;
  assumeRole: IdentityDecision;
}

/** What the caller's side says to `sts:AssumeRole`; the words after the resource in AWS's refusal. */
export type IdentityDecision =
  'allow' | 'no-identity-policy' | 'identity-deny' | 'scp-deny' | 'session-policy' | 'boundary';

export interface Role {
  account: string;
  path: string;
  name: string;
  roleId: string;
  trustPolicy: TrustPolicy;
  /** Seconds. */
  maxSessionDuration: number;
  assumeRole: IdentityDecision;
  policies?: AttachedPolicy[];
  boundary?: AttachedPolicy | undefined;
}

export interface OidcProvider {
  account: string;
  /** URL, as in the token's `iss`. */
  issuer: string;
  audiences: string[];
  /** What goes wrong before any claim is read. */
  broken: 'thumbprint' | 'verification-key' | 'unreachable' | undefined;
}

/** All that the simulated AWS knows. Plain data: tests change it as they like, also while the server runs. */
export interface World {
  readonly accounts: Map<string, Account>;
  readonly users: User[];
  readonly roots: RootUser[];
  readonly sessions: Session[];
  readonly roles: Role[];
  readonly oidcProviders: OidcProvider[];
}

export function createWorld(): World {
  return { accounts: new Map(), users: [], roots: [], sessions: [], roles: [], oidcProviders: [] };
}

export function partitionOfAccount(world: World, account: string): string {
  return world.accounts.get(account)?.partition ?? 'aws';
}

export function userArn(world: World, user: User): string {
  return `arn:${partitionOfAccount(world, user.account)}:iam::${user.account}:user${user.path}${user.name}`;
}

export function roleArn(world: World, role: Role): string {
  return `arn:${partitionOfAccount(world, role.account)}:iam::${role.account}:role${role.path}${role.name}`;
}
