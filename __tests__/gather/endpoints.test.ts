import { describe, expect, it, test } from '@jest/globals';
import { gather } from '../../src/gather/gather.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Settings } from '../../src/model/settings.ts';
import {
  Home,
  Loopback,
  type Reply,
  SECRET_KEY,
  SESSION_KEY_ID,
  connectWithin,
  gatherIn,
  revealed,
  settings,
  told,
} from './surroundings.ts';

const ENDS = '2100-01-01T00:00:00Z';
const BODY = JSON.stringify({ AccessKeyId: SESSION_KEY_ID, SecretAccessKey: SECRET_KEY, Token: 't', Expiration: ENDS });

describe('container endpoint', () => {
  it('is asked with the token, from a file first', async () => {
    await using server = await Loopback.start(() => ({ body: BODY }));
    using home = new Home({ token: 'from-file' });
    const gathered = await gatherIn(home, {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/v1/credentials?x=1`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: 'from-variable',
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: home.at('token'),
    });
    expect(server.asked).toMatchObject([
      { method: 'GET', path: '/v1/credentials?x=1', headers: { authorization: 'from-file' } },
    ]);
    expect(told(gathered.credentials?.source)).toBe('container');
    expect(revealed(gathered)).toEqual([SESSION_KEY_ID, SECRET_KEY, 't']);
    expect(told(gathered.expirations)).toEqual([{ text: ENDS, place: 'Expiration from the container endpoint' }]);
  });

  test.each<[string, Reply, RegExp]>([
    ['a refusal', { status: 403, body: '{"Message":"no"}' }, /answered with status 403/],
    ['a redirect', { status: 302, headers: { location: 'http://example.com/' } }, /answered with status 302/],
    ['a page', { body: '<html>' }, /did not answer a JSON object/],
    ['an empty object', { body: '{}' }, /without AccessKeyId/],
    ['a flood', { body: 'x'.repeat(100_000) }, /more than 64 KiB/],
    ['silence', { stall: true }, /did not answer within 2 s/],
  ])('%s makes it unavailable', async (_name, reply, why) => {
    await using server = await Loopback.start(() => reply);
    using home = new Home();
    const { credentials, problems } = await gatherIn(home, { AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url });
    expect(told(credentials)).toBeUndefined();
    expect(told(problems)).toEqual([
      {
        kind: 'source-unavailable',
        source: 'container',
        namedBy: 'AWS_CONTAINER_CREDENTIALS_FULL_URI',
        reason: expect.anything(),
        why: expect.stringMatching(why),
      },
    ]);
  });

  test.each<[string, Environment, RegExp]>([
    ['a foreign host in clear', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/' }, /plain HTTP/],
    [
      'a host that only looks like loopback',
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1.example.com/' },
      /plain HTTP/,
    ],
    ['no URL', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'nonsense' }, /no valid URL/],
    ['another scheme', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'file:///etc/passwd' }, /no valid URL/],
    [
      'a missing token file',
      {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/',
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/nowhere/token',
      },
      /does not exist/,
    ],
    [
      'a token with a line end',
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/', AWS_CONTAINER_AUTHORIZATION_TOKEN: 'a\nb' },
      /character that cannot stand in a header/,
    ],
    ['a closed port', { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/' }, /ECONNREFUSED/],
  ])('%s is not asked', async (_name, env, why) => {
    using home = new Home();
    const { problems } = await gatherIn(home, env);
    expect(told(problems)).toMatchObject([{ source: 'container', why: expect.stringMatching(why) }]);
  });

  it('gives way to the deadline', async () => {
    await using server = await Loopback.start(() => ({ stall: true }));
    using home = new Home();
    const started = Date.now();
    const { problems } = await gatherIn(home, { AWS_CONTAINER_CREDENTIALS_FULL_URI: server.url }, {}, 200);
    expect(Date.now() - started).toBeLessThan(700);
    expect(told(problems)).toMatchObject([{ why: expect.stringContaining('before the time-out of this step') }]);
  });
});

describe('instance metadata', () => {
  const replies: Record<string, Reply> = {
    '/latest/api/token': { body: 'session' },
    '/latest/meta-data/iam/security-credentials/': { body: 'runner-role' },
    '/latest/meta-data/iam/security-credentials/runner-role': { body: BODY },
  };

  async function onSelfHosted(server: Loopback, env: Environment = {}, some: Partial<Settings> = {}) {
    using home = new Home();
    const whole = { AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url, RUNNER_ENVIRONMENT: 'self-hosted', ...env };
    return await gather(settings(some), whole, home.host, connectWithin(10_000));
  }

  it('is asked by version 2', async () => {
    await using server = await Loopback.start(({ path }) => replies[path] ?? { status: 404 });
    const gathered = await onSelfHosted(server);
    expect(told(gathered.credentials?.source)).toBe('instance');
    expect(revealed(gathered)).toEqual([SESSION_KEY_ID, SECRET_KEY, 't']);
    expect(server.asked.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
    expect(server.asked[2]?.headers['x-aws-ec2-metadata-token']).toBe('session');
  });

  const oidc = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };
  test.each<[string, Environment, Partial<Settings>]>([
    ['when switched off', { AWS_EC2_METADATA_DISABLED: 'True' }, {}],
    ['when a role is assumed by web identity', oidc, { roleToAssume: 'arn:aws:iam::123456789012:role/r' }],
  ])('is left alone %s', async (_name, env, some) => {
    await using server = await Loopback.start(() => ({ body: BODY }));
    await onSelfHosted(server, env, some);
    expect(server.asked).toEqual([]);
  });

  it('is asked on a runner of GitHub only where it is named', async () => {
    await using server = await Loopback.start(() => ({ body: BODY }));
    await onSelfHosted(server, { RUNNER_ENVIRONMENT: 'github-hosted' }, {});
    expect(server.asked).not.toEqual([]);
    using home = new Home();
    const { looked } = await gatherIn(home, { RUNNER_ENVIRONMENT: 'github-hosted' });
    expect(looked.at(-1)?.result).toMatchObject({ reason: { kind: 'hosted-runner' } });
  });

  test.each<[string, Record<string, Reply>, RegExp]>([
    ['no instance profile', { '/latest/api/token': { body: 's' } }, /no instance profile/],
    ['no version 2', {}, /status 404/],
    ['silence', { '/latest/api/token': { stall: true } }, /within 1 s/],
  ])('%s is a problem because the endpoint is named', async (_name, some, why) => {
    await using server = await Loopback.start(({ path }) => some[path] ?? { status: 404 });
    const { problems } = await onSelfHosted(server);
    expect(told(problems)).toMatchObject([
      { source: 'instance', namedBy: 'AWS_EC2_METADATA_SERVICE_ENDPOINT', why: expect.stringMatching(why) },
    ]);
  });
});
