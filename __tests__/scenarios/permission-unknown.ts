import { addRoot, addSession } from '../../simulator/builders.ts';
import { allowing } from '../../simulator/policy.ts';
import type { RoleOptions } from '../../simulator/role-builders.ts';
import type { Simulator } from '../../simulator/server.ts';
import { deploying, endpoints } from '../../testing/beyond.ts';
import { environment, KEY_ID, SESSION_KEY_ID } from '../../testing/credentials.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const ACTIONS = { 'required-actions': 'ecs:UpdateService' };
const OPEN = {
  verdict: 'ok',
  diagnoses: ['permission-unknown'],
  status: 0,
  requests: 1,
  title: 'Whether the credentials may call ecs:UpdateService could not be decided',
} as const satisfies Expected;

function where(
  title: string,
  prepare: (simulator: Simulator) => void,
  message: RegExp,
  role: Partial<RoleOptions> = {},
): Scenario {
  return {
    title,
    arrange(simulator) {
      prepare(simulator);
      return deploying(simulator, ACTIONS, role);
    },
    expect: { ...OPEN, message: [message] },
  };
}

/** The policy simulator could not be asked, or does not see what decides. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a bucket’s own policy may allow it',
    arrange: (simulator) => deploying(simulator, { 'required-actions': 's3:PutObject arn:aws:s3:::releases/*' }),
    expect: {
      ...OPEN,
      title: 'Whether the credentials may call s3:PutObject could not be decided',
      message: [/may still be allowed by the resource’s policy/],
    },
  },
  {
    title: 'a condition on what the simulator was not told',
    arrange: (simulator) =>
      deploying(simulator, ACTIONS, {
        policies: [
          {
            name: 'FromOffice',
            statements: [{ effect: 'Allow', actions: ['ecs:*'], stringEquals: { 'aws:SourceVpc': ['vpc-1'] } }],
          },
        ],
      }),
    expect: { ...OPEN, message: [/depends on `aws:SourceVpc`/] },
  },
  where(
    'the caller may not ask',
    ({ iam }) => (iam.permissions.SimulatePrincipalPolicy = 'no-identity-policy'),
    /allow `iam:SimulatePrincipalPolicy` on `arn:aws:iam::123456789012:role\/deploy`, and on nothing else/,
  ),
  where(
    'a policy denies the question: nobody is told to allow it',
    ({ iam }) => (iam.permissions.SimulatePrincipalPolicy = 'scp-deny'),
    /by an explicit deny[^]*leave `required-actions` out/,
  ),
  where(
    'a role under a path that IAM does not tell',
    ({ iam }) => (iam.permissions.GetRole = 'no-identity-policy'),
    /STS leaves out a role’s path[^]*set `expected-arn`/,
    { path: '/ci/' },
  ),
  where('policies that cannot be evaluated', ({ iam }) => (iam.policyEvaluationFails = true), /`PolicyEvaluation`/),
  where(
    'IAM is throttled',
    ({ iam }) => iam.faults.standing.push({ kind: 'throttle' }),
    /`127\.0\.0\.1` did not answer \(throttled, Throttling\)/,
  ),
  where('something else answers', ({ iam }) => iam.faults.standing.push({ kind: 'captive-portal' }), /no IAM answer/),
  {
    title: 'the root user',
    arrange(simulator) {
      const root = addRoot(simulator.world, { accessKeyId: KEY_ID });
      return { env: { ...environment(root), ...endpoints(simulator) }, inputs: ACTIONS };
    },
    expect: { ...OPEN, diagnoses: ['root-credentials', 'permission-unknown'], title: /root user/ },
  },
  {
    title: 'a federated user',
    arrange(simulator) {
      const credentials = addSession(simulator.world, { kind: 'federated-user', accessKeyId: SESSION_KEY_ID });
      return { env: { ...environment(credentials), ...endpoints(simulator) }, inputs: ACTIONS };
    },
    expect: { ...OPEN, message: [/a federated user’s/] },
  },
  {
    title: 'an endpoint of STS that is not AWS’s, and none of IAM',
    arrange(simulator) {
      const { env, inputs = {} } = deploying(simulator, ACTIONS, { policies: [allowing('Admin', ['*'])] });
      return { env: { ...env, AWS_ENDPOINT_URL_IAM: '' }, inputs };
    },
    expect: { ...OPEN, message: [/STS endpoint, which is not AWS’s/] },
  },
];
