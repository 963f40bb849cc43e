import { deploying } from '../../testing/beyond.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISMATCH = {
  verdict: 'bad',
  diagnoses: ['target-region-mismatch'],
  status: 1,
  requests: 1,
  title: 'The target is in eu-central-1, but the job’s region is eu-west-1',
} as const satisfies Expected;

function touching(title: string, targets: string, more: Partial<Expected> = {}): Scenario {
  return { title, arrange: (simulator) => deploying(simulator, { targets }), expect: { ...MISMATCH, ...more } };
}

/** What the job will touch is in another region than the one that is set. */
export const scenarios: readonly Scenario[] = [
  touching('a function', 'arn:aws:lambda:eu-central-1:123456789012:function:app'),
  touching('an image', '123456789012.dkr.ecr.eu-central-1.amazonaws.com/app'),
  touching('several regions', 'arn:aws:sqs:eu-central-1:123456789012:a\narn:aws:sqs:us-east-1:123456789012:b', {
    title: '2 targets are in other regions than the job’s, eu-west-1',
  }),
  {
    title: 'a bucket, as S3 says',
    arrange(simulator) {
      simulator.s3.buckets.push({ name: 'releases', region: 'eu-central-1' });
      return deploying(simulator, { targets: 's3://releases/app' });
    },
    expect: { ...MISMATCH, message: [/`s3:\/\/releases\/app`, which is in `eu-central-1`, as S3 says/] },
  },
  {
    title: 'in another account too: both are told',
    arrange: (simulator) => deploying(simulator, { targets: 'arn:aws:sqs:eu-central-1:210987654321:a' }),
    expect: { ...MISMATCH, diagnoses: ['target-region-mismatch', 'target-account-mismatch'] },
  },
];
