import { type Environment, isOn, variable } from '../model/environment.ts';
import type { Located, Network, RegionChoice } from '../model/gathered.ts';
import { inputPlace, type Place, variablePlace } from '../model/place.ts';
import { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import { type Profile, setting, type SharedConfig, whereIs } from './shared-config.ts';

/**
 * The region whose STS is asked: the input, AWS_REGION, AWS_DEFAULT_REGION, the profile's. The two variables that
 * disagree are worth a word: version 1 of the AWS CLI and boto3 read AWS_DEFAULT_REGION alone.
 */
export function chooseRegion(
  settings: Pick<Settings, 'region'>,
  env: Environment,
  profile: Profile | undefined,
): RegionChoice | undefined {
  const variables = ['AWS_REGION', 'AWS_DEFAULT_REGION'].flatMap((name) =>
    located(variable(env, name), variablePlace(name)),
  );
  const ranked = [
    ...located(settings.region, inputPlace('aws-region')),
    ...variables,
    ...(profile === undefined ? [] : located(setting(profile, 'region'), whereIs(profile, 'region'))),
  ];
  const chosen = ranked[0];
  if (chosen === undefined) return undefined;
  return { ...chosen, disagreeing: variables.find((other) => other.value !== chosen.value) };
}

/**
 * An STS endpoint from the environment or the profile
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html): the service's own before the general
 * one, the environment before the profile.
 */
export function configuredEndpoint(
  env: Environment,
  profile: Profile | undefined,
  config: SharedConfig,
  service: 'sts' | 'iam' | 's3' = 'sts',
): Located<string> | undefined {
  const ignored =
    variable(env, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS') ?? fromProfile(profile, 'ignore_configured_endpoint_urls');
  if (ignored?.toLowerCase() === 'true') return undefined;
  const ranked = [
    ...[`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL'].flatMap((name) =>
      located(variable(env, name), variablePlace(name)),
    ),
    ...servicesEndpoint(profile, config, service),
    ...(profile === undefined ? [] : located(setting(profile, 'endpoint_url'), whereIs(profile, 'endpoint_url'))),
  ];
  return ranked[0];
}

/** AWS_USE_FIPS_ENDPOINT or AWS_USE_DUALSTACK_ENDPOINT, else the profile's setting of the same name in small letters. */
export function endpointSwitch(
  env: Environment,
  profile: Profile | undefined,
  name: 'use_fips_endpoint' | 'use_dualstack_endpoint',
): boolean {
  const variableName = `AWS_${name.toUpperCase()}`;
  if (variable(env, variableName) !== undefined) return isOn(env, variableName);
  return fromProfile(profile, name)?.toLowerCase() === 'true';
}

function servicesEndpoint(
  profile: Profile | undefined,
  config: SharedConfig,
  service: string,
): readonly Located<string>[] {
  const name = fromProfile(profile, 'services');
  if (name === undefined) return [];
  const value = config.sections.get(`services ${name}`)?.settings.get(service)?.nested.get('endpoint_url');
  const file = config.files.config.shown;
  return located(value, { kind: 'setting', name: `endpoint_url of ${service}`, heading: `services ${name}`, file });
}

function fromProfile(profile: Profile | undefined, key: string): string | undefined {
  return profile === undefined ? undefined : setting(profile, key);
}

function located(value: string | undefined, from: Place): readonly Located<string>[] {
  return value === undefined || value === '' ? [] : [{ value, from }];
}

const PROXY_VARIABLES = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
];

/** What the environment and the profile say of proxies and root certificates. */
export function readNetwork(env: Environment, profile: Profile | undefined): Network {
  const proxies = PROXY_VARIABLES.flatMap((name) => {
    const value = variable(env, name);
    return value === undefined ? [] : [[name, new Secret(value)] as const];
  });
  return { proxyVariables: Object.fromEntries(proxies), caBundle: caBundle(env, profile) };
}

/** Passwords within the proxy URLs, as they stand and decoded. */
export function proxyPasswords(network: Network): readonly Secret[] {
  return Object.values(network.proxyVariables).flatMap((proxy) => {
    const text = proxy.reveal();
    const raw = /^[^/]*\/\/[^:@/]*:([^/]*)@/.exec(text)?.[1] ?? /^[^:@/]+:([^/]*)@/.exec(text)?.[1];
    if (raw === undefined || raw === '') return [];
    return [...new Set([raw, decoded(raw)])].map((password) => new Secret(password));
  });
}

function caBundle(env: Environment, profile: Profile | undefined): Network['caBundle'] {
  const fromVariable = variable(env, 'AWS_CA_BUNDLE');
  if (fromVariable !== undefined) return { value: fromVariable, from: variablePlace('AWS_CA_BUNDLE') };
  const fromProfile = profile === undefined ? undefined : setting(profile, 'ca_bundle');
  if (profile === undefined || fromProfile === undefined) return undefined;
  return { value: fromProfile, from: whereIs(profile, 'ca_bundle') };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
