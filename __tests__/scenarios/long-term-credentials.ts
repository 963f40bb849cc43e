import { environment } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a long-term key in a job',
    arrange: (simulator) => ({ env: environment(user(simulator)) }),
    expect: {
      verdict: 'ok',
      diagnoses: ['long-term-credentials'],
      status: 0,
      requests: 1,
      title: 'The job uses a long-term access key',
    },
  },
];
