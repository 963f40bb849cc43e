import { addRoot } from '../../simulator/builders.ts';
import { environment, KEY_ID } from '../../testing/credentials.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const ROOT = {
  verdict: 'ok',
  diagnoses: ['root-credentials'],
  status: 0,
  requests: 1,
  title: 'The credentials are the account’s root user',
  outputs: { 'principal-type': 'root', 'user-id': '123456789012' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a key of the root user',
    arrange: (simulator) => ({ env: environment(addRoot(simulator.world, { accessKeyId: KEY_ID })) }),
    expect: ROOT,
  },
  {
    title: 'a warning that is to fail the step',
    arrange: (simulator) => ({
      env: environment(addRoot(simulator.world, { accessKeyId: KEY_ID })),
      inputs: { 'fail-on': 'warning' },
    }),
    expect: { ...ROOT, status: 1 },
  },
];
