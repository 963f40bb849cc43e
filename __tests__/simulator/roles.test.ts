import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAccount } from '../../simulator/accounts.ts';
import { DEFAULT_BEHAVIOUR } from '../../simulator/behaviour.ts';
import { addSession, addUser } from '../../simulator/builders.ts';
import { DEFAULT_JOB, GITHUB_ISSUER } from '../../simulator/github-claims.ts';
import { newSigningKey, signJwt } from '../../simulator/jwt.ts';
import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import type { TrustPolicy, TrustStatement } from '../../simulator/trust.ts';
import type { IdentityDecision, OidcProvider } from '../../simulator/world.ts';
import { ask, assume, assumeByWeb, refusalOf } from './ask.ts';

const HOST = 'token.actions.githubusercontent.com';
const WEB_STATEMENT: TrustStatement = {
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${HOST}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
    StringLike: { [`${HOST}:sub`]: 'repo:octo-org/octo-repo:*' },
  },
};
const WEB_TRUST: TrustPolicy = { Version: '2012-10-17', Statement: [WEB_STATEMENT] };

function trust(principal: string, action: string | string[] = 'sts:AssumeRole'): TrustPolicy {
  return { Statement: { Effect: 'Allow', Principal: { AWS: principal }, Action: action } };
}

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.reset();
  simulator.setClockOffset(0);
  Object.assign(simulator.behaviour, DEFAULT_BEHAVIOUR);
  const { world, identityProvider } = simulator;
  for (const list of [world.users, world.sessions, world.roles, world.oidcProviders]) list.length = 0;
  world.accounts.clear();
  Object.assign(identityProvider, { issuer: GITHUB_ISSUER, job: DEFAULT_JOB, claims: {} });
});

describe('AssumeRoleWithWebIdentity', () => {
  let provider: OidcProvider;
  let arn: string;
  beforeEach(() => {
    provider = addOidcProvider(simulator.world, { issuer: GITHUB_ISSUER });
    ({ arn } = addRole(simulator.world, { name: 'deploy', path: '/ci/', trustPolicy: WEB_TRUST }));
  });

  it('mints a session that STS then knows', async () => {
    const answer = await assumeByWeb(simulator.url, arn, simulator.identityProvider.mint());
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      Audience: 'sts.amazonaws.com',
      Provider: `arn:aws:iam::123456789012:oidc-provider/${HOST}`,
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions' },
    });
    const made = answer.Credentials;
    const left = ((made?.Expiration?.getTime() ?? 0) - Date.now()) / 1000;
    expect(left).toBeGreaterThan(890);
    expect(left).toBeLessThanOrEqual(901);
    const credentials = {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    };
    expect((await ask(simulator.url, credentials)).Arn).toBe(answer.AssumedRoleUser?.Arn);
  });

  const DENIED = [403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'];

  it.each<[string, () => void]>([
    ['another repository', () => (simulator.identityProvider.job = { ...DEFAULT_JOB, repository: 'other' })],
    ['the immutable subject', () => (simulator.identityProvider.job = { ...DEFAULT_JOB, subject: 'immutable' })],
    ['no such role', () => (simulator.world.roles.length = 0)],
  ])('denies %s, always in the same words', async (_, change) => {
    change();
    expect(await refusalOf(assumeByWeb(simulator.url, arn, simulator.identityProvider.mint()))).toEqual(DENIED);
  });

  it('reads the claims that AWS knows of GitHub, and no others', async () => {
    const condition = (claim: string, value: string): TrustPolicy => ({
      Statement: { ...WEB_STATEMENT, Condition: { StringEquals: { [`${HOST}:${claim}`]: value } } },
    });
    const byId = addRole(simulator.world, { name: 'by-id', trustPolicy: condition('repository_id', '74481') });
    const byEvent = addRole(simulator.world, { name: 'by-event', trustPolicy: condition('event_name', 'push') });
    const token = simulator.identityProvider.mint();
    expect((await assumeByWeb(simulator.url, byId.arn, token)).Credentials).toBeDefined();
    expect(await refusalOf(assumeByWeb(simulator.url, byEvent.arn, token))).toEqual(DENIED);
  });

  it.each<[string, string, RegExp, (() => string) | undefined]>([
    [
      'no provider',
      'InvalidIdentityToken',
      /^No OpenIDConnect provider found in your account for https:\/\/token\.actions\.githubusercontent\.com$/,
      () => ((simulator.world.oidcProviders.length = 0), simulator.identityProvider.mint()),
    ],
    [
      'another issuer',
      'InvalidIdentityToken',
      /for https:\/\/ghes\.example\/_services\/token$/,
      () => (
        (simulator.identityProvider.issuer = 'https://ghes.example/_services/token'),
        simulator.identityProvider.mint()
      ),
    ],
    [
      'wrong audience',
      'InvalidIdentityToken',
      /^Incorrect token audience$/,
      () => simulator.identityProvider.mint('https://github.com/octo-org'),
    ],
    [
      'thumbprint',
      'InvalidIdentityToken',
      /thumbprint$/,
      () => ((provider.broken = 'thumbprint'), simulator.identityProvider.mint()),
    ],
    [
      'verification key',
      'InvalidIdentityToken',
      /^Couldn't retrieve verification key/,
      () => ((provider.broken = 'verification-key'), simulator.identityProvider.mint()),
    ],
    [
      'a key of somebody else',
      'InvalidIdentityToken',
      /^Couldn't retrieve verification key/,
      () => signJwt({ iss: GITHUB_ISSUER, aud: 'sts.amazonaws.com' }, newSigningKey()),
    ],
    [
      'provider unreachable',
      'IDPCommunicationError',
      /identity provider/,
      () => ((provider.broken = 'unreachable'), simulator.identityProvider.mint()),
    ],
    [
      'not a JWT',
      'InvalidIdentityToken',
      /^The ID Token provided is not a valid JWT\. \(You may see/,
      () => 'ghs_not-a-jwt',
    ],
    [
      'expired',
      'ExpiredTokenException',
      /^Token expired: current date\/time \d{10} must be before the expiration date\/time \d{10}$/,
      () => (simulator.setClockOffset(-600), simulator.identityProvider.mint()),
    ],
    [
      'too old',
      'ExpiredTokenException',
      /^Token too old: 44\d{4}$/,
      () => (
        (simulator.identityProvider.claims = { iat: Math.floor(Date.now() / 1000) - 441_398 }),
        simulator.identityProvider.mint()
      ),
    ],
  ])('%s', async (name, code, message, prepare) => {
    const token = prepare?.() ?? '';
    if (name === 'expired') simulator.setClockOffset(0);
    const [, answered, text] = await refusalOf(assumeByWeb(simulator.url, arn, token));
    expect([answered.replace(/Exception$/, ''), text]).toEqual([
      code.replace(/Exception$/, ''),
      expect.stringMatching(message),
    ]);
  });

  it('a longer session than the role allows, and one too short', async () => {
    const token = simulator.identityProvider.mint();
    expect(await refusalOf(assumeByWeb(simulator.url, arn, token, 7200))).toEqual([
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ]);
    expect((await refusalOf(assumeByWeb(simulator.url, arn, token, 60)))[2]).toMatch(
      /^1 validation error detected: Value '60' at 'durationSeconds'/,
    );
  });

  it('STS deactivated in the region, while GetCallerIdentity goes on', async () => {
    addAccount(simulator.world, { id: '123456789012', stsDeactivated: ['us-east-1'] });
    const [status, code, message] = await refusalOf(assumeByWeb(simulator.url, arn, simulator.identityProvider.mint()));
    expect([status, code.replace(/Exception$/, '')]).toEqual([403, 'RegionDisabled']);
    expect(message).toMatch(/^STS is not activated in this region for account:123456789012\./);
    expect((await ask(simulator.url, addUser(simulator.world))).Account).toBe('123456789012');
  });
});

describe('AssumeRole', () => {
  const ROLE = 'arn:aws:iam::123456789012:role/deploy';
  const ROOT = 'arn:aws:iam::123456789012:root';

  it('needs both sides', async () => {
    addRole(simulator.world, { trustPolicy: trust(ROOT) });
    const answer = await assume(simulator.url, addUser(simulator.world), { RoleArn: ROLE });
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws:sts::123456789012:assumed-role/deploy/test');
  });

  it.each<[IdentityDecision, string]>([
    ['no-identity-policy', ' because no identity-based policy allows the sts:AssumeRole action'],
    ['identity-deny', ' with an explicit deny in an identity-based policy'],
    ['scp-deny', ' with an explicit deny in a service control policy'],
    ['session-policy', ' because no session policy allows the sts:AssumeRole action'],
    ['boundary', ' because no permissions boundary allows the sts:AssumeRole action'],
  ])("the caller's side: %s", async (assumeRole, reason) => {
    addRole(simulator.world, { trustPolicy: trust(ROOT) });
    const user = addUser(simulator.world, { assumeRole });
    const refusal = `User: ${user.arn} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;
    expect(await refusalOf(assume(simulator.url, user, { RoleArn: ROLE }))).toEqual([
      403,
      'AccessDenied',
      refusal + reason,
    ]);
    simulator.behaviour.deniedReasons = false;
    expect((await refusalOf(assume(simulator.url, user, { RoleArn: ROLE })))[2]).toBe(refusal);
  });

  it("the role's side, session tags, a role that does not exist", async () => {
    addRole(simulator.world, { trustPolicy: trust('arn:aws:iam::000000000001:root') });
    addRole(simulator.world, { name: 'untagged', trustPolicy: trust(ROOT) });
    const user = addUser(simulator.world);
    const call = (name: string, more = {}) =>
      refusalOf(assume(simulator.url, user, { RoleArn: `arn:aws:iam::123456789012:role/${name}`, ...more }));
    expect((await call('deploy'))[2]).toMatch(
      /role\/deploy because no resource-based policy allows the sts:AssumeRole action$/,
    );
    expect((await call('untagged', { Tags: [{ Key: 'team', Value: 'a' }] }))[2]).toMatch(
      /is not authorized to perform: sts:TagSession on resource: .*role\/untagged/,
    );
    expect((await call('nowhere'))[2]).toMatch(/on resource: arn:aws:iam::123456789012:role\/nowhere$/);
    expect(await call('x'.repeat(2), { RoleArn: 'arn:aws:iam::123456789012:user/bob' })).toEqual([
      400,
      'ValidationError',
      'Request ARN is invalid',
    ]);
  });

  it('a trust policy that names the caller in its own account is enough', async () => {
    const user = addUser(simulator.world, { assumeRole: 'no-identity-policy' });
    addRole(simulator.world, { trustPolicy: trust(user.arn) });
    expect((await assume(simulator.url, user, { RoleArn: ROLE })).Credentials).toBeDefined();
  });

  it('an external ID', async () => {
    addRole(simulator.world, {
      trustPolicy: {
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: ROOT },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'abc' } },
        },
      },
    });
    const user = addUser(simulator.world);
    expect((await refusalOf(assume(simulator.url, user, { RoleArn: ROLE })))[1]).toBe('AccessDenied');
    expect((await assume(simulator.url, user, { RoleArn: ROLE, ExternalId: 'abc' })).Credentials).toBeDefined();
  });

  it('chaining ends at an hour', async () => {
    const role = addRole(simulator.world, { trustPolicy: trust(ROOT), maxSessionDuration: 43_200 });
    const session = addSession(simulator.world, { role });
    expect(await refusalOf(assume(simulator.url, session, { RoleArn: ROLE, DurationSeconds: 3601 }))).toEqual([
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    ]);
    expect((await assume(simulator.url, session, { RoleArn: ROLE, DurationSeconds: 3600 })).Credentials).toBeDefined();
  });
});
