import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came over the wire; header names in any case, duplicates kept in their order. */
export interface WireRequest {
  readonly method: string;
  /** Path and query of the request line. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer;
}

/** The last four parts of the `Credential`. */
export interface Scope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
}

export function headerOf(request: WireRequest, name: string): string | undefined {
  const values = valuesOf(request, name);
  return values.length === 0 ? undefined : values.join(',');
}

/**
 * Step 1 of Signature Version 4
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function canonicalRequest(request: WireRequest, signedHeaders: readonly string[]): string {
  const { path, query } = split(request.target);
  const names = signedHeaders.map((name) => name.toLowerCase());
  const headers = names.map((name) => `${name}:${valuesOf(request, name).map(canonicalValue).join(',')}\n`);
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    headers.join(''),
    names.join(';'),
    sha256(request.body),
  ].join('\n');
}

/** Step 2. `amzDate` is `YYYYMMDDTHHMMSSZ`. */
export function stringToSign(canonical: string, amzDate: string, scope: Scope): string {
  const credentialScope = [scope.date, scope.region, scope.service, scope.terminator].join('/');
  return ['AWS4-HMAC-SHA256', amzDate, credentialScope, sha256(canonical)].join('\n');
}

/** Steps 3 and 4: the signature in hex. */
export function signatureOf(secretAccessKey: string, scope: Scope, text: string): string {
  const dateKey = hmac(`AWS4${secretAccessKey}`, scope.date);
  const regionKey = hmac(dateKey, scope.region);
  const serviceKey = hmac(regionKey, scope.service);
  return hmac(hmac(serviceKey, scope.terminator), text).toString('hex');
}

export function sameSignature(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}

function split(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** Every service but S3 resolves dots, joins slashes and encodes what is encoded already. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(encode(segment));
  }
  const trailing = kept.length > 0 && /\/\.{0,2}$/.test(path) ? '/' : '';
  return `/${kept.join('/')}${trailing}`;
}

function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return pairs
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals === -1 ? pair : pair.slice(0, equals);
      const value = equals === -1 ? '' : pair.slice(equals + 1);
      return [encode(decode(name)), encode(decode(value))] as const;
    })
    .sort(([nameA, valueA], [nameB, valueB]) => byCode(nameA, nameB) || byCode(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function valuesOf(request: WireRequest, name: string): string[] {
  const wanted = name.toLowerCase();
  return request.headers.filter(([header]) => header.toLowerCase() === wanted).map(([, value]) => value);
}

function canonicalValue(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
