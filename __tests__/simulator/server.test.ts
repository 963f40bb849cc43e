import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAccount } from '../../simulator/accounts.ts';
import { DEFAULT_BEHAVIOUR } from '../../simulator/behaviour.ts';
import { addExpiredSession, addRoot, addSession, addUser } from '../../simulator/builders.ts';
import { sessionToken } from '../../simulator/session-token.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { ask, refusalOf, type Credentials } from './ask.ts';

const INVALID = [403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'];
const EXPIRED = [403, 'ExpiredTokenException', 'The security token included in the request is expired'];
const MISMATCH = [
  403,
  'SignatureDoesNotMatch',
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.reset();
  simulator.setClockOffset(0);
  Object.assign(simulator.behaviour, DEFAULT_BEHAVIOUR);
});

async function refused(credentials: Credentials, region?: string): Promise<unknown[]> {
  const [status, code, message] = await refusalOf(ask(simulator.url, credentials, region));
  // The SDK names this one by its modelled exception or by its wire code, depending on the version.
  return [status, code === 'ExpiredToken' ? 'ExpiredTokenException' : code, message];
}

describe('who is accepted', () => {
  it('a user with a path, the root user, a role session, a federated user, GetSessionToken', async () => {
    const { world, url } = simulator;
    const account = '000000000042';
    const user = addUser(world, { account, path: '/ci/', name: 'bot', userId: 'AIDAQAAAAAAAFAKEFAKEF' });
    expect(await ask(url, user)).toMatchObject({
      Account: account,
      Arn: 'arn:aws:iam::000000000042:user/ci/bot',
      UserId: 'AIDAQAAAAAAAFAKEFAKEF',
    });
    expect(await ask(url, addRoot(world, { account }))).toMatchObject({
      Arn: 'arn:aws:iam::000000000042:root',
      UserId: account,
    });
    const session = await ask(url, addSession(world, { account, name: 'deploy', sessionName: 'job-1' }));
    expect(session.Arn).toBe('arn:aws:sts::000000000042:assumed-role/deploy/job-1');
    expect(session.UserId).toMatch(/^AROA[A-Z2-7]{17}:job-1$/);
    expect(await ask(url, addSession(world, { account, kind: 'federated-user', name: 'bob' }))).toMatchObject({
      Arn: 'arn:aws:sts::000000000042:federated-user/bob',
      UserId: '000000000042:bob',
    });
    expect((await ask(url, addSession(world, { account, kind: 'user', name: 'bob' }))).Arn).toBe(
      'arn:aws:iam::000000000042:user/bob',
    );
  });

  it('records every request', async () => {
    const user = addUser(simulator.world);
    await ask(simulator.url, user, 'eu-west-1');
    await refused({ ...user, accessKeyId: 'AKIANOBODY' });
    expect(simulator.requests).toMatchObject([
      {
        action: 'GetCallerIdentity',
        method: 'POST',
        path: '/',
        accessKeyId: user.accessKeyId,
        region: 'eu-west-1',
        status: 200,
        code: undefined,
      },
      { accessKeyId: 'AKIANOBODY', region: 'us-east-1', status: 403, code: 'InvalidClientTokenId' },
    ]);
    expect(simulator.requests[0]?.headers['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/);
  });
});

describe('InvalidClientTokenId', () => {
  const cases: Record<string, () => Credentials> = {
    'an unknown key': () => ({ ...addUser(simulator.world), accessKeyId: 'AKIARZPUZDIKGB2VALC4' }),
    'an inactive key': () => addUser(simulator.world, { status: 'Inactive' }),
    'ASIA without its token': () => {
      const { accessKeyId, secretAccessKey } = addSession(simulator.world);
      return { accessKeyId, secretAccessKey };
    },
    'AKIA with a token': () => ({
      ...addUser(simulator.world),
      sessionToken: addSession(simulator.world).sessionToken,
    }),
    "another session's token": () => ({
      ...addSession(simulator.world),
      sessionToken: addSession(simulator.world).sessionToken,
    }),
    'an altered token': () => ({ ...addSession(simulator.world), sessionToken: sessionToken() }),
  };
  it.each(Object.entries(cases))('%s', async (_, credentials) => {
    expect(await refused(credentials())).toEqual(INVALID);
  });

  it('a foreign partition', async () => {
    expect(await refused(addUser(simulator.world), 'cn-north-1')).toEqual(INVALID);
    const chinese = addSession(simulator.world, { account: '000000000086', issuedIn: 'cn-north-1' });
    expect((await ask(simulator.url, chinese, 'cn-north-1')).Arn).toMatch(/^arn:aws-cn:sts::/);
    expect(await refused(chinese, 'us-east-1')).toEqual(INVALID);
  });

  it('an opt-in region: not enabled, or a version 1 token', async () => {
    const account = addAccount(simulator.world, { id: '000000000077' });
    const second = addSession(simulator.world, { account: account.id });
    const first = addSession(simulator.world, { account: account.id, tokenType: 0x17 });
    expect(await refused(second, 'eu-south-2')).toEqual(INVALID);
    account.optInRegions.add('eu-south-2');
    expect((await ask(simulator.url, second, 'eu-south-2')).Account).toBe(account.id);
    expect(await refused(first, 'eu-south-2')).toEqual(INVALID);
    expect((await ask(simulator.url, first, 'eu-west-1')).Account).toBe(account.id);
  });
});

describe('expiry and clock', () => {
  it('an expired session, also as the left-over token of a long-term key', async () => {
    const session = addExpiredSession(simulator.world);
    expect(await refused(session)).toEqual(EXPIRED);
    expect(await refused({ ...addUser(simulator.world), sessionToken: session.sessionToken })).toEqual(EXPIRED);
  });

  it.each([
    [1200, /^Signature expired: (\S+) is now earlier than (\S+) \((\S+) - 15 min\.\)$/],
    [-1200, /^Signature not yet current: (\S+) is still later than (\S+) \((\S+) \+ 15 min\.\)$/],
  ])('%i seconds apart', async (offset, pattern) => {
    simulator.setClockOffset(offset);
    const [status, code, message] = await refused(addUser(simulator.world));
    expect([status, code]).toEqual([403, 'SignatureDoesNotMatch']);
    const [signed, bound, server] = (pattern.exec(String(message)) ?? []).slice(1).map(secondsOf) as [
      number,
      number,
      number,
    ];
    expect(Math.abs(server - signed - offset)).toBeLessThanOrEqual(2);
    expect(Math.abs(server - bound)).toBe(900);
  });

  it('14 minutes are forgiven, and the Date header shows them', async () => {
    simulator.setClockOffset(840);
    await ask(simulator.url, addUser(simulator.world));
    const response = await fetch(simulator.url);
    expect(Math.round((Date.parse(response.headers.get('date') ?? '') - Date.now()) / 10_000)).toBe(84);
  });

  it.each([
    ['before-key', 'SignatureDoesNotMatch', 'SignatureDoesNotMatch'],
    ['before-expiry', 'InvalidClientTokenId', 'SignatureDoesNotMatch'],
    ['after-expiry', 'InvalidClientTokenId', 'ExpiredTokenException'],
  ] as const)('dateCheck %s', async (dateCheck, unknown, expired) => {
    simulator.behaviour.dateCheck = dateCheck;
    simulator.setClockOffset(1200);
    expect((await refused({ accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' }))[1]).toBe(unknown);
    expect((await refused(addExpiredSession(simulator.world)))[1]).toBe(expired);
  });
});

describe('signature', () => {
  it('a wrong secret; then, for some seconds, also the right one', async () => {
    const user = addUser(simulator.world);
    expect(await refused({ ...user, secretAccessKey: `${user.secretAccessKey}\n` })).toEqual(MISMATCH);
    expect(await refused(user)).toEqual(MISMATCH);
    simulator.behaviour.falseMismatchSeconds = 0;
    expect((await ask(simulator.url, user)).Arn).toBe(user.arn);
  });

  it('shows the canonical request where told to, the token in it', async () => {
    simulator.behaviour.canonicalStringInErrors = true;
    const session = addSession(simulator.world);
    const [, , message] = await refused({ ...session, secretAccessKey: 'wrong' });
    expect(message).toContain("The Canonical String for this request should have been\n'POST\n/\n");
    expect(message).toContain(session.sessionToken);
  });

  it("refuses a scope of another region than the endpoint's", async () => {
    simulator.behaviour.regions = ['us-east-1'];
    const [status, code, message] = await refused(addUser(simulator.world), 'eu-west-1');
    expect([status, code]).toEqual([403, 'SignatureDoesNotMatch']);
    expect(message).toMatch(/^Credential should be scoped to a valid region, not 'eu-west-1'\./);
  });
});

describe('requests that are not signed, or not properly', () => {
  const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';
  async function post(
    authorization: string | undefined,
    extra: Record<string, string> = {},
  ): Promise<[number, string]> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...extra };
    const response = await fetch(simulator.url, {
      method: 'POST',
      body: BODY,
      headers: authorization === undefined ? headers : { ...headers, Authorization: authorization },
    });
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('content-type')).toBe('text/xml');
    return [response.status, await response.text()];
  }
  const REST = 'SignedHeaders=host;x-amz-date, Signature=00';
  const DATE = { 'X-Amz-Date': '20260101T000000Z' };

  it.each([
    [undefined, 403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
    ['Basic eDp5', 403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
    [
      `AWS4-HMAC-SHA256 Credential=wJal/SECRET/with/slashes/20260101/us-east-1/sts/aws4_request, ${REST}`,
      400,
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'wJal/SECRET/with/slashes/20260101/us-east-1/sts/aws4_request'",
    ],
    [
      `AWS4-HMAC-SHA256 Credential=AKIA /20260101/us-east-1/sts/aws4_request, ${REST}`,
      400,
      'IncompleteSignature',
      `'/20260101/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=AKIA /20260101/us-east-1/sts/aws4_request, ${REST}'.`,
    ],
    [
      'AWS4-HMAC-SHA256 Credential=ABCDEF',
      400,
      'IncompleteSignature',
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256 Credential=ABCDEF",
    ],
  ])('%s', async (authorization, status, code, message) => {
    const [answered, body] = await post(authorization, DATE);
    expect(answered).toBe(status);
    expect(body).toContain(`<Code>${code}</Code>`);
    expect(body).toContain(`<Message>${message}</Message>`);
    expect(body).toMatch(
      /^<ErrorResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/">\n {2}<Error>\n {4}<Type>Sender<\/Type>/,
    );
  });

  it('demands that host, date and token are signed', async () => {
    const user = addUser(simulator.world);
    const credential = `Credential=${user.accessKeyId}/20260101/us-east-1/sts/aws4_request`;
    const [status, body] = await post(`AWS4-HMAC-SHA256 ${credential}, SignedHeaders=accept, Signature=00`, {
      ...DATE,
      'X-Amz-Security-Token': 'x',
    });
    expect(status).toBe(403);
    for (const header of ["'Host' or ':authority'", "'x-amz-date'", "'x-amz-security-token'"]) {
      expect(body).toContain(`${header} must be a 'SignedHeader'`);
    }
  });

  it('hashes the header in newer messages', async () => {
    simulator.behaviour.authorizationEcho = 'hashed';
    const [, body] = await post(`AWS4-HMAC-SHA256 Credential=SECRET /x, ${REST}`, DATE);
    expect(body).toContain('(hashed with SHA-256 and encoded with Base64)');
    expect(body).not.toContain('SECRET');
  });
});

describe('policies and limits', () => {
  it('a VPC endpoint policy', async () => {
    simulator.behaviour.vpcEndpointDenies = true;
    const [status, code, message] = await refused(addUser(simulator.world));
    expect([status, code]).toEqual([403, 'AccessDenied']);
    expect(message).toMatch(/because no VPC endpoint policy allows the sts:GetCallerIdentity action$/);
  });

  it('a rate limit', async () => {
    simulator.behaviour.requestsPerSecond = 2;
    const user = addUser(simulator.world);
    await ask(simulator.url, user);
    await ask(simulator.url, user);
    expect((await refusalOf(ask(simulator.url, user))).slice(0, 2)).toEqual([400, 'Throttling']);
  });

  it('an action that STS does not have', async () => {
    const user = addUser(simulator.world);
    const { client } = await import('./ask.ts');
    const { GetSessionTokenCommand } = await import('@aws-sdk/client-sts');
    const call = client(simulator.url, user).send(new GetSessionTokenCommand({}));
    expect((await refusalOf(call)).slice(0, 2)).toEqual([400, 'InvalidAction']);
  });
});

function secondsOf(basic: string): number {
  return Date.parse(basic.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')) / 1000;
}
