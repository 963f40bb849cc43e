import type { Profile } from './shared-config.ts';

/** A setting's value; empty counts as unset. */
export function setting(profile: Profile, key: string): string | undefined {
  const value = profile.get(key)?.value;
  return value === '' ? undefined : value;
}

/** Where a setting stands, or would stand. */
export function whereIs(profile: Profile, key: string): string {
  return profile.get(key)?.where ?? key;
}
