import { randomBytes, randomInt } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const FLAG_BIT = 1n << 47n;
const RANDOM_BITS_BELOW_ACCOUNT = 7n;

/**
 * Sixteen base32 characters that carry an account as AWS's newer identifiers do: a flag bit, forty bits of account,
 * thirty-nine random bits (https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489).
 */
function encodeAccount(account: string): string {
  const head = FLAG_BIT | (BigInt(account) << RANDOM_BITS_BELOW_ACCOUNT) | BigInt(randomInt(128));
  const tail = BigInt(`0x${randomBytes(4).toString('hex')}`);
  let rest = (head << 32n) | tail;
  let text = '';
  for (let i = 0; i < 16; i++) {
    text = `${BASE32[Number(rest & 31n)] ?? ''}${text}`;
    rest >>= 5n;
  }
  return text;
}

/** A fresh 20-character access key ID, long-term (`AKIA`) or temporary (`ASIA`), that decodes to the account. */
export function newAccessKeyId(prefix: 'AKIA' | 'ASIA', account: string): string {
  return prefix + encodeAccount(account);
}

/** A fresh 21-character unique ID of a user or a role. */
export function newUniqueId(prefix: 'AIDA' | 'AROA', account: string): string {
  return prefix + encodeAccount(account) + (BASE32[randomInt(32)] ?? '');
}

/** Thirty random bytes in base64: 40 characters, as AWS makes them. */
export function newSecretAccessKey(): string {
  return randomBytes(30).toString('base64');
}
