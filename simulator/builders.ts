import { known } from './accounts.ts';
import { newAccessKeyId, newSecretAccessKey, newUniqueId } from './key-id.ts';
import type { AttachedPolicy } from './policy.ts';
import { partitionOf } from './regions.ts';
import { sessionToken, type TokenType } from './session-token.ts';
import {
  partitionOfAccount,
  userArn,
  type IdentityDecision,
  type Role,
  type RootUser,
  type Session,
  type User,
  type World,
} from './world.ts';

export interface LongTermCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface TemporaryCredentials extends LongTermCredentials {
  readonly sessionToken: string;
}

interface KeyOptions {
  readonly account?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly status?: 'Active' | 'Inactive';
}

export interface UserOptions extends KeyOptions {
  readonly path?: string;
  readonly name?: string;
  readonly userId?: string;
  readonly assumeRole?: IdentityDecision;
  readonly policies?: readonly AttachedPolicy[];
  readonly boundary?: AttachedPolicy;
}

/** An IAM user with one access key. */
export function addUser(
  world: World,
  options: UserOptions = {},
): LongTermCredentials & { readonly user: User; readonly arn: string } {
  const account = known(world, options.account);
  const user: User = {
    account,
    path: options.path ?? '/',
    name: options.name ?? 'deployer',
    userId: options.userId ?? newUniqueId('AIDA', account),
    accessKeys: [],
    assumeRole: options.assumeRole ?? 'allow',
    policies: [...(options.policies ?? [])],
    boundary: options.boundary,
  };
  world.users.push(user);
  return { ...addKey(user, options), user, arn: userArn(world, user) };
}

/** The root user of an account with one access key. */
export function addRoot(
  world: World,
  options: KeyOptions = {},
): LongTermCredentials & { readonly root: RootUser; readonly arn: string } {
  const account = known(world, options.account);
  const root: RootUser = { account, accessKeys: [] };
  world.roots.push(root);
  return { ...addKey(root, options), root, arn: `arn:${partitionOfAccount(world, account)}:iam::${account}:root` };
}

/** One more access key for a user or a root user. */
export function addKey(owner: User | RootUser, options: Omit<KeyOptions, 'account'> = {}): LongTermCredentials {
  const id = options.accessKeyId ?? newAccessKeyId('AKIA', owner.account);
  const secret = options.secretAccessKey ?? newSecretAccessKey();
  owner.accessKeys.push({ id, secret, status: options.status ?? 'Active' });
  return { accessKeyId: id, secretAccessKey: secret };
}

export interface SessionOptions {
  readonly account?: string;
  /** `user`: GetSessionToken; `federated-user`: GetFederationToken. */
  readonly kind?: 'assumed-role' | 'user' | 'federated-user';
  /** The role's (or user's) name, its path dropped. */
  readonly name?: string;
  readonly sessionName?: string;
  readonly role?: Role;
  readonly userId?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly tokenType?: TokenType;
  readonly issuedIn?: string;
  readonly issuedAt?: Date;
  /** Seconds from `issuedAt` to the end; negative values make sense only with a fixed `issuedAt`. */
  readonly lifetime?: number;
  readonly expiresAt?: Date;
  readonly assumeRole?: IdentityDecision;
}

/** Temporary credentials: an hour of an assumed role unless told otherwise. Times are on the machine's own clock. */
export function addSession(
  world: World,
  options: SessionOptions = {},
): TemporaryCredentials & { readonly session: Session; readonly arn: string } {
  const issuedIn = options.issuedIn ?? 'us-east-1';
  const account = known(world, options.account ?? options.role?.account, partitionOf(issuedIn));
  const issuedAt = options.issuedAt ?? new Date();
  const tokenType = options.tokenType ?? 0x21;
  const session: Session = {
    accessKeyId: options.accessKeyId ?? newAccessKeyId('ASIA', account),
    secret: options.secretAccessKey ?? newSecretAccessKey(),
    token: options.sessionToken ?? sessionToken({ type: tokenType, region: issuedIn, account, issuedAt }),
    tokenVersion: tokenType === 0x15 || tokenType === 0x17 ? 1 : 2,
    issuedIn,
    issuedAt,
    expiresAt: options.expiresAt ?? new Date(issuedAt.getTime() + (options.lifetime ?? 3600) * 1000),
    account,
    ...sessionPrincipal(world, account, options),
    role: options.role,
    assumeRole: options.assumeRole ?? options.role?.assumeRole ?? 'allow',
  };
  world.sessions.push(session);
  return {
    accessKeyId: session.accessKeyId,
    secretAccessKey: session.secret,
    sessionToken: session.token,
    session,
    arn: session.arn,
  };
}

/** A session that ended `ago` seconds ago, an hour long. */
export function addExpiredSession(
  world: World,
  options: SessionOptions & { readonly ago?: number } = {},
): ReturnType<typeof addSession> {
  const ended = Date.now() - (options.ago ?? 2520) * 1000;
  return addSession(world, { issuedAt: new Date(ended - 3600_000), expiresAt: new Date(ended), ...options });
}

function sessionPrincipal(world: World, account: string, options: SessionOptions): { arn: string; userId: string } {
  const partition = partitionOfAccount(world, account);
  const name = options.role?.name ?? options.name ?? 'deploy';
  switch (options.kind ?? 'assumed-role') {
    case 'user':
      return {
        arn: `arn:${partition}:iam::${account}:user/${name}`,
        userId: options.userId ?? newUniqueId('AIDA', account),
      };
    case 'federated-user':
      return { arn: `arn:${partition}:sts::${account}:federated-user/${name}`, userId: `${account}:${name}` };
    case 'assumed-role': {
      const sessionName = options.sessionName ?? 'GitHubActions';
      const roleId = options.role?.roleId ?? newUniqueId('AROA', account);
      return {
        arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`,
        userId: options.userId ?? `${roleId}:${sessionName}`,
      };
    }
  }
}
