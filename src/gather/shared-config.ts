import { join } from 'node:path';
import { type Environment, type Host, variable } from '../model/environment.ts';
import { type Place, variablePlace } from '../model/place.ts';
import type { CredentialsFileInvalid } from '../model/source-problem.ts';
import { shownName } from '../model/text.ts';
import { displayPath, expandHome, MAX_SHARED_FILE_BYTES, readText } from './files.ts';
import { type Ini, type IniSection, type IniSetting, parseIni } from './ini.ts';

/** A setting of a profile, and the file that has it. */
export interface ProfileSetting extends IniSetting {
  /** Between the brackets: `profile prod`. */
  readonly heading: string;
  /** `~/.aws/credentials`. */
  readonly file: string;
}

/** One profile out of both files; where both have a setting, the credentials file's stands. */
export type Profile = ReadonlyMap<string, ProfileSetting>;

export interface SharedFile {
  readonly path: string;
  /** With `~` for the home directory. */
  readonly shown: string;
  readonly exists: boolean;
  /** AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE, when it names the file. */
  readonly namedBy: Place | undefined;
}

export interface SharedConfig {
  readonly profiles: ReadonlyMap<string, Profile>;
  /** `[services NAME]` and `[sso-session NAME]` of the config file, by the whole heading with single spaces. */
  readonly sections: ReadonlyMap<string, IniSection>;
  readonly files: { readonly config: SharedFile; readonly credentials: SharedFile };
  /** Profiles under a heading that this file does not take: `[prod]` in the config file. */
  readonly misplaced: ReadonlyMap<string, { readonly heading: string; readonly file: string; readonly line: number }>;
  readonly problems: readonly CredentialsFileInvalid[];
}

/** Reads both files. Never throws: what is wrong with them is in `problems`. */
export async function loadSharedConfig(env: Environment, host: Host): Promise<SharedConfig> {
  const config = locate(env, host, 'AWS_CONFIG_FILE', 'config');
  const credentials = locate(env, host, 'AWS_SHARED_CREDENTIALS_FILE', 'credentials');
  const [configRead, credentialsRead] = await Promise.all([readIni(config), readIni(credentials)]);
  const draft: Draft = { profiles: new Map(), sections: new Map(), misplaced: new Map() };
  for (const section of configRead.ini.sections) addConfigSection(draft, section, config.shown);
  for (const section of credentialsRead.ini.sections) addCredentialsSection(draft, section, credentials.shown);
  return {
    ...draft,
    files: {
      config: { ...config, exists: configRead.exists },
      credentials: { ...credentials, exists: credentialsRead.exists },
    },
    problems: [...configRead.problems, ...credentialsRead.problems],
  };
}

interface Draft {
  readonly profiles: Map<string, Map<string, ProfileSetting>>;
  readonly sections: Map<string, IniSection>;
  readonly misplaced: Map<string, { heading: string; file: string; line: number }>;
}

type Location = Omit<SharedFile, 'exists'>;

function locate(env: Environment, host: Host, name: string, file: string): Location {
  const named = variable(env, name);
  const path = named === undefined ? join(host.homedir, '.aws', file) : expandHome(named, host.homedir);
  return {
    path,
    shown: displayPath(path, host.homedir),
    namedBy: named === undefined ? undefined : variablePlace(name),
  };
}

async function readIni(from: Location): Promise<{ ini: Ini; exists: boolean; problems: CredentialsFileInvalid[] }> {
  const none: Ini = { sections: [], faults: [] };
  const read = await readText(from.path, MAX_SHARED_FILE_BYTES);
  const problem = { kind: 'credentials-file-invalid', file: from.shown, namedBy: from.namedBy } as const;
  if (read.kind === 'absent') return { ini: none, exists: false, problems: [] };
  if (read.kind === 'unreadable') {
    const { fault: cause, code, limit } = read;
    const stops = cause === 'size' ? 'this check' : 'every tool';
    const unread = { ...problem, line: undefined, why: undefined, cause, code, limit, stops } as const;
    return { ini: none, exists: true, problems: [unread] };
  }
  const ini = parseIni(read.text);
  const [first] = ini.faults;
  const problems = first === undefined ? [] : [{ ...problem, ...first, stops: 'the AWS CLI and boto3' } as const];
  return { ini, exists: true, problems };
}

/** The config file knows `[default]`, `[profile NAME]`, `[sso-session NAME]` and `[services NAME]`. */
function addConfigSection(draft: Draft, section: IniSection, file: string): void {
  const [first = '', ...others] = section.name.split(/\s+/);
  const name = unquote(others.join(' '));
  if (section.name === 'default') addProfile(draft, 'default', section, file);
  else if (first === 'profile' && name !== '') addProfile(draft, name, section, file);
  else if (name !== '') draft.sections.set(`${first} ${name}`, section);
  else draft.misplaced.set(section.name, { heading: `[${shownName(section.name)}]`, file, line: section.line });
}

/** The credentials file takes every heading as a profile's name, `[profile prod]` included, which is then named `profile prod`. */
function addCredentialsSection(draft: Draft, section: IniSection, file: string): void {
  addProfile(draft, section.name, section, file);
  const meant = /^profile\s+(\S.*)$/.exec(section.name)?.[1];
  if (meant !== undefined) {
    draft.misplaced.set(unquote(meant), { heading: `[${shownName(section.name)}]`, file, line: section.line });
  }
}

function addProfile(draft: Draft, name: string, section: IniSection, file: string): void {
  const profile = draft.profiles.get(name) ?? new Map<string, ProfileSetting>();
  for (const [key, setting] of section.settings) profile.set(key, { ...setting, file, heading: section.name });
  draft.profiles.set(name, profile);
}

function unquote(name: string): string {
  return /^(["'])(.*)\1$/.exec(name)?.[2] ?? name;
}

/** A setting's value; empty counts as unset. */
export function setting(profile: Profile, key: string): string | undefined {
  const value = profile.get(key)?.value;
  return value === '' ? undefined : value;
}

/** Where a setting stands, or would stand: beside a key that is there, else beside any setting of the profile. */
export function whereIs(profile: Profile, key: string): Place {
  const candidates = [key, ...NEIGHBOURS].map((name) => profile.get(name));
  const { heading, file } = candidates.find((one) => one !== undefined) ?? [...profile.values()][0] ?? {};
  return { kind: 'setting', name: key, heading, file };
}

const NEIGHBOURS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'role_arn'];
