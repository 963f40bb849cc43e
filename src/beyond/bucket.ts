import { type TryResult, retry, retryAfterOf } from '../http/retry.ts';
import { type HttpAnswer, TransportError } from '../http/send.ts';
import { readRegion } from '../read/region.ts';
import type { Connection } from '../sts/call.ts';
import { USER_AGENT } from '../sts/sign.ts';

/** What S3 tells anybody of a bucket. */
export type BucketPlace = { readonly kind: 'in'; readonly region: string } | { readonly kind: 'missing' | 'unknown' };

const ATTEMPT_TIMEOUT = 5_000;
const MOST_TRIES = 3;

/**
 * Asks S3 where a bucket is. The request is not signed: S3 answers with the bucket's region "regardless of the
 * permissions" (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html). Never throws.
 */
export async function locateBucket(connection: Connection, endpoint: URL, bucket: string): Promise<BucketPlace> {
  const base = endpoint.href.replace(/\/+$/, '');
  const url = new URL(`${base}/${encodeURIComponent(bucket)}`);
  return retry(async (tryNumber): Promise<TryResult<BucketPlace>> => {
    try {
      const request = { method: 'HEAD', url, headers: { 'user-agent': USER_AGENT }, body: undefined };
      const answer = await connection.send(request, connection.deadline, ATTEMPT_TIMEOUT);
      if (answer.status !== 429 && answer.status < 500) return { done: true, value: placeOf(answer) };
      const retryAfter = retryAfterOf(answer.headers);
      return { done: false, value: UNKNOWN, triesLeft: MOST_TRIES - tryNumber, retryAfter };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      return { done: false, value: UNKNOWN, triesLeft: MOST_TRIES - tryNumber };
    }
  }, connection.deadline);
}

const UNKNOWN = { kind: 'unknown' } as const;

/** A page of a proxy or a portal says nothing of the bucket. */
function placeOf({ status, headers }: HttpAnswer): BucketPlace {
  const region = headers['x-amz-bucket-region']?.trim();
  if (region !== undefined && region !== '') {
    return readRegion(region).flaw === undefined ? { kind: 'in', region } : UNKNOWN;
  }
  return status === 404 && !/html/i.test(headers['content-type'] ?? '') ? { kind: 'missing' } : UNKNOWN;
}
