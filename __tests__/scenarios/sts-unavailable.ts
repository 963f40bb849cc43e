import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const UNAVAILABLE = {
  verdict: 'unknown',
  diagnoses: ['sts-unavailable'],
  status: 1,
  requests: [2, 12],
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a fault of AWS’s own',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'server-error', status: 503 });
      return { env: environment(session(simulator)), inputs: { timeout: '2s' } };
    },
    expect: {
      ...UNAVAILABLE,
      title: 'STS answered with errors of its own (status 503)',
      message: [/carry AWS’s request IDs/],
    },
  },
  {
    title: 'a load balancer’s page',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'server-error', status: 502, shape: 'html' });
      return { env: environment(session(simulator)), inputs: { timeout: '2s' } };
    },
    expect: { ...UNAVAILABLE, message: [/no AWS request ID/], title: /502/ },
  },
];
