import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const INVALID = {
  verdict: 'bad',
  diagnoses: ['region-invalid'],
  status: 1,
  requests: 1,
  confirmed: ['region-invalid'],
} as const satisfies Expected;

/** The form of a secret access key, and none of the job’s own. */
const PASTED = 'zQ4/rT7+uW2xY9aB3cD6eF1gH8iJ5kL0mN4oP7qR';

function named(region: string, title: string): Scenario {
  return {
    title: `AWS_REGION is ${JSON.stringify(region)}`,
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_REGION: region }) }),
    expect: { ...INVALID, title },
  };
}

export const scenarios: readonly Scenario[] = [
  named('us-est-1', 'us-est-1 is not an AWS region; the nearest is us-east-1'),
  named('us-east-1a', 'us-east-1a is an availability zone, not a region'),
  named('US-WEST-2', 'US-WEST-2 is not an AWS region; the nearest is us-west-2'),
  named('eu-west', 'eu-west is not an AWS region; the nearest is eu-west-1'),
  named('euwest1', 'euwest1 is not an AWS region; the nearest is eu-west-1'),
  named('eu_west_1', 'eu_west_1 is not an AWS region; the nearest is eu-west-1'),
  named('global', 'global is not an AWS region'),
  named('Frankfurt', 'Frankfurt is not an AWS region'),
  named('${{ vars.AWS_REGION }}', '${{ vars.AWS_REGION }} is not an AWS region'),
  named('https://sts.example.com/', 'https://sts.example.com/ is not an AWS region'),
  {
    title: 'a secret in its place, which is not shown',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'aws-region': PASTED },
      secrets: [PASTED],
    }),
    expect: {
      ...INVALID,
      title: 'A text that looks like a secret is where the region belongs',
      message: [/a text of 40 characters that looks like a secret/],
    },
  },
  {
    title: 'a secret in its place, without confirmation',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_REGION: PASTED }),
      inputs: { confirm: 'false' },
      secrets: [PASTED],
    }),
    expect: { ...INVALID, requests: 0, confirmed: [], outputs: { 'aws-region': '' } },
  },
  {
    ...named('us-east-1\n', 'The region us-east-1 is written with U+000A in it'),
    title: 'a line break behind it',
  },
  {
    title: 'in the input',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { 'aws-region': 'eu-wset-1' } }),
    expect: {
      ...INVALID,
      title: 'eu-wset-1 is not an AWS region; the nearest is eu-west-1',
      message: [/the input aws-region/],
    },
  },
  {
    title: 'AWS_DEFAULT_REGION is an availability zone',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-central-1b' }),
    }),
    expect: {
      ...INVALID,
      title: 'eu-central-1b is an availability zone, not a region',
      message: [/AWS_DEFAULT_REGION/],
    },
  },
  {
    title: 'without confirmation',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_REGION: 'us-est-1' }),
      inputs: { confirm: 'false' },
    }),
    expect: { ...INVALID, requests: 0, confirmed: [] },
  },
];
