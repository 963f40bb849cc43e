import { randomBytes } from 'node:crypto';

/** First byte of a token: 0x15 and 0x17 are version 1 (global endpoint), 0x02 and 0x21 version 2. */
export type TokenType = 0x15 | 0x17 | 0x02 | 0x21;

export interface TokenOptions {
  readonly type?: TokenType;
  /** Region whose STS issued it; readable in version 2 only. */
  readonly region?: string;
  readonly account?: string;
  readonly issuedAt?: Date;
  /** Length of the encrypted part in bytes. */
  readonly cipherLength?: number;
}

/**
 * A session token with the outer form of a real one and random bytes where those are encrypted or signed: base64 of a
 * type byte and a protobuf message
 * (https://medium.com/@TalBeerySec/revealing-the-inner-structure-of-aws-session-tokens-a6c76469cba7).
 */
export function sessionToken(options: TokenOptions = {}): string {
  const type = options.type ?? 0x21;
  const message = type === 0x15 || type === 0x17 ? version1(type, options) : version2(type, options);
  return Buffer.concat([Buffer.of(type), ...message]).toString('base64');
}

function version1(type: 0x15 | 0x17, options: TokenOptions): Buffer[] {
  const old = type === 0x15;
  const fields = [
    bytesField(1, Buffer.from(old ? 'aws' : 'er/aws')),
    varintField(2, old ? -13n : 16n),
    bytesField(3, randomBytes(12)),
    bytesField(4, randomBytes(options.cipherLength ?? (old ? 172 : 129))),
    varintField(5, unixTime(options.issuedAt)),
  ];
  return old ? fields : [...fields, bytesField(6, randomBytes(40))];
}

function version2(type: 0x02 | 0x21, options: TokenOptions): Buffer[] {
  const old = type === 0x02;
  const user = Buffer.concat([
    varintField(1, -1n),
    varintField(2, 0n),
    bytesField(3, Buffer.from(options.account ?? '123456789012')),
    bytesField(4, randomBytes(12)),
    bytesField(5, randomBytes(options.cipherLength ?? (old ? 643 : 401))),
  ]);
  return [
    bytesField(1, Buffer.from('origin_ec')),
    varintField(2, 16n),
    bytesField(3, Buffer.from(options.region ?? 'us-east-1')),
    bytesField(4, derSignature()),
    bytesField(5, user),
    varintField(6, unixTime(options.issuedAt)),
    bytesField(7, randomBytes(old ? 180 : 165)),
  ];
}

/** A DER sequence of two integers of 33 and 32 bytes: 71 bytes, the usual size of an ECDSA P-256 signature. */
function derSignature(): Buffer {
  const r = Buffer.concat([Buffer.of(0x02, 33, 0x00, 0x80), randomBytes(31)]);
  const s = Buffer.concat([Buffer.of(0x02, 32, 0x40), randomBytes(31)]);
  return Buffer.concat([Buffer.of(0x30, r.length + s.length), r, s]);
}

function unixTime(date = new Date()): bigint {
  return BigInt(Math.floor(date.getTime() / 1000));
}

function bytesField(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of((field << 3) | 2), varint(BigInt(content.length)), content]);
}

function varintField(field: number, value: bigint): Buffer {
  return Buffer.concat([Buffer.of(field << 3), varint(value)]);
}

/** Negative numbers take ten bytes, as protobuf's int64 does. */
function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}
