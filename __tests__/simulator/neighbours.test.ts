import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { addSession, type TemporaryCredentials } from '../../simulator/builders.ts';
import { DEFAULT_JOB } from '../../simulator/github-claims.ts';
import { decodeJwt } from '../../simulator/jwt.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';

let simulator: Simulator;
let credentials: TemporaryCredentials;
beforeAll(async () => {
  simulator = await startSimulator();
  credentials = addSession(simulator.world);
});
afterAll(() => simulator.stop());
beforeEach(() => {
  const { identityProvider, container, instance, githubApi } = simulator;
  Object.assign(identityProvider, { job: DEFAULT_JOB, claims: {}, token: undefined, outage: undefined });
  Object.assign(container, { credentials: undefined, authorizationToken: undefined, outage: undefined });
  Object.assign(instance, { credentials: undefined, outage: undefined });
  Object.assign(githubApi, { token: undefined, outage: undefined });
});

async function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<[number, string]> {
  const response = await fetch(url, { headers, method, signal: AbortSignal.timeout(500) });
  return [response.status, await response.text()];
}

describe("GitHub's token endpoint", () => {
  const authorized = () => ({ Authorization: `Bearer ${simulator.identityProvider.requestToken}` });
  const request = (audience: string) =>
    get(`${simulator.identityProvider.requestUrl}&audience=${audience}`, authorized());

  it('issues a token that its published key verifies', async () => {
    const [status, body] = await request('sts.amazonaws.com');
    expect(status).toBe(200);
    const token = (JSON.parse(body) as { value: string }).value;
    const [, discovery] = await get(`${simulator.url}/_issuer/.well-known/openid-configuration`);
    const [, keys] = await get((JSON.parse(discovery) as { jwks_uri: string }).jwks_uri);
    const jwk = (JSON.parse(keys) as { keys: [JsonWebKey] }).keys[0];
    const [header, claims, signature] = token.split('.') as [string, string, string];
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      job_workflow_ref: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
    });
    expect(simulator.identityProvider.requestedAudiences.at(-1)).toBe('sts.amazonaws.com');
  });

  it.each([
    [{ ref: 'refs/tags/v1' }, 'repo:octo-org/octo-repo:ref:refs/tags/v1'],
    [{ event: 'pull_request' }, 'repo:octo-org/octo-repo:pull_request'],
    [{ event: 'pull_request', environment: 'a:b' }, 'repo:octo-org/octo-repo:environment:a%3Ab'],
    [{ subject: 'immutable' as const }, 'repo:octo-org@65036/octo-repo@74481:ref:refs/heads/main'],
  ])('%j: %s', (job, subject) => {
    simulator.identityProvider.job = { ...DEFAULT_JOB, ...job };
    expect(decodeJwt(simulator.identityProvider.mint())?.claims['sub']).toBe(subject);
  });

  it('the default audience, claims put in by hand, a token put in by hand', async () => {
    const decode = ([, body]: [number, string]) => decodeJwt((JSON.parse(body) as { value: string }).value)?.claims;
    expect(decode(await request(''))?.['aud']).toBe('https://github.com/octo-org');
    simulator.identityProvider.claims = { sub: 'custom', actor: undefined };
    const claims = decode(await request('x'));
    expect(claims).toMatchObject({ aud: 'x', sub: 'custom' });
    expect(claims).not.toHaveProperty('actor');
    simulator.identityProvider.token = 'nonsense';
    expect((await request('x'))[1]).toContain('"value":"nonsense"');
  });

  it('refuses, hangs, talks garbage', async () => {
    expect((await get(simulator.identityProvider.requestUrl))[0]).toBe(401);
    simulator.identityProvider.outage = { kind: 'refuse', status: 403, body: '{"message":"no"}' };
    expect(await request('x')).toEqual([403, '{"message":"no"}']);
    simulator.identityProvider.outage = { kind: 'garbage' };
    const [, garbage] = await request('x');
    expect(() => JSON.parse(garbage) as unknown).toThrow(SyntaxError);
    simulator.identityProvider.outage = { kind: 'hang' };
    await expect(request('x')).rejects.toThrow(/timeout/i);
  });
});

describe('the container endpoint', () => {
  it('gives credentials to whoever has the token', async () => {
    const { container } = simulator;
    expect((await get(container.url))[0]).toBe(404);
    container.credentials = { ...credentials, expiration: new Date('2030-01-01T00:00:00Z') };
    container.authorizationToken = 'let-me-in';
    expect((await get(container.url))[0]).toBe(401);
    const [status, body] = await get(container.url, { Authorization: 'let-me-in' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      Token: credentials.sessionToken,
      Expiration: '2030-01-01T00:00:00Z',
    });
  });
});

describe('instance metadata', () => {
  const ROLES = '/latest/meta-data/iam/security-credentials/';

  it('speaks version 2 on its own port and under /_imds', async () => {
    const own = await simulator.startImds();
    expect(await simulator.startImds()).toBe(own);
    simulator.instance.credentials = credentials;
    for (const url of [own, `${simulator.url}/_imds`]) {
      expect((await get(`${url}${ROLES}`))[0]).toBe(401);
      const ttl = { 'X-aws-ec2-metadata-token-ttl-seconds': '60' };
      const [, token] = await get(`${url}/latest/api/token`, ttl, 'PUT');
      const headers = { 'X-aws-ec2-metadata-token': token };
      expect(await get(`${url}${ROLES}`, headers)).toEqual([200, 'runner']);
      expect(JSON.parse((await get(`${url}${ROLES}runner`, headers))[1])).toMatchObject({
        Code: 'Success',
        AccessKeyId: credentials.accessKeyId,
      });
      expect((await get(`${url}${ROLES}other`, headers))[0]).toBe(404);
    }
    simulator.instance.outage = { kind: 'hang' };
    await expect(get(`${own}/latest/api/token`, {}, 'PUT')).rejects.toThrow(/timeout/i);
  });
});

describe("GitHub's contents", () => {
  it('serves a file as JSON and raw, by ref', async () => {
    const { githubApi } = simulator;
    const text = `name: Deploy\n${'# padding\n'.repeat(20)}`;
    githubApi.files.set('octo-org/octo-repo/.github/workflows/deploy.yml@main', text);
    githubApi.token = 'ghs_abc';
    const url = `${githubApi.url}/repos/octo-org/octo-repo/contents/.github/workflows/deploy.yml?ref=main`;
    expect((await get(url))[0]).toBe(401);
    const authorization = { Authorization: 'Bearer ghs_abc' };
    const [status, body] = await get(url, authorization);
    const file = JSON.parse(body) as { encoding: string; content: string };
    expect([status, file.encoding, Buffer.from(file.content, 'base64').toString()]).toEqual([200, 'base64', text]);
    expect(await get(url, { ...authorization, Accept: 'application/vnd.github.raw+json' })).toEqual([200, text]);
    expect((await get(url.replace('ref=main', 'ref=other'), authorization))[0]).toBe(404);
  });
});
