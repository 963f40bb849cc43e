import { environment, inputs } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISSING = {
  verdict: 'bad',
  diagnoses: ['session-token-missing'],
  status: 1,
  requests: 1,
  title: 'The session token of the temporary access key is missing',
  outputs: { 'credential-type': 'temporary' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'in the environment',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_SESSION_TOKEN: '' }) }),
    expect: MISSING,
  },
  {
    title: 'in the inputs, while the environment has one',
    arrange(simulator) {
      const { sessionToken, ...keys } = session(simulator);
      return { inputs: inputs(keys), env: { AWS_SESSION_TOKEN: sessionToken } };
    },
    expect: MISSING,
  },
  {
    title: 'in the inputs',
    arrange: (simulator) => ({ inputs: inputs(session(simulator), { 'aws-session-token': '' }) }),
    expect: MISSING,
  },
];
