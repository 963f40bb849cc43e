import { distance } from 'fastest-levenshtein';
import type { FoundCredentials } from '../model/gathered.ts';
import { Secret } from '../model/secret.ts';
import type { ProfileNotFound } from '../model/source-problem.ts';
import { fromAssumedRole } from './assumed-role.ts';
import { fromCredentialProcess, runProcess } from './credential-process.ts';
import type { Place } from '../model/place.ts';
import { shownName } from '../model/text.ts';
import { proxyPasswords, readNetwork } from './region.ts';
import { type Profile, setting, type SharedConfig, type SharedFile, whereIs } from './shared-config.ts';
import { failed, found, nothing, type SourceOutcome, type World } from './source.ts';
import { fromSdkProfile, isSso } from './sso.ts';
import { fromWebIdentity } from './web-identity.ts';

/** Names under which tools write the end of the session into a profile: saml2aws, aws-azure-login, aws-mfa and others. */
const EXPIRATION_SETTINGS = [
  'x_security_token_expires',
  'aws_session_expiration',
  'aws_credential_expiration',
  'aws_expiration',
  'expiration',
];
const KEY_SETTINGS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];

/**
 * Credentials of one profile. Where a profile has several kinds, the AWS CLI's order decides: assumed role, web
 * identity, IAM Identity Center, keys in the credentials file, credential_process, keys in the config file, `aws login`.
 *
 * @param namedBy - what names the profile, for the finding when there is none: `AWS_PROFILE`
 * @param visited - profiles on the way here, by `source_profile`
 */
export async function fromProfile(
  name: string,
  namedBy: Place,
  world: World,
  visited: readonly string[] = [],
): Promise<SourceOutcome> {
  const profile = world.config.profiles.get(name);
  if (profile === undefined) return failed(profileNotFound(name, namedBy, world.config));
  const location = `profile ${shownName(name)} in ${fileOf(profile, world.config)}`;
  const keys = staticKeys(profile, location);
  // As a source, a profile's own keys go before its role: `source_profile` may name the profile itself.
  if (visited.length > 0 && keys !== undefined) return found(keys);
  if (assumesRole(profile)) {
    if (visited.includes(name)) return inACircle(profile, [...visited, name]);
    if (visited.length >= LONGEST_CHAIN) return tooLong(profile);
    return fromAssumedRole(name, profile, location, world, (source, by) =>
      fromProfile(source, by, world, [...visited, name]),
    );
  }
  const tokenFile = setting(profile, 'web_identity_token_file');
  if (tokenFile !== undefined) {
    return fromWebIdentity(
      { ...webIdentity(profile, tokenFile), namedBy: whereIs(profile, 'web_identity_token_file') },
      world,
    );
  }
  if (isSso(profile)) return fromSdkProfile('sso', name, profile, location, world);
  const command = setting(profile, 'credential_process');
  const keysGoFirst =
    command === undefined || profile.get('aws_access_key_id')?.file === world.config.files.credentials.shown;
  if (keys !== undefined && keysGoFirst) return found(keys);
  if (command !== undefined) {
    const secrets = [...KEY_SETTINGS.flatMap((key) => setting(profile, key) ?? []), ...secretVariables(world.env)];
    return fromCredentialProcess(
      name,
      location,
      whereIs(profile, 'credential_process'),
      command,
      () => runProcess(command, world),
      secrets,
    );
  }
  if (setting(profile, 'login_session') !== undefined) return fromSdkProfile('login', name, profile, location, world);
  return setting(profile, 'role_arn') === undefined
    ? nothing({ kind: 'profile-without-credentials', location })
    : withoutSource(profile);
}

function inACircle(profile: Profile, names: readonly string[]): SourceOutcome {
  const circle = names.slice(names.indexOf(names.at(-1) ?? '')).map(shownName);
  return failed({
    kind: 'source-unavailable',
    source: 'profile',
    namedBy: whereIs(profile, 'source_profile'),
    reason: { kind: 'circle', names: circle },
  });
}

function tooLong(profile: Profile): SourceOutcome {
  return failed({
    kind: 'source-unavailable',
    source: 'profile',
    namedBy: whereIs(profile, 'source_profile'),
    reason: { kind: 'long-chain', most: LONGEST_CHAIN },
  });
}

function withoutSource(profile: Profile): SourceOutcome {
  return failed({
    kind: 'source-unavailable',
    source: 'profile',
    namedBy: whereIs(profile, 'role_arn'),
    reason: { kind: 'no-source' },
  });
}

/** The command inherits them, and may print them. */
function secretVariables(env: World['env']): readonly string[] {
  const named = Object.entries(env).filter(([name]) => /SECRET|TOKEN|PASSW|ACCESS_KEY/i.test(name));
  const proxies = proxyPasswords(readNetwork(env, undefined)).map((password) => password.reveal());
  return [...named.flatMap(([, value]) => (value === undefined ? [] : [value, value.trim()])), ...proxies];
}

/** Whether the AWS CLI takes the profile before the web identity variables. */
export function assumesRole(profile: Profile): boolean {
  return (
    setting(profile, 'role_arn') !== undefined &&
    (setting(profile, 'source_profile') ?? setting(profile, 'credential_source')) !== undefined
  );
}

/** Whether the profile says anything about credentials, of whatever kind. */
export function hasCredentials(profile: Profile): boolean {
  const settings = [...KEY_SETTINGS, 'credential_process', 'web_identity_token_file', 'login_session'];
  return assumesRole(profile) || isSso(profile) || settings.some((key) => setting(profile, key) !== undefined);
}

/** The keys that stand in the profile itself, raw; undefined when none of the three does. */
export function staticKeys(profile: Profile, location: string): FoundCredentials | undefined {
  if (KEY_SETTINGS.every((key) => setting(profile, key) === undefined)) return undefined;
  const secret = (key: string): Secret | undefined => {
    const value = setting(profile, key);
    return value === undefined ? undefined : new Secret(value);
  };
  return {
    source: 'profile',
    location,
    accessKeyId: secret('aws_access_key_id'),
    secretAccessKey: secret('aws_secret_access_key'),
    sessionToken: secret('aws_session_token'),
    names: {
      accessKeyId: whereIs(profile, 'aws_access_key_id'),
      secretAccessKey: whereIs(profile, 'aws_secret_access_key'),
      sessionToken: whereIs(profile, 'aws_session_token'),
    },
    expirations: EXPIRATION_SETTINGS.flatMap((key) => {
      const value = setting(profile, key);
      return value === undefined ? [] : [{ text: value, place: whereIs(profile, key) }];
    }),
  };
}

/** The file that holds what makes the profile give credentials; the config file when nothing does. */
export function fileOf(profile: Profile, config: SharedConfig): string {
  const telling = ['role_arn', 'aws_access_key_id', 'aws_secret_access_key', 'credential_process', 'sso_session'];
  const deciding = telling.map((key) => profile.get(key)).find((candidate) => candidate !== undefined);
  return (deciding ?? [...profile.values()][0])?.file ?? config.files.config.shown;
}

function webIdentity(profile: Profile, tokenFile: string) {
  return {
    tokenFile,
    roleArn: setting(profile, 'role_arn'),
    sessionName: setting(profile, 'role_session_name'),
    roleNamedBy: whereIs(profile, 'role_arn'),
  };
}

const MAX_NEAREST = 4;
/** A distance takes as many steps as the product of both lengths. */
const LONGEST_COMPARED = 128;
const MOST_COMPARED = 2000;
/** Each profile of a chain asks STS once: nobody has so many. */
const LONGEST_CHAIN = 50;

/** The finding for a name that is in neither file, with the names the reader may have meant. */
export function profileNotFound(profile: string, namedBy: Place, config: SharedConfig): ProfileNotFound {
  return {
    kind: 'profile-not-found',
    profile: shownName(profile),
    namedBy,
    nearest: nearestNames(profile, [...config.profiles.keys()]),
    misplaced: config.misplaced.get(profile),
    files: [searched(config.files.config), searched(config.files.credentials)],
  };
}

/** Names at most half the longer name's length away, nearest first; another case of the same letters is nearest of all. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
  if (name.length > LONGEST_COMPARED) return [];
  return names
    .filter((candidate) => candidate.length <= LONGEST_COMPARED)
    .slice(0, MOST_COMPARED)
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(name.length, candidate.length) / 2)
    .sort((one, other) => one.away - other.away || one.candidate.localeCompare(other.candidate, 'en'))
    .slice(0, MAX_NEAREST)
    .map(({ candidate }) => shownName(candidate));
}

function searched(file: SharedFile): { path: string; exists: boolean } {
  return { path: file.shown, exists: file.exists };
}
