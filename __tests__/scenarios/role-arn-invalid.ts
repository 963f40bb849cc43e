import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { oidc, ROLE_ARN, webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const INVALID = {
  verdict: 'bad',
  diagnoses: ['role-arn-invalid'],
  status: 1,
  requests: 0,
} as const satisfies Expected;

function given(title: string, arn: string, what: string, ...message: readonly RegExp[]): Scenario {
  return {
    title,
    arrange: (simulator) => ({ env: webRole(simulator).env, inputs: { 'role-to-assume': arn } }),
    expect: { ...INVALID, title: `role-to-assume is ${what}`, message },
  };
}

export const scenarios: readonly Scenario[] = [
  {
    ...given(
      'the provider’s ARN',
      'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      'the ARN of the OIDC provider, not of a role',
    ),
    installedNode: true,
  },
  given('a user’s', 'arn:aws:iam::123456789012:user/deployer', 'the ARN of a user, not of a role'),
  given(
    'a session’s',
    'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions',
    'the ARN of a role’s session, not of the role',
    /set `role-to-assume` to `arn:aws:iam::123456789012:role\/deploy`/,
  ),
  given(
    'an instance profile’s',
    'arn:aws:iam::123456789012:instance-profile/runner',
    'the ARN of an instance profile, not of a role',
  ),
  given('a policy’s', 'arn:aws:iam::aws:policy/AdministratorAccess', 'the ARN of a policy, not of a role'),
  given('a bare name', 'deploy', 'a name alone, not an ARN', /an ARN such as `arn:aws:iam::123456789012:role\/deploy`/),
  given('an account ID', '123456789012', 'an account ID, not an ARN'),
  given(
    'an account ID with hyphens',
    'arn:aws:iam::1234-5678-9012:role/deploy',
    'an ARN whose account ID has not exactly 12 digits',
    /set `role-to-assume` to `arn:aws:iam::123456789012:role\/deploy`/,
  ),
  given(
    'an account ID whose leading zero YAML took',
    'arn:aws:iam::23456789012:role/deploy',
    'an ARN whose account ID has not exactly 12 digits',
    /set `role-to-assume` to `arn:aws:iam::023456789012:role\/deploy`/,
  ),
  given('a placeholder', 'arn:aws:iam::ACCOUNT_ID:role/deploy', 'a placeholder that nobody filled in'),
  given('an expression', 'arn:aws:iam::${{ vars.ACCOUNT }}:role/deploy', 'a placeholder that nobody filled in'),
  given('another service', 'arn:aws:s3::123456789012:role/deploy', 'the ARN of another service, not of IAM'),
  given('a partition that is none', 'arn:AWS:iam::123456789012:role/deploy', 'an ARN whose partition is none of AWS’s'),
  given(
    'white space within',
    'arn:aws:iam::123456789012:role/ deploy',
    'an ARN with white space or invisible characters in it',
  ),
  {
    title: 'what looks like a secret is not shown',
    arrange(simulator) {
      const secret = 'Zx8vQ2mN5pR7tW1yB4cD6fG9hJ0kL3nP/sV+uE2a';
      return { env: oidc(simulator), inputs: { 'role-to-assume': secret }, secrets: [secret] };
    },
    expect: { ...INVALID, message: [/a text of 40 characters that looks like a secret, and is not shown/] },
  },
  {
    title: 'beside good credentials, which are checked all the same',
    arrange(simulator) {
      const credentials = session(simulator);
      return {
        env: environment(credentials),
        inputs: { 'role-to-assume': 'deploy' },
        outputs: { 'authenticated-arn': credentials.arn },
      };
    },
    expect: { ...INVALID, requests: 1 },
  },
  {
    title: 'a role of AWS China in a commercial region, by web identity',
    arrange: (simulator) => ({
      env: webRole(simulator).env,
      inputs: { 'role-to-assume': ROLE_ARN.replace('arn:aws:', 'arn:aws-cn:') },
    }),
    expect: {
      ...INVALID,
      title: 'role-to-assume is the ARN of a role in another partition than the region’s',
      message: [/`eu-west-1` is a region of the partition `aws`/],
    },
  },
  {
    title: 'a commercial role in GovCloud, chained',
    arrange(simulator) {
      const credentials = session(simulator, { issuedIn: 'us-gov-west-1' });
      return {
        env: environment(credentials, { AWS_REGION: 'us-gov-west-1' }),
        inputs: { 'role-to-assume': ROLE_ARN },
      };
    },
    expect: {
      ...INVALID,
      requests: 1,
      title: 'role-to-assume is the ARN of a role in another partition than the region’s',
      message: [/`us-gov-west-1` is a region of the partition `aws-us-gov`/],
    },
  },
  {
    title: 'an ARN that only AWS can tell is none',
    arrange(simulator) {
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        {
          kind: 'refusal',
          status: 400,
          code: 'ValidationError',
          message: 'Request ARN is invalid',
        },
      );
      return { env: environment(user(simulator)), inputs: { 'role-to-assume': ROLE_ARN } };
    },
    expect: {
      ...INVALID,
      requests: 2,
      title: 'role-to-assume is an ARN that AWS does not take',
      message: [/STS answered `ValidationError`/],
    },
  },
];
