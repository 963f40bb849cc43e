import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

export const scenarios: readonly Scenario[] = [
  {
    title: 'the policy of a VPC endpoint',
    arrange(simulator) {
      simulator.behaviour.vpcEndpointDenies = true;
      return { env: environment(session(simulator)) };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-denied'],
      status: 1,
      requests: 1,
      title: 'A network policy refuses STS calls from this runner',
    },
  },
];
