import { parseGoIni } from './go-ini.ts';
import { parseJavascriptIni } from './javascript-ini.ts';
import type { Facts, FileFact, FileParseFault, IniSection, ParsedFile, SharedFileName } from '../model/tools.ts';
import { parsePythonIni } from './python-ini.ts';
import { shellSplit } from './shell-words.ts';
import type { Rules } from './rules.ts';

/** A profile as one tool sees it: its settings out of both files. */
export interface Profile {
  readonly values: ReadonlyMap<string, string>;
  readonly nested: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Which file has the setting that counts. */
  readonly from: ReadonlyMap<string, SharedFileName>;
  /** The SDK for Go: one file has a key ID without a secret, or a secret without a key ID. */
  readonly halfPair: { readonly file: SharedFileName; readonly missing: 'accessKeyId' | 'secretAccessKey' } | undefined;
}

export interface SharedFiles {
  readonly profiles: ReadonlyMap<string, Profile>;
  /** As they stand in the credentials file, and in the config file. */
  readonly own: Readonly<Record<SharedFileName, ReadonlyMap<string, IniSection>>>;
  readonly ssoSessions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The file that stops the tool, whatever else it would find. */
  readonly fault: { readonly file: SharedFileName; readonly path: string; readonly fault: FileParseFault } | undefined;
}

const VARIABLES: Readonly<Record<SharedFileName, string>> = {
  config: 'AWS_CONFIG_FILE',
  credentials: 'AWS_SHARED_CREDENTIALS_FILE',
};

/** Reads both files as this tool does. `read` asks for a file's facts, and does not return where they are not known yet. */
export function readSharedFiles(rules: Rules, facts: Facts, read: (path: string) => FileFact): SharedFiles {
  const parsed = { config: new Map<string, IniSection>(), credentials: new Map<string, IniSection>() };
  let fault: SharedFiles['fault'];
  for (const file of ['config', 'credentials'] as const) {
    const path = pathOf(file, rules, facts);
    const result = path === undefined ? NOTHING : parse(read(path), rules);
    if (result.kind === 'sections') for (const [name, section] of result.sections) parsed[file].set(name, section);
    else fault ??= { file, path: path ?? '', fault: result.fault };
  }
  const config = READERS[rules.files.grammar](parsed.config);
  const credentials =
    rules.files.grammar === 'go'
      ? new Map([...parsed.credentials].filter(([name]) => !name.startsWith('profile ')))
      : parsed.credentials;
  return {
    profiles: merge(config.profiles, credentials, rules),
    own: { config: config.profiles, credentials },
    ssoSessions: config.ssoSessions,
    fault,
  };
}

const NOTHING: ParsedFile = { kind: 'sections', sections: new Map() };

/** The path of a shared file; undefined where the tool takes an empty variable for a file that is not there. */
export function pathOf(file: SharedFileName, rules: Pick<Rules, 'files'>, facts: Facts): string | undefined {
  const named = facts.env[VARIABLES[file]];
  if (named === '' && rules.files.emptyVariable === 'no-file') return undefined;
  if (named === undefined || named === '') return `${facts.homedir}/.aws/${file}`;
  switch (rules.files.expands) {
    case 'nothing':
      return named;
    case 'home':
      return named.startsWith('~/') ? `${facts.homedir}/${named.slice(2)}` : named;
    case 'variables and home': {
      const filled = named.replace(
        /\$(?:(\w+)|\{([^}]*)\})/g,
        (whole, bare: string | undefined, braced: string | undefined) => facts.env[bare ?? braced ?? ''] ?? whole,
      );
      return /^~(?=\/|$)/.test(filled) ? facts.homedir + filled.slice(1) : filled;
    }
  }
}

function parse(fact: FileFact, rules: Rules): ParsedFile {
  switch (fact.kind) {
    case 'absent':
    case 'unreadable':
      return NOTHING;
    case 'folder':
      return rules.files.folder === 'stops' ? { kind: 'fault', fault: { kind: 'folder' } } : NOTHING;
    case 'text':
      if (rules.files.grammar === 'python')
        return fact.isUtf8 ? parsePythonIni(fact.text) : { kind: 'fault', fault: { kind: 'encoding' } };
      return rules.files.grammar === 'go' ? parseGoIni(fact.text) : parseJavascriptIni(fact.text);
  }
}

interface ConfigFile {
  readonly profiles: ReadonlyMap<string, IniSection>;
  readonly ssoSessions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type Sections = ReadonlyMap<string, IniSection>;

/** Which headings of the config file are profiles. */
const READERS: Readonly<Record<Rules['files']['grammar'], (sections: Sections) => ConfigFile>> = {
  python(sections) {
    const profiles = new Map<string, IniSection>();
    const ssoSessions = new Map<string, ReadonlyMap<string, string>>();
    for (const [heading, section] of sections) {
      const words = shellSplit(heading) ?? [];
      const name = words.length === 2 ? words[1] : undefined;
      if (heading.startsWith('profile')) {
        if (name !== undefined) profiles.set(name, section);
      } else if (heading.startsWith('sso-session')) {
        if (name !== undefined) ssoSessions.set(name, section.values);
      } else if (heading === 'default') profiles.set(heading, section);
    }
    return { profiles, ssoSessions };
  },
  javascript(sections) {
    const profiles = new Map<string, IniSection>();
    const ssoSessions = new Map<string, ReadonlyMap<string, string>>();
    const plain = sections.get('default');
    if (plain !== undefined) profiles.set('default', plain);
    for (const [heading, section] of sections) {
      if (heading.startsWith('profile.')) profiles.set(heading.slice('profile.'.length), section);
      if (heading.startsWith('sso-session.')) ssoSessions.set(heading.slice('sso-session.'.length), section.values);
    }
    return { profiles, ssoSessions };
  },
  go(sections) {
    const profiles = new Map<string, IniSection>();
    const ssoSessions = new Map<string, ReadonlyMap<string, string>>();
    for (const [heading, section] of [...sections].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (heading.startsWith('profile ')) profiles.set(heading.slice('profile '.length), section);
      else if (heading.startsWith('sso-session '))
        ssoSessions.set(heading.slice('sso-session '.length), section.values);
      else if (heading.toLowerCase() === 'default' && !profiles.has(heading)) profiles.set(heading, section);
    }
    return { profiles, ssoSessions };
  },
};

const PAIR = ['aws_access_key_id', 'aws_secret_access_key'] as const;

function merge(config: Sections, credentials: Sections, rules: Rules): ReadonlyMap<string, Profile> {
  const names = new Set([...config.keys(), ...credentials.keys()]);
  return new Map([...names].map((name) => [name, mergeOne(config.get(name), credentials.get(name), rules)]));
}

/** The credentials file's settings stand; the SDK for Go takes the two key settings together or not at all. */
function mergeOne(config: IniSection | undefined, credentials: IniSection | undefined, rules: Rules): Profile {
  const values = new Map<string, string>();
  const nested = new Map<string, ReadonlyMap<string, string>>();
  const from = new Map<string, SharedFileName>();
  for (const [file, section] of [['config', config] as const, ['credentials', credentials] as const]) {
    for (const [key, value] of section?.values ?? []) {
      const isHeldBack = rules.files.grammar === 'go' && file === 'credentials' && config !== undefined;
      if (isHeldBack && !mayOverride(key, section)) continue;
      values.set(key, value);
      from.set(key, file);
      nested.delete(key);
    }
    for (const [key, inner] of section?.nested ?? []) nested.set(key, inner);
  }
  const halves = (['config', 'credentials'] as const).flatMap((file) => {
    const missing = missingHalf(file === 'config' ? config : credentials);
    return missing === undefined ? [] : [{ file, missing }];
  });
  // What the credentials file lacks or has replaces what was found wrong in the config file.
  const halfPair = credentials === undefined ? halves[0] : halves.find(({ file }) => file === 'credentials');
  return { values, nested, from, halfPair: rules.files.grammar === 'go' ? halfPair : undefined };
}

function mayOverride(key: string, section: IniSection | undefined): boolean {
  if (key === 'aws_account_id' || key === 'endpoint_url' || key === 'services') return false;
  if (key !== 'aws_session_token' && !(PAIR as readonly string[]).includes(key)) return true;
  return PAIR.every((one) => section?.values.has(one));
}

function missingHalf(section: IniSection | undefined): 'accessKeyId' | 'secretAccessKey' | undefined {
  const [id, secret] = PAIR.map((key) => section?.values.has(key) ?? false);
  if (id === secret) return undefined;
  return id === true ? 'secretAccessKey' : 'accessKeyId';
}
