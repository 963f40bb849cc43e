import { describe, expect, it, test } from '@jest/globals';
import type { Environment } from '../../src/model/environment.ts';
import { Secret } from '../../src/model/secret.ts';
import { Home, KEY_ID, SECRET_KEY, SESSION_KEY_ID, gatherIn, profileText } from './surroundings.ts';

const KEYS = { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: SECRET_KEY };
const ENVIRONMENT = 'the environment variables';

/** What each tool takes, in the order CLI, JavaScript, Go, Java. */
async function taken(env: Environment, profileKeyId = SESSION_KEY_ID) {
  using home = new Home({
    '.aws/credentials': profileText('default', profileKeyId) + profileText('prod', profileKeyId),
  });
  const { disagreement } = await gatherIn(home, env, {}, 300);
  return disagreement.map(({ takes }) => takes);
}

describe('disagreement', () => {
  const prod = 'profile prod in ~/.aws/credentials';
  it('AWS_PROFILE beside keys: the SDK for JavaScript skips the keys', async () => {
    expect(await taken({ ...KEYS, AWS_PROFILE: 'prod' })).toEqual([ENVIRONMENT, prod, ENVIRONMENT, ENVIRONMENT]);
  });

  it('AWS_PROFILE naming no profile stops some tools, and others pass on', async () => {
    const stops = 'none: it stops, because there is no profile gone';
    const skips = 'none: with AWS_PROFILE set it passes over the key variables';
    expect(await taken({ ...KEYS, AWS_PROFILE: 'gone' })).toEqual([stops, skips, stops, ENVIRONMENT]);
  });

  it('AWS_DEFAULT_PROFILE naming no profile stops botocore alone', async () => {
    const stops = 'none: it stops, because there is no profile gone';
    expect(await taken({ ...KEYS, AWS_DEFAULT_PROFILE: 'gone' })).toEqual([
      stops,
      ENVIRONMENT,
      ENVIRONMENT,
      ENVIRONMENT,
    ]);
  });

  it('two variables naming two profiles: boto3 takes the other first', async () => {
    using home = new Home({ '.aws/credentials': profileText('prod') + profileText('test', SESSION_KEY_ID) });
    const { disagreement } = await gatherIn(home, { AWS_PROFILE: 'prod', AWS_DEFAULT_PROFILE: 'test' });
    const test = 'profile test in ~/.aws/credentials';
    expect(disagreement.map(({ tool, takes }) => [tool, takes])).toEqual([
      ['AWS CLI', prod],
      ['boto3', test],
      ['AWS SDK for JavaScript', prod],
      ['AWS SDK for Go', prod],
      ['AWS SDK for Java', prod],
    ]);
  });

  it('is none when both hold the same', async () => {
    expect(await taken({ ...KEYS, AWS_PROFILE: 'prod' }, KEY_ID)).toEqual([]);
  });

  it('is none for keys beside a default profile', async () => {
    expect(await taken(KEYS)).toEqual([]);
  });

  it('AWS_SECURITY_TOKEN beside another AWS_SESSION_TOKEN', async () => {
    const session = `${ENVIRONMENT}, with the token of AWS_SESSION_TOKEN`;
    expect(await taken({ ...KEYS, AWS_SESSION_TOKEN: 'new', AWS_SECURITY_TOKEN: 'old' })).toEqual([
      `${ENVIRONMENT}, with the token of AWS_SECURITY_TOKEN`,
      session,
      session,
      session,
    ]);
  });

  test.each([
    ['equal tokens', { AWS_SESSION_TOKEN: 't', AWS_SECURITY_TOKEN: 't' }],
    ['an emptied AWS_SECURITY_TOKEN', { AWS_SESSION_TOKEN: 't', AWS_SECURITY_TOKEN: '' }],
  ])('is none for %s', async (_name, env) => {
    expect(await taken({ ...KEYS, ...env })).toEqual([]);
  });

  it('a web identity beside keys in a profile', async () => {
    const web = 'the web identity of AWS_WEB_IDENTITY_TOKEN_FILE';
    const env = { AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere', AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/r' };
    expect(await taken(env)).toEqual([web, 'profile default in ~/.aws/credentials', web, web]);
  });

  test.each([
    ['inputs', { accessKeyId: new Secret(KEY_ID) }],
    ['the input aws-profile', { profile: 'prod' }],
  ])('is no matter for %s', async (_name, some) => {
    using home = new Home({ '.aws/credentials': profileText('prod', SESSION_KEY_ID) });
    const { disagreement } = await gatherIn(home, { ...KEYS, AWS_PROFILE: 'prod' }, some);
    expect(disagreement).toEqual([]);
  });
});

test('candidates: every configured source, the checked one marked', async () => {
  using home = new Home({ '.aws/credentials': profileText('default') });
  const { candidates } = await gatherIn(home, { ...KEYS, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/x' });
  expect(candidates).toEqual([
    { source: 'environment', location: ENVIRONMENT, checked: true },
    { source: 'profile', location: 'profile default in ~/.aws/credentials', checked: false },
    {
      source: 'container',
      location: 'the container endpoint of AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
      checked: false,
    },
  ]);
});
