import type { Attempt } from '../../model/evidence.ts';
import { readRegion, stsHost } from '../../read/region.ts';

/** The same credentials asked in another region: at AWS's endpoint there, or at the same endpoint where it is not AWS's own. */
export function moveTo(attempt: Attempt, region: string): Attempt {
  const own = attempt.endpoint.hostname === stsHost(attempt.region, {}) || isAwsEndpoint(attempt.endpoint);
  const host = own ? stsHost(region, {}) : undefined;
  return { ...attempt, region, endpoint: host === undefined ? attempt.endpoint : new URL(`https://${host}/`) };
}

/** A regional or global STS host of AWS, not a VPC endpoint's and nobody else's. */
export function isAwsEndpoint(endpoint: URL): boolean {
  const host = endpoint.hostname;
  if (host === 'sts.amazonaws.com') return true;
  const region = /^sts(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1];
  const facts = region === undefined ? undefined : readRegion(region);
  return facts?.dnsSuffix !== undefined && host.endsWith(`.${facts.dnsSuffix}`);
}
