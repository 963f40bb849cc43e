import { environment, inputs } from '../../testing/credentials.ts';
import { expiredSession, session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const STALE = {
  verdict: 'bad',
  diagnoses: ['session-token-stale'],
  status: 1,
  requests: 2,
  confirmed: ['session-token-stale'],
  title: 'A session token is left over beside a long-term access key',
  outputs: { 'credential-type': 'long-term', 'aws-account-id': '' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'left by an earlier step',
    installedNode: true,
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SESSION_TOKEN: session(simulator).sessionToken }),
    }),
    expect: STALE,
  },
  {
    title: 'and expired, so that STS says ExpiredToken',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SESSION_TOKEN: expiredSession(simulator).sessionToken }),
    }),
    expect: { ...STALE, message: [/ExpiredToken/, /the key itself has no end/] },
  },
  {
    title: 'of another account',
    arrange: (simulator) => ({
      env: environment(user(simulator), {
        AWS_SESSION_TOKEN: session(simulator, { account: '210987654321', accessKeyId: 'ASIAQAAAAAAAGMKEM7X5' })
          .sessionToken,
      }),
    }),
    expect: { ...STALE, message: [/account 210987654321/] },
  },
  {
    title: 'in the inputs',
    arrange: (simulator) => ({
      inputs: inputs(user(simulator), { 'aws-session-token': session(simulator).sessionToken }),
    }),
    expect: STALE,
  },
  {
    title: 'and cut off, so that it cannot be sent',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SESSION_TOKEN: `${session(simulator).sessionToken.slice(0, 20)}…` }),
    }),
    expect: { ...STALE, requests: 1 },
  },
  {
    title: 'that nobody filled in',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_SESSION_TOKEN: 'null' }) }),
    expect: {
      ...STALE,
      title: 'A placeholder stands as session token beside a long-term access key',
      message: [/a word for nothing/],
    },
  },
  {
    title: 'without confirmation',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_SESSION_TOKEN: session(simulator).sessionToken }),
      inputs: { confirm: 'false' },
    }),
    expect: { ...STALE, requests: 1, confirmed: [] },
  },
  {
    title: 'and the key itself is unknown',
    arrange: (simulator) => ({
      env: {
        AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKM7Q3XWTN',
        AWS_SECRET_ACCESS_KEY: user(simulator).secretAccessKey,
        AWS_SESSION_TOKEN: session(simulator).sessionToken,
      },
    }),
    expect: { ...STALE, diagnoses: ['session-token-stale', 'access-key-rejected'], confirmed: [] },
  },
];
