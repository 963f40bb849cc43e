import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISSING = {
  verdict: 'ok',
  diagnoses: ['region-missing'],
  status: 0,
  requests: 1,
  title: 'No AWS region is set; us-east-1 was asked',
  outputs: { 'aws-region': 'us-east-1', 'aws-partition': 'aws', diagnosis: 'region-missing' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'no region anywhere',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_REGION: '' }) }),
    expect: MISSING,
  },
  {
    title: 'a warning that is to fail the step',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_REGION: '' }),
      inputs: { 'fail-on': 'warning' },
    }),
    expect: { ...MISSING, status: 1 },
  },
  {
    title: 'with a long-term key',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_REGION: '' }) }),
    expect: { ...MISSING, diagnoses: ['region-missing', 'long-term-credentials'] },
  },
];
