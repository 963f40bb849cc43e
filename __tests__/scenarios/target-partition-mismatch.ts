import { deploying } from '../../testing/beyond.ts';
import type { Scenario } from '../../testing/scenario.ts';

/** What the job will touch is in another partition: account and region differ with it, and are not told. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a bucket of AWS China',
    arrange: (simulator) => deploying(simulator, { targets: 'arn:aws-cn:s3:::releases' }),
    expect: {
      verdict: 'bad',
      diagnoses: ['target-partition-mismatch'],
      status: 1,
      requests: 1,
      title: 'The target is in partition aws-cn, the credentials are in aws',
    },
  },
  {
    title: 'an image of GovCloud',
    arrange: (simulator) => deploying(simulator, { targets: '210987654321.dkr.ecr.us-gov-west-1.amazonaws.com/app:1' }),
    expect: {
      verdict: 'bad',
      diagnoses: ['target-partition-mismatch'],
      status: 1,
      requests: 1,
      title: 'The target is in partition aws-us-gov, the credentials are in aws',
    },
  },
];
