import { Secret } from '../secret.ts';
import { pythonExpiration } from './expirations.ts';
import type {
  EndpointFact,
  Facts,
  FileFact,
  Keys,
  Need,
  Origin,
  Plan,
  Prediction,
  SharedFileName,
  StopCause,
} from './model.ts';
import { readProcessOutput } from './process-output.ts';
import { assumeRole } from './roles.ts';
import type { Form, Rules, Source } from './rules.ts';
import { pathOf, type Profile, readSharedFiles, type SharedFiles } from './shared-files.ts';
import { ssoFault } from './sign-in.ts';

/** What one place gave: nothing lets the search go on. */
export type Step = { readonly kind: 'nothing' } | Prediction;

/** The state of one search. */
export interface Search {
  readonly rules: Rules;
  readonly facts: Facts;
  readonly files: SharedFiles;
  readonly profileName: string;
  /** Undefined where neither file has it. */
  readonly profile: Profile | undefined;
  readonly ask: Ask;
}

/** Facts that are there; asking for one that is not ends this round of the prediction. */
export interface Ask {
  file(path: string): FileFact;
  process: (command: string, shell: boolean, profile: string) => NonNullable<ReturnType<Facts['process']>>;
  container(): EndpointFact;
  instance(): EndpointFact;
}

export const NOTHING = { kind: 'nothing' } as const;

class Needed extends Error {
  readonly need: Need;
  constructor(need: Need) {
    super('needed');
    this.need = need;
  }
}

/** What a tool does next, or the fact that has to be had first. Pure: the same facts give the same answer. */
export function predict(rules: Rules, facts: Facts): Prediction | { readonly kind: 'needs'; readonly need: Need } {
  try {
    return run(rules, facts, askFor(facts));
  } catch (error) {
    if (error instanceof Needed) return { kind: 'needs', need: error.need };
    throw error;
  }
}

function askFor(facts: Facts): Ask {
  const orNeed = <Fact>(fact: Fact | undefined, need: Need): Fact => {
    if (fact === undefined) throw new Needed(need);
    return fact;
  };
  return {
    file: (path) => orNeed(facts.file(path), { kind: 'file', path }),
    process: (command, shell, profile) =>
      orNeed(facts.process(command, shell), { kind: 'process', command, shell, profile }),
    container: () => orNeed(facts.container(), { kind: 'container' }),
    instance: () => orNeed(facts.instance(), { kind: 'instance' }),
  };
}

function run(rules: Rules, facts: Facts, ask: Ask): Prediction {
  const badVariable = firstBad(rules.checks.variables, (name) => facts.env[name]);
  if (badVariable !== undefined) {
    const { name, isEmpty } = badVariable;
    return stops({ kind: 'variable-invalid', variable: name, isEmpty });
  }
  const files = readSharedFiles(rules, facts, ask.file);
  if (files.fault !== undefined) return stops({ kind: 'file-unreadable', ...files.fault });
  const { name: profileName, variable } = profileOf(rules, facts);
  const profile = files.profiles.get(profileName);
  const isNamed = variable !== undefined || facts.profile !== undefined;
  if (profile === undefined && isNamed && stopsWithout(rules, variable)) {
    return stops({ kind: 'profile-missing', profile: profileName, variable });
  }
  const search: Search = { rules, facts, files, profileName, profile, ask };
  const unusable = profile === undefined ? undefined : unusableProfile(search, profile);
  if (unusable !== undefined) return stops(unusable);
  return sendable(lookIn(rules.order, search));
}

function stopsWithout(rules: Rules, variable: string | undefined): boolean {
  switch (rules.missingProfile) {
    case 'stops':
      return true;
    case 'stops where AWS_PROFILE names it':
      return variable === undefined || variable === 'AWS_PROFILE';
    case 'goes on':
      return false;
  }
}

/** A profile that the tool reads at its start, and refuses although the key variables may be good. */
function unusableProfile({ rules, profileName, files }: Search, profile: Profile): StopCause | undefined {
  const bad = firstBad(rules.checks.settings, (name) => profile.values.get(name));
  if (bad !== undefined) return { kind: 'setting-invalid', setting: bad.name, profile: profileName };
  if (rules.tool !== 'go') return undefined;
  if (profile.halfPair !== undefined) {
    const { file, missing } = profile.halfPair;
    return { kind: 'keys-incomplete', origin: { kind: 'profile', profile: profileName, file }, missing };
  }
  const session = profile.values.get('sso_session') ?? '';
  if (session !== '' && !files.ssoSessions.has(session.trim())) {
    return { kind: 'sso', profile: profileName, fault: 'session-missing' };
  }
  return undefined;
}

function firstBad(
  forms: Readonly<Record<string, Form>>,
  valueOf: (name: string) => string | undefined,
): { name: string; isEmpty: boolean } | undefined {
  for (const [name, { pattern, empty }] of Object.entries(forms)) {
    const value = valueOf(name);
    if (value === undefined || (value === '' && empty === 'passes')) continue;
    if (!pattern.test(value)) return { name, isEmpty: value === '' };
  }
  return undefined;
}

/** The profile in force, and the variable that names it. */
export function profileOf(rules: Rules, facts: Facts): { name: string; variable: string | undefined } {
  if (facts.profile !== undefined) return { name: facts.profile, variable: undefined };
  const variable = rules.profileVariables.find((name) => isSet(rules, facts.env[name]));
  const name = variable === undefined ? undefined : facts.env[variable];
  return { name: name ?? 'default', variable };
}

export function isSet(rules: Pick<Rules, 'emptyVariable'>, value: string | undefined): value is string {
  return value !== undefined && (value !== '' || rules.emptyVariable === 'a value');
}

/** The first of the places that has something; none: the tool stops with nothing found. */
export function lookIn(order: readonly Source[], search: Search): Prediction {
  for (const source of order) {
    const step = SOURCES[source](search);
    if (step.kind === 'nothing') continue;
    if (step.kind === 'stops' && goesOn(search.rules, step.cause)) continue;
    return step;
  }
  return stops({ kind: 'nothing-found' });
}

function goesOn({ goesOnAfter }: Rules, cause: StopCause): boolean {
  switch (cause.kind) {
    case 'process':
      return goesOnAfter.includes('process');
    case 'nothing-found':
      return goesOnAfter.includes('nothing-in-profile');
    case 'role':
      return goesOnAfter.includes('nothing-in-profile') && ['loop', 'credential-source-unknown'].includes(cause.fault);
    default:
      return false;
  }
}

const SOURCES: Readonly<Record<Source, (search: Search) => Step>> = {
  environment: (search) => (search.facts.profile === undefined ? fromVariables(search) : NOTHING),
  'web-identity-variables': fromWebIdentityVariables,
  'web-identity-variables-and-profile': fromWebIdentityVariablesAndProfile,
  profile: fromProfile,
  role: (search) => assumeRole(search, search.profileName),
  keys: (search) => keysOf(search, search.profileName, ['config', 'credentials']),
  'credentials-file-keys': (search) => keysOf(search, search.profileName, ['credentials']),
  'config-file-keys': (search) => keysOf(search, search.profileName, ['config']),
  'web-identity': fromWebIdentityProfile,
  sso: fromSso,
  login: fromLogin,
  process: fromProcess,
  'credential-source': () => NOTHING,
  container: (search) => fromContainer(search),
  instance: (search) => fromInstance(search),
};

/** The places of a profile, for a profile that another one names as its source. */
export function lookInProfile(order: readonly Source[], search: Search, name: string): Prediction {
  return lookIn(order, { ...search, profileName: name, profile: search.files.profiles.get(name) });
}

function fromProfile(search: Search): Step {
  const { rules, profile } = search;
  if (rules.tool === 'go') return assumeRole(search, search.profileName);
  if (profile === undefined) return NOTHING;
  return lookIn(rules.profile, search);
}

/** The key variables, with the token that this tool reads. */
export function fromVariables({ rules, facts }: Search): Step {
  const { variables } = rules;
  if (variables.skippedWhere === 'AWS_PROFILE is set' && (facts.env['AWS_PROFILE'] ?? '') !== '') return NOTHING;
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => facts.env[name]).find((value) => value !== undefined && value !== '');
  const accessKeyId = first(variables.accessKeyId);
  const secretAccessKey = first(variables.secretAccessKey);
  if (accessKeyId === undefined) return NOTHING;
  const origin: Origin = { kind: 'variables' };
  if (secretAccessKey === undefined) {
    return variables.incomplete === 'stops'
      ? stops({ kind: 'keys-incomplete', origin, missing: 'secretAccessKey' })
      : NOTHING;
  }
  const expires = facts.env['AWS_CREDENTIAL_EXPIRATION'] ?? '';
  const fault =
    expires === '' || variables.expiration === 'not believed' ? undefined : pythonExpiration(expires, facts.now);
  if (fault !== undefined) return stops({ kind: 'expiration-variable', fault });
  const tokenName = variables.sessionToken.find((name) => (facts.env[name] ?? '') !== '');
  const token = tokenName === undefined ? undefined : facts.env[tokenName];
  return takes({
    kind: 'keys',
    origin,
    tokenName,
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: token === undefined ? undefined : new Secret(token),
  });
}

/** Keys that stand in a profile. */
export function keysOf(search: Search, name: string, where: readonly SharedFileName[]): Step {
  const { rules, files } = search;
  const isWhole = where.length === 2;
  const values = isWhole ? files.profiles.get(name)?.values : files.own[where[0] ?? 'config'].get(name)?.values;
  if (values === undefined) return NOTHING;
  const accessKeyId = values.get('aws_access_key_id');
  const secretAccessKey = values.get('aws_secret_access_key');
  const file = isWhole ? (files.profiles.get(name)?.from.get('aws_access_key_id') ?? 'credentials') : where[0];
  const origin: Origin = { kind: 'profile', profile: name, file: file ?? 'credentials' };
  const isKey = (value: string | undefined): value is string =>
    value !== undefined && (value !== '' || rules.files.emptyKey === 'a key');
  if (!isKey(accessKeyId)) return NOTHING;
  if (!isKey(secretAccessKey)) {
    return rules.variables.incomplete === 'stops'
      ? stops({ kind: 'keys-incomplete', origin, missing: 'secretAccessKey' })
      : NOTHING;
  }
  const tokenName = rules.files.tokenSettings.find((key) => values.has(key));
  const token = tokenName === undefined ? undefined : values.get(tokenName);
  return takes({
    kind: 'keys',
    origin,
    tokenName,
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: token === undefined || token === '' ? undefined : new Secret(token),
  });
}

function fromWebIdentityVariables({ rules, facts, ask }: Search): Step {
  if (facts.profile !== undefined && rules.tool === 'go') return NOTHING;
  const tokenFile = facts.env['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '';
  const roleArn = facts.env['AWS_ROLE_ARN'] ?? '';
  if (tokenFile === '' || (roleArn === '' && rules.tool === 'javascript')) return NOTHING;
  return webIdentity({ tokenFile, roleArn, profile: undefined, needsRegion: rules.roleNeedsRegion }, facts, rules, ask);
}

/** Of botocore: each of the three from its variable, even an empty one, else from the profile. */
function fromWebIdentityVariablesAndProfile(search: Search): Step {
  const { rules, facts, profile, profileName, ask } = search;
  const named = (variable: string, setting: string): string =>
    (facts.profile === undefined ? facts.env[variable] : undefined) ?? profile?.values.get(setting) ?? '';
  const tokenFile = named('AWS_WEB_IDENTITY_TOKEN_FILE', 'web_identity_token_file');
  if (tokenFile === '') return NOTHING;
  const roleArn = named('AWS_ROLE_ARN', 'role_arn');
  const isVariable = facts.profile === undefined && facts.env['AWS_WEB_IDENTITY_TOKEN_FILE'] !== undefined;
  const origin = isVariable ? undefined : profileName;
  return webIdentity({ tokenFile, roleArn, profile: origin, needsRegion: true }, facts, rules, ask);
}

export function fromWebIdentityProfile({ rules, facts, profile, profileName, ask }: Search): Step {
  const tokenFile = profile?.values.get('web_identity_token_file') ?? '';
  const roleArn = profile?.values.get('role_arn') ?? '';
  if (tokenFile === '' || (roleArn === '' && rules.tool === 'javascript')) return NOTHING;
  return webIdentity({ tokenFile, roleArn, profile: profileName, needsRegion: rules.roleNeedsRegion }, facts, rules, ask);
}

function webIdentity(
  of: { tokenFile: string; roleArn: string; profile: string | undefined; needsRegion: boolean },
  facts: Facts,
  rules: Rules,
  ask: Ask,
): Step {
  const { tokenFile, roleArn, profile } = of;
  if (roleArn === '') return stops({ kind: 'web-identity', profile, fault: 'no-role' });
  const file = ask.file(tokenFile);
  if (file.kind !== 'text') return stops({ kind: 'web-identity', profile, fault: 'no-file' });
  if (of.needsRegion && !hasRegion(rules, facts, ask)) {
    return stops({ kind: 'no-region', profile: profile ?? '' });
  }
  return takes({ kind: 'web-identity', roleArn, tokenFile, sessionName: undefined, profile });
}

/** Whether the job names a region where this tool looks: its variables, then the profile in force. */
export function hasRegion(rules: Rules, facts: Facts, ask: Ask): boolean {
  const variable = rules.regionVariables.find((name) => isSet(rules, facts.env[name]));
  if (variable !== undefined) return true;
  const files = readSharedFiles(rules, facts, ask.file);
  const profile = files.profiles.get(profileOf(rules, facts).name);
  return (profile?.values.get('region') ?? '') !== '';
}

function fromSso(search: Search): Step {
  const { profile, profileName } = search;
  if (profile === undefined) return NOTHING;
  const fault = ssoFault(search, profile);
  if (fault === 'no-sso') return NOTHING;
  if (fault === 'unknown') return { kind: 'unknown' };
  if (fault !== undefined) return stops({ kind: 'sso', profile: profileName, fault });
  return takes({ kind: 'session', origin: { kind: 'sso', profile: profileName } });
}

function fromLogin({ profile, profileName, rules }: Search): Step {
  const session = profile?.values.get('login_session');
  if (session === undefined || (session === '' && rules.emptyVariable === 'none')) return NOTHING;
  return stops({ kind: 'login', profile: profileName, fault: 'not-signed-in' });
}

function fromProcess({ rules, facts, profile, profileName, ask }: Search): Step {
  const command = profile?.values.get('credential_process');
  if (command === undefined || (command === '' && rules.emptyVariable === 'none')) return NOTHING;
  const cause = (fault: Extract<StopCause, { kind: 'process' }>['fault']) =>
    stops({ kind: 'process', profile: profileName, fault });
  const ended = ask.process(command, rules.process.shell, profileName);
  switch (ended.kind) {
    case 'not-started':
      return cause('not-started');
    case 'failed':
      return cause('failed');
    case 'unknown':
      return { kind: 'unknown' };
    case 'ended': {
      const read = readProcessOutput(ended.stdout.reveal(), rules, facts.now);
      if ('fault' in read) return cause(read.fault);
      return takes(keysPlan(read.keys, { kind: 'process', profile: profileName }));
    }
  }
}

export function fromContainer({ rules, facts, ask }: Search): Step {
  const names = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  if (!names.some((name) => isSet(rules, facts.env[name]))) return NOTHING;
  return fromEndpoint(ask.container(), 'container');
}

export function fromInstance({ rules, facts, ask }: Search): Step {
  const off = facts.env['AWS_EC2_METADATA_DISABLED'] ?? '';
  const isOff = rules.tool === 'javascript' ? off !== '' && off !== 'false' : off.toLowerCase() === 'true';
  if (isOff) return stops({ kind: 'nothing-found' });
  return fromEndpoint(ask.instance(), 'instance');
}

function fromEndpoint(fact: EndpointFact, kind: 'container' | 'instance'): Step {
  switch (fact.kind) {
    case 'answers':
      return takes(keysPlan(fact.keys, { kind }));
    case 'fails':
      return stops(kind === 'container' ? { kind: 'endpoint', source: kind } : { kind: 'nothing-found' });
    case 'unknown':
      return kind === 'container' ? { kind: 'unknown' } : stops({ kind: 'nothing-found' });
  }
}

function keysPlan(keys: Keys, origin: Origin): Plan {
  return { kind: 'keys', origin, tokenName: undefined, ...keys };
}

/** Keys with a character that no HTTP header may have are never sent. */
function sendable(prediction: Prediction): Prediction {
  if (prediction.kind !== 'takes' || prediction.plan.kind !== 'keys') return prediction;
  const { accessKeyId, sessionToken, origin } = prediction.plan;
  // eslint-disable-next-line no-control-regex -- that is what is looked for
  const isBad = (value: Secret | undefined): boolean => /[\u0000-\u0008\n-\u001f\u007f]/.test(value?.reveal() ?? '');
  if (isBad(accessKeyId)) return stops({ kind: 'not-sendable', origin, value: 'accessKeyId' });
  return isBad(sessionToken) ? stops({ kind: 'not-sendable', origin, value: 'sessionToken' }) : prediction;
}

export function stops(cause: StopCause): { readonly kind: 'stops'; readonly cause: StopCause } {
  return { kind: 'stops', cause };
}

export function takes(plan: Plan): { readonly kind: 'takes'; readonly plan: Plan } {
  return { kind: 'takes', plan };
}

export { pathOf };
