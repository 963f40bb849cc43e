import { createHash } from 'node:crypto';
import { describe, expect, it, test } from '@jest/globals';
import type { Environment } from '../../src/model/environment.ts';
import {
  type Asked,
  Home,
  KEY_ID,
  Loopback,
  type Reply,
  SECRET_KEY,
  SESSION_KEY_ID,
  gatherIn,
  profileText,
  revealed,
  told,
} from './surroundings.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.sig';
const REGION = { AWS_REGION: 'eu-west-1' };

function assumed({ body }: Asked): Reply {
  const action = new URLSearchParams(body).get('Action') ?? '';
  const credentials = `<Credentials><AccessKeyId>${SESSION_KEY_ID}</AccessKeyId><SecretAccessKey>${SECRET_KEY}</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>`;
  return xml(200, `<${action}Response><${action}Result>${credentials}</${action}Result></${action}Response>`);
}

function refused(code: string): Reply {
  return xml(
    403,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
  );
}

function xml(status: number, body: string): Reply {
  return { status, body, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': '4f0c-9a' } };
}

function ask(home: Home, server: Loopback, env: Environment, profile?: string) {
  return gatherIn(home, { ...REGION, ...env }, { profile, stsEndpoint: new URL(server.url) });
}

const CHAIN = `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = base\nexternal_id = ext\nduration_seconds = 900\n`;

describe('role_arn with source_profile', () => {
  it('has the role assumed with the source’s keys', async () => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ '.aws/config': CHAIN, '.aws/credentials': profileText('base') });
    const gathered = await ask(home, server, {}, 'deploy');
    expect(told(gathered.credentials)).toMatchObject({
      source: 'profile',
      location: 'the role of profile deploy in ~/.aws/config',
    });
    expect(revealed(gathered)).toEqual([SESSION_KEY_ID, SECRET_KEY, 't']);
    expect(gathered.expirations).toMatchObject([{ text: '2100-01-01T00:00:00Z' }]);
    const sent = new URLSearchParams(server.asked[0]?.body);
    expect([sent.get('RoleArn'), sent.get('ExternalId'), sent.get('DurationSeconds')]).toEqual([ROLE, 'ext', '900']);
    expect(server.asked[0]?.headers.authorization).toContain(`${KEY_ID}/`);
  });

  it('reports the refusal of the role itself', async () => {
    await using server = await Loopback.start(() => refused('AccessDenied'));
    using home = new Home({ '.aws/config': CHAIN, '.aws/credentials': profileText('base') });
    const { credentials, problems } = await ask(home, server, {}, 'deploy');
    expect(told(credentials)).toBeUndefined();
    expect(told(problems)).toMatchObject([
      {
        kind: 'source-unavailable',
        source: 'profile',
        namedBy: 'role_arn of [profile deploy] in ~/.aws/config',
        reason: { kind: 'refused', status: 403, code: 'AccessDenied', requestId: '4f0c-9a' },
        role: ROLE,
      },
    ]);
  });

  it('checks the source’s keys when STS refuses those', async () => {
    await using server = await Loopback.start(() => refused('InvalidClientTokenId'));
    using home = new Home({ '.aws/config': CHAIN, '.aws/credentials': profileText('base') });
    const { credentials, problems } = await ask(home, server, {}, 'deploy');
    expect(told(credentials?.location)).toBe('profile base in ~/.aws/credentials');
    expect(told(problems)).toEqual([]);
  });

  test.each([
    ['swapped', `aws_access_key_id = ${SECRET_KEY}\naws_secret_access_key = ${KEY_ID}`],
    ['half', `aws_access_key_id = ${KEY_ID}`],
    ['with a quote', `aws_access_key_id = "${KEY_ID}"\naws_secret_access_key = x`],
  ])('sends nothing when the source’s keys are %s', async (_name, keys) => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ '.aws/config': CHAIN, '.aws/credentials': `[base]\n${keys}` });
    const { credentials } = await ask(home, server, {}, 'deploy');
    expect(server.asked).toEqual([]);
    expect(told(credentials?.location)).toBe('profile base in ~/.aws/credentials');
  });

  test.each([
    [
      'a missing source',
      `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = bsae`,
      {
        kind: 'profile-not-found',
        profile: 'bsae',
        namedBy: 'source_profile of [profile deploy] in ~/.aws/config',
        nearest: ['base'],
      },
    ],
    [
      'a circle',
      `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = deploy`,
      { kind: 'source-unavailable', why: expect.stringContaining('circle, from deploy to deploy') },
    ],
    [
      'a circle of two',
      `[profile deploy]\nrole_arn = ${ROLE}\nsource_profile = b\n[profile b]\nrole_arn = ${ROLE}\nsource_profile = deploy`,
      { why: expect.stringContaining('from deploy to b to deploy') },
    ],
    [
      'two sources',
      `${CHAIN}credential_source = Environment`,
      { why: expect.stringContaining('both source_profile and credential_source') },
    ],
    [
      'no source',
      `[profile deploy]\nrole_arn = ${ROLE}`,
      {
        namedBy: 'role_arn of [profile deploy] in ~/.aws/config',
        why: expect.stringContaining('neither source_profile nor credential_source'),
      },
    ],
    [
      'multi-factor authentication',
      `${CHAIN}mfa_serial = x`,
      { kind: 'source-unavailable', why: expect.stringContaining('multi-factor') },
    ],
    [
      'an unknown credential_source',
      `[profile deploy]\nrole_arn = ${ROLE}\ncredential_source = Sky`,
      { kind: 'source-unavailable', why: expect.stringContaining('credential_source') },
    ],
  ])('names %s', async (_name, config, problem) => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ '.aws/config': config, '.aws/credentials': profileText('base') });
    const { problems } = await ask(home, server, {}, 'deploy');
    expect(told(problems)).toMatchObject([problem]);
  });

  it('takes credential_source = Environment', async () => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ '.aws/config': `[profile deploy]\nrole_arn = ${ROLE}\ncredential_source = Environment` });
    const gathered = await ask(
      home,
      server,
      { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: SECRET_KEY },
      'deploy',
    );
    expect(revealed(gathered)[0]).toBe(SESSION_KEY_ID);
  });
});

describe('web identity', () => {
  it('is exchanged for the role', async () => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ token: `${JWT}\n` });
    const env = { AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'), AWS_ROLE_ARN: ROLE, AWS_ROLE_SESSION_NAME: 'me' };
    const gathered = await ask(home, server, env);
    expect(told(gathered.credentials)).toMatchObject({
      source: 'web-identity',
      location: 'the web identity of AWS_WEB_IDENTITY_TOKEN_FILE',
    });
    const sent = new URLSearchParams(server.asked[0]?.body);
    expect([sent.get('RoleArn'), sent.get('RoleSessionName'), sent.get('WebIdentityToken')]).toEqual([ROLE, 'me', JWT]);
  });

  it('may stand in a profile', async () => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ token: JWT });
    home.write('.aws/config', `[profile p]\nrole_arn = ${ROLE}\nweb_identity_token_file = ${home.at('token')}`);
    const gathered = await ask(home, server, {}, 'p');
    expect(told(gathered.credentials?.location)).toBe(
      'the web identity of web_identity_token_file of [profile p] in ~/.aws/config',
    );
  });

  it('keeps the refusal apart', async () => {
    await using server = await Loopback.start(() => refused('InvalidIdentityToken'));
    using home = new Home({ token: JWT });
    const { problems } = await ask(home, server, { AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'), AWS_ROLE_ARN: ROLE });
    expect(told(problems)).toMatchObject([
      { source: 'web-identity', reason: { kind: 'refused', code: 'InvalidIdentityToken' } },
    ]);
  });

  test.each([
    ['no file', 'none', ROLE, 'does not exist'],
    ['an empty file', 'empty', ROLE, 'is empty'],
    ['a directory', '.', ROLE, 'is a directory'],
    ['another secret', 'secret', ROLE, 'does not hold a JSON web token'],
    ['no role', 'token', '', 'AWS_ROLE_ARN is not set'],
  ])('%s sends nothing', async (_name, file, role, why) => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ token: JWT, empty: ' \n', secret: SECRET_KEY });
    const { problems } = await ask(home, server, { AWS_WEB_IDENTITY_TOKEN_FILE: home.at(file), AWS_ROLE_ARN: role });
    expect(told(problems)).toMatchObject([{ source: 'web-identity', why: expect.stringContaining(why) }]);
    expect(server.asked).toEqual([]);
  });

  test.each([
    ['before keys in a profile', profileText('default'), 'web-identity'],
    [
      'behind a profile that assumes a role',
      `[default]\nrole_arn = ${ROLE}\nsource_profile = base\n${profileText('base')}`,
      'profile',
    ],
  ])('goes %s, as in the AWS CLI', async (_name, credentials, source) => {
    await using server = await Loopback.start(assumed);
    using home = new Home({ token: JWT, '.aws/credentials': credentials });
    const gathered = await ask(home, server, { AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'), AWS_ROLE_ARN: ROLE });
    expect(told(gathered.credentials?.source)).toBe(source);
  });

  it('survives an endpoint that is no URL', async () => {
    using home = new Home({ token: JWT });
    const env = {
      ...REGION,
      AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'),
      AWS_ROLE_ARN: ROLE,
      AWS_ENDPOINT_URL: 'no sense',
    };
    const { problems } = await gatherIn(home, env);
    expect(told(problems)).toMatchObject([
      { source: 'web-identity', why: expect.stringContaining('could not be asked') },
    ]);
  });

  test.each(['http://sts.example.com', 'http://127.0.0.1.example.com', 'http://8.8.8.8'])(
    'does not go to %s in clear',
    async (endpoint) => {
      using home = new Home({ token: JWT });
      const env = { ...REGION, AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'), AWS_ROLE_ARN: ROLE };
      const { problems } = await gatherIn(home, { ...env, AWS_ENDPOINT_URL_STS: endpoint });
      expect(told(problems)).toMatchObject([{ why: expect.stringContaining('in clear') }]);
    },
  );

  it('gives way to the deadline', async () => {
    await using server = await Loopback.start(() => ({ stall: true }));
    using home = new Home({ token: JWT });
    const env = { ...REGION, AWS_WEB_IDENTITY_TOKEN_FILE: home.at('token'), AWS_ROLE_ARN: ROLE };
    const { problems } = await gatherIn(home, env, { stsEndpoint: new URL(server.url) }, 1000);
    expect(told(problems)).toMatchObject([{ why: 'STS did not answer before the time-out of this step' }]);
  });
});

describe('IAM Identity Center', () => {
  const START = 'https://example.awsapps.com/start';
  const PROFILE = `[profile p]\nsso_start_url = ${START}\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = r\n`;
  const cache = `.aws/sso/cache/${createHash('sha1').update(START).digest('hex')}.json`;

  test.each([
    ['nobody signed in', undefined, 'nobody has signed in'],
    [
      'a sign-in of the past',
      JSON.stringify({ accessToken: 'a', expiresAt: '2020-01-01T00:00:00Z' }),
      'ended at 2020-01-01',
    ],
    ['a broken cache', 'x', 'not a JSON object'],
  ])('%s', async (_name, token, why) => {
    using home = new Home({ '.aws/config': PROFILE, ...(token === undefined ? {} : { [cache]: token }) });
    const { problems } = await gatherIn(home, {}, { profile: 'p' });
    expect(told(problems)).toMatchObject([
      { source: 'sso', namedBy: 'sso_start_url of [profile p] in ~/.aws/config', why: expect.stringContaining(why) },
    ]);
  });

  test.each([
    [
      'a session that is not there',
      PROFILE.replace(`sso_start_url = ${START}`, 'sso_session = corp'),
      '[sso-session corp]',
    ],
    ['no role', PROFILE.replace('sso_role_name = r\n', ''), 'sso_role_name of [profile p] in ~/.aws/config is not set'],
  ])('looks at the settings before the sign-in: %s', async (_name, config, why) => {
    using home = new Home({ '.aws/config': config });
    const { problems } = await gatherIn(home, {}, { profile: 'p' });
    expect(told(problems)).toMatchObject([{ why: expect.stringContaining(why) }]);
  });

  /** What is found when the portal answers so. */
  async function withPortal(reply: Reply, env: Environment = {}): Promise<unknown> {
    await using server = await Loopback.start(() => reply);
    using home = new Home({
      '.aws/config': PROFILE,
      [cache]: JSON.stringify({ accessToken: 'a', expiresAt: '2100-01-01T00:00:00Z' }),
    });
    const before = { ...process.env };
    Object.assign(process.env, { HOME: home.path, AWS_ENDPOINT_URL_SSO: server.url, ...env });
    try {
      return (await gatherIn(home, {}, { profile: 'p' })).problems;
    } finally {
      delete process.env['AWS_ENDPOINT_URL_SSO'];
      Object.assign(process.env, before);
    }
  }
  const saying = (status: number, name: string): Reply => ({
    status,
    body: '{"message":"no"}',
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
  });

  test.each([
    ['no assignment', saying(403, 'ForbiddenException'), { why: expect.stringContaining('no such role') }],
    [
      'a session that is over',
      saying(401, 'UnauthorizedException'),
      { why: expect.stringContaining('no longer takes') },
    ],
    ['throttling', saying(429, 'TooManyRequestsException'), { reason: { kind: 'sso-silent' } }],
  ])('tells %s from the portal’s answer', async (_name, reply, problem) => {
    expect(told(await withPortal(reply))).toMatchObject([problem]);
  });

  it('takes silence of the portal for neither good nor bad', async () => {
    const refusing = { AWS_ENDPOINT_URL_SSO: 'http://127.0.0.1:9' };
    expect(told(await withPortal({}, refusing))).toMatchObject([
      { reason: { kind: 'sso-silent' }, why: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('gives credentials for a cached token', async () => {
    const roleCredentials = {
      accessKeyId: SESSION_KEY_ID,
      secretAccessKey: SECRET_KEY,
      sessionToken: 't',
      expiration: 4102444800000,
    };
    await using server = await Loopback.start(() => ({
      body: JSON.stringify({ roleCredentials }),
      headers: { 'content-type': 'application/json' },
    }));
    using home = new Home({
      '.aws/config': PROFILE,
      [cache]: JSON.stringify({ accessToken: 'a', expiresAt: '2100-01-01T00:00:00Z' }),
    });
    // The SDK's provider reads the process's own environment.
    const before = { ...process.env };
    Object.assign(process.env, { HOME: home.path, AWS_ENDPOINT_URL_SSO: server.url });
    try {
      const gathered = await gatherIn(home, {}, { profile: 'p' });
      expect(told(gathered.credentials)).toMatchObject({
        source: 'sso',
        location: 'the session of profile p in ~/.aws/config',
      });
      expect(revealed(gathered)).toEqual([SESSION_KEY_ID, SECRET_KEY, 't']);
      expect(gathered.expirations).toMatchObject([{ text: '2100-01-01T00:00:00.000Z' }]);
    } finally {
      delete process.env['AWS_ENDPOINT_URL_SSO'];
      Object.assign(process.env, before);
    }
  });
});
