import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '../http/send.ts';
import type { Attempt } from '../model/evidence.ts';
import { VERSION } from '../model/version.ts';

/** A stable name for those who read CloudTrail. */
export const USER_AGENT = `aws-credentials-preflight/${VERSION}`;

type Headers = Readonly<Record<string, string>>;

const ALGORITHM = 'AWS4-HMAC-SHA256';
/** A proxy may change these on the way. */
const UNSIGNED: ReadonlySet<string> = new Set(['content-length', 'user-agent']);

/**
 * One call of the Query protocol, with Signature Version 4 in its headers. The SDK's signer brings more code along than
 * all else that a healthy job loads, and this request stands in front of every deployment.
 *
 * @param body - `Action=…&Version=…`
 * @param service - as the credential scope names it
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedRequest(attempt: Attempt, body: string, service = 'sts'): HttpRequest {
  const { endpoint, sessionToken } = attempt;
  const date = new Date(Date.now() + attempt.clockOffset).toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Headers = {
    'content-length': String(Buffer.byteLength(body)),
    'content-type': 'application/x-www-form-urlencoded',
    host: endpoint.host,
    'user-agent': USER_AGENT,
    'x-amz-date': date,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken.reveal() }),
  };
  return {
    method: 'POST',
    url: endpoint,
    headers: { ...headers, authorization: authorization(attempt, { date, service }, headers, body) },
    body,
  };
}

function authorization(
  attempt: Attempt,
  { date, service }: { readonly date: string; readonly service: string },
  headers: Headers,
  body: string,
): string {
  const names = Object.keys(headers)
    .filter((name) => !UNSIGNED.has(name))
    .sort();
  const request = [
    'POST',
    canonicalPath(attempt.endpoint.pathname),
    '',
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = [date.slice(0, 8), attempt.region, service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${attempt.secretAccessKey.reveal()}`);
  const signature = hmac(key, [ALGORITHM, date, scope.join('/'), sha256(request)].join('\n')).toString('hex');
  const credential = [attempt.accessKeyId.reveal(), ...scope].join('/');
  return `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

/** Every service but S3 has the path encoded once more than it is sent, and slashes joined. */
function canonicalPath(pathname: string): string {
  return pathname
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/[^\w.~/-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
