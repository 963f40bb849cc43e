import { ACCOUNT, inputs } from '../../testing/credentials.ts';
import { user } from '../../testing/principals.ts';
import { chainedRole, policy } from '../../testing/roles.ts';
import type { Scenario } from '../../testing/scenario.ts';

const trustPolicy = policy({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: 'sts:AssumeRole',
});

export const scenarios: readonly Scenario[] = [
  {
    title: 'the trust policy allows AssumeRole alone',
    arrange: (simulator) => ({
      inputs: { ...inputs(user(simulator)), ...chainedRole(simulator, { trustPolicy }).inputs },
    }),
    expect: {
      verdict: 'bad',
      status: 1,
      diagnoses: ['session-tagging-denied'],
      confirmed: ['session-tagging-denied'],
      requests: 3,
      message: [/role-skip-session-tagging: true/],
    },
  },
  {
    title: 'and is not asked again without confirm',
    arrange: (simulator) => ({
      inputs: { ...inputs(user(simulator)), ...chainedRole(simulator, { trustPolicy }).inputs, confirm: 'false' },
    }),
    expect: { verdict: 'bad', status: 1, diagnoses: ['session-tagging-denied'], requests: 2 },
  },
];
