import { describe, expect, it } from '@jest/globals';
import { newAccessKeyId, newSecretAccessKey, newUniqueId } from '../../simulator/key-id.ts';
import { sessionToken, type TokenType } from '../../simulator/session-token.ts';

/** The published way back from a key ID to its account, kept apart from the encoder. */
function accountOf(keyId: string): string {
  const bits = Array.from(keyId.slice(4, 20))
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Number.parseInt(bits.slice(1, 41), 2).toString().padStart(12, '0');
}

describe('identifiers', () => {
  it.each(['123456789012', '000000000000', '999999999999', '029608264753'])('carry account %s', (account) => {
    for (let i = 0; i < 50; i++) {
      const keyId = newAccessKeyId('ASIA', account);
      expect(keyId).toMatch(/^ASIA[Q-Z2-7][A-Z2-7]{15}$/);
      expect(accountOf(keyId)).toBe(account);
      expect(newUniqueId('AROA', account)).toMatch(/^AROA[Q-Z2-7][A-Z2-7]{16}$/);
    }
  });

  it('the decoder agrees with known pairs', () => {
    expect(accountOf('AKIARZPUZDIKGB2VALC4')).toBe('123456789012');
    expect(accountOf('ASIAQAAAAAAAGMKEM7X5')).toBe('000000000000');
  });

  it('secrets have 40 characters', () => {
    expect(newSecretAccessKey()).toMatch(/^[A-Za-z0-9+/]{40}$/);
  });
});

describe('sessionToken', () => {
  // Lengths in bytes and first characters as published examples of each type have them.
  it.each<[TokenType, string, number]>([
    [0x15, 'FQoDYXdz', 212],
    [0x17, 'FwoGZXIvYXdz', 205],
    [0x02, 'AgoJb3JpZ2luX2Vj', 977],
    [0x21, 'IQoJb3JpZ2luX2Vj', 720],
  ])('type %i begins with %s', (type, start, length) => {
    const token = sessionToken({ type, region: 'us-east-2', issuedAt: new Date('2021-09-28T09:48:42Z') });
    expect(token.startsWith(start)).toBe(true);
    expect(Buffer.from(token, 'base64')).toHaveLength(length);
  });

  it('carries region, account and time where they belong', () => {
    const token = sessionToken({ region: 'eu-west-1', account: '123456789012', issuedAt: new Date(1_700_000_000_000) });
    const bytes = Buffer.from(token, 'base64');
    expect(bytes.includes(Buffer.from([0x1a, 9, ...Buffer.from('eu-west-1')]))).toBe(true);
    expect(bytes.includes(Buffer.from([0x1a, 12, ...Buffer.from('123456789012')]))).toBe(true);
    // Field 6, 1700000000 as a varint.
    expect(bytes.includes(Buffer.from([0x30, 0x80, 0xe2, 0xcf, 0xaa, 0x06]))).toBe(true);
    expect(sessionToken()).not.toBe(sessionToken());
  });
});
