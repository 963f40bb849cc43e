import { randomBytes } from 'node:crypto';

/** A message of the session token's kind, in the wire format of protobuf; contents are invented or random. */
export interface TokenParts {
  readonly type: 0x21 | 0x02 | 0x17 | 0x15;
  readonly account?: string;
  readonly region?: string;
  readonly issuedAt?: Date;
  /** Length of the encrypted part. */
  readonly size?: number;
  readonly random?: (size: number) => Uint8Array;
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

function number(field: number, value: bigint): Buffer {
  return Buffer.concat([varint(BigInt(field << 3)), varint(value)]);
}

function bytes(field: number, value: Uint8Array | string): Buffer {
  const content = Buffer.from(value);
  return Buffer.concat([varint(BigInt((field << 3) | 2)), varint(BigInt(content.length)), content]);
}

/** The bytes of a token: type, then the message. */
export function tokenBytes(parts: TokenParts): Buffer {
  const { type, account = '123456789012', region = 'eu-west-1', size = 401 } = parts;
  const random = parts.random ?? randomBytes;
  const seconds = BigInt(Math.floor((parts.issuedAt ?? new Date('2026-11-21T10:00:00Z')).getTime() / 1000));
  if (type === 0x15 || type === 0x17) {
    const message = [
      bytes(1, type === 0x15 ? 'aws' : 'er/aws'),
      number(2, type === 0x15 ? -13n : 16n),
      bytes(3, random(12)),
      bytes(4, random(size)),
      number(5, seconds),
      ...(type === 0x17 ? [bytes(6, random(40))] : []),
    ];
    return Buffer.concat([Buffer.from([type]), ...message]);
  }
  const user = [number(1, 7n), number(2, 1n), bytes(3, account), bytes(4, random(12)), bytes(5, random(size))];
  const message = [
    bytes(1, 'origin_ec'),
    number(2, 31n),
    bytes(3, region),
    bytes(4, random(72)),
    bytes(5, Buffer.concat(user)),
    number(6, seconds),
    bytes(7, random(165)),
  ];
  return Buffer.concat([Buffer.from([type]), ...message]);
}

/** A session token in base64. */
export function encodeToken(parts: TokenParts): string {
  return tokenBytes(parts).toString('base64');
}
