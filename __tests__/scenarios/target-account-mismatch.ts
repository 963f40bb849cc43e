import { deploying } from '../../testing/beyond.ts';
import { webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const OTHER = 'arn:aws:ecs:eu-west-1:210987654321:cluster/prod';
const WARNING = {
  verdict: 'ok',
  diagnoses: ['target-account-mismatch'],
  status: 0,
  requests: 1,
  title: 'The target is in account 210987654321, the credentials are in 123456789012',
} as const satisfies Expected;

function touching(title: string, targets: string, more: Partial<Expected> = {}, inputs = {}): Scenario {
  return {
    title,
    arrange: (simulator) => deploying(simulator, { targets, ...inputs }),
    expect: { ...WARNING, ...more },
  };
}

/** What the job will touch is in another account. */
export const scenarios: readonly Scenario[] = [
  touching('a cluster', OTHER),
  touching('an image', '210987654321.dkr.ecr.eu-west-1.amazonaws.com/app:1.0'),
  touching('a role of IAM, which has no region', 'arn:aws:iam::210987654321:role/deploy'),
  touching(
    'several, among some of the right account',
    `arn:aws:ecs:eu-west-1:123456789012:cluster/prod\n${OTHER}\narn:aws:sns:eu-west-1:333333333333:topic\ns3://`.replace(
      /\ns3:\/\/$/,
      '',
    ),
    { title: '2 targets are in other accounts than the credentials (123456789012)' },
  ),
  touching(
    'an account that `allowed-account-ids` has too',
    OTHER,
    {},
    {
      'allowed-account-ids': '123456789012,210987654321',
    },
  ),
  touching(
    'an account that `allowed-account-ids` excludes',
    OTHER,
    { verdict: 'bad', status: 1, message: [/`allowed-account-ids` does not have `210987654321`/] },
    { 'allowed-account-ids': '123456789012' },
  ),
  touching('where a warning fails the step', OTHER, { status: 1 }, { 'fail-on': 'warning' }),
  touching(
    'with masked account IDs',
    OTHER,
    { title: 'The target is in account ***, the credentials are in ***', absent: /210987654321/ },
    { 'mask-aws-account-id': 'true' },
  ),
  {
    title: 'compared with the role that the job will assume',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, targets: OTHER } };
    },
    expect: { ...WARNING, requests: 2 },
  },
];
