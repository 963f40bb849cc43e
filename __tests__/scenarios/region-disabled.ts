import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const DISABLED = {
  verdict: 'bad',
  diagnoses: ['region-disabled'],
  status: 1,
  requests: 2,
  confirmed: ['region-disabled'],
  title: 'The region ap-east-1 is not enabled for this account',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'an opt-in region that is not enabled',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_REGION: 'ap-east-1' }) }),
    expect: DISABLED,
  },
  {
    title: 'with a long-term key',
    arrange: (simulator) => ({ env: environment(user(simulator)), inputs: { 'aws-region': 'ap-east-1' } }),
    expect: DISABLED,
  },
  {
    title: 'the account is not subscribed',
    arrange(simulator) {
      simulator.faults.standing.push({
        kind: 'refusal',
        status: 403,
        code: 'OptInRequired',
        message: 'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe',
      });
      return { env: environment(session(simulator)) };
    },
    expect: { ...DISABLED, confirmed: [], title: 'AWS says that the account is not subscribed in eu-west-1' },
  },
  {
    title: 'STS says so itself',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'RegionDisabledException',
        message:
          'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
      });
      return { env: environment(session(simulator), { AWS_REGION: 'eu-west-3' }) };
    },
    expect: { ...DISABLED, title: 'STS is deactivated in eu-west-3 for this account' },
  },
];
