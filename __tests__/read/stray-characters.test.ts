import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { isPlain, readStray, unsendable } from '../../src/read/stray-characters.ts';
import type { CredentialField } from '../../src/read/stray-characters.ts';
import { peelEnds } from '../../src/read/stray-ends.ts';
import { cleanInside } from '../../src/read/stray-inside.ts';
import { encodeToken } from './token-encoder.ts';

const KEY = 'AKIARZPUZDIKGB2VALC4';
const SECRET = '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';
const fixed = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 37 + 11) % 256);
const TOKEN = encodeToken({ type: 0x21, random: fixed });
const VALUES: Readonly<Record<CredentialField, string>> = {
  accessKeyId: KEY,
  secretAccessKey: SECRET,
  sessionToken: TOKEN,
};
const FIELDS = Object.keys(VALUES) as CredentialField[];

describe.each(FIELDS)('around %s', (field) => {
  const value = VALUES[field];
  test.each([
    ['a space', ` ${value} `, ['white-space'], true],
    ['a tab', `\t${value}`, ['white-space'], true],
    ['a line feed', `${value}\n`, ['line-end'], false],
    ['a Windows line end', `${value}\r\n`, ['line-end'], false],
    ['quotes', `"${value}"`, ['quotes'], true],
    ['one apostrophe', `'${value}`, ['quotes'], true],
    ['smart quotes', `\u201C${value}\u201D`, ['smart-quotes'], false],
    ['a byte order mark', `\uFEFF${value}`, ['byte-order-mark'], false],
    ['a misread byte order mark', `\u00EF\u00BB\u00BF${value}`, ['byte-order-mark'], true],
    ['a zero-width space', `${value}\u200B`, ['zero-width'], false],
    ['a no-break space', `\u00A0${value}`, ['no-break-space'], true],
    ['a null character', `${value}\0`, ['control'], false],
    ['an encoded line feed', `${value.replaceAll('=', '%3D')}%0A`, ['url-encoding'], true],
    ['a literal line feed', `${value}\\n`, ['escape'], true],
    ['escaped quotes', `\\"${value}\\"`, ['escape', 'quotes'], true],
    ['a comma', `${value},`, ['trailing-separator'], true],
    ['what echo prints', `-n ${value}\n`, ['line-end', 'assignment'], false],
    [
      'an option of a shell',
      `export AWS_ACCESS_KEY_ID="${value}";`,
      ['trailing-separator', 'quotes', 'assignment'],
      true,
    ],
    ['a setting', `aws_session_token = ${value}`, ['assignment', 'white-space'], true],
    ['JSON', `"SecretAccessKey": "${value}",`, ['quotes', 'trailing-separator', 'assignment', 'white-space'], true],
    ['a prompt', `AWS Access Key ID [None]: ${value}`, ['assignment', 'white-space'], true],
    ['PowerShell', `$env:AWS_SECRET_ACCESS_KEY='${value}'`, ['quotes', 'assignment'], true],
  ])('finds %s', (_, text, kinds, sendable) => {
    const facts = readStray(text, field);
    expect({ ...facts, kinds: facts?.kinds.toSorted() }).toMatchObject({
      kinds: kinds.toSorted(),
      repaired: value,
      sendable,
    });
  });
});

describe('within a value', () => {
  const half = (value: string, between: string): string => value.slice(0, 10) + between + value.slice(10);
  test.each<[string, CredentialField, string, string[]]>([
    ['a space', 'accessKeyId', half(KEY, ' '), ['white-space']],
    ['a space', 'secretAccessKey', half(SECRET, ' '), ['white-space']],
    ['a line break', 'secretAccessKey', half(SECRET, '\r\n'), ['line-end']],
    ['line breaks', 'sessionToken', half(TOKEN, '\n'), ['line-end']],
    ['spaces', 'sessionToken', half(TOKEN, '  '), ['white-space']],
    ['a zero-width space', 'accessKeyId', half(KEY, '\u200B'), ['zero-width']],
    ['a no-break space', 'sessionToken', half(TOKEN, '\u00A0'), ['no-break-space']],
    ['URL-encoding', 'secretAccessKey', encodeURIComponent(SECRET), ['url-encoding']],
    ['URL-encoding', 'sessionToken', encodeURIComponent(TOKEN), ['url-encoding']],
    ['a plus that became a space', 'secretAccessKey', SECRET.replace('+', ' '), ['url-encoding']],
    ['escaped slashes', 'secretAccessKey', SECRET.replaceAll('/', '\\/'), ['escape']],
    ['escapes of JSON', 'secretAccessKey', SECRET.replaceAll('+', '\\u002b'), ['escape']],
  ])('finds %s in %s', (_, field, text, kinds) => {
    expect(readStray(text, field)).toMatchObject({ kinds, repaired: VALUES[field], inside: true });
  });

  it('puts every plus of a token back that became a space', () => {
    const token = encodeToken({ type: 0x21, random: (size) => new Uint8Array(size).fill(0xfb) });
    expect(token).toContain('+');
    expect(readStray(token.replaceAll('+', ' '), 'sessionToken')?.repaired).toBe(token);
  });

  it('puts the plus at the end of a token back that became a space', () => {
    const sizes = Array.from({ length: 600 }, (_, index) => index + 100);
    const token = sizes
      .map((size) => encodeToken({ type: 0x21, size, random: (length) => new Uint8Array(length).fill(0xfe) }))
      .find((each) => each.endsWith('+'));
    expect(token).toBeDefined();
    expect(readStray((token ?? '').replaceAll('+', ' '), 'sessionToken')).toMatchObject({
      kinds: ['url-encoding'],
      repaired: token,
    });
  });

  it('finds the one value that fits among several', () => {
    const file = `AWS_ACCESS_KEY_ID=${KEY}\nAWS_SECRET_ACCESS_KEY=${SECRET}\n`;
    expect(readStray(file, 'accessKeyId')?.repaired).toBe(KEY);
    expect(readStray(file, 'secretAccessKey')?.repaired).toBe(SECRET);
    expect(readStray(`PROD_KEY: ${KEY}`, 'accessKeyId')).toMatchObject({
      repaired: KEY,
      kinds: ['assignment'],
      inside: false,
    });
  });

  test.each<[CredentialField, string]>([
    ['accessKeyId', 'AKIA NOT A KEY'],
    ['accessKeyId', 'AKIA%GG'],
    ['accessKeyId', 'https://example.org/%41%2E'],
    ['secretAccessKey', 'pass word%21'],
    ['secretAccessKey', '${{ secrets.KEY }}'],
    ['sessionToken', 'no token. at all'],
    ['sessionToken', '{"a": "b"}'],
    ['sessionToken', 'eyJhbGciOi.eyJzdWIi.c2lnbmF0'],
  ])('finds nothing that it could put right in %s %j', (field, text) => {
    expect(readStray(text, field)).toBeUndefined();
  });
});

describe('the places', () => {
  it('are in order, named, counted from 1, and at most five', () => {
    expect(readStray(`"${KEY}\n`, 'accessKeyId')?.places).toEqual([
      { codePoint: 'U+0022', name: 'quotation mark', position: 'first' },
      { codePoint: 'U+000A', name: 'line feed', position: 'last' },
    ]);
    expect(readStray(`${SECRET.slice(0, 3)}\t${SECRET.slice(3)}`, 'secretAccessKey')?.places).toEqual([
      { codePoint: 'U+0009', name: 'tab', position: 4 },
    ]);
    expect(readStray(`${' '.repeat(9)}${KEY}`, 'accessKeyId')?.places).toHaveLength(5);
  });

  test.each([
    ['plain', undefined],
    ['with\ttab', undefined],
    ['caf\u00E9', undefined],
    ['line\nfeed', { codePoint: 'U+000A', name: 'line feed', position: 5 }],
    ['\u200Bzero', { codePoint: 'U+200B', name: 'zero-width space', position: 'first' }],
    ['delete\u007F', { codePoint: 'U+007F', name: 'delete', position: 'last' }],
    ['\u{1F511}', { codePoint: 'U+1F511', name: 'U+1F511', position: 'first' }],
  ])('of what cannot be sent in %j', (value, place) => {
    expect(unsendable(value)).toEqual(place);
  });
});

describe('any value', () => {
  const anyField = fc.constantFrom(...FIELDS);
  const junk = fc.constantFrom(
    ' ',
    '\n',
    '\r',
    '\t',
    '"',
    "'",
    '\uFEFF',
    '\u200B',
    '\u00A0',
    '\0',
    '%0A',
    '%20',
    '\\n',
    '\\',
    ',',
    ';',
    'KEY=',
    '-n ',
    '%',
    '+',
    '=',
    '\u2019',
  );
  const messy = fc
    .array(fc.oneof(junk, fc.constantFrom(KEY, SECRET, TOKEN, 'AWS_SECRET_ACCESS_KEY=', 'x')), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('is stable once repaired', () => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary' }), fc.string()), anyField, (value, field) => {
        const facts = readStray(value, field);
        if (facts !== undefined) {
          expect(readStray(facts.repaired, field)).toBeUndefined();
          expect(facts.kinds.length).toBeGreaterThan(0);
          expect(facts.places.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('fires for no healthy one', () => {
    const base32 = fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'));
    fc.assert(
      fc.property(
        fc.string({ unit: base32, minLength: 16, maxLength: 16 }),
        fc.uint8Array({ minLength: 30, maxLength: 30 }),
        fc.uint8Array({ minLength: 100, maxLength: 300 }),
        (key, secret, token) => {
          expect(readStray(`ASIA${key}`, 'accessKeyId')).toBeUndefined();
          expect(readStray(Buffer.from(secret).toString('base64'), 'secretAccessKey')).toBeUndefined();
          expect(readStray(Buffer.from(token).toString('base64'), 'sessionToken')).toBeUndefined();
          expect(readStray(Buffer.from(token).toString('base64url'), 'sessionToken')).toBeUndefined();
        },
      ),
    );
  });

  it('that is plain has nothing that a closer look would find', () => {
    const word = fc.constantFrom('AWSSecretAccessKey', 'securityToken', 'SESSIONTOKEN=', 'aws', 'n', '=', KEY, SECRET);
    const wordy = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
    const base64 = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    const seen = { plain: 0 };
    fc.assert(
      fc.property(fc.oneof(wordy, base64, fc.base64String()), anyField, (value, field) => {
        if (isPlain(value, field)) {
          seen.plain += 1;
          const { text } = peelEnds(value);
          expect(cleanInside(text, field).text).toBe(value);
        }
      }),
      { numRuns: 3000 },
    );
    expect(seen.plain).toBeGreaterThan(500);
  });

  it('is read in bounded time', () => {
    const before = performance.now();
    for (const part of ['\\n', '"', ' ', '\\', '%25', '%0A', 'AWS_SECRET_KEY=', '\\\0n', 'a ', '-n ', 'a=']) {
      for (const field of FIELDS) {
        readStray(part.repeat(20_000), field);
      }
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
