import { Secret } from '../secret.ts';
import { type Environment, variable } from './environment.ts';
import type { Network } from './gathered.ts';
import { setting, whereIs } from './profile-settings.ts';
import type { Profile } from './shared-config.ts';

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
  if (fromVariable !== undefined) return { value: fromVariable, from: 'AWS_CA_BUNDLE' };
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
