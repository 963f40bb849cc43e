import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readSecretAccessKey } from '../../src/read/secret-access-key.ts';
import { encodeToken } from './token-encoder.ts';

const SECRET = 'aB3/dE6+gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL';

describe('a secret access key', () => {
  it('is well-formed with 40 characters of its alphabet', () => {
    expect(readSecretAccessKey(SECRET)).toEqual({
      length: 40,
      wellFormed: true,
      looksLike: undefined,
      foreign: [],
      hasPadding: false,
    });
  });

  test.each([
    ['cut', SECRET.slice(1), { length: 39, foreign: [], hasPadding: false }],
    ['followed by a line feed', `${SECRET}\n`, { length: 41, foreign: [{ codePoint: 'U+000A', position: 41 }] }],
    ['with a lost slash', SECRET.replace('/', ' '), { length: 40, foreign: [{ codePoint: 'U+0020', position: 4 }] }],
    ['with padding', `${SECRET.slice(0, 38)}==`, { length: 40, foreign: [], hasPadding: true }],
    [
      'with many foreign characters',
      `..${SECRET}..`,
      {
        foreign: [
          { codePoint: 'U+002E', position: 1 },
          { codePoint: 'U+002E', position: 2 },
          { codePoint: 'U+002E', position: 43 },
        ],
      },
    ],
    ['empty', '', { length: 0, foreign: [] }],
  ])('is not when %s', (_, value, facts) => {
    expect(readSecretAccessKey(value)).toMatchObject({ wellFormed: false, looksLike: undefined, ...facts });
  });

  test.each([
    ['access-key-id', 'AKIARZPUZDIKGB2VALC4'],
    ['access-key-id', 'ASIAQAAAAAAAGMKEM7X5\n'],
    ['git-sha', '0123456789abcdef0123456789abcdef01234567'],
    ['base64-of-secret', Buffer.from(SECRET).toString('base64')],
    ['base64-of-secret', Buffer.from(`${SECRET}\n`).toString('base64')],
    ['session-token', encodeToken({ type: 0x21 })],
    ['session-token', encodeToken({ type: 0x15 })],
    ['documentation-example', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['documentation-example', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'],
  ])('looks like %s', (looksLike, value) => {
    expect(readSecretAccessKey(value).looksLike).toBe(looksLike);
  });

  it('looks like nothing else when it is one, and any text gives an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 30, maxLength: 30 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        const value = Buffer.from(bytes).toString('base64');
        fc.pre(/[G-Zg-z]/.test(value));
        expect(readSecretAccessKey(value)).toMatchObject({ wellFormed: true, looksLike: undefined });
        expect(readSecretAccessKey(text).length).toBe(text.length);
      }),
    );
  });
});
