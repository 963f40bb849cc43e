import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISMATCH = {
  verdict: 'bad',
  diagnoses: ['partition-mismatch'],
  status: 1,
  requests: 2,
  confirmed: ['partition-mismatch'],
} as const satisfies Expected;

function between(issuedIn: string, used: string, title: string): Scenario {
  return {
    title: `a session of ${issuedIn} in ${used}`,
    arrange: (simulator) => ({ env: environment(session(simulator, { issuedIn }), { AWS_REGION: used }) }),
    expect: { ...MISMATCH, title },
  };
}

export const scenarios: readonly Scenario[] = [
  between('us-east-1', 'us-gov-west-1', 'Credentials of commercial AWS are used in AWS GovCloud'),
  between('us-gov-west-1', 'us-east-1', 'Credentials of AWS GovCloud are used in commercial AWS'),
  between('cn-north-1', 'eu-west-1', 'Credentials of AWS China are used in commercial AWS'),
  between('eu-central-1', 'cn-northwest-1', 'Credentials of commercial AWS are used in AWS China'),
  between(
    'eusc-de-east-1',
    'eu-central-1',
    'Credentials of the AWS European Sovereign Cloud are used in commercial AWS',
  ),
  {
    title: 'a long-term key, whose expected ARN tells the partition',
    arrange(simulator) {
      const credentials = user(simulator);
      const account = simulator.world.accounts.get('123456789012');
      if (account !== undefined) account.partition = 'aws-us-gov';
      return {
        env: environment(credentials, { AWS_REGION: 'us-west-2' }),
        inputs: { 'expected-arn': 'arn:aws-us-gov:iam::123456789012:user/*' },
      };
    },
    expect: { ...MISMATCH, title: 'Credentials of AWS GovCloud are used in commercial AWS' },
  },
];
