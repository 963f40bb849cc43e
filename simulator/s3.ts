import type { Answer } from './answer.ts';
import type { Outage } from './outage.ts';
import type { WireRequest } from './signature.ts';

export interface Bucket {
  readonly name: string;
  readonly region: string;
}

/** S3, as far as it tells where a bucket is. Tests change it as they like. */
export interface S3 {
  /** Without a slash at the end. */
  readonly url: string;
  /** Region that this endpoint is in. */
  region: string;
  readonly buckets: Bucket[];
  readonly requests: { readonly method: string; readonly path: string; readonly signed: boolean }[];
  outage: Outage | undefined;
}

export function createS3(url: string): S3 {
  return { url: `${url}/_s3`, region: 'eu-west-1', buckets: [], requests: [], outage: undefined };
}

/** Outside of these S3 has no bucket (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html). */
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * HeadBucket in path style without a signature: where the bucket is comes in a header, whatever the permissions
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html). There is never a body.
 *
 * @param path - below the endpoint's own
 */
export function answerS3(request: WireRequest, path: string, s3: S3): Answer {
  const signed = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
  s3.requests.push({ method: request.method, path, signed });
  const name = decodeURIComponent(path.replace(/^\/|\/$/g, ''));
  const bucket = s3.buckets.find((one) => one.name === name);
  const answer = (status: number, more: Record<string, string> = {}): Answer => ({
    status,
    headers: {
      'x-amz-request-id': 'TX0000000EXAMPLE',
      'x-amz-id-2': 'example',
      Date: new Date().toUTCString(),
      ...more,
    },
    body: '',
  });
  if (request.method !== 'HEAD') return answer(405);
  if (!NAME.test(name)) return answer(400);
  if (bucket === undefined) return answer(404);
  return answer(bucket.region === s3.region ? 403 : 301, { 'x-amz-bucket-region': bucket.region });
}
