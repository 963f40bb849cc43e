import { environment, inputs } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { chainedRole, webRole } from '../../testing/roles.ts';
import type { Scenario } from '../../testing/scenario.ts';

const FOUND = {
  verdict: 'bad',
  status: 1,
  diagnoses: ['role-duration-exceeded'],
  confirmed: ['role-duration-exceeded'],
} as const;

export const scenarios: readonly Scenario[] = [
  {
    title: 'more than the role’s maximum, from a key',
    arrange: (simulator) => ({
      inputs: { ...inputs(user(simulator)), ...chainedRole(simulator).inputs, 'role-duration-seconds': '7200' },
    }),
    expect: { ...FOUND, requests: 3, title: 'The role’s sessions may not last the 2 h that are asked for' },
  },
  {
    title: 'more than the role’s maximum, by web identity',
    arrange(simulator) {
      const role = webRole(simulator);
      return { inputs: { ...role.inputs, 'role-duration-seconds': '7200' }, env: role.env };
    },
    expect: { ...FOUND, requests: 2 },
  },
  {
    title: 'more than an hour for a chained role',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: {
        ...chainedRole(simulator, { maxSessionDuration: 43_200 }).inputs,
        'role-duration-seconds': '7200',
      },
    }),
    expect: { ...FOUND, requests: 3, title: 'A chained role lasts 1 hour at most; 2 h are asked for' },
  },
];
