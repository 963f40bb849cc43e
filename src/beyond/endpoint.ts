import { phraseOfPlace } from '../model/place.ts';
import type { Located } from '../model/gathered.ts';
import { PARTITIONS } from '../read/partitions.generated.ts';
import { reachOf } from '../read/reach.ts';

/** Where a service is asked and in which region the request is signed, or what keeps it from being asked. */
export type ServiceEndpoint = { readonly url: URL; readonly region: string } | { readonly refused: string };

/** IAM's hosts that do not follow the pattern `iam.REGION.SUFFIX` (AWS General Reference, IAM endpoints). */
const IAM: Readonly<Record<string, { readonly host: string; readonly region: string }>> = {
  aws: { host: 'iam.amazonaws.com', region: 'us-east-1' },
  'aws-cn': { host: 'iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' },
  'aws-us-gov': { host: 'iam.us-gov.amazonaws.com', region: 'us-gov-west-1' },
};

/**
 * IAM is one endpoint a partition, signed for its main region, wherever the job works.
 *
 * @param isAwsSts - whether AWS's own STS accepted the credentials: what another one takes is not shown to AWS
 */
export function iamEndpoint(
  partition: string,
  configured: Located<string> | undefined,
  isAwsSts: boolean,
): ServiceEndpoint {
  const facts = PARTITIONS.find(({ id }) => id === partition);
  const region = IAM[partition]?.region ?? facts?.defaultRegion ?? 'us-east-1';
  if (configured !== undefined) return configuredUrl(configured, region);
  if (!isAwsSts || facts === undefined) return { refused: 'the STS endpoint, which is not AWS’s' };
  const host = IAM[partition]?.host ?? `iam.${region}.${facts.dnsSuffix}`;
  return { url: new URL(`https://${host}/`), region };
}

/** S3's endpoint of a region; a bucket's name goes into the path, since one with dots has no certificate. */
export function s3Endpoint(
  region: string,
  configured: Located<string> | undefined,
  isAwsSts: boolean,
): ServiceEndpoint {
  if (configured !== undefined) return configuredUrl(configured, region);
  const facts = PARTITIONS.find(
    ({ regionRegex, regions }) => regions.includes(region) || new RegExp(regionRegex).test(region),
  );
  if (!isAwsSts || facts === undefined) return { refused: 'the STS endpoint, which is not AWS’s' };
  return { url: new URL(`https://s3.${region}.${facts.dnsSuffix}/`), region };
}

/** A login or a query in it has no place in a request; plain HTTP to a public host would show a session token. */
function configuredUrl({ value, from }: Located<string>, region: string): ServiceEndpoint {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) return { refused: phraseOfPlace(from) };
  if (url.protocol === 'http:' && reachOf(url.hostname) === 'public') return { refused: phraseOfPlace(from) };
  return { url: new URL(`${url.protocol}//${url.host}${url.pathname}`), region };
}
