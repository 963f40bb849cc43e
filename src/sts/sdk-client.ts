import type * as sdk from '@aws-sdk/client-sts';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import type { Attempt } from '../model/evidence.ts';
import type { Ask, Wire } from './call.ts';
import { sdkRequestHandler } from './sdk-handler.ts';
import { USER_AGENT } from './sign.ts';

type Sdk = typeof sdk;

/** Asks through the SDK's client, which loads only here: few runs assume a role. */
export function throughSdk(attempt: Attempt, run: (client: STSClient, sdk: Sdk) => Promise<unknown>): Ask {
  return async (wire) => {
    const loaded = await import('@aws-sdk/client-sts');
    const client = new loaded.STSClient(configuration(attempt, wire));
    try {
      await run(client, loaded);
    } finally {
      client.destroy();
    }
  };
}

/**
 * Everything that the SDK would else look up in files, variables or the network is given, and its correction of a
 * wrong clock is off: it would hide the very fault that we look for.
 */
function configuration(attempt: Attempt, wire: Wire): STSClientConfig {
  const { sessionToken } = attempt;
  const config: STSClientConfig & { readonly systemClockOffset: number } = {
    region: attempt.region,
    endpoint: attempt.endpoint.href,
    credentials: {
      accessKeyId: attempt.accessKeyId.reveal(),
      secretAccessKey: attempt.secretAccessKey.reveal(),
      ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
    },
    requestHandler: sdkRequestHandler(wire.send, wire.deadline, wire.attemptTimeout, wire.onAnswer),
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    authSchemePreference: ['sigv4'],
    sigv4aSigningRegionSet: [attempt.region],
    customUserAgent: [USER_AGENT.split('/') as [string, string]],
    userAgentAppId: 'aws-credentials-preflight',
    disableClockSkewCorrection: attempt.clockOffset === 0,
    systemClockOffset: attempt.clockOffset,
  };
  return config;
}
