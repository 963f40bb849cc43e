import { environment, inputs } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import { chainedRole } from '../../testing/roles.ts';
import type { Scenario } from '../../testing/scenario.ts';

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'a'.repeat(1900)}/*` }],
});

export const scenarios: readonly Scenario[] = [
  {
    title: 'an inline policy that fills the room',
    arrange: (simulator) => ({
      inputs: { ...inputs(user(simulator)), ...chainedRole(simulator).inputs, 'inline-session-policy': POLICY },
    }),
    expect: {
      verdict: 'bad',
      status: 1,
      diagnoses: ['session-policy-too-large'],
      confirmed: ['session-policy-too-large'],
      requests: 3,
      title: /^The session’s policies are too large/,
    },
  },
  {
    title: 'the tags of the caller’s session are too large',
    arrange(simulator) {
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        {
          kind: 'refusal',
          status: 400,
          code: 'PackedPolicyTooLarge',
          message: 'Packed policy consumes 104% of allotted space, please use smaller policy.',
        },
      );
      return { env: environment(user(simulator)), inputs: chainedRole(simulator).inputs };
    },
    expect: {
      verdict: 'bad',
      status: 1,
      diagnoses: ['session-policy-too-large'],
      confirmed: ['session-policy-too-large'],
      requests: 3,
      title: 'The session’s tags are too large for the role release',
      message: [/their packed size is too large: 104 % of the room/, /role-skip-session-tagging: true/],
    },
  },
];
