import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readAccessKeyId, showAccessKeyId } from '../../src/read/access-key-id.ts';
import { encodeToken } from './token-encoder.ts';

const SECRET = 'aB3/dE6+gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL';
const BASE32 = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const wellFormed = fc
  .tuple(
    fc.constantFrom('AKIA', 'ASIA', 'ABIA', 'ACCA'),
    fc.string({ unit: fc.constantFrom(...BASE32), minLength: 16, maxLength: 16 }),
  )
  .map((parts) => parts.join(''));

describe('the account in a key ID', () => {
  test.each([
    ['AKIARZPUZDIKGB2VALC4', '123456789012'],
    ['ASIAQAAAAAAAGMKEM7X5', '000000000000'],
    // The flag says that there is none, or the alphabet is that of older keys.
    ['AKIAIOSFODNN7EXAMPLE', undefined],
    ['AKIAI44QH8DHBEXAMPLE', undefined],
    ['AKIDEXAMPLE', undefined],
    ['AKIAJQAAAAAAGMKEM7X5', undefined],
    ['AKIARZPUZDIKGB2VALC0', undefined],
    ['ABIARZPUZDIKGB2VALC4', undefined],
    ['AROARZPUZDIKGB2VALC4A', undefined],
    // All ones: no account has as many digits.
    ['AKIA7777777777777777', undefined],
  ])('%s: %s', (id, account) => {
    expect(readAccessKeyId(id).account).toBe(account);
  });

  it('is what was encoded, for every account', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 999_999_999_999n), fc.bigInt(0n, (1n << 39n) - 1n), (account, random) => {
        let rest = (1n << 79n) | (account << 39n) | random;
        let id = '';
        for (let count = 0; count < 16; count += 1) {
          id = (BASE32[Number(rest & 31n)] ?? '') + id;
          rest >>= 5n;
        }
        expect(readAccessKeyId(`AKIA${id}`).account).toBe(account.toString().padStart(12, '0'));
      }),
    );
  });
});

describe('the kind and form of a key ID', () => {
  test.each([
    ['AKIARZPUZDIKGB2VALC4', 'long-term', undefined],
    ['ASIAQAAAAAAAGMKEM7X5', 'temporary', undefined],
    ['ABIARZPUZDIKGB2VALC4', 'bearer', undefined],
    ['ACCARZPUZDIKGB2VALC4', 'bearer', undefined],
    ['AKIAI44QH8DH0189ABCD', 'long-term', undefined],
    ['LKIAQAAAAAAAGMKEM7X5', 'emulator', { kind: 'emulator' }],
    ['LSIAQAAAAAAAGMKEM7X5', 'emulator', { kind: 'emulator' }],
    ['AIDARZPUZDIKGB2VALC4A', 'unique-id', { kind: 'unique-id', of: 'IAM user' }],
    ['AROARZPUZDIKGB2VALC4A', 'unique-id', { kind: 'unique-id', of: 'role' }],
    ['', 'unknown', { kind: 'empty' }],
    ['arn:aws:iam::123456789012:user/ci', 'unknown', { kind: 'arn' }],
    ['123456789012', 'unknown', { kind: 'account-id' }],
    ['ci@example.org', 'unknown', { kind: 'email' }],
    ['akiarzpuzdikgb2valc4', 'unknown', { kind: 'lower-case' }],
    ['AKIArzpuzdikgb2valc4', 'long-term', { kind: 'lower-case' }],
    ['AKIARZPUZDIKGB2VALC', 'long-term', { kind: 'length', expected: 20, actual: 19 }],
    ['AKIARZPUZDIKGB2VALC44', 'long-term', { kind: 'length', expected: 20, actual: 21 }],
    ['AKIARZPUZDIK GB2VALC4', 'long-term', { kind: 'character', codePoint: 'U+0020', position: 13 }],
    ['AKIARZPUZDIKGB2VALC4\n', 'long-term', { kind: 'character', codePoint: 'U+000A', position: 21 }],
    ['\u{1F511}KIARZPUZDIKGB2VALC4', 'unknown', { kind: 'character', codePoint: 'U+1F511', position: 1 }],
    ['SAKIARZPUZDIKGB2VALC4', 'unknown', { kind: 'length', expected: 20, actual: 21, inFront: 1 }],
    ['AKIARZPUZDIKGB2VALC4AKIARZPUZDIKGB2VALC4', 'long-term', { kind: 'doubled' }],
    ['QUtJQVJaUFVaRElLR0IyVkFMQzQ=', 'unknown', { kind: 'base64' }],
    ['test', 'unknown', { kind: 'prefix' }],
  ])('%j is %s', (id, kind, flaw) => {
    expect(readAccessKeyId(id)).toMatchObject({
      kind,
      flaw,
      wellFormed: flaw === undefined,
      length: id.length,
      unsafe: undefined,
    });
  });

  test.each(['AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE', 'AKIDEXAMPLE'])(
    '%s is an example',
    (id) => {
      expect(readAccessKeyId(id).documentationExample).toBe(true);
    },
  );

  it('is an example of the documentation for no invented key', () => {
    expect(readAccessKeyId('AKIARZPUZDIKGB2VALC4').documentationExample).toBe(false);
  });
});

describe('what must not be sent as a key ID', () => {
  test.each([
    ['a secret', SECRET, 'secret'],
    ['a secret with a line end', `${SECRET}\n`, 'secret'],
    ['a secret in quotes', `"${SECRET}"`, 'secret'],
    ['a secret broken over two lines', `${SECRET.slice(0, 20)}\r\n${SECRET.slice(20)}`, 'secret'],
    ['a secret with a space in it', `${SECRET.slice(0, 20)} ${SECRET.slice(20)}`, 'secret'],
    ['a secret with an invisible character in it', `${SECRET.slice(0, 20)}\u200B${SECRET.slice(20)}`, 'secret'],
    ['a URL-encoded secret', encodeURIComponent(SECRET), 'secret'],
    ['a secret with escaped slashes', SECRET.replaceAll('/', '\\/'), 'secret'],
    ['a secret cut by four characters', SECRET.slice(0, -4), 'secret'],
    ['a secret in base64', Buffer.from(SECRET).toString('base64'), 'secret'],
    ['both in one', `AKIARZPUZDIKGB2VALC4:${SECRET}`, 'secret'],
    ['both lines of a file', `AKIARZPUZDIKGB2VALC4\naws_secret_access_key = ${SECRET}`, 'secret'],
    ['40 hexadecimal digits', '0123456789abcdef0123456789abcdef01234567', 'secret'],
    ['a GitHub token', 'ghp_0123456789abcdefghijABCDEFGHIJ012345', 'secret'],
    ['a session token', encodeToken({ type: 0x21 }), 'session-token'],
    ['an older session token', encodeToken({ type: 0x17 }), 'session-token'],
    ['the start of a session token', encodeToken({ type: 0x21 }).slice(0, 30), 'session-token'],
    ['a session token in quotes', `"${encodeToken({ type: 0x21 })}`, 'session-token'],
    ['some other long base64', 'kT2pLr9zQ'.repeat(20), 'session-token'],
  ])('%s', (_, value, unsafe) => {
    expect(readAccessKeyId(value)).toMatchObject({ unsafe, flaw: { kind: unsafe }, account: undefined });
    expect(showAccessKeyId(value)).toBe(`*** (${value.length} characters)`);
  });

  test.each([
    ['AWS Access Key ID [None]: AKIARZPUZDIKGB2VALC4'],
    ['export AWS_ACCESS_KEY_ID=AKIARZPUZDIKGB2VALC4'],
    ['My access key AKIARZPUZDIKGB2VALC4'],
    [Buffer.from('AKIARZPUZDIKGB2VALC4\n').toString('base64')],
    ['AKIARZPUZDIKGB2VALC4AKIARZPUZDIKGB2VALC4XX'],
    ['arn:aws:iam::123456789012:user/ci'],
  ])('is not in %j', (value) => {
    expect(readAccessKeyId(value).unsafe).toBeUndefined();
  });

  it('is in no well-formed key ID, and in every text around a secret', () => {
    const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
    const secret = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(wellFormed, secret, fc.string({ maxLength: 20 }), (id, value, around) => {
        expect(readAccessKeyId(id).unsafe).toBeUndefined();
        expect(readAccessKeyId(value).unsafe).toBeDefined();
        fc.pre(/[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value));
        expect(readAccessKeyId(around + value + around).unsafe).toBeDefined();
      }),
    );
  });
});

describe('a key ID as it is shown', () => {
  test.each([
    ['AKIARZPUZDIKGB2VALC4', 'AKIA…ALC4'],
    ['akiarzpuzdikgb2valc4', 'akia…alc4'],
    ['AKIDEXAMPLE', '*** (11 characters)'],
    ['AKIARZPUZDIKGB2VALC4\n', '*** (21 characters)'],
    ['kT2pLr9zQx5v', '*** (12 characters)'],
    ['x', '*** (1 character)'],
    ['', '*** (0 characters)'],
  ])('%j: %s', (value, shown) => {
    expect(showAccessKeyId(value)).toBe(shown);
  });

  it('never has more than eight of its characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (value) => {
        expect(/^(?:[A-Z0-9a-z]{4}…[A-Z0-9a-z]{4}|\*\*\* \(\d+ characters?\))$/.test(showAccessKeyId(value))).toBe(
          true,
        );
      }),
    );
  });
});
