import type { Attempt } from '../evidence.ts';
import type { Gathered } from '../gather/gathered.ts';
import { readRegion, stsHost } from '../read/region.ts';
import type { Settings } from '../settings.ts';

/** JavaScript's SDK falls back on this region too, with a warning. */
const FALLBACK_REGION = 'us-east-1';

/** The credentials as they stand, or undefined where one of the two that are always needed is lacking. */
export function firstAttempt(settings: Settings, gathered: Gathered): Attempt | undefined {
  const { credentials } = gathered;
  if (credentials?.accessKeyId === undefined || credentials.secretAccessKey === undefined) return undefined;
  const region = regionToAsk(gathered);
  return {
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    sessionToken: credentials.sessionToken,
    region,
    endpoint: endpointFor(region, settings, gathered),
    clockOffset: 0,
  };
}

/** The input, then what the environment or the profile says, then AWS's own for the region. */
export function endpointFor(region: string, settings: Settings, gathered: Gathered): URL {
  const configured = settings.stsEndpoint ?? URL.parse(gathered.endpoint?.value ?? '');
  // A login or a query in it has no place in a signed request.
  if (configured !== null && /^https?:$/.test(configured.protocol)) {
    return new URL(`${configured.protocol}//${configured.host}${configured.pathname}`);
  }
  const { fips, dualStack } = gathered;
  // A region that is none has no host; the diagnosis moves the question to the nearest before anything is asked.
  const host = readRegion(region).flaw === undefined ? stsHost(region, { fips, dualStack }) : undefined;
  return new URL(`https://${host ?? `sts.${FALLBACK_REGION}.amazonaws.com`}/`);
}

/** The region that is set, or the one that the JavaScript SDK falls back on. */
export function regionToAsk(gathered: Gathered): string {
  return gathered.region?.value ?? FALLBACK_REGION;
}
