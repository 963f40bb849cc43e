import { createPublicKey, generateKeyPairSync, randomUUID, sign, verify, type KeyObject } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/** The key an identity provider signs with. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

export interface Decoded {
  readonly keyId: unknown;
  readonly algorithm: unknown;
  readonly claims: Claims;
}

export function newSigningKey(): SigningKey {
  return { id: randomUUID(), privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
}

/** A JSON Web Token signed with RS256. */
export function signJwt(claims: Claims, key: SigningKey): string {
  const content = `${encode({ typ: 'JWT', alg: 'RS256', kid: key.id })}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key.privateKey).toString('base64url')}`;
}

/** Header and claims as they stand, or undefined where the text is no JSON Web Token. */
export function decodeJwt(token: string): Decoded | undefined {
  const [header, claims, ...rest] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  const [head, body] = [parseObject(header), parseObject(claims)];
  if (head === undefined || body === undefined || rest.length !== 1) return undefined;
  return { keyId: head['kid'], algorithm: head['alg'], claims: body };
}

export function isSignedBy(token: string, key: SigningKey): boolean {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const content = Buffer.from(`${header}.${claims}`);
  return verify('sha256', content, createPublicKey(key.privateKey), Buffer.from(signature, 'base64url'));
}

/** The public half as an entry of a JSON Web Key Set. */
export function publicJwk(key: SigningKey): Record<string, unknown> {
  const { kty, n, e } = createPublicKey(key.privateKey).export({ format: 'jwk' });
  return { kty, n, e, kid: key.id, alg: 'RS256', use: 'sig' };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
