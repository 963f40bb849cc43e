import { describe, expect, it, test } from '@jest/globals';
import type { Environment } from '../../src/gather/environment.ts';
import { Secret } from '../../src/secret.ts';
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
