import { environment } from './harness/credentials.ts';
import { session } from './harness/principals.ts';
import type { Scenario } from './harness/scenario.ts';

export const scenarios: readonly Scenario[] = [
  {
    title: 'throttled until the deadline',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'throttle' });
      return { env: environment(session(simulator)), inputs: { timeout: '2s' } };
    },
    expect: {
      verdict: 'unknown',
      diagnoses: ['sts-throttled'],
      status: 1,
      requests: [2, 12],
      title: 'STS throttled every request for 2 s',
    },
  },
];
