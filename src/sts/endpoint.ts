import { readRegion, stsHost } from '../read/region.ts';

/** What decides which endpoint is asked, besides the region. */
export interface EndpointSettings {
  /** From the input, the environment or a profile; what is no URL of http or https is passed over. */
  readonly configured: URL | string | undefined;
  readonly fips: boolean;
  readonly dualStack: boolean;
}

/** The region that AWS tools ask where none is set. The SDK for JavaScript does so with a warning. */
export const FALLBACK_REGION = 'us-east-1';

/** The STS endpoint to ask: the configured one, else AWS's own for the region. Never throws. */
export function stsEndpoint(region: string, { configured, fips, dualStack }: EndpointSettings): URL {
  const url = configured instanceof URL ? configured : URL.parse(configured ?? '');
  // A login or a query in it has no place in a signed request.
  if (url !== null && /^https?:$/.test(url.protocol)) {
    return new URL(`${url.protocol}//${url.host}${url.pathname}`);
  }
  // A region that is none has no host; the diagnosis moves the question to the nearest before anything is asked.
  const host = readRegion(region).flaw === undefined ? stsHost(region, { fips, dualStack }) : undefined;
  return new URL(`https://${host ?? `sts.${FALLBACK_REGION}.amazonaws.com`}/`);
}
