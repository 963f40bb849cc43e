import type { AttachedPolicy } from './policy.ts';
import type { Account, World } from './world.ts';

export const DEFAULT_ACCOUNT = '123456789012';

export interface AccountOptions {
  readonly id?: string;
  readonly partition?: string;
  readonly optInRegions?: Iterable<string>;
  readonly stsDeactivated?: Iterable<string>;
  readonly organization?: readonly AttachedPolicy[];
}

/** Adds the account, or replaces the one with this ID. The other builders add theirs by themselves. */
export function addAccount(world: World, options: AccountOptions = {}): Account {
  const account: Account = {
    id: options.id ?? DEFAULT_ACCOUNT,
    partition: options.partition ?? 'aws',
    optInRegions: new Set(options.optInRegions),
    stsDeactivated: new Set(options.stsDeactivated),
    ...(options.organization && { organization: options.organization }),
  };
  world.accounts.set(account.id, account);
  return account;
}

/** The account's ID; one that is not there yet is added. */
export function known(world: World, id = DEFAULT_ACCOUNT, partition = 'aws'): string {
  if (!world.accounts.has(id)) addAccount(world, { id, partition });
  return id;
}
