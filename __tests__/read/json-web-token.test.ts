import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readToken } from '../../src/read/json-web-token.ts';

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwt(payload: unknown, header: unknown = { alg: 'RS256', typ: 'JWT' }): string {
  return `${part(header)}.${part(payload)}.c2ln`;
}

const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  iat: 1_790_000_000,
  nbf: 1_789_999_400,
  exp: 1_790_000_300,
  repository: 'octo-org/octo-repo',
  repository_id: '456789',
  ref: 'refs/heads/main',
  base_ref: '',
  run_number: 7,
  ref_protected: true,
};

describe('readToken', () => {
  it('gives the claims of a token', () => {
    const claims = readToken(jwt(CLAIMS));
    expect(claims).toMatchObject({
      iss: CLAIMS.iss,
      aud: ['sts.amazonaws.com'],
      sub: CLAIMS.sub,
      iat: new Date('2026-09-21T14:13:20Z'),
      nbf: new Date('2026-09-21T14:03:20Z'),
      exp: new Date('2026-09-21T14:18:20Z'),
      repository: 'octo-org/octo-repo',
      repository_id: '456789',
      environment: undefined,
    });
    expect(claims?.text['run_number']).toBe('7');
    expect(claims?.text['ref_protected']).toBe('true');
    expect(claims?.text['base_ref']).toBe('');
    expect(claims?.text['constructor']).toBeUndefined();
  });

  it('takes several audiences, and times that are none', () => {
    const claims = readToken(jwt({ ...CLAIMS, aud: ['a', 1, 'b'], iat: 'now', exp: 1e300 }));
    expect(claims?.aud).toEqual(['a', 'b']);
    expect(claims?.iat).toBeUndefined();
    expect(claims?.exp).toBeUndefined();
  });

  it('leaves out a claim that is no text, and one too long', () => {
    const claims = readToken(jwt({ ...CLAIMS, groups: ['a'], actor: 'a'.repeat(4_097), ['__proto__']: 'x' }));
    expect(claims?.text['groups']).toBeUndefined();
    expect(claims?.actor).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['two segments', `${part({})}.${part(CLAIMS)}`],
    ['four segments', `${jwt(CLAIMS)}.x`],
    ['no signature', `${part({})}.${part(CLAIMS)}.`],
    ['a header that is a list', jwt(CLAIMS, [])],
    ['a payload that is a list', jwt([CLAIMS])],
    ['a payload that is null', jwt(null)],
    ['a payload that is not JSON', `${part({})}.eyJ.c2ln`],
    ['padding', `${part({})}.${part(CLAIMS)}=.c2ln`],
    ['a line end', `${jwt(CLAIMS)}\n`],
    ['no subject', jwt({ ...CLAIMS, sub: undefined })],
    ['no audience', jwt({ ...CLAIMS, aud: [] })],
    ['too long a subject', jwt({ ...CLAIMS, sub: 'a'.repeat(5_000) })],
    ['too long a token', jwt({ ...CLAIMS, extra: 'a'.repeat(20_000) })],
  ])('refuses %s', (_, text) => {
    expect(readToken(text)).toBeUndefined();
  });

  it('answers any text', () => {
    const segment = fc.oneof(
      fc.string(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
        const claims = readToken(segments.join('.'));
        return claims === undefined || claims.aud.length > 0;
      }),
    );
  });
});
