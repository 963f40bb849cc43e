import { startBrokenServer } from '../../simulator/network/broken-server.ts';
import { newSigningKey, signJwt } from '../../simulator/jwt.ts';
import type { Simulator } from '../../simulator/server.ts';
import { environment } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import { webRole } from '../../testing/roles.ts';
import type { Arranged, Expected, Scenario } from '../../testing/scenario.ts';

const NOT_ISSUED = {
  verdict: 'unknown',
  diagnoses: ['oidc-token-unavailable'],
  status: 1,
  requests: 0,
  title: 'GitHub did not issue an OIDC token',
  outputs: { 'credential-source': 'web-identity', 'credential-type': '', 'authenticated-arn': '' },
} as const satisfies Expected;
const REFUSED = { ...NOT_ISSUED, requests: 1 } as const satisfies Expected;
const EXPIRED = {
  ...REFUSED,
  title: 'AWS says that GitHub’s fresh OIDC token is too old',
  message: [/STS answered `ExpiredTokenException`/],
} as const satisfies Expected;
const NO_TOKEN = { ...REFUSED, title: 'AWS cannot read the OIDC token' } as const satisfies Expected;
const KEYS_MESSAGE =
  "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements";

function arranged(simulator: Simulator, env: Record<string, string> = {}): Arranged {
  const given = webRole(simulator);
  return { env: { ...given.env, ...env }, inputs: given.inputs };
}

function refusing(title: string, status: number, body: string, detail: RegExp): Scenario {
  return {
    title,
    arrange(simulator) {
      simulator.identityProvider.outage = { kind: 'refuse', status, body };
      return arranged(simulator);
    },
    expect: { ...NOT_ISSUED, message: [detail] },
  };
}

export const scenarios: readonly Scenario[] = [
  {
    ...refusing('GitHub answers 503 again and again', 503, 'upstream connect error', /answered with status 503\n/),
    installedNode: true,
  },
  refusing(
    'GitHub refuses, and says why',
    400,
    '{"message":"That is too\\u001b[31m long `x`"}',
    /status 400: "That is too\?\[31m long 'x'"/,
  ),
  {
    ...refusing('GitHub refuses the audience', 400, '{"message":"Invalid audience"}', /"Invalid audience"/),
    expect: {
      ...NOT_ISSUED,
      title: 'GitHub does not issue an OIDC token for this audience',
      message: [/`audience` of this step is `sts\.amazonaws\.com`/, /set `audience`/],
    },
  },
  refusing('GitHub forbids it', 403, '{"message":"Forbidden"}', /check `permissions: id-token: write`/),
  refusing(
    'GitHub’s answer is far too large',
    200,
    `{"value":"${'x'.repeat(1100 * 1024)}"}`,
    /answered with no token: the answer is larger than 1 MiB\n/,
  ),
  refusing('GitHub’s answer has no token', 200, '{"count":0}', /status 200 and no token/),
  refusing('a page of something else answers', 200, '<html><title>Sign in</title></html>', /status 200 and no token/),
  {
    title: 'the runner’s request token is not valid',
    arrange: (simulator) =>
      arranged(simulator, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another-token-than-the-one-of-this-runner' }),
    expect: { ...NOT_ISSUED, message: [/status 401: "Unauthorized"/, /overwrites `ACTIONS_ID_TOKEN_REQUEST_TOKEN`/] },
  },
  {
    title: 'GitHub cannot be reached',
    arrange: (simulator) =>
      arranged(simulator, {
        ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token?api-version=2.0',
        RUNNER_ENVIRONMENT: 'self-hosted',
        AWS_EC2_METADATA_DISABLED: 'true',
      }),
    expect: {
      ...NOT_ISSUED,
      message: [/could not be reached: connect, ECONNREFUSED/, /actions\.githubusercontent\.com/],
    },
  },
  {
    title: 'GitHub does not answer',
    arrange(simulator) {
      simulator.identityProvider.outage = { kind: 'hang' };
      const { env = {}, inputs = {} } = arranged(simulator);
      return { env, inputs: { ...inputs, timeout: '2s' } };
    },
    expect: { ...NOT_ISSUED, message: [/could not be reached: time-out/] },
  },
  {
    title: 'the connection breaks off',
    async arrange(simulator) {
      const server = await startBrokenServer('reset-first-byte');
      const { env = {}, inputs = {} } = arranged(simulator, {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${server.port}/token`,
      });
      return { env, inputs: { ...inputs, timeout: '4s' }, stop: () => server.close() };
    },
    expect: { ...NOT_ISSUED, message: [/could not be reached: reset/] },
  },
  {
    title: 'the address would send the request token in clear',
    arrange: (simulator) =>
      arranged(simulator, { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.example.com/token?api-version=2.0' }),
    expect: { ...NOT_ISSUED, message: [/is no https URL, so the request token was not sent/] },
  },
  {
    title: 'the address is no URL',
    arrange: (simulator) => arranged(simulator, { ACTIONS_ID_TOKEN_REQUEST_URL: 'not a url' }),
    expect: { ...NOT_ISSUED, message: [/is no https URL/] },
  },
  {
    title: 'beside good credentials',
    arrange(simulator) {
      simulator.identityProvider.outage = { kind: 'refuse', status: 500 };
      const { env = {}, inputs = {} } = arranged(simulator);
      return { env: { ...env, ...environment(user(simulator)) }, inputs };
    },
    expect: {
      ...NOT_ISSUED,
      diagnoses: ['oidc-token-unavailable', 'long-term-credentials'],
      requests: 2,
      outputs: { 'credential-source': 'environment' },
    },
  },
  {
    title: 'on-unknown: warn lets the deployment go on',
    arrange(simulator) {
      simulator.identityProvider.outage = { kind: 'refuse', status: 500 };
      const { env = {}, inputs = {} } = arranged(simulator);
      return { env, inputs: { ...inputs, 'on-unknown': 'warn' } };
    },
    expect: { ...NOT_ISSUED, status: 0, types: ['warning'] },
  },
  {
    title: 'the token expired on its way',
    arrange(simulator) {
      const now = Math.floor(Date.now() / 1000);
      simulator.identityProvider.claims = { iat: now - 630, exp: now - 330 };
      return arranged(simulator);
    },
    expect: { ...EXPIRED, message: [...EXPIRED.message, /was 1[01] minutes ago: the issuer’s clock is behind/] },
  },
  {
    title: 'the token expired, with the text of older answers',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 400,
        code: 'ExpiredTokenException',
        message: 'Token expired: current date/time 1624482533 must be before the expiration date/time1624482335',
      });
      return arranged(simulator);
    },
    expect: EXPIRED,
  },
  {
    title: 'the token expired by the runner’s wrong clock, and only AWS’s words tell its time',
    arrange(simulator) {
      const now = Math.floor(Date.now() / 1000) + 1000;
      simulator.faults.standing.push({ kind: 'no-date' });
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 400,
        code: 'ExpiredTokenException',
        message: `Token expired: current date/time ${now} must be before the expiration date/time ${now - 200}`,
      });
      return arranged(simulator);
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['clock-skew', 'oidc-token-unavailable'],
      status: 1,
      requests: 1,
      title: /^The runner’s clock is 16 min \d+ s behind AWS$/,
      message: [/by the times in AWS’s refusal/],
    },
  },
  {
    title: 'the token is too old, although it has not expired',
    arrange(simulator) {
      const now = Math.floor(Date.now() / 1000);
      simulator.identityProvider.claims = { iat: now - 441_398, exp: now + 300 };
      return arranged(simulator);
    },
    expect: EXPIRED,
  },
  {
    title: 'the token of a GitHub Enterprise Server whose clock is behind',
    arrange(simulator) {
      const now = Math.floor(Date.now() / 1000);
      const given = webRole(simulator, { about: { issuer: 'https://ghes.example/_services/token' } });
      simulator.identityProvider.claims = { iat: now - 3600, exp: now - 3300 };
      return { env: { ...given.env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs: given.inputs };
    },
    expect: { ...EXPIRED, message: [/On the GitHub Enterprise Server, set the clock/] },
  },
  {
    title: 'what the runner gives is no token',
    arrange(simulator) {
      simulator.identityProvider.token = 'ghs_an-access-token-where-an-ID-token-belongs';
      return arranged(simulator);
    },
    expect: { ...NO_TOKEN, message: [/no JSON Web Token/, /STS answered `InvalidIdentityToken`/] },
  },
  {
    title: 'what the runner gives is too short for a token',
    arrange(simulator) {
      simulator.identityProvider.token = 'abc';
      return arranged(simulator);
    },
    expect: { ...NO_TOKEN, message: [/STS answered `ValidationError`/] },
  },
  {
    title: 'the identity provider rejects a claim',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'IDPRejectedClaim',
        message: 'The identity provider reported that authentication failed.',
      });
      return arranged(simulator);
    },
    expect: { ...REFUSED, title: 'AWS says that the identity provider rejects the OIDC token' },
  },
  {
    title: 'AWS never fetches GitHub’s keys',
    arrange(simulator) {
      const given = webRole(simulator);
      given.provider.broken = 'verification-key';
      return { env: given.env, inputs: given.inputs };
    },
    expect: {
      ...REFUSED,
      requests: 3,
      title: 'AWS could not fetch GitHub’s keys to check the OIDC token',
      message: [/AWS was asked 3 times/],
    },
  },
  {
    title: 'with one space in AWS’s text, and the issuer of an enterprise that GitHub runs',
    arrange(simulator) {
      const fault = { kind: 'refusal', status: 400, code: 'InvalidIdentityToken', message: KEYS_MESSAGE } as const;
      simulator.faults.standing.push(fault);
      const issuer = 'https://token.actions.githubusercontent.com/octo-enterprise';
      const { env, inputs } = webRole(simulator, { about: { issuer } });
      return { env, inputs };
    },
    expect: { ...REFUSED, requests: 3, title: 'AWS could not fetch GitHub’s keys to check the OIDC token' },
  },
  {
    title: 'the identity provider does not answer AWS',
    arrange(simulator) {
      const given = webRole(simulator);
      given.provider.broken = 'unreachable';
      return { env: given.env, inputs: given.inputs };
    },
    expect: {
      ...REFUSED,
      requests: 3,
      title: 'AWS could not fetch GitHub’s keys to check the OIDC token',
      message: [/STS answered `IDPCommunicationError`/],
    },
  },
  {
    title: 'a token that somebody else has signed',
    arrange(simulator) {
      const { identityProvider } = simulator;
      const claims = { iss: identityProvider.issuer, aud: 'sts.amazonaws.com', sub: 'repo:octo-org/octo-repo' };
      identityProvider.token = signJwt(claims, newSigningKey());
      return arranged(simulator);
    },
    expect: { ...REFUSED, requests: 3, title: 'AWS could not fetch GitHub’s keys to check the OIDC token' },
  },
];
