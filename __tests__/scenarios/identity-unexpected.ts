import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const UNEXPECTED = {
  verdict: 'bad',
  diagnoses: ['identity-unexpected'],
  status: 1,
  requests: 1,
  title: 'The credentials are assumed-role/deploy/GitHubActions, not as expected',
} as const satisfies Expected;

function expecting(title: string, pattern: string, message?: RegExp): Scenario {
  return {
    title,
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { 'expected-arn': pattern } }),
    expect: { ...UNEXPECTED, ...(message && { message: [message] }) },
  };
}

export const scenarios: readonly Scenario[] = [
  expecting('another role', 'arn:aws:iam::123456789012:role/production'),
  expecting('capital letters count', 'arn:aws:iam::123456789012:role/Deploy', /capital and small letters/),
  expecting(
    'a role’s path without its name',
    'arn:aws:iam::123456789012:role/team/*',
    /`arn:aws:iam::123456789012:role\/team\/\*` matches no session: STS does not tell a role’s path/,
  ),
  expecting('several patterns', 'arn:aws:sts::*:assumed-role/prod-*/*\narn:aws:iam::123456789012:user/ci'),
  {
    title: 'a user where a role is expected',
    arrange: (simulator) => ({
      env: environment(user(simulator)),
      inputs: { 'expected-arn': 'arn:aws:iam::123456789012:role/deploy' },
    }),
    expect: { ...UNEXPECTED, title: 'The credentials are user/deployer, not as expected' },
  },
  {
    title: 'and of another account than allowed',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'expected-arn': 'arn:aws:iam::210987654321:role/deploy', 'allowed-account-ids': '210987654321' },
    }),
    expect: { ...UNEXPECTED, diagnoses: ['account-not-allowed', 'identity-unexpected'], title: /account 123456789012/ },
  },
];
