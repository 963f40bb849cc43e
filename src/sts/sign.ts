import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '../http/send.ts';
import type { Attempt } from '../model/evidence.ts';
import { VERSION } from '../model/version.ts';

/** A stable name for those who read CloudTrail. */
export const USER_AGENT = `aws-credentials-preflight/${VERSION}`;

type Headers = Readonly<Record<string, string>>;

/** What signs, and with which clock: `clockOffset` milliseconds are added to the local one. */
export type Signer = Pick<Attempt, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'clockOffset'>;

/** A call of any AWS service but S3, whose paths are encoded in another way. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** Without a query: the parameters of the Query protocol are in the body. */
  readonly url: URL;
  /** Name of the service in the credential scope: `sts`, `iam`. */
  readonly service: string;
  /** Region in the credential scope. */
  readonly region: string;
  readonly body: string | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
/** A proxy may change these on the way. */
const UNSIGNED: ReadonlySet<string> = new Set(['content-length', 'user-agent']);

/**
 * A request with Signature Version 4 in its headers. The SDK's signer brings more code along than all else that a
 * healthy job loads, and this request stands in front of every deployment.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedRequest(signer: Signer, call: Call): HttpRequest {
  const { sessionToken } = signer;
  const date = new Date(Date.now() + signer.clockOffset).toISOString().replace(/[-:]|\.\d+/g, '');
  const request = unsignedRequest(call);
  const headers: Headers = {
    ...request.headers,
    'x-amz-date': date,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken.reveal() }),
  };
  return { ...request, headers: { ...headers, authorization: authorization(signer, date, headers, call) } };
}

/** The same request without a signature. */
export function unsignedRequest({ method, url, body }: Omit<Call, 'service' | 'region'>): HttpRequest {
  const content = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)), ...FORM };
  return { method, url, headers: { ...content, host: url.host, 'user-agent': USER_AGENT }, body };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** `name=value&…` in the encoding of RFC 3986, which Signature Version 4 asks for. Parameters without a value are left out. */
export function formBody(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${escapeUri(name)}=${escapeUri(value)}`]))
    .join('&');
}

/** Half of a surrogate pair cannot be encoded; U+FFFD takes its place, as in every text decoder. */
function escapeUri(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function authorization(signer: Signer, date: string, headers: Headers, call: Call): string {
  const names = Object.keys(headers)
    .filter((name) => !UNSIGNED.has(name))
    .sort();
  const request = [
    call.method,
    canonicalPath(call.url.pathname),
    '',
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`),
    '',
    names.join(';'),
    sha256(call.body ?? ''),
  ].join('\n');
  const scope = [date.slice(0, 8), call.region, call.service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${signer.secretAccessKey.reveal()}`);
  const signature = hmac(key, [ALGORITHM, date, scope.join('/'), sha256(request)].join('\n')).toString('hex');
  const credential = [signer.accessKeyId.reveal(), ...scope].join('/');
  return `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

/** Every service but S3 has the path encoded once more than it is sent, and slashes joined. */
function canonicalPath(pathname: string): string {
  return pathname.replaceAll(/\/{2,}/g, '/').replaceAll(/[^\w.~/-]/g, percent);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
