import { newSecretAccessKey } from '../../simulator/key-id.ts';
import { environment, OTHER_KEY_ID } from './harness/credentials.ts';
import { session, user } from './harness/principals.ts';
import type { Expected, Scenario } from './harness/scenario.ts';

const REJECTED = {
  verdict: 'bad',
  diagnoses: ['access-key-rejected'],
  status: 1,
  requests: 1,
} as const satisfies Expected;

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
