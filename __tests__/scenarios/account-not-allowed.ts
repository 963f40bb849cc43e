import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const NOT_ALLOWED = {
  verdict: 'bad',
  diagnoses: ['account-not-allowed'],
  status: 1,
  requests: 1,
  title: 'The credentials belong to account 123456789012, which is not allowed',
  outputs: { 'aws-account-id': '123456789012' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'another account',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'allowed-account-ids': '210987654321,333333333333' },
    }),
    expect: NOT_ALLOWED,
  },
  {
    title: 'a list that begins with a comma still guards',
    arrange: (simulator) => ({
      env: environment(user(simulator)),
      inputs: { 'allowed-account-ids': ',210987654321' },
    }),
    expect: NOT_ALLOWED,
  },
  {
    title: 'one account a line',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'allowed-account-ids': '210987654321\n333333333333\n' },
    }),
    expect: NOT_ALLOWED,
  },
  {
    title: 'with masked account IDs',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'allowed-account-ids': '210987654321', 'mask-aws-account-id': 'true' },
    }),
    expect: {
      ...NOT_ALLOWED,
      title: 'The credentials belong to account ***, which is not allowed',
      absent: /123456789012/,
    },
  },
];
