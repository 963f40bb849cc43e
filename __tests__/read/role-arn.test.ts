import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readRoleArn } from '../../src/read/role-arn.ts';

const ARN = 'arn:aws:iam::123456789012:role/deploy';

describe('readRoleArn', () => {
  test.each([
    [ARN, 'aws', '/', 'deploy'],
    ['arn:aws-cn:iam::123456789012:role/team/ci/deploy', 'aws-cn', '/team/ci/', 'deploy'],
    ['arn:aws-us-gov:iam::000000000000:role/a+b=c,d.e@f_g-h', 'aws-us-gov', '/', 'a+b=c,d.e@f_g-h'],
    ['arn:aws-eusc:iam::123456789012:role/a:b/deploy', 'aws-eusc', '/a:b/', 'deploy'],
  ])('takes %s apart', (arn, partition, path, name) => {
    expect(readRoleArn(arn)).toEqual({ ok: true, partition, account: arn.split(':')[4], path, name, arn });
  });

  test.each([
    ['arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', 'oidc-provider', undefined],
    ['arn:aws:iam::123456789012:user/deploy', 'user', undefined],
    ['arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions', 'assumed-role', ARN],
    ['arn:aws:iam::123456789012:instance-profile/deploy', 'instance-profile', undefined],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'policy', undefined],
    ['arn:aws:iam::123456789012:root', 'other-resource', undefined],
    ['arn:aws:iam::123456789012:saml-provider/Corp', 'other-resource', undefined],
    ['arn:aws:iam::123456789012:constructor/x', 'other-resource', undefined],
    ['deploy', 'bare-name', undefined],
    ['/team/deploy', 'bare-name', undefined],
    ['role/deploy', 'bare-name', undefined],
    ['123456789012', 'account-id', undefined],
    ['${{ secrets.ROLE }}', 'placeholder', undefined],
    ['arn:aws:iam::$ACCOUNT:role/deploy', 'placeholder', undefined],
    ['arn:aws:iam::<account>:role/deploy', 'placeholder', undefined],
    ['arn:aws:iam::***:role/deploy', 'placeholder', undefined],
    ['arn:aws:iam::ACCOUNT_ID:role/deploy', 'placeholder', undefined],
    ['null', 'placeholder', undefined],
    [`${ARN}\n`, 'white-space', ARN],
    [`\uFEFF${ARN}`, 'white-space', ARN],
    [`${ARN}\u200B`, 'white-space', ARN],
    ['arn:aws:iam:: 123456789012:role/deploy', 'white-space', ARN],
    [`"${ARN}"`, 'malformed', ARN],
    ['arn:aws:s3:::bucket', 'other-service', undefined],
    ['arn:aws:sts::123456789012:role/deploy', 'other-service', ARN],
    ['arn:aws:sts::123456789012:federated-user/x', 'other-service', undefined],
    ['arn:aws:iam::12345678901:role/deploy', 'bad-account', 'arn:aws:iam::012345678901:role/deploy'],
    ['arn:aws:iam::1234-5678-9012:role/deploy', 'bad-account', ARN],
    ['arn:aws:iam::1234567890123:role/deploy', 'bad-account', undefined],
    ['arn:aws:iam:::role/deploy', 'bad-account', undefined],
    ['arn:amazon:iam::123456789012:role/deploy', 'bad-partition', undefined],
    ['arn:AWS:iam::123456789012:role/deploy', 'bad-partition', ARN],
    ['ARN:aws:iam::123456789012:role/deploy', 'malformed', ARN],
    ['arn:aws:iam:us-east-1:123456789012:role/deploy', 'malformed', ARN],
    ['arn:aws:iam::123456789012:role:deploy', 'malformed', ARN],
    ['arn:aws:iam::123456789012:Role/deploy', 'malformed', ARN],
    ['arn:aws:iam::123456789012:role/', 'malformed', undefined],
    ['arn:aws:iam::123456789012:role', 'malformed', undefined],
    [`arn:aws:iam::123456789012:role/${'a'.repeat(65)}`, 'malformed', undefined],
    [`arn:aws:iam::123456789012:role/${'a'.repeat(512)}/b`, 'malformed', undefined],
    ['arn:aws:iam', 'malformed', undefined],
    ['', 'malformed', undefined],
    [' ', 'malformed', undefined],
    ['a'.repeat(2_049), 'malformed', undefined],
  ])('calls %j %s', (text, is, correction) => {
    expect(readRoleArn(text)).toEqual({ ok: false, is, correction });
  });

  it('corrects only to what it would take itself, whatever the text', () => {
    const piece = fc.constantFrom(
      'arn',
      ':',
      'aws',
      'iam',
      'sts',
      '123456789012',
      'role/',
      'assumed-role/',
      'a',
      '/',
      ' ',
      '"',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const read = readRoleArn(text);
          return read.ok ? read.arn === text : read.correction === undefined || readRoleArn(read.correction).ok;
        },
      ),
    );
  });
});
