import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { matchesArn, parseArn, principalTypeOf, roleArnOfAssumedRole } from '../../src/read/arn.ts';

const A = '123456789012';
const SESSION = `arn:aws:sts::${A}:assumed-role/deploy/run-1`;

describe('an ARN', () => {
  it('is taken apart, and keeps the colons of its resource', () => {
    expect(parseArn(`arn:aws:logs:eu-west-1:${A}:log-group:a:*`)).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'eu-west-1',
      account: A,
      resource: 'log-group:a:*',
    });
  });

  test.each(['', 'arn', 'arn:aws:iam', `arn:aws:iam::${A}`, `arn:aws:iam::${A}:`, 'urn:a:b:c:d:e', '*'])(
    'is not %j',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );

  test.each([
    [`arn:aws:iam::${A}:user/path/ci`, 'user'],
    [`arn:aws:iam::${A}:root`, 'root'],
    [SESSION, 'assumed-role'],
    [`arn:aws-us-gov:sts::${A}:federated-user/ci`, 'federated-user'],
    [`arn:aws:iam::${A}:role/deploy`, undefined],
    [`arn:aws:iam::${A}:rooted`, undefined],
    [`arn:aws:sts::${A}:user/ci`, undefined],
    ['', undefined],
  ])('%s is of a %s', (arn, type) => {
    expect(principalTypeOf(arn)).toBe(type);
  });

  test.each([
    [SESSION, `arn:aws:iam::${A}:role/deploy`],
    [
      `arn:aws-cn:sts::${A}:assumed-role/AWSReservedSSO_Set_0123456789abcdef/me@example.org`,
      `arn:aws-cn:iam::${A}:role/AWSReservedSSO_Set_0123456789abcdef`,
    ],
    [`arn:aws:sts::${A}:assumed-role/deploy`, undefined],
    [`arn:aws:iam::${A}:role/deploy`, undefined],
  ])('%s is a session of %s', (arn, role) => {
    expect(roleArnOfAssumedRole(arn)).toBe(role);
  });
});

describe('a pattern of an ARN', () => {
  test.each([
    [SESSION, SESSION],
    ['*', SESSION],
    [`arn:aws:sts::${A}:assumed-role/deploy/*`, SESSION],
    [`arn:aws:sts::${A}:assumed-role/depl?y/run-?`, SESSION],
    ['arn:*:assumed-role/*', SESSION],
    [`arn:aws:iam::${A}:role/deploy`, SESSION],
    [`arn:aws:iam::${A}:role/team/ci/deploy`, SESSION],
    [`arn:aws:iam::${A}:role/*/deploy`, SESSION],
    [`arn:aws:iam::${A}:role/dep*`, SESSION],
    [`arn:aws:iam::${A}:role/*`, SESSION],
    ['arn:aws:iam::*:role/deploy', SESSION],
    [`arn:*:iam::${A}:role/deploy`, SESSION],
    [`arn:aws:iam::${A}:user/*`, `arn:aws:iam::${A}:user/path/ci`],
    [
      `arn:aws:iam::${A}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Set_*`,
      `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Set_0123456789abcdef/me@example.org`,
    ],
  ])('%s matches %s', (pattern, arn) => {
    expect(matchesArn(pattern, arn)).toBe(true);
  });

  test.each([
    ['', SESSION],
    [`arn:aws:iam::${A}:role/Deploy`, SESSION],
    [`arn:aws:iam::${A}:role/deploy`, `arn:aws:sts::${A}:assumed-role/deployer/run-1`],
    ['arn:aws:iam::210987654321:role/deploy', SESSION],
    [`arn:aws-cn:iam::${A}:role/deploy`, SESSION],
    // The path is all that it says, and the session does not tell it.
    [`arn:aws:iam::${A}:role/team/*`, SESSION],
    [`arn:aws:iam::${A}:role/*/*`, SESSION],
    [`arn:aws:iam::${A}:role/`, SESSION],
    [`arn:aws:iam::${A}:user/deploy`, SESSION],
    [`arn:aws:sts::${A}:assumed-role/deploy`, SESSION],
    [`arn:aws:sts::${A}:assumed-role/deploy/run`, SESSION],
    [`arn:aws:iam::${A}:role/run-1`, SESSION],
    [`arn:aws:sts::${A}:assumed-role/deploy/\${*}`, SESSION],
    [`${SESSION} `, SESSION],
    ['*'.repeat(3000), SESSION],
  ])('%s does not match %s', (pattern, arn) => {
    expect(matchesArn(pattern, arn)).toBe(false);
  });

  it('matches as the regular expression that it stands for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '*', '?'), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b', ':', '/'), maxLength: 12 }), (pattern, arn) => {
        const form = pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]');
        expect(matchesArn(pattern, arn)).toBe(new RegExp(`^(?:${form})$`).test(arn));
      }),
      { numRuns: 2000 },
    );
  });

  it('is matched in bounded time', () => {
    const before = performance.now();
    expect(matchesArn('*a'.repeat(1000), `${'a'.repeat(2047)}b`)).toBe(false);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
