import { addKey } from '../../simulator/builders.ts';
import { newSecretAccessKey } from '../../simulator/key-id.ts';
import { altered, environment, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const REJECTED = {
  verdict: 'bad',
  diagnoses: ['secret-access-key-rejected'],
  status: 1,
  requests: 1,
  title: 'The secret access key does not belong to AKIA…ALC4',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'the secret of the user’s other key',
    installedNode: true,
    arrange(simulator) {
      const credentials = user(simulator);
      const other = addKey(credentials.user, { accessKeyId: OTHER_KEY_ID });
      return { env: environment(credentials, { AWS_SECRET_ACCESS_KEY: other.secretAccessKey }) };
    },
    expect: REJECTED,
  },
  {
    title: 'one character is another',
    arrange(simulator) {
      const credentials = user(simulator);
      return { env: environment(credentials, { AWS_SECRET_ACCESS_KEY: altered(credentials.secretAccessKey, 7) }) };
    },
    expect: REJECTED,
  },
  {
    title: 'a Git commit’s ID',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SECRET_ACCESS_KEY: '3f786850e387550fdab836ed7e6dc881de23001b' }),
    }),
    expect: { ...REJECTED, message: [/Git commit/] },
  },
  {
    title: 'of a session',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_SECRET_ACCESS_KEY: newSecretAccessKey() }),
    }),
    expect: { ...REJECTED, title: 'The secret access key does not belong to ASIA…ALC4' },
  },
  {
    title: 'AWS’s long answer, which holds the signed headers',
    arrange(simulator) {
      simulator.behaviour.canonicalStringInErrors = true;
      return { env: environment(session(simulator), { AWS_SECRET_ACCESS_KEY: newSecretAccessKey() }) };
    },
    expect: { ...REJECTED, title: 'The secret access key does not belong to ASIA…ALC4' },
  },
];
