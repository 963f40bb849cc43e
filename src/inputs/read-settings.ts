import { TOOLS } from '../model/tools.ts';
import { holdsSecret, pastedSecrets } from '../read/unsafe-content.ts';
import { Secret } from '../model/secret.ts';
import type { RoleSettings, Settings, UsageProblem } from '../model/settings.ts';
import { INPUT_NAMES, SECRET_INPUTS, type InputName, type InputReader } from './names.ts';
import { externalId, policyArns, policyJson, roleDuration, sessionName } from './role-values.ts';
import { stsEndpoint } from './values.ts';
import { accountIds, arnPatterns, boolean, duration, oneOf, pointInTime, someOf, type Parsed } from './values.ts';

const LONGEST_SHOWN = 100;
const DAY = 86_400;

/** Settings where every input can be used, else everything that is wrong with them at once. */
export type ReadSettings =
  { readonly settings: Settings; readonly problems?: never } | { readonly problems: readonly UsageProblem[] };

/**
 * Reads every input once. Credentials are taken raw, since a stray character is what we look for; all else is trimmed,
 * and an empty value counts as unset, as GitHub passes every input that was not given.
 */
export function readSettings(read: InputReader): ReadSettings {
  const inputs = inputsOf(read);
  const settings = Object.freeze({
    ...credentials(inputs),
    ...expectations(inputs),
    ...conduct(inputs),
  });
  // An unset list means any account; one that was given but holds only blanks must not come to mean the same.
  if (/^\s+$/.test(read('allowed-account-ids') ?? '')) {
    inputs.complain('allowed-account-ids', 'only white space', 'account IDs of 12 digits, or no value');
  }
  return inputs.problems.length === 0 ? { settings } : { problems: inputs.problems };
}

interface Inputs {
  readonly problems: readonly UsageProblem[];
  readonly secret: (name: InputName) => Secret | undefined;
  readonly trimmed: (name: InputName) => string | undefined;
  readonly parsed: <T, F>(name: InputName, parser: (text: string) => Parsed<T>, fallback: F) => T | F;
  readonly complain: (input: InputName, value: string, allowed: string) => void;
}

function inputsOf(read: InputReader): Inputs {
  const problems: UsageProblem[] = [];
  const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
  const trimmed = (name: InputName): string | undefined => given(read(name)?.trim());
  const complain = (input: InputName, value: string, allowed: string): void => {
    problems.push({ input, value: shown(value, read), allowed });
  };
  return {
    problems,
    trimmed,
    complain,
    secret: (name) => {
      const text = given(read(name));
      return text === undefined ? undefined : new Secret(text);
    },
    parsed: (name, parser, fallback) => {
      const text = trimmed(name);
      if (text === undefined) return fallback;
      const parsed = parser(text);
      if ('value' in parsed) return parsed.value;
      complain(name, parsed.shown ?? text, parsed.allowed);
      return fallback;
    },
  };
}

type CredentialSettings =
  | 'accessKeyId'
  | 'secretAccessKey'
  | 'sessionToken'
  | 'profile'
  | 'region'
  | 'roleToAssume'
  | 'role'
  | 'audience'
  | 'trustPolicy'
  | 'stsEndpoint'
  | 'githubToken';

function credentials(inputs: Inputs): Pick<Settings, CredentialSettings> {
  const { secret, trimmed, parsed } = inputs;
  const githubToken = trimmed('github-token');
  return {
    accessKeyId: secret('aws-access-key-id'),
    secretAccessKey: secret('aws-secret-access-key'),
    sessionToken: secret('aws-session-token'),
    profile: trimmed('aws-profile'),
    region: trimmed('aws-region'),
    roleToAssume: trimmed('role-to-assume'),
    role: role(inputs),
    audience: trimmed('audience') ?? 'sts.amazonaws.com',
    trustPolicy: trimmed('trust-policy'),
    stsEndpoint: parsed('sts-endpoint', stsEndpoint, undefined),
    githubToken: githubToken === undefined ? undefined : new Secret(githubToken),
  };
}

function role({ trimmed, parsed }: Inputs): RoleSettings {
  return {
    chaining: parsed('role-chaining', oneOf(['auto', 'true', 'false']), 'auto'),
    externalId: parsed('role-external-id', externalId, undefined),
    sessionName: parsed('role-session-name', sessionName, undefined),
    durationSeconds: parsed('role-duration-seconds', roleDuration, undefined),
    skipSessionTagging: parsed('role-skip-session-tagging', boolean, false),
    policy: parsed('inline-session-policy', policyJson, undefined),
    policyArns:
      trimmed('managed-session-policies') === undefined ? [] : parsed('managed-session-policies', policyArns, []),
  };
}

type ExpectationSettings = 'allowedAccountIds' | 'expectedArns' | 'minRemaining' | 'expiresAt' | 'maxClockSkew';

function expectations({ parsed }: Inputs): Pick<Settings, ExpectationSettings> {
  return {
    allowedAccountIds: parsed('allowed-account-ids', accountIds, []),
    expectedArns: parsed('expected-arn', arnPatterns, []),
    minRemaining: parsed('min-remaining', duration({ min: 0, max: 7 * DAY, say: 'up to 7 days' }), undefined),
    expiresAt: parsed('expires-at', pointInTime, undefined),
    maxClockSkew: parsed('max-clock-skew', duration({ min: 1, max: DAY, say: 'from 1 second to 1 day' }), 300),
  };
}

function conduct({ parsed }: Inputs): Omit<Settings, CredentialSettings | ExpectationSettings> {
  return {
    tools: parsed('tools', someOf(TOOLS), []),
    confirm: parsed('confirm', boolean, true),
    onMissing: parsed('on-missing', oneOf(['fail', 'skip']), 'fail'),
    failOn: parsed('fail-on', oneOf(['error', 'warning', 'never']), 'error'),
    onUnknown: parsed('on-unknown', oneOf(['fail', 'warn']), 'fail'),
    timeout: parsed('timeout', duration({ min: 1, max: 3600, say: 'from 1 second to 1 hour' }), 30),
    summary: parsed('summary', oneOf(['always', 'problems', 'never']), 'problems'),
    maskAccountId: parsed('mask-aws-account-id', boolean, false),
    explain: parsed('explain', oneOf(['failed-jobs', 'off']), 'off'),
  };
}

/** An input's value as an error may show it: printable, short, and never one of the credentials pasted into the wrong input. */
export function shown(text: string, read: InputReader): string {
  for (const name of INPUT_NAMES) {
    const credential = SECRET_INPUTS.has(name) ? read(name)?.trim() : undefined;
    if (credential !== undefined && credential.length >= 4 && text.includes(credential)) return '***';
    // A piece of it: a list is taken apart before it is judged.
    if (text.length >= 8 && credential?.includes(text) === true) return '***';
  }
  if (holdsSecret(text) !== undefined || pastedSecrets(text).length > 0) return `*** (${text.length} characters)`;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
