import type { NetworkSettings } from '../ask/transport.ts';
import type { Environment } from '../gather/environment.ts';
import type { Network } from '../gather/gathered.ts';

/** What gather found of the way out, in the form in which ask takes it. */
export function networkSettings(network: Network, env: Environment): NetworkSettings {
  const { caBundle } = network;
  return { env, caBundle: caBundle && { variable: caBundle.from, path: caBundle.value } };
}
