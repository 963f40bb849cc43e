import type { Profile } from './shared-config.ts';

/** A setting's value; empty counts as unset. */
export function setting(profile: Profile, key: string): string | undefined {
  const value = profile.get(key)?.value;
  return value === '' ? undefined : value;
}

/** Where a setting stands, or would stand: beside a key that is there, else beside any setting of the profile. */
export function whereIs(profile: Profile, key: string): string {
  const found = profile.get(key);
  if (found !== undefined) return found.where;
  const beside = NEIGHBOURS.map((name) => profile.get(name)).find((candidate) => candidate !== undefined);
  const { heading, file } = beside ?? [...profile.values()][0] ?? {};
  return heading === undefined || file === undefined ? key : `${key} of [${heading}] in ${file}`;
}

const NEIGHBOURS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'role_arn'];
