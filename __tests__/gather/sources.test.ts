import { describe, expect, it, test } from '@jest/globals';
import { KEY_ID, Home, SECRET_KEY, SESSION_KEY_ID, gatherIn, profileText, revealed, told } from './surroundings.ts';
import { wordsOfLook } from '../../src/diagnoses/shared/source-words.ts';
import { Secret } from '../../src/model/secret.ts';

const KEYS = { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: SECRET_KEY };

describe('inputs', () => {
  it('go before everything, raw', async () => {
    using home = new Home({ '.aws/credentials': profileText('default', SESSION_KEY_ID) });
    const inputs = { accessKeyId: new Secret(` ${KEY_ID}\n`), secretAccessKey: new Secret('"s"') };
    const gathered = await gatherIn(home, { ...KEYS, AWS_PROFILE: 'none' }, inputs);
    expect(told(gathered.credentials?.source)).toBe('inputs');
    expect(revealed(gathered)).toEqual([` ${KEY_ID}\n`, '"s"', undefined]);
    expect(told(gathered.problems)).toEqual([]);
  });

  it('are never completed from the environment', async () => {
    using home = new Home();
    const gathered = await gatherIn(
      home,
      { ...KEYS, AWS_SESSION_TOKEN: 't' },
      { accessKeyId: new Secret(SESSION_KEY_ID) },
    );
    expect(revealed(gathered)).toEqual([SESSION_KEY_ID, undefined, undefined]);
  });

  it('take the environment for their expiration only with the same key', async () => {
    using home = new Home();
    const env = { ...KEYS, AWS_CREDENTIAL_EXPIRATION: '2030-01-01T00:00:00Z' };
    const same = await gatherIn(home, env, { accessKeyId: new Secret(KEY_ID) });
    const other = await gatherIn(home, env, { accessKeyId: new Secret(SESSION_KEY_ID) });
    expect([same.expirations.length, other.expirations.length]).toEqual([1, 0]);
  });
});

describe('environment', () => {
  test.each([
    ['keys', KEYS, [KEY_ID, SECRET_KEY, undefined]],
    ['an emptied token', { ...KEYS, AWS_SESSION_TOKEN: '' }, [KEY_ID, SECRET_KEY, undefined]],
    ['raw values', { ...KEYS, AWS_SESSION_TOKEN: 't\r\n' }, [KEY_ID, SECRET_KEY, 't\r\n']],
    ['the token under its first name', { ...KEYS, AWS_SECURITY_TOKEN: 'old' }, [KEY_ID, SECRET_KEY, 'old']],
    ['a key ID alone', { AWS_ACCESS_KEY_ID: KEY_ID }, [KEY_ID, undefined, undefined]],
    ['a secret alone', { AWS_SECRET_ACCESS_KEY: SECRET_KEY }, [undefined, SECRET_KEY, undefined]],
  ])('%s', async (_name, env, expected) => {
    using home = new Home();
    const gathered = await gatherIn(home, env);
    expect(told(gathered.credentials?.source)).toBe('environment');
    expect(revealed(gathered)).toEqual(expected);
  });

  it('names the variable that gave the token', async () => {
    using home = new Home();
    const gathered = await gatherIn(home, { ...KEYS, AWS_SECURITY_TOKEN: 'old' });
    expect(told(gathered.credentials?.names.sessionToken)).toBe('AWS_SECURITY_TOKEN');
  });

  it('lets a profile go before a secret without key ID', async () => {
    using home = new Home({ '.aws/credentials': profileText('default', SESSION_KEY_ID) });
    const gathered = await gatherIn(home, { AWS_SECRET_ACCESS_KEY: SECRET_KEY });
    expect(told(gathered.credentials?.source)).toBe('profile');
  });

  it('lists what it says of the end of the session, and takes a number in AWS_EXPIRATION for a lifetime', async () => {
    using home = new Home();
    const date = '2030-01-01T00:00:00Z';
    const gathered = await gatherIn(home, {
      ...KEYS,
      AWSUME_EXPIRATION: date,
      AWS_SESSION_EXPIRATION: date,
      AWS_EXPIRATION: '3600',
    });
    expect(told(gathered.expirations)).toEqual([
      { place: 'AWS_SESSION_EXPIRATION', text: date },
      { place: 'AWSUME_EXPIRATION', text: date },
    ]);
  });
});

test('nothing anywhere: every place is told, none is a problem', async () => {
  using home = new Home();
  const gathered = await gatherIn(home, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
  expect(told(gathered.credentials)).toBeUndefined();
  expect(told(gathered.problems)).toEqual([]);
  expect(gathered.looked.map(({ place }) => place)).toEqual([
    'inputs',
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'profile default',
    'container endpoint',
    'AWS_SECRET_ACCESS_KEY or AWS_SESSION_TOKEN alone',
    'instance metadata',
  ]);
});

describe('profiles', () => {
  it('say where each value stands, and when the session ends', async () => {
    using home = new Home({
      '.aws/credentials': profileText(
        'prod',
        KEY_ID,
        'aws_session_token = t\nx_security_token_expires = 2030-01-01T00:00:00+05:30',
      ),
      '.aws/config': '[profile prod]\nregion = eu-west-1\n',
    });
    const gathered = await gatherIn(home, { AWS_PROFILE: 'prod' });
    expect(told(gathered.credentials)).toMatchObject({
      source: 'profile',
      location: 'profile prod in ~/.aws/credentials',
      names: { accessKeyId: 'aws_access_key_id of [prod] in ~/.aws/credentials' },
    });
    expect(told(gathered.expirations)).toEqual([
      { text: '2030-01-01T00:00:00+05:30', place: 'x_security_token_expires of [prod] in ~/.aws/credentials' },
    ]);
    expect(told(gathered.region)).toEqual({
      value: 'eu-west-1',
      from: 'region of [profile prod] in ~/.aws/config',
      disagreeing: undefined,
    });
  });

  test.each([
    ['the default profile', {}, {}, 'default'],
    ['AWS_PROFILE', { AWS_PROFILE: 'b' }, {}, 'b'],
    ['AWS_PROFILE before AWS_DEFAULT_PROFILE', { AWS_PROFILE: 'b', AWS_DEFAULT_PROFILE: 'c' }, {}, 'b'],
    ['the input before AWS_PROFILE and keys', { ...KEYS, AWS_PROFILE: 'b' }, { profile: 'c' }, 'c'],
  ])('%s', async (_name, env, some, expected) => {
    using home = new Home({
      '.aws/credentials': ['default', 'b', 'c'].map((name) => profileText(name, SESSION_KEY_ID)).join('\n'),
    });
    const gathered = await gatherIn(home, env, some);
    expect(told(gathered.credentials?.location)).toBe(`profile ${expected} in ~/.aws/credentials`);
  });

  it('keep what the AWS CLI would send, quotes and comments included', async () => {
    using home = new Home({
      '.aws/credentials': `[default]\naws_access_key_id = "${KEY_ID}"\naws_secret_access_key = x # y`,
    });
    expect(revealed(await gatherIn(home))).toEqual([`"${KEY_ID}"`, 'x # y', undefined]);
  });

  it('come from the files that the variables name, ~ included', async () => {
    using home = new Home({ 'other/creds': profileText('ci'), 'other/conf': '[profile ci]\nregion = eu-north-1' });
    const gathered = await gatherIn(home, {
      AWS_PROFILE: 'ci',
      AWS_SHARED_CREDENTIALS_FILE: '~/other/creds',
      AWS_CONFIG_FILE: home.at('other/conf'),
    });
    expect(told(gathered.credentials?.location)).toBe('profile ci in ~/other/creds');
    expect(told(gathered.region?.value)).toBe('eu-north-1');
  });

  it('follow the credentials file where both files have a setting', async () => {
    using home = new Home({
      '.aws/credentials': profileText('p', KEY_ID),
      '.aws/config': profileText('profile p', SESSION_KEY_ID),
    });
    expect(revealed(await gatherIn(home, {}, { profile: 'p' }))[0]).toBe(KEY_ID);
  });

  it.each([[{ profile: 'p' }], [{}]])('without credentials are no problem, as %j', async (some) => {
    using home = new Home({ '.aws/config': '[profile p]\nregion = eu-west-1' });
    const { problems, looked } = await gatherIn(home, { AWS_PROFILE: 'p' }, some);
    expect(told(problems)).toEqual([]);
    expect(looked.map(wordsOfLook)).toContain('profile p in ~/.aws/config has no credentials');
  });

  it('say where a setting would stand that is missing', async () => {
    using home = new Home({ '.aws/credentials': `[p]\naws_access_key_id = ${KEY_ID}` });
    const { credentials } = await gatherIn(home, { AWS_PROFILE: 'p' });
    expect(told(credentials?.names.secretAccessKey)).toBe('aws_secret_access_key of [p] in ~/.aws/credentials');
  });

  it('are not looked for in a file that is named and not there, which is told', async () => {
    using home = new Home();
    const { looked } = await gatherIn(home, { AWS_SHARED_CREDENTIALS_FILE: '~/gone' });
    expect(told(looked)).toContainEqual({
      place: 'AWS_SHARED_CREDENTIALS_FILE',
      result: 'names ~/gone, which does not exist',
    });
  });
});

describe('profile-not-found', () => {
  const files = {
    '.aws/credentials': ['production', 'prod-eu', 'staging', 'profile qa'].map((name) => profileText(name)).join('\n'),
    '.aws/config': '[profile Prod]\nregion = eu-west-1\n[dev]\nregion = eu-west-1',
  };

  it('names the nearest and both files', async () => {
    using home = new Home(files);
    const { problems, credentials } = await gatherIn(home, { AWS_PROFILE: 'prod' });
    expect(told(credentials)).toBeUndefined();
    expect(told(problems)).toEqual([
      {
        kind: 'profile-not-found',
        profile: 'prod',
        namedBy: 'AWS_PROFILE',
        nearest: ['Prod', 'prod-eu'],
        misplaced: undefined,
        files: [
          { path: '~/.aws/config', exists: true },
          { path: '~/.aws/credentials', exists: true },
        ],
      },
    ]);
  });

  test.each([
    ['qa', '[profile qa]', '~/.aws/credentials', 13],
    ['dev', '[dev]', '~/.aws/config', 3],
  ])('sees %s under the other file’s heading', async (profile, heading, file, line) => {
    using home = new Home(files);
    const { problems } = await gatherIn(home, {}, { profile });
    expect(told(problems)).toMatchObject([{ kind: 'profile-not-found', misplaced: { heading, file, line } }]);
  });

  it('stands beside keys in the environment, which AWS_PROFILE spoils for most tools', async () => {
    using home = new Home();
    const gathered = await gatherIn(home, { ...KEYS, AWS_PROFILE: 'gone', AWS_CONFIG_FILE: '/nowhere/config' });
    expect(told(gathered.credentials?.source)).toBe('environment');
    expect(told(gathered.problems)).toMatchObject([
      {
        kind: 'profile-not-found',
        profile: 'gone',
        files: [{ path: '/nowhere/config', exists: false }, { exists: false }],
      },
    ]);
  });

  it('is not said when the file that may have it cannot be read', async () => {
    using home = new Home({ '.aws/credentials/sub': '' });
    const { problems } = await gatherIn(home, { AWS_PROFILE: 'p' });
    expect(told(problems)).toMatchObject([
      { kind: 'credentials-file-invalid', file: '~/.aws/credentials', cause: 'directory', stops: 'every tool' },
    ]);
  });
});

test('a faulty file stops two of the tools, and what the others read is checked', async () => {
  using home = new Home({ '.aws/credentials': `${profileText('default')}oops ${SECRET_KEY}\n` });
  const gathered = await gatherIn(home);
  expect(revealed(gathered)[0]).toBe(KEY_ID);
  expect(gathered.problems).toEqual([]);
  const cause = { kind: 'file-unreadable', file: 'credentials', fault: { kind: 'line', line: 4 } };
  expect(gathered.tools).toMatchObject([
    { tool: 'aws-cli', outcome: 'stops', cause },
    { tool: 'boto3', outcome: 'stops', cause },
    { tool: 'javascript', outcome: 'same' },
    { tool: 'go', outcome: 'same' },
  ]);
  expect(JSON.stringify(gathered)).not.toContain(SECRET_KEY);
});

test('secretsToMask has every secret once, proxy passwords included', async () => {
  using home = new Home({ '.aws/credentials': profileText('p', SESSION_KEY_ID) });
  const env = { ...KEYS, HTTPS_PROXY: 'http://me:p%40ss@proxy:3128', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' };
  const { secretsToMask } = await gatherIn(home, env, { profile: 'p', githubToken: new Secret('ghs_1') });
  expect(secretsToMask.map((secret) => secret.reveal()).sort()).toEqual(
    [SESSION_KEY_ID, SECRET_KEY, KEY_ID, 'request-token', 'ghs_1', 'p%40ss', 'p@ss'].sort(),
  );
});
