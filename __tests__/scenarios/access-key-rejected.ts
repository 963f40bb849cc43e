import { newSecretAccessKey } from '../../simulator/key-id.ts';
import { altered, environment, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const REJECTED = {
  verdict: 'bad',
  diagnoses: ['access-key-rejected'],
  status: 1,
  requests: 1,
} as const satisfies Expected;

/** A session whose token was issued so many hours ago, with one letter of it changed where nothing shows it. */
function issued(title: string, hours: number, message: RegExp): Scenario {
  return {
    title,
    arrange(simulator) {
      const issuedAt = new Date(Date.now() - hours * 3600_000 - 30_000);
      const credentials = session(simulator, { issuedAt, lifetime: 43_200 });
      return { env: environment(credentials, { AWS_SESSION_TOKEN: altered(credentials.sessionToken, 300) }) };
    },
    expect: { ...REJECTED, message: [message] },
  };
}

export const scenarios: readonly Scenario[] = [
  {
    title: 'a key that does not exist',
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: OTHER_KEY_ID, AWS_SECRET_ACCESS_KEY: newSecretAccessKey() } }),
    expect: { ...REJECTED, title: 'AWS does not know the access key AKIA…XWTN', message: [/account 123456789012/] },
  },
  {
    title: 'an inactive key',
    arrange: (simulator) => ({ env: environment(user(simulator, { status: 'Inactive' })) }),
    expect: { ...REJECTED, title: 'AWS does not know the access key AKIA…ALC4', message: [/inactive/] },
  },
  {
    title: 'an old key ID that tells no account',
    arrange: () => ({
      env: { AWS_ACCESS_KEY_ID: 'AKIAI4ZZNP7QX3DEJR2A', AWS_SECRET_ACCESS_KEY: newSecretAccessKey() },
    }),
    expect: { ...REJECTED, message: [/older keys do not/] },
  },
  {
    title: 'key and token of two sessions of one account',
    arrange(simulator) {
      const other = session(simulator, { accessKeyId: 'ASIARZPUZDIKM7Q3XWTN' });
      return { env: environment(session(simulator), { AWS_SESSION_TOKEN: other.sessionToken }) };
    },
    expect: {
      ...REJECTED,
      title: 'AWS does not accept ASIA…ALC4 with this session token',
      message: [/another session of the same account/, /excluded: a token of another account/],
    },
  },
  {
    title: 'a token altered where nothing shows it',
    arrange(simulator) {
      const credentials = session(simulator);
      const { sessionToken: token } = credentials;
      const at = 300;
      const other = token.charAt(at) === 'A' ? 'B' : 'A';
      return { env: environment(credentials, { AWS_SESSION_TOKEN: token.slice(0, at) + other + token.slice(at + 1) }) };
    },
    expect: REJECTED,
  },
  issued('a token some minutes old', 0.1, /excluded: a session that has ended/),
  issued(
    'a token two hours old, which excludes nothing',
    2,
    /^(?![\s\S]*a session that has ended)[\s\S]*another session/,
  ),
  issued(
    'a token older than a role’s session',
    20,
    /Likeliest cause: the session has ended: its token was issued 20 h ago/,
  ),
  {
    title: 'and a secret cut off besides',
    arrange: (simulator) => ({
      env: environment(user(simulator, { status: 'Inactive' }), {
        AWS_SECRET_ACCESS_KEY: newSecretAccessKey().slice(1),
      }),
    }),
    expect: { ...REJECTED, diagnoses: ['access-key-rejected', 'secret-access-key-malformed'] },
  },
  {
    title: 'the beginning of the token is lost, which leaves nothing to read',
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: credentials.sessionToken.slice(16) }) };
    },
    expect: { ...REJECTED, message: [/cut or altered/] },
  },
  {
    title: 'an opaque token that STS does not know',
    arrange: (simulator) => ({
      env: environment(session(simulator), {
        AWS_SESSION_TOKEN: `FwoXopaque${'abcdefghijklmnopqrstuvwxyz012345'.repeat(9)}`,
      }),
    }),
    expect: REJECTED,
  },
  {
    title: 'a commercial key in GovCloud, of which nothing tells the partition',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_REGION: 'us-gov-west-1' }) }),
    expect: { ...REJECTED, message: [/commercial AWS/] },
  },
  {
    title: 'a key without a region, in the global partition',
    arrange: () => ({
      env: { AWS_REGION: '', AWS_ACCESS_KEY_ID: OTHER_KEY_ID, AWS_SECRET_ACCESS_KEY: newSecretAccessKey() },
    }),
    expect: { ...REJECTED, diagnoses: ['access-key-rejected', 'region-missing'] },
  },
];
