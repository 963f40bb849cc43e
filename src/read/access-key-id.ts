import { codePointAt, indicesOutside } from './characters.ts';
import { holdsSecret, isDoubledKeyId } from './unsafe-content.ts';

/** Why a value is not an access key ID, with what was measured. Positions count from 1. */
export type KeyIdFlaw =
  | { readonly kind: 'empty' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'session-token' }
  | { readonly kind: 'unique-id'; readonly of: string }
  | { readonly kind: 'emulator' }
  | { readonly kind: 'arn' }
  | { readonly kind: 'account-id' }
  | { readonly kind: 'email' }
  | { readonly kind: 'lower-case' }
  | { readonly kind: 'character'; readonly codePoint: string; readonly position: number }
  | { readonly kind: 'prefix' }
  | { readonly kind: 'base64' }
  | { readonly kind: 'doubled' }
  /** `inFront`: so many characters stand in front of a whole key ID. */
  | { readonly kind: 'length'; readonly expected: 20; readonly actual: number; readonly inFront?: number };

export interface AccessKeyIdFacts {
  /** UTF-16 code units. */
  readonly length: number;
  readonly kind: 'long-term' | 'temporary' | 'bearer' | 'emulator' | 'unique-id' | 'unknown';
  /** The account whose key this is, 12 digits; old keys do not tell it. */
  readonly account: string | undefined;
  readonly wellFormed: boolean;
  readonly documentationExample: boolean;
  /** Holds something that must never be sent in clear: the shape of a secret access key, or a session token. */
  readonly unsafe: 'secret' | 'session-token' | undefined;
  readonly flaw: KeyIdFlaw | undefined;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
const UNIQUE_IDS: ReadonlyMap<string, string> = new Map([
  ['AGPA', 'user group'],
  ['AIDA', 'IAM user'],
  ['AIPA', 'instance profile'],
  ['ANPA', 'managed policy'],
  ['ANVA', 'managed policy version'],
  ['APKA', 'public key'],
  ['AROA', 'role'],
  ['ASCA', 'certificate'],
]);
const KINDS: ReadonlyMap<string, AccessKeyIdFacts['kind']> = new Map([
  ['AKIA', 'long-term'],
  ['ASIA', 'temporary'],
  ['ABIA', 'bearer'],
  ['ACCA', 'bearer'],
  // LocalStack's own keys.
  ['LSIA', 'emulator'],
  ['LKIA', 'emulator'],
]);
const WELL_FORMED = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}$/;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** True for the form of an access key ID: 20 characters, a key's prefix, capital letters and digits. */
export function isAccessKeyId(value: string): boolean {
  return WELL_FORMED.test(value);
}

function kindOf(value: string): AccessKeyIdFacts['kind'] {
  const prefix = value.slice(0, 4);
  return KINDS.get(prefix) ?? (UNIQUE_IDS.has(prefix) && value.length > 4 ? 'unique-id' : 'unknown');
}

/**
 * The account that a key ID holds: the first bit after the prefix says that there is one, the next 40 are the number.
 * Keys from before about 2019 do not hold it. Source: Tal Be'ery, "A short note on AWS KEY ID" (medium.com/@TalBeerySec).
 */
function accountOf(value: string): string | undefined {
  let number = 0n;
  for (const character of value.slice(4, 13)) {
    const digit = BASE32.indexOf(character);
    if (digit < 0) {
      return undefined;
    }
    number = number * 32n + BigInt(digit);
  }
  if (/[^A-Z2-7]/.test(value.slice(13))) {
    return undefined;
  }
  // Nine characters are 45 bits: the flag, the account's 40, and four of the random rest.
  const flag = number >> 44n;
  const account = (number >> 4n) & ((1n << 40n) - 1n);
  return flag === 1n && account <= 999_999_999_999n ? account.toString().padStart(12, '0') : undefined;
}

function flawOfWhole(value: string): KeyIdFlaw | undefined {
  const uniqueId = UNIQUE_IDS.get(value.slice(0, 4));
  if (value === '') {
    return { kind: 'empty' };
  }
  // STS writes a role's unique ID with the session's name behind it.
  if (uniqueId !== undefined && /^[A-Z0-9]{16,32}(?::[\w+=,.@-]{1,64})?$/.test(value)) {
    return { kind: 'unique-id', of: uniqueId };
  }
  if (/^(?:LSIA|LKIA)[A-Z0-9]{16}$/.test(value)) {
    return { kind: 'emulator' };
  }
  if (/^arn:/i.test(value)) {
    return { kind: 'arn' };
  }
  if (/^\d{12}$/.test(value)) {
    return { kind: 'account-id' };
  }
  if (/^[^\s@]+@[^\s@]+$/.test(value)) {
    return { kind: 'email' };
  }
  if (isDoubledKeyId(value)) {
    return { kind: 'doubled' };
  }
  if (
    /^[A-Za-z0-9+/]{27,30}={0,2}$/.test(value) &&
    isAccessKeyId(Buffer.from(value, 'base64').toString('latin1').trim())
  ) {
    return { kind: 'base64' };
  }
  return WELL_FORMED.test(value.toUpperCase()) ? { kind: 'lower-case' } : undefined;
}

function flawOf(value: string, unsafe: AccessKeyIdFacts['unsafe']): KeyIdFlaw | undefined {
  if (isAccessKeyId(value)) {
    return undefined;
  }
  if (unsafe !== undefined) {
    return { kind: unsafe };
  }
  const whole = flawOfWhole(value);
  if (whole !== undefined) {
    return whole;
  }
  const [index] = indicesOutside(value, /^[A-Za-z0-9]$/, 1);
  if (index !== undefined) {
    return { kind: 'character', codePoint: codePointAt(value, index), position: index + 1 };
  }
  const kind = KINDS.get(value.slice(0, 4).toUpperCase());
  const inFront = /^([A-Za-z0-9]{1,12})(?:AKIA|ASIA)[A-Z0-9]{16}$/.exec(value)?.[1]?.length;
  if (inFront !== undefined) {
    return { kind: 'length', expected: 20, actual: value.length, inFront };
  }
  if (kind === undefined || kind === 'emulator') {
    return { kind: 'prefix' };
  }
  return value.length === 20 ? { kind: 'lower-case' } : { kind: 'length', expected: 20, actual: value.length };
}

/** Reads what an access key ID tells by itself. Total: any text gives an answer. */
export function readAccessKeyId(value: string): AccessKeyIdFacts {
  const kind = kindOf(value);
  const wellFormed = isAccessKeyId(value);
  const unsafe = wellFormed ? undefined : holdsSecret(value);
  const holdsAccount = wellFormed && (kind === 'long-term' || kind === 'temporary');
  return {
    length: value.length,
    kind,
    account: holdsAccount ? accountOf(value) : undefined,
    wellFormed,
    documentationExample: /^[A-Z0-9]{4,17}EXAMPLE$/.test(value),
    unsafe,
    flaw: flawOf(value, unsafe),
  };
}

/**
 * The form of a key ID that may be shown: its first and last four characters, `AKIA…4XYZ`.
 * Whatever might be another thing (a secret in the wrong place) is shown by its length only.
 */
export function showAccessKeyId(value: string): string {
  if (/^(?:[A-Z0-9]{12,32}|a[ks]ia[a-z0-9]{8,28})$/.test(value)) {
    return `${value.slice(0, 4)}…${value.slice(-4)}`;
  }
  return `*** (${value.length} ${value.length === 1 ? 'character' : 'characters'})`;
}
