import { allowing } from '../../simulator/policy.ts';
import { deploying, endpoints } from '../../testing/beyond.ts';
import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { chainedRole, webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const OK = { verdict: 'ok', diagnoses: [], status: 0, requests: 1 } as const satisfies Expected;
const ADMIN = { policies: [allowing('AdministratorAccess', ['*'])] };
const USAGE = { verdict: 'bad', diagnoses: ['usage'], status: 1, requests: 0 } as const satisfies Expected;

function usage(title: string, inputs: Record<string, string>, message: RegExp): Scenario {
  return { title, arrange: (simulator) => deploying(simulator, inputs), expect: { ...USAGE, message: [message] } };
}

/** Targets and permissions where all is well, and inputs that cannot be used. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'targets of this account, region and partition',
    arrange(simulator) {
      simulator.s3.buckets.push({ name: 'releases', region: 'eu-west-1' });
      const targets = [
        'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
        'arn:aws:iam::123456789012:role/app',
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'arn:aws:route53:::hostedzone/Z1',
        's3://releases',
        '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1.0',
      ];
      return deploying(simulator, { targets: targets.join('\n') });
    },
    expect: OK,
  },
  {
    title: 'S3 that does not answer says nothing of a bucket',
    arrange(simulator) {
      simulator.s3.outage = { kind: 'refuse', status: 503 };
      return deploying(simulator, { targets: 's3://releases' });
    },
    expect: OK,
  },
  {
    title: 'a page of a portal in place of S3 says nothing of a bucket',
    arrange(simulator) {
      simulator.s3.outage = { kind: 'refuse', status: 404, headers: { 'Content-Type': 'text/html' } };
      return deploying(simulator, { targets: 's3://releases' });
    },
    expect: OK,
  },
  {
    title: 'all that is required is allowed',
    arrange: (simulator) =>
      deploying(
        simulator,
        {
          'required-actions': 'ecs:UpdateService,s3:PutObject\niam:PassRole arn:aws:iam::123456789012:role/app',
          summary: 'always',
        },
        ADMIN,
      ),
    expect: { ...OK, summary: [/### Permissions/, /iam&#58;PassRole/] },
  },
  {
    title: 'a condition on the region that the job asks',
    arrange: (simulator) =>
      deploying(
        simulator,
        { 'required-actions': 'ecs:UpdateService' },
        {
          policies: [
            {
              name: 'Ireland',
              statements: [{ effect: 'Allow', actions: ['*'], stringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } }],
            },
          ],
        },
      ),
    expect: OK,
  },
  {
    title: 'a user under a path',
    arrange(simulator) {
      const credentials = user(simulator, { path: '/ci/', ...ADMIN });
      return {
        env: { ...environment(credentials), ...endpoints(simulator) },
        inputs: { 'required-actions': 'ecs:UpdateService' },
      };
    },
    expect: { ...OK, diagnoses: ['long-term-credentials'] },
  },
  {
    title: 'a role under a path, as IAM tells it',
    arrange: (simulator) =>
      deploying(simulator, { 'required-actions': 'ecs:UpdateService' }, { path: '/ci/', ...ADMIN }),
    expect: OK,
  },
  {
    title: 'a role under a path, as `expected-arn` tells it',
    arrange(simulator) {
      simulator.iam.permissions.GetRole = 'no-identity-policy';
      return deploying(
        simulator,
        { 'required-actions': 'ecs:UpdateService', 'expected-arn': 'arn:aws:iam::123456789012:role/ci/deploy' },
        { path: '/ci/', ...ADMIN },
      );
    },
    expect: OK,
  },
  {
    title: 'the role that web identity gives is asked about, with its own credentials',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { path: '/ci/', ...ADMIN });
      return {
        env: { ...env, ...endpoints(simulator) },
        inputs: { ...inputs, 'required-actions': 'ecs:UpdateService' },
      };
    },
    expect: { ...OK, requests: 2 },
  },
  {
    title: 'the role that the checked credentials assume is asked about',
    arrange(simulator) {
      const { inputs } = chainedRole(simulator, ADMIN);
      const env = { ...environment(session(simulator)), ...endpoints(simulator) };
      return { env, inputs: { ...inputs, 'required-actions': 'ecs:UpdateService' } };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'nothing is asked where STS refuses the credentials',
    arrange(simulator) {
      const arranged = deploying(simulator, { targets: 's3://nowhere', 'required-actions': 'ecs:UpdateService' });
      simulator.world.sessions.length = 0;
      return arranged;
    },
    expect: { verdict: 'bad', diagnoses: ['access-key-rejected'], status: 1, requests: [1, 5] },
  },
  usage('a target that is none', { targets: 'prod' }, /`targets` is `prod`[^]*an ARN such as/),
  usage(
    'a target in a region that is none',
    { targets: 'arn:aws:sqs:eu-west1:123456789012:q' },
    /did you mean "eu-west-1"/,
  ),
  usage('an action that is none', { 'required-actions': 'PutObject' }, /`required-actions` is `PutObject`/),
  usage('an action with a wildcard', { 'required-actions': 's3:*' }, /takes no wildcard/),
  usage('a file that does not exist', { 'required-actions': '@needed.txt' }, /`@needed\.txt`[^]*does not exist/),
  {
    title: 'a secret key pasted into the targets is not shown',
    arrange(simulator) {
      const arranged = deploying(simulator, {});
      return { ...arranged, inputs: { targets: arranged.env['AWS_SECRET_ACCESS_KEY'] ?? '' } };
    },
    expect: USAGE,
  },
];
