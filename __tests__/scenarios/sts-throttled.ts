import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

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
      title: 'STS throttled the requests up to the time-out of 2 s',
    },
  },
  {
    title: 'throttled, and the deadline cuts the next request short',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'throttle' }, { kind: 'hang' });
      return { env: environment(session(simulator)), inputs: { timeout: '2s' } };
    },
    expect: { verdict: 'unknown', diagnoses: ['sts-throttled'], status: 1, requests: 2 },
  },
];
