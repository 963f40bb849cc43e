import { createHash } from 'node:crypto';
import { Secret } from '../model/secret.ts';
import { pythonExpiration } from './expirations.ts';
import type { EndpointFact, Keys, Origin, Plan, SharedFileName, StopCause } from '../model/tools.ts';
import { readProcessOutput } from './process-output.ts';
import { ssoFault } from './sign-in.ts';
import { hasRegion, isSet, NOTHING, type Search, type Step, stops, takes } from './step.ts';

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

export function fromWebIdentityVariables(search: Search): Step {
  const { rules, facts } = search;
  if (facts.profile !== undefined && rules.tool === 'go') return NOTHING;
  const tokenFile = facts.env['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '';
  const roleArn = facts.env['AWS_ROLE_ARN'] ?? '';
  if (tokenFile === '' || (roleArn === '' && rules.tool === 'javascript')) return NOTHING;
  return webIdentity({ tokenFile, roleArn, profile: undefined }, search);
}

/** Of botocore: each of the three from its variable, even an empty one, else from the profile. */
export function fromWebIdentityVariablesAndProfile(search: Search): Step {
  const { facts, profile, profileName } = search;
  const named = (variable: string, setting: string): string =>
    (facts.profile === undefined ? facts.env[variable] : undefined) ?? profile?.values.get(setting) ?? '';
  const tokenFile = named('AWS_WEB_IDENTITY_TOKEN_FILE', 'web_identity_token_file');
  if (tokenFile === '') return NOTHING;
  const roleArn = named('AWS_ROLE_ARN', 'role_arn');
  const isVariable = facts.profile === undefined && facts.env['AWS_WEB_IDENTITY_TOKEN_FILE'] !== undefined;
  return webIdentity({ tokenFile, roleArn, profile: isVariable ? undefined : profileName }, search);
}

export function fromWebIdentityProfile(search: Search): Step {
  const { rules, profile, profileName } = search;
  const tokenFile = profile?.values.get('web_identity_token_file') ?? '';
  const roleArn = profile?.values.get('role_arn') ?? '';
  if (tokenFile === '' || (roleArn === '' && rules.tool === 'javascript')) return NOTHING;
  return webIdentity({ tokenFile, roleArn, profile: profileName }, search);
}

function webIdentity(of: { tokenFile: string; roleArn: string; profile: string | undefined }, search: Search): Step {
  const { tokenFile, roleArn, profile } = of;
  const { rules, ask } = search;
  if (roleArn === '') return stops({ kind: 'web-identity', profile, fault: 'no-role' });
  const file = ask.file(tokenFile);
  if (file.kind !== 'text') return stops({ kind: 'web-identity', profile, fault: 'no-file' });
  if (file.text.length < rules.role.shortestToken) return stops({ kind: 'web-identity', profile, fault: 'empty-file' });
  if (!hasRegion(search, true)) return stops({ kind: 'no-region', profile: profile ?? '' });
  return takes({ kind: 'web-identity', roleArn, tokenFile, profile });
}

export function fromSso(search: Search): Step {
  const { profile, profileName } = search;
  if (profile === undefined) return NOTHING;
  const fault = ssoFault(search, profile);
  if (fault === 'no-sso') return NOTHING;
  if (fault === 'unknown') return { kind: 'unknown' };
  if (fault !== undefined) return stops({ kind: 'sso', profile: profileName, fault });
  return takes({ kind: 'session', origin: { kind: 'sso', profile: profileName } });
}

export function fromLogin({ profile, profileName, rules, facts, ask }: Search): Step {
  const session = profile?.values.get('login_session');
  if (session === undefined || (session === '' && rules.emptyVariable === 'none')) return NOTHING;
  // What `aws login` left: whether it can still be renewed is not known here.
  const folder = facts.env['AWS_LOGIN_CACHE_DIRECTORY'] ?? `${facts.homedir}/.aws/login/cache`;
  const cached = createHash('sha256').update(session.trim()).digest('hex');
  if (ask.file(`${folder}/${cached}.json`).kind === 'text') return { kind: 'unknown' };
  return stops({ kind: 'login', profile: profileName, fault: 'not-signed-in' });
}

export function fromProcess({ rules, facts, profile, profileName, ask }: Search): Step {
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
