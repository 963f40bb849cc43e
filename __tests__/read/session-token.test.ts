import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readSessionToken } from '../../src/read/session-token.ts';
import { encodeToken, tokenBytes } from './token-encoder.ts';

const TYPES = [0x21, 0x02, 0x17, 0x15] as const;
const ISSUED = new Date('2026-11-21T10:00:00Z');
/** Bytes that are the same in every run. */
const fixed = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => (index * 37 + 11) % 256);
const anyType = fc.constantFrom(...TYPES);
const anyToken = fc
  .record({ type: anyType, size: fc.integer({ min: 40, max: 700 }) })
  .map((parts) => encodeToken(parts));

describe('a whole token', () => {
  test.each([
    { type: 0x21, version: 2, account: '123456789012', issuedIn: 'eu-west-1', head: 'IQoJb3JpZ2luX2Vj' },
    { type: 0x02, version: 2, account: '123456789012', issuedIn: 'eu-west-1', head: 'AgoJb3JpZ2luX2Vj' },
    { type: 0x17, version: 1, account: undefined, issuedIn: undefined, head: 'FwoGZXIvYXdz' },
    { type: 0x15, version: 1, account: undefined, issuedIn: undefined, head: 'FQoDYXdz' },
  ] as const)('of type $type', ({ type, version, account, issuedIn, head }) => {
    const token = encodeToken({ type, issuedAt: ISSUED });
    expect(token.startsWith(head)).toBe(true);
    expect(readSessionToken(token)).toEqual({
      characters: token.length,
      state: 'complete',
      version,
      type,
      issuedAt: ISSUED,
      issuedIn,
      account,
      bytes: undefined,
      detail: undefined,
      repaired: undefined,
    });
  });

  it('keeps the leading zeros of an account and knows every partition', () => {
    const token = encodeToken({ type: 0x21, account: '000000000001', region: 'us-isob-east-1' });
    expect(readSessionToken(token)).toMatchObject({ account: '000000000001', issuedIn: 'us-isob-east-1' });
  });

  it('is never at fault, whatever its random parts are', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(readSessionToken(token).state).toBe('complete');
      }),
    );
  });
});

describe('a cut token', () => {
  it('tells how many bytes there should be, and what was readable before the cut', () => {
    const whole = tokenBytes({ type: 0x21, random: fixed });
    const cut = whole.toString('base64').slice(0, 640);
    expect(readSessionToken(cut)).toMatchObject({
      state: 'truncated',
      version: 2,
      issuedIn: 'eu-west-1',
      account: '123456789012',
      issuedAt: undefined,
      detail: 'it ends in the encrypted part',
      repaired: undefined,
    });
    const { bytes } = readSessionToken(cut);
    expect(bytes?.actual).toBe(480);
    expect(bytes?.expected).toBeGreaterThan(480);
    expect(bytes?.expected).toBeLessThanOrEqual(whole.length);
  });

  it('says the exact size where the cut is in the last part', () => {
    const whole = tokenBytes({ type: 0x17, random: fixed });
    const cut = whole.toString('base64').slice(0, -20);
    expect(readSessionToken(cut)).toMatchObject({ state: 'truncated', bytes: { expected: whole.length } });
  });

  test.each(TYPES)('of type %i is noticed at every position after its start', (type) => {
    const bytes = tokenBytes({ type, random: fixed });
    const token = bytes.toString('base64');
    // Where only the part after the time of issue is gone, nothing tells that it was there.
    const wholeWithoutRest = type === 0x15 ? '' : bytes.subarray(0, type === 0x17 ? -42 : -168).toString('base64');
    for (let length = 7; length < token.length; length += 1) {
      const cut = token.slice(0, length);
      const { state } = readSessionToken(cut);
      const expected =
        cut.length > token.length - 3 && token.endsWith('=') && token.slice(length).replaceAll('=', '') === ''
          ? 'padding-lost'
          : cut === wholeWithoutRest
            ? 'complete'
            : 'truncated';
      expect({ length, state }).toEqual({ length, state: expected });
    }
  });
});

describe('a token that is otherwise damaged', () => {
  const unpadded = encodeToken({ type: 0x21, size: 401, random: fixed });
  const sizes = [400, 401, 402].map((size) => encodeToken({ type: 0x21, size, random: fixed }));
  const onePad = sizes.find((token) => /[^=]=$/.test(token)) ?? '';
  const twoPads = sizes.find((token) => token.endsWith('==')) ?? '';
  const noPad = sizes.find((token) => !token.endsWith('=')) ?? '';

  test.each([
    { what: 'pasted twice', value: noPad + noPad, state: 'doubled', repaired: noPad },
    { what: 'pasted twice with padding', value: twoPads + twoPads, state: 'doubled', repaired: twoPads },
    { what: 'without its padding', value: onePad.slice(0, -1), state: 'padding-lost', repaired: onePad },
    { what: 'without both of its padding', value: twoPads.slice(0, -2), state: 'padding-lost', repaired: twoPads },
    { what: 'without half of its padding', value: twoPads.slice(0, -1), state: 'padding-lost', repaired: twoPads },
    { what: 'with letters behind', value: `${noPad}abc`, state: 'trailing', repaired: noPad },
    { what: 'with one letter behind', value: `${noPad}a`, state: 'trailing', repaired: noPad },
    { what: 'with letters behind its padding', value: `${onePad}abc`, state: 'trailing', repaired: onePad },
    { what: 'with too much padding', value: `${onePad}=`, state: 'trailing', repaired: onePad },
    { what: 'followed by another', value: noPad + onePad, state: 'trailing', repaired: noPad },
    {
      what: 'with a space in it',
      value: `${noPad.slice(0, 50)} ${noPad.slice(50)}`,
      state: 'not-base64',
      repaired: undefined,
    },
    {
      what: 'with an equals sign in it',
      value: `${noPad.slice(0, 50)}=${noPad.slice(50)}`,
      state: 'not-base64',
      repaired: undefined,
    },
  ])('$what', ({ value, state, repaired }) => {
    expect(readSessionToken(value)).toMatchObject({ state, repaired, version: 2, issuedIn: 'eu-west-1' });
  });

  it('in the URL-safe alphabet gets its own one back', () => {
    const bytes = tokenBytes({ type: 0x21, random: (size) => new Uint8Array(size).fill(0xfb) });
    const value = bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
    expect(readSessionToken(value)).toMatchObject({ state: 'not-base64', repaired: bytes.toString('base64') });
  });

  test.each([
    { what: 'region', change: { region: 'EU WEST' }, detail: 'the issuing region is not as AWS writes it' },
    { what: 'account', change: { account: '12345678901x' }, detail: 'the account is not as AWS writes it' },
    {
      what: 'time',
      change: { issuedAt: new Date('1999-01-01T00:00:00Z') },
      detail: 'the time of issue is not as AWS writes it',
    },
  ])('in its $what', ({ change, detail }) => {
    expect(readSessionToken(encodeToken({ type: 0x21, ...change }))).toMatchObject({ state: 'altered', detail });
  });

  it('is never called something else for one changed character, and its detail never shows it', () => {
    const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
    fc.assert(
      fc.property(fc.nat(unpadded.length - 1), fc.constantFrom(...alphabet), (at, character) => {
        const { state, detail } = readSessionToken(unpadded.slice(0, at) + character + unpadded.slice(at + 1));
        expect(state).not.toBe('not-a-token');
        expect(detail === undefined || /^[a-z][A-Za-z0-9 +():,]*$/.test(detail)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is no AWS token', () => {
  test.each([
    ['an empty one', ' ', 'it is empty'],
    ['a JSON Web Token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl', 'it is a JSON Web Token'],
    ['a GitHub token', 'ghp_0123456789abcdefghijABCDEFGHIJ012345', 'it is a GitHub token'],
    ['a key ID', 'ASIAQAAAAAAAGMKEM7X5', 'it is an access key ID'],
    ['a secret', 'aB3/dE6+gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL', 'it has the form of a secret access key'],
    ['JSON', '{"Credentials":{}}', 'it is JSON'],
    ['an expression', '${{ secrets.AWS_SESSION_TOKEN }}', 'it is a placeholder'],
    ['null', 'null', 'it is a placeholder'],
    ['a fragment', 'c2hvcnQ=', 'session tokens have hundreds of characters'],
    ['a fragment, URL-safe', 'c2hv_-Q', 'session tokens have hundreds of characters'],
    ['an ARN', 'arn:aws:iam::123456789012:role/deploy', 'character 4 is U+003A (colon)'],
  ])('%s', (_, value, detail) => {
    expect(readSessionToken(value)).toMatchObject({ state: 'not-a-token', version: undefined, detail });
  });

  test.each([
    ['as moto invents it', `FQoGZXIvYXdzEBYaD${'kT2pLr9zQ'.repeat(20)}`],
    ['of an unknown type', Buffer.from(fixed(300)).toString('base64')],
    ['of base64url and unknown type', `abc-_${'kT2pLr9zQ'.repeat(20)}`],
    [
      'of a known type and another name',
      Buffer.from(`!\n\u0009somethingelse and ${'more of it '.repeat(9)}`).toString('base64'),
    ],
  ])('is opaque and at no fault %s', (_, value) => {
    expect(readSessionToken(value)).toMatchObject({ state: 'opaque', detail: undefined, version: undefined });
  });
});

describe('a token that is not read at once', () => {
  it.each([1, 2, 3, 4, 10])('has lost its first %d characters', (lost) => {
    const detail = `its first ${lost === 1 ? 'character is' : `${lost} characters are`} lost`;
    expect(readSessionToken(encodeToken({ type: 0x21 }).slice(lost))).toMatchObject({ state: 'beheaded', detail });
  });

  it('is in base64 once more', () => {
    const token = encodeToken({ type: 0x17 });
    const encoded = Buffer.from(`${token}\n`).toString('base64');
    expect(readSessionToken(encoded)).toMatchObject({ state: 'encoded', repaired: token });
  });
});

describe('any text', () => {
  it('gives an answer, bytes of a token type before it included', () => {
    const start = fc.constantFrom(...TYPES).map((type) => tokenBytes({ type }).subarray(0, 14));
    const bytes = fc
      .tuple(start, fc.uint8Array({ maxLength: 300 }))
      .map((parts) => Buffer.concat(parts).toString('base64'));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.string({ unit: 'binary' }), fc.base64String()), (value) => {
        expect(readSessionToken(value).characters).toBe(value.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read in linear time', () => {
    const before = performance.now();
    for (const value of [
      '='.repeat(200_000),
      'A'.repeat(200_000),
      '-A='.repeat(70_000),
      `IQoJ${'{ '.repeat(90_000)}`,
      'eyJ'.repeat(60_000),
    ]) {
      readSessionToken(value);
    }
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
