import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  readDenial,
  readRoleRefusal,
  readTokenRefusalTime,
  type Denial,
  type RoleRefusalKind,
} from '../../src/read/role-refusal.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const WHO = 'User: arn:aws:iam::123456789012:user/deployer';
const ISSUER = 'https://token.actions.githubusercontent.com';
const KEYS = "Couldn't retrieve verification key from your identity provider,";
const PLEASE = 'please reference AssumeRoleWithWebIdentity documentation for requirements';

describe('readRoleRefusal', () => {
  test.each<[RoleRefusalKind, string, string]>([
    ['no-provider', 'InvalidIdentityToken', `No OpenIDConnect provider found in your account for ${ISSUER}`],
    [
      'no-provider',
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://github.example.org/_services/token',
    ],
    ['audience', 'InvalidIdentityToken', 'Incorrect token audience'],
    ['audience', 'InvalidIdentityToken', 'Incorrect token audience.'],
    [
      'thumbprint',
      'InvalidIdentityToken',
      "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    ],
    ['verification-key', 'InvalidIdentityToken', `${KEYS}  ${PLEASE}`],
    ['verification-key', 'InvalidIdentityToken', `${KEYS} ${PLEASE}`],
    ['verification-key', 'IDPCommunicationError', 'An error occurred while communicating with the identity provider.'],
    [
      'not-a-token',
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    ],
    ['rejected-claim', 'IDPRejectedClaim', 'The identity provider reported that authentication failed.'],
    [
      'not-a-token',
      'ValidationError',
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    ],
    [
      'token-expired',
      'ExpiredTokenException',
      'Token expired: current date/time 1624482533 must be before the expiration date/time1624482335',
    ],
    [
      'token-expired',
      'ExpiredTokenException',
      'Token expired: current date/time 1624482533 must be before the expiration date/time 1624482335',
    ],
    ['token-expired', 'ExpiredTokenException', 'Token too old: 441398'],
    ['trust-denied', 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
    ['trust-denied', 'AccessDenied', 'Not authorized to perform: sts:AssumeRoleWithWebIdentity'],
    [
      'trust-denied',
      'AccessDenied',
      `User: anonymous is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: ${ROLE}`,
    ],
    ['denied', 'AccessDenied', `${WHO} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`],
    ['denied', 'AccessDenied', `${WHO} is not authorized to perform: sts:TagSession on resource: ${ROLE}`],
    ['denied', 'AccessDenied', 'Roles may not be assumed by root accounts.'],
    ['denied', 'AccessDeniedException', ''],
    ['arn', 'ValidationError', 'Request ARN is invalid'],
    [
      'arn',
      'ValidationError',
      "1 validation error detected: Value 'deploy' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
    ],
    ['duration', 'ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'],
    [
      'duration',
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    ],
    [
      'region-disabled',
      'RegionDisabledException',
      'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
    ],
    ['packed-policy', 'PackedPolicyTooLarge', 'Packed size of session tags consumes 104% of allotted space.'],
    ['other', 'ValidationError', "Value at 'roleSessionName' failed to satisfy constraint"],
    ['other', 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.'],
    ['other', 'ExpiredToken', 'The security token included in the request is expired'],
    ['other', 'toString', ''],
    ['other', '__proto__', ''],
  ])('takes %s from %s: %s', (kind, code, message) => {
    expect(readRoleRefusal(code, message)).toBe(kind);
    expect(readRoleRefusal(code, message.toUpperCase())).toBe(kind);
  });

  it('has an answer for everything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (code, message) => {
        expect(typeof readRoleRefusal(code, message)).toBe('string');
      }),
    );
  });

  it('reads a text wherever it stands in a longer one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(readRoleRefusal('InvalidIdentityToken', `${before}Incorrect token audience${after}`)).toBe('audience');
      }),
    );
  });
});

describe('readDenial', () => {
  const denied = (reason: string, action = 'sts:AssumeRole'): string =>
    `${WHO} is not authorized to perform: ${action} on resource: ${ROLE}${reason}`;

  test.each<[string, Denial['by'], boolean]>([
    ['', undefined, false],
    [' because no identity-based policy allows the sts:AssumeRole action', 'identity-policy', false],
    [' with an explicit deny in an identity-based policy', 'identity-policy', true],
    [
      ' with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/no-roles',
      'identity-policy',
      true,
    ],
    [' because no resource-based policy allows the sts:AssumeRole action', 'trust-policy', false],
    [' with an explicit deny in a resource-based policy', 'trust-policy', true],
    [' because no role trust policy allows the sts:AssumeRole action', 'trust-policy', false],
    [' with an explicit deny in the role trust policy', 'trust-policy', true],
    [' because no service control policy allows the sts:AssumeRole action', 'service-control-policy', false],
    [' with an explicit deny in a service control policy', 'service-control-policy', true],
    [' because no resource control policy allows the sts:AssumeRole action', 'resource-control-policy', false],
    [' with an explicit deny in a resource control policy', 'resource-control-policy', true],
    [' because no permissions boundary allows the sts:AssumeRole action', 'permissions-boundary', false],
    [' with an explicit deny in a permissions boundary', 'permissions-boundary', true],
    [' because no session policy allows the sts:AssumeRole action', 'session-policy', false],
    [' with an explicit deny in a session policy', 'session-policy', true],
    [' because no VPC endpoint policy allows the sts:AssumeRole action', 'vpc-endpoint-policy', false],
    [' with an explicit deny in a VPC endpoint policy', 'vpc-endpoint-policy', true],
  ])('reads "%s"', (reason, by, explicit) => {
    expect(readDenial(denied(reason))).toEqual({ action: 'sts:AssumeRole', by, explicit });
    expect(readDenial(`${denied(reason)}.\n`)).toEqual({ action: 'sts:AssumeRole', by, explicit });
  });

  test.each<[string, Denial['action']]>([
    [denied('', 'sts:TagSession'), 'sts:TagSession'],
    [denied('', 'sts:AssumeRoleWithWebIdentity'), 'sts:AssumeRoleWithWebIdentity'],
    ['Not authorized to perform sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithWebIdentity'],
    [denied('', 'sts:SetSourceIdentity'), 'sts:SetSourceIdentity'],
    ['Roles may not be assumed by root accounts.', undefined],
    ['', undefined],
  ])('reads the action of "%s"', (message, action) => {
    expect(readDenial(message).action).toBe(action);
  });

  it('takes no name in an ARN for a kind of policy', () => {
    const name = fc.stringMatching(/^[\w+=,.@-]{1,64}$/);
    fc.assert(
      fc.property(name, name, (user, role) => {
        const message = `User: arn:aws:iam::123456789012:user/${user} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/${role}`;
        expect(readDenial(message)).toEqual({ action: 'sts:AssumeRole', by: undefined, explicit: false });
      }),
    );
  });

  it('has an answer for everything, soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        expect(typeof readDenial(message).explicit).toBe('boolean');
      }),
    );
    const started = performance.now();
    readDenial('not authorized to perform: '.repeat(40_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('readTokenRefusalTime', () => {
  test.each([
    ['Token expired: current date/time 1624482533 must be before the expiration date/time1624482335', 1624482533],
    ['Token expired: current date/time 1624482533 must be before the expiration date/time 1624482335.', 1624482533],
    ['Token expired: current date/time 16244825331624 must be before', undefined],
    ['Token too old: 441398', undefined],
    ['Signature expired: 20261121T140000Z is now earlier than', undefined],
  ])('%s', (message, seconds) => {
    expect(readTokenRefusalTime(message)?.getTime()).toBe(seconds && seconds * 1000);
  });
});
