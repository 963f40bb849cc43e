import { refusal, type Refusal } from './answer.ts';
import { isOptIn, partitionOf } from './regions.ts';
import { partitionOfAccount, userArn, type IdentityDecision, type Session, type World } from './world.ts';

/** Whom a key belongs to. */
export interface Principal {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly secret: string;
  readonly session: Session | undefined;
  readonly assumeRole: IdentityDecision;
}

/** What the world says of a key and a token. At most one refusal is the first; which, depends on the order of checks. */
export interface Lookup {
  readonly principal?: Principal;
  readonly unknown?: Refusal;
  readonly expired?: Refusal;
}

export interface KeyAndToken {
  readonly accessKeyId: string;
  readonly token: string | undefined;
  readonly region: string;
  readonly now: Date;
}

const EXPIRED = refusal(403, 'ExpiredToken', 'The security token included in the request is expired');
const UNKNOWN: Lookup = {
  unknown: refusal(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
};

export function findPrincipal(world: World, asked: KeyAndToken): Lookup {
  const session = world.sessions.find(({ accessKeyId }) => accessKeyId === asked.accessKeyId);
  return session === undefined ? longTerm(world, asked) : temporary(world, asked, session);
}

function longTerm(world: World, asked: KeyAndToken): Lookup {
  const principal = findOwner(world, asked.accessKeyId);
  if (principal === undefined || !servedIn(world, principal.account, asked.region)) return UNKNOWN;
  if (asked.token === undefined) return { principal };
  const leftOver = world.sessions.find(({ token }) => token === asked.token);
  return leftOver !== undefined && leftOver.expiresAt <= asked.now ? { principal, expired: EXPIRED } : UNKNOWN;
}

function temporary(world: World, asked: KeyAndToken, session: Session): Lookup {
  const limited = session.tokenVersion === 1 && isOptIn(asked.region);
  if (session.token !== asked.token || limited || !servedIn(world, session.account, asked.region)) return UNKNOWN;
  const { account, arn, userId, secret, assumeRole } = session;
  const principal: Principal = { account, arn, userId, secret, session, assumeRole };
  return session.expiresAt <= asked.now ? { principal, expired: EXPIRED } : { principal };
}

function findOwner(world: World, accessKeyId: string): Principal | undefined {
  const isIt = (key: { id: string; status: string }) => key.id === accessKeyId && key.status === 'Active';
  for (const user of world.users) {
    const key = user.accessKeys.find(isIt);
    if (key === undefined) continue;
    const { account, userId, assumeRole } = user;
    return { account, arn: userArn(world, user), userId, secret: key.secret, session: undefined, assumeRole };
  }
  for (const { account, accessKeys } of world.roots) {
    const key = accessKeys.find(isIt);
    if (key === undefined) continue;
    const arn = `arn:${partitionOfAccount(world, account)}:iam::${account}:root`;
    // A root user cannot assume a role (IAM User Guide, "Methods to assume a role").
    return { account, arn, userId: account, secret: key.secret, session: undefined, assumeRole: 'no-identity-policy' };
  }
  return undefined;
}

/** An account is known in its own partition only, and in an opt-in region only once that is enabled. */
function servedIn(world: World, accountId: string, region: string): boolean {
  const account = world.accounts.get(accountId);
  if (account?.partition !== partitionOf(region)) return false;
  return !isOptIn(region) || account.optInRegions.has(region);
}
