import type { Origin, RoleFault, StopCause } from '../model/tools.ts';
import { fromContainer, fromInstance, fromVariables, keysOf } from './sources.ts';
import { hasRegion, lookInProfile, NOTHING, type Search, type Step, stops, takes } from './step.ts';
import type { Profile } from './shared-files.ts';

/**
 * A profile that assumes a role: its source, and the source's source, to the keys at the end of the chain. The three
 * families differ in what they take for a role, and in what ends a circle.
 */
export function assumeRole(search: Search, name: string): Step {
  switch (search.rules.tool) {
    case 'aws-cli':
    case 'boto3':
      return botocoreRole(search, name, [name]);
    case 'javascript':
      return javascriptRole(search, name, [], false);
    case 'go':
      return goProfile(search, name, []);
  }
}

interface Fault {
  readonly kind: 'stops';
  readonly cause: StopCause;
}

function fault(profile: string, what: RoleFault, named?: string): Fault {
  const cause = { kind: 'role', profile, fault: what } as const;
  return stops(named === undefined ? cause : { ...cause, named });
}

/** Puts the role on top of what the source gives. */
function onTop(search: Search, name: string, profile: Profile, source: Step): Step {
  if (source.kind !== 'takes') return source;
  const { rules } = search;
  const roleArn = profile.values.get('role_arn') ?? '';
  if (isOn(profile, 'mfa_serial', search)) return fault(name, 'mfa');
  if (roleArn.length < rules.role.shortestArn) return fault(name, 'arn-too-short');
  if (!hasRegion(search, false)) return stops({ kind: 'no-region', profile: name });
  return takes({ kind: 'role', roleArn, profile: name, source: source.plan });
}

/** Python takes a setting without a value for one. */
function isOn(profile: Profile | undefined, key: string, { rules }: Search): boolean {
  const value = profile?.values.get(key);
  return value !== undefined && (value !== '' || rules.emptyVariable === 'a value');
}

const PROFILE_PLACES = [
  'web-identity-variables-and-profile',
  'sso',
  'credentials-file-keys',
  'login',
  'process',
  'config-file-keys',
] as const;

/** botocore/credentials.py, AssumeRoleProvider. */
function botocoreRole(search: Search, name: string, visited: readonly string[]): Step {
  const profile = search.files.profiles.get(name);
  const isRole = (one: Profile | undefined): boolean =>
    one !== undefined && one.values.has('role_arn') && !one.values.has('web_identity_token_file');
  if (profile === undefined || !isRole(profile)) return NOTHING;
  const source = profile.values.get('source_profile');
  const named = profile.values.get('credential_source');
  if (source !== undefined && named !== undefined) return fault(name, 'two-sources');
  if (named !== undefined) return onTop(search, name, profile, botocoreNamed(search, name, named));
  if (source === undefined) return fault(name, 'no-source');
  const from = search.files.profiles.get(source);
  if (from === undefined) return fault(name, 'source-missing', source);
  const hasKeys = ['aws_access_key_id', 'aws_secret_access_key'].some((key) => from.values.has(key));
  if (visited.includes(source) && (source !== name || !hasKeys)) return fault(name, 'loop');
  if (!hasKeys && isRole(from)) return onTop(search, name, profile, botocoreRole(search, source, [...visited, source]));
  const given = lookInProfile(PROFILE_PLACES, { ...search, facts: { ...search.facts, profile: source } }, source);
  const isEmpty = given.kind === 'stops' && given.cause.kind === 'nothing-found';
  return onTop(search, name, profile, isEmpty ? fault(name, 'source-without-keys', source) : given);
}

function botocoreNamed(search: Search, name: string, named: string): Step {
  const given = namedSource(search, named);
  if (given === undefined) return fault(name, 'credential-source-unknown');
  const isEmpty = given.kind === 'nothing' || (given.kind === 'stops' && given.cause.kind === 'nothing-found');
  return isEmpty ? fault(name, 'credential-source-empty', named) : given;
}

/** The three values of `credential_source`; undefined for any other. */
function namedSource(search: Search, named: string): Step | undefined {
  switch (named) {
    case 'Environment':
      return environmentOnly(search);
    case 'EcsContainer':
      return fromContainer(search);
    case 'Ec2InstanceMetadata':
      return fromInstance(search);
    default:
      return undefined;
  }
}

/** AWS_PROFILE, which names this very profile, does not keep the source from being the variables. */
function environmentOnly(search: Search): Step {
  const { rules } = search;
  return fromVariables({ ...search, rules: { ...rules, variables: { ...rules.variables, skippedWhere: 'never' } } });
}

/** @aws-sdk/credential-provider-ini, resolveProfileData. `visited` are the source profiles on the way. */
function javascriptRole(search: Search, name: string, visited: readonly string[], isForced: boolean): Step {
  const profile = search.files.profiles.get(name);
  if (profile === undefined) return isForced ? fault(name, 'credential-source-unknown') : NOTHING;
  const keys = keysOf(search, name, ['config', 'credentials']);
  if (visited.length > 0 && keys.kind === 'takes') return keys;
  const source = profile.values.get('source_profile');
  const named = profile.values.get('credential_source');
  const isRole = profile.values.has('role_arn') && (source === undefined) !== (named === undefined);
  if (!isRole && !isForced) return visited.length === 0 ? NOTHING : restOfProfile(search, name);
  if (source !== undefined) {
    if (visited.includes(source)) return fault(name, 'loop');
    const from = search.files.profiles.get(source);
    const onlyNames = from !== undefined && !from.values.has('role_arn') && from.values.has('credential_source');
    const given = javascriptSource(search, source, [...visited, source], onlyNames);
    return isRole || profile.values.has('role_arn') ? onTop(search, name, profile, given) : given;
  }
  const given = named === undefined ? undefined : namedSource(search, named);
  if (given === undefined) return fault(name, 'credential-source-unknown');
  const step = given.kind === 'nothing' ? stops({ kind: 'nothing-found' }) : given;
  return profile.values.has('role_arn') ? onTop(search, name, profile, step) : step;
}

function javascriptSource(search: Search, name: string, visited: readonly string[], isForced: boolean): Step {
  const given = javascriptRole(search, name, visited, isForced);
  return given.kind === 'nothing' ? stops({ kind: 'nothing-found' }) : given;
}

function restOfProfile(search: Search, name: string): Step {
  return lookInProfile(['keys', 'web-identity', 'process', 'sso', 'login'], search, name);
}

/**
 * What the SDK for Go refuses in a profile, and in the profiles it names as sources, when it starts: good key variables do
 * not help (aws-sdk-go-v2 config/shared_config.go, setFromIniSections).
 */
export function goLoadFault(search: Search, name: string, visited: readonly string[] = []): StopCause | undefined {
  const profile = search.files.profiles.get(name);
  if (profile === undefined) return undefined;
  if (profile.halfPair !== undefined) {
    const origin: Origin = { kind: 'profile', profile: name, file: profile.halfPair.file };
    return { kind: 'keys-incomplete', origin, missing: profile.halfPair.missing };
  }
  const isAgain = visited.includes(name);
  const has = (key: string): boolean =>
    (profile.values.get(key) ?? '') !== '' && !(isAgain && key === 'source_profile');
  const named = ['source_profile', 'credential_source', 'web_identity_token_file'].find(has);
  if (!isAgain && named !== undefined && !has('role_arn')) return fault(name, 'no-role-arn', named).cause;
  if (visited.length > 0 && keysOf(search, name, ['config', 'credentials']).kind === 'takes') return undefined;
  const types = ['source_profile', 'credential_source', 'credential_process', 'web_identity_token_file'].filter(has);
  if (types.length > 1) return { kind: 'types-collide', profile: name, settings: types };
  const source = has('source_profile') ? profile.values.get('source_profile') : undefined;
  if (source !== undefined) {
    if (!search.files.profiles.has(source)) return fault(name, 'source-missing', source).cause;
    const further = goLoadFault(search, source, [...visited, name]);
    if (further !== undefined) return further;
    if (!goHasCredentials(search, source)) return fault(name, 'source-without-keys', source).cause;
  }
  const session = profile.values.get('sso_session') ?? '';
  const isLost = session !== '' && !search.files.ssoSessions.has(session.trim());
  return isLost ? { kind: 'sso', profile: name, fault: 'session-missing' } : undefined;
}

/** aws-sdk-go-v2 config/resolve_credentials.go, resolveCredsFromProfile, for a profile that could be loaded. */
function goProfile(search: Search, name: string, visited: readonly string[]): Step {
  const profile = search.files.profiles.get(name);
  const isAgain = visited.includes(name);
  const keys = keysOf(search, name, ['config', 'credentials']);
  if (visited.length > 0 && keys.kind === 'takes') return roleOver(search, name, profile, keys, isAgain);
  const source = profile?.values.get('source_profile') ?? '';
  const given =
    source !== '' && !isAgain ? goProfile(search, source, [...visited, name]) : goOwn(search, name, profile);
  return roleOver(search, name, profile, given, isAgain);
}

/** What the profile itself has, its source apart; the container and the instance come last. */
function goOwn(search: Search, name: string, profile: Profile | undefined): Step {
  const keys = keysOf(search, name, ['config', 'credentials']);
  if (keys.kind === 'takes') return keys;
  const named = profile?.values.get('credential_source') ?? '';
  if (named !== '') return namedSource(search, named) ?? fault(name, 'credential-source-unknown');
  return lookInProfile(['web-identity', 'sso', 'login', 'process', 'container', 'instance'], search, name);
}

function roleOver(search: Search, name: string, profile: Profile | undefined, given: Step, isAgain: boolean): Step {
  if (given.kind === 'nothing') return fault(name, 'credential-source-empty');
  if (given.kind !== 'takes' || isAgain || profile === undefined) return given;
  const isOwnWebIdentity = given.plan.kind === 'web-identity' && given.plan.profile === name;
  const needs = (profile.values.get('role_arn') ?? '') !== '' && !isOwnWebIdentity;
  return needs ? onTop(search, name, profile, given) : given;
}

function goHasCredentials(search: Search, name: string): boolean {
  const settings = [
    'source_profile',
    'credential_source',
    'credential_process',
    'web_identity_token_file',
    'sso_session',
    'sso_region',
    'sso_account_id',
    'sso_start_url',
    'sso_role_name',
    'aws_access_key_id',
  ];
  return settings.some((key) => (search.files.profiles.get(name)?.values.get(key) ?? '') !== '');
}
