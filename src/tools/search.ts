import type { Secret } from '../model/secret.ts';
import type { Facts, Need, Prediction, StopCause } from '../model/tools.ts';
import { assumeRole, goLoadFault } from './roles.ts';
import type { Form, Rules, Source } from './rules.ts';
import { type Profile, readSharedFiles } from './shared-files.ts';
import {
  fromContainer,
  fromInstance,
  fromLogin,
  fromProcess,
  fromSso,
  fromVariables,
  fromWebIdentityProfile,
  fromWebIdentityVariables,
  fromWebIdentityVariablesAndProfile,
  keysOf,
} from './sources.ts';
import { type Ask, endpointOf, Needed, NOTHING, profileOf, type Search, type Step, stops } from './step.ts';

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
  const files = readSharedFiles(rules, facts, (path) => ask.file(path));
  if (files.fault !== undefined) return stops({ kind: 'file-unreadable', ...files.fault });
  const { name: profileName, variable } = profileOf(rules, facts);
  const profile = files.profiles.get(profileName);
  const isNamed = variable !== undefined || facts.profile !== undefined;
  if (profile === undefined && isNamed && stopsWithout(rules, variable)) {
    return stops({ kind: 'profile-missing', profile: profileName, variable });
  }
  const search: Search = { rules, facts, files, profileName, profile, ask, lookIn };
  const unusable = (profile && unusableProfile(search, profile)) ?? caBundle(search) ?? endpointConflict(search);
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
function unusableProfile(search: Search, profile: Profile): StopCause | undefined {
  const { rules, profileName, files } = search;
  const bad = firstBad(rules.checks.settings, (name) => profile.values.get(name));
  if (bad !== undefined) return { kind: 'setting-invalid', setting: bad.name, profile: profileName };
  if (rules.tool === 'go') return goLoadFault(search, profileName);
  if (rules.tool === 'javascript') return undefined;
  // botocore looks for a bearer token beside the credentials, and stops at a session that is not whole.
  const name = profile.values.get('sso_session');
  if (name === undefined) return undefined;
  const session = files.ssoSessions.get(name);
  if (session === undefined) return { kind: 'sso', profile: profileName, fault: 'session-missing' };
  const isWhole = session.has('sso_start_url') && session.has('sso_region');
  return isWhole ? undefined : { kind: 'sso', profile: profileName, fault: 'incomplete' };
}

/** A file of root certificates that is named and cannot be read. */
function caBundle({ rules, facts, profile, ask }: Search): StopCause | undefined {
  if (rules.caBundle === 'is not read') return undefined;
  const isPlain = endpointOf(facts)?.startsWith('http:') === true;
  if (rules.caBundle === 'must be there for HTTPS' && isPlain) return undefined;
  const named = facts.env['AWS_CA_BUNDLE'] ?? '';
  const path = named === '' ? (profile?.values.get('ca_bundle') ?? '') : named;
  if (path === '' || ask.file(path).kind === 'text') return undefined;
  return { kind: 'ca-bundle', path };
}

/** FIPS and dual stack name an endpoint themselves: two of the SDKs refuse another one beside them. */
function endpointConflict({ rules, facts, profile }: Search): StopCause | undefined {
  if (rules.variantBesideEndpoint === 'goes on' || endpointOf(facts) === undefined) return undefined;
  const isOn = (value: string | undefined): boolean =>
    rules.tool === 'go' ? value?.toLowerCase() === 'true' : value === 'true';
  for (const setting of ['use_fips_endpoint', 'use_dualstack_endpoint']) {
    const variable = `AWS_${setting.toUpperCase()}`;
    const value = facts.env[variable] ?? '';
    if (isOn(value)) return { kind: 'endpoint-conflict', setting: variable };
    if (value === '' && isOn(profile?.values.get(setting))) return { kind: 'endpoint-conflict', setting };
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

/** The first of the places that has something; none: the tool stops with nothing found. */
function lookIn(order: readonly Source[], search: Search): Prediction {
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

function fromProfile(search: Search): Step {
  const { rules, profile } = search;
  if (rules.tool === 'go') return assumeRole(search, search.profileName);
  if (profile === undefined) return NOTHING;
  return lookIn(rules.profile, search);
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
