import type { Settings } from '../settings.ts';
import { type Environment, isOn, variable } from './environment.ts';
import type { Located, RegionChoice } from './gathered.ts';
import { setting, whereIs } from './profile-settings.ts';
import type { Profile, SharedConfig } from './shared-config.ts';

/**
 * The region whose STS is asked: the input, AWS_REGION, AWS_DEFAULT_REGION, the profile's. The two variables that
 * disagree are worth a word: version 1 of the AWS CLI and boto3 read AWS_DEFAULT_REGION alone.
 */
export function chooseRegion(
  settings: Pick<Settings, 'region'>,
  env: Environment,
  profile: Profile | undefined,
): RegionChoice | undefined {
  const variables = ['AWS_REGION', 'AWS_DEFAULT_REGION'].flatMap((name) => located(variable(env, name), name));
  const ranked = [
    ...located(settings.region, 'the input aws-region'),
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
): Located<string> | undefined {
  const ignored =
    variable(env, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS') ?? fromProfile(profile, 'ignore_configured_endpoint_urls');
  if (ignored?.toLowerCase() === 'true') return undefined;
  const ranked = [
    ...['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'].flatMap((name) => located(variable(env, name), name)),
    ...servicesEndpoint(profile, config),
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

function servicesEndpoint(profile: Profile | undefined, config: SharedConfig): readonly Located<string>[] {
  const name = fromProfile(profile, 'services');
  if (name === undefined) return [];
  const value = config.sections.get(`services ${name}`)?.settings.get('sts')?.nested.get('endpoint_url');
  return located(value, `endpoint_url of sts in [services ${name}] in ${config.files.config.shown}`);
}

function fromProfile(profile: Profile | undefined, key: string): string | undefined {
  return profile === undefined ? undefined : setting(profile, key);
}

function located(value: string | undefined, from: string): readonly Located<string>[] {
  return value === undefined || value === '' ? [] : [{ value, from }];
}
