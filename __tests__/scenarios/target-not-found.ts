import { deploying } from '../../testing/beyond.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISSING = {
  verdict: 'bad',
  diagnoses: ['target-not-found'],
  status: 1,
  requests: 1,
  title: 'The S3 bucket releases does not exist',
} as const satisfies Expected;

/** S3 says that there is no such bucket. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a bucket',
    arrange: (simulator) => deploying(simulator, { targets: 's3://releases' }),
    expect: MISSING,
  },
  {
    title: 'the ARN of an object',
    arrange: (simulator) => deploying(simulator, { targets: 'arn:aws:s3:::releases/app/*' }),
    expect: MISSING,
  },
  {
    title: 'two buckets, beside one that exists',
    arrange(simulator) {
      simulator.s3.buckets.push({ name: 'releases', region: 'eu-west-1' });
      return deploying(simulator, { targets: 's3://releases\ns3://logs-1\ns3://logs-2\n' });
    },
    expect: { ...MISSING, title: '2 S3 buckets in targets do not exist' },
  },
];
