import { addAccount } from '../../simulator/accounts.ts';
import { addSession, addUser } from '../../simulator/builders.ts';
import { environment, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { chainedRole, job, oidc, policy, trust, webRole, webStatement } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const OK = { verdict: 'ok', diagnoses: [], status: 0, requests: 2 } as const satisfies Expected;
const ALONE = { 'credential-source': 'web-identity', 'credential-type': 'temporary' } as const;
const SESSION_ARN = 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions';
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

/** An emulator, or something that plays one, answers GetCallerIdentity with somebody else than the role. */
function somebodyElse(title: string, identity: string): Scenario {
  const [, , , , account = ''] = identity.split(':');
  return {
    title,
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      const headers = { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef' };
      const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${identity}</Arn><UserId>AROAEXAMPLE:GitHubActions</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
      simulator.faults.queue.push({ kind: 'delay', ms: 0 }, { kind: 'answer', status: 200, headers, body });
      return { env, inputs };
    },
    expect: {
      verdict: 'unknown',
      diagnoses: ['sts-unrecognised'],
      status: 1,
      requests: 2,
      message: [/which is no session of it/, /Whether the role can be assumed could not be checked/],
      outputs: { 'authenticated-arn': '', 'credential-type': '' },
    },
  };
}

/** `role-to-assume`, and all that is to be seen of it where nothing refuses the role. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'web identity alone',
    installedNode: true,
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, summary: 'always' } };
    },
    expect: {
      ...OK,
      outputs: {
        ...ALONE,
        diagnosis: '',
        'aws-account-id': '123456789012',
        'authenticated-arn': SESSION_ARN,
        'principal-type': 'assumed-role',
        'aws-region': 'eu-west-1',
        'expires-at': '',
        'seconds-remaining': '',
      },
    },
  },
  {
    title: 'web identity beside a healthy long-term key',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      const credentials = user(simulator);
      return {
        env: { ...env, ...environment(credentials) },
        inputs,
        outputs: { 'authenticated-arn': credentials.arn },
      };
    },
    expect: {
      ...OK,
      diagnoses: ['long-term-credentials'],
      requests: 3,
      outputs: { 'credential-source': 'environment', 'credential-type': 'long-term' },
    },
  },
  {
    title: 'web identity beside a broken key: both are told',
    arrange(simulator) {
      const { env, inputs, arn } = webRole(simulator);
      simulator.world.roles.length = 0;
      const credentials = user(simulator, { status: 'Inactive' });
      return { env: { ...env, ...environment(credentials) }, inputs: { ...inputs, 'role-to-assume': arn } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-key-rejected', 'oidc-trust-denied'],
      status: 1,
      requests: 2,
      outputs: { 'authenticated-arn': '', 'credential-source': 'environment' },
    },
  },
  {
    title: 'a healthy role beside a broken key is not who the job is',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env: { ...env, ...environment(user(simulator, { status: 'Inactive' })) }, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-key-rejected'],
      status: 1,
      requests: 3,
      outputs: { 'authenticated-arn': '', 'aws-account-id': '' },
    },
  },
  {
    title: 'chained from a long-term key, as the job may not ask for a token',
    installedNode: true,
    arrange(simulator) {
      const credentials = user(simulator);
      return {
        env: environment(credentials),
        inputs: chainedRole(simulator).inputs,
        outputs: { 'authenticated-arn': credentials.arn },
      };
    },
    expect: { ...OK, diagnoses: ['long-term-credentials'], requests: 3 },
  },
  {
    title: 'chained from temporary credentials',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: chainedRole(simulator).inputs }),
    expect: { ...OK, requests: 3, outputs: { 'credential-source': 'environment' } },
  },
  {
    title: 'chained from credentials of the inputs, across accounts',
    arrange(simulator) {
      const principal = 'arn:aws:iam::123456789012:root';
      const credentials = session(simulator);
      const { inputs } = chainedRole(simulator, { account: '210987654321', principal });
      return {
        env: environment(credentials),
        inputs: { ...inputs, 'allowed-account-ids': '123456789012,210987654321' },
      };
    },
    expect: { ...OK, requests: 3, outputs: { 'aws-account-id': '123456789012' } },
  },
  {
    title: 'a role under a path',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { path: '/teams/ci/' });
      return { env, inputs: { ...inputs, 'expected-arn': 'arn:aws:iam::123456789012:role/teams/ci/deploy' } };
    },
    expect: { ...OK, outputs: { 'authenticated-arn': SESSION_ARN } },
  },
  {
    title: 'AWS China with the audience of China',
    arrange(simulator) {
      const about = { account: '123456789012', partition: 'aws-cn', audience: 'sts.amazonaws.com.cn' };
      addAccount(simulator.world, { partition: 'aws-cn' });
      const { env, inputs } = webRole(simulator, { about });
      return { env: { ...env, AWS_REGION: 'cn-north-1' }, inputs: { ...inputs, audience: about.audience } };
    },
    expect: {
      ...OK,
      outputs: {
        ...ALONE,
        'aws-partition': 'aws-cn',
        'authenticated-arn': SESSION_ARN.replace('arn:aws:', 'arn:aws-cn:'),
      },
    },
  },
  {
    title: 'AWS GovCloud',
    arrange(simulator) {
      addAccount(simulator.world, { partition: 'aws-us-gov' });
      const { env, inputs } = webRole(simulator, { about: { partition: 'aws-us-gov' } });
      return { env: { ...env, AWS_REGION: 'us-gov-west-1' }, inputs };
    },
    expect: { ...OK, outputs: { 'aws-partition': 'aws-us-gov' } },
  },
  {
    title: 'no region anywhere',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env: { ...env, AWS_REGION: '' }, inputs };
    },
    expect: { ...OK, diagnoses: ['region-missing'], outputs: { 'aws-region': 'us-east-1' } },
  },
  ...(
    [
      ['a tag', { ref: 'refs/tags/v1.2.3' }, 'repo:octo-org/octo-repo:ref:refs/tags/v1.2.3'],
      ['an environment', { environment: 'production' }, 'repo:octo-org/octo-repo:environment:production'],
      ['a pull request', { event: 'pull_request' }, 'repo:octo-org/octo-repo:pull_request'],
      ['the immutable form', { subject: 'immutable' }, 'repo:octo-org@65036/octo-repo@74481:ref:refs/heads/main'],
    ] as const
  ).map(([what, changes, subject]): Scenario => ({
    title: `a subject of ${what}`,
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { trustPolicy: trust(subject) });
      job(simulator, changes);
      return { env, inputs };
    },
    expect: OK,
  })),
  {
    title: 'a GitHub Enterprise Server',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { about: { issuer: 'https://ghes.example/_services/token' } });
      return { env: { ...env, GITHUB_SERVER_URL: 'https://ghes.example' }, inputs };
    },
    expect: OK,
  },
  {
    title: 'an enterprise with an issuer of its own',
    arrange(simulator) {
      const issuer = 'https://token.actions.githubusercontent.com/octo-enterprise';
      const { env, inputs } = webRole(simulator, { about: { issuer } });
      return { env, inputs };
    },
    expect: OK,
  },
  {
    title: 'on a runner of one’s own, nobody asks the instance for its role',
    async arrange(simulator) {
      simulator.instance.credentials = addSession(simulator.world, { name: 'runner', accessKeyId: OTHER_KEY_ID });
      const { env, inputs } = webRole(simulator);
      return {
        env: {
          ...env,
          RUNNER_ENVIRONMENT: 'self-hosted',
          AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds(),
        },
        inputs,
      };
    },
    expect: { ...OK, outputs: ALONE },
  },
  {
    title: 'GitHub answers 503 once',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      simulator.identityProvider.outages.push({ kind: 'refuse', status: 503 });
      return { env, inputs };
    },
    expect: OK,
  },
  {
    title: 'AWS cannot fetch GitHub’s keys at once',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 400,
        code: 'InvalidIdentityToken',
        message:
          "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'the identity provider does not answer AWS at once',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 400,
        code: 'IDPCommunicationError',
        message: 'An error occurred while communicating with the identity provider.',
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'throttled once',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'throttle' });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'the role’s fresh credentials are not known everywhere yet',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        {
          kind: 'refusal',
          status: 403,
          code: 'InvalidClientTokenId',
          message: 'The security token included in the request is invalid.',
        },
      );
      return { env, inputs };
    },
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'the role’s credentials are never known',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      const refusal = {
        kind: 'refusal',
        status: 403,
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid.',
      } as const;
      simulator.faults.queue.push({ kind: 'delay', ms: 0 }, refusal, refusal, refusal);
      return { env, inputs };
    },
    expect: {
      verdict: 'unknown',
      diagnoses: ['sts-unrecognised'],
      status: 1,
      requests: 4,
      message: [/Whether the role can be assumed could not be checked/],
    },
  },
  somebodyElse(
    'the role’s credentials are told to be of another account',
    'arn:aws:sts::999999999999:assumed-role/deploy/GitHubActions',
  ),
  somebodyElse(
    'the role’s credentials are told to be another role’s',
    'arn:aws:sts::123456789012:assumed-role/release/GitHubActions',
  ),
  somebodyElse('the role’s credentials are told to be a user’s', 'arn:aws:iam::123456789012:user/deployer'),
  {
    title: 'allowed-account-ids is held against the role too',
    arrange(simulator) {
      const principal = 'arn:aws:iam::123456789012:root';
      const credentials = session(simulator);
      const { inputs } = chainedRole(simulator, { account: '210987654321', principal });
      return { env: environment(credentials), inputs: { ...inputs, 'allowed-account-ids': '123456789012' } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['account-not-allowed'],
      status: 1,
      requests: 3,
      title: 'The role belongs to account 210987654321, which is not allowed',
    },
  },
  {
    title: 'allowed-account-ids, and web identity alone',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'allowed-account-ids': '210987654321' } };
    },
    expect: { verdict: 'bad', diagnoses: ['account-not-allowed'], status: 1, requests: 2 },
  },
  {
    title: 'expected-arn is held against the role too',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'expected-arn': 'arn:aws:iam::123456789012:role/release' } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['identity-unexpected'],
      status: 1,
      requests: 2,
      title: /^The role’s session is assumed-role\/.*, not as expected$/,
    },
  },
  {
    title: 'expected-arn is held against the credentials too',
    arrange(simulator) {
      const { inputs, arn } = chainedRole(simulator);
      return { env: environment(user(simulator)), inputs: { ...inputs, 'expected-arn': arn } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['identity-unexpected'],
      status: 1,
      requests: 3,
      title: /^The credentials are .*, not as expected$/,
      message: [/must each match one of the patterns/],
    },
  },
  {
    title: 'expected-arn has a pattern for each of the two',
    arrange(simulator) {
      const { inputs, arn } = chainedRole(simulator);
      const credentials = user(simulator);
      return {
        env: environment(credentials),
        inputs: { ...inputs, 'expected-arn': `${credentials.arn}\n${arn}` },
      };
    },
    expect: { ...OK, diagnoses: ['long-term-credentials'], requests: 3 },
  },
  {
    title: 'min-remaining beyond an hour, and a chain of roles',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(4 * 3600) }),
      inputs: { ...chainedRole(simulator).inputs, 'min-remaining': '90m' },
    }),
    expect: {
      verdict: 'bad',
      diagnoses: ['expires-too-soon'],
      status: 1,
      requests: 3,
      title: 'The role’s session can last 1 h at most; 1 h 30 min are needed',
      message: [/by OIDC directly/],
    },
  },
  {
    title: 'min-remaining within the hour of a chain of roles',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(4 * 3600) }),
      inputs: { ...chainedRole(simulator).inputs, 'min-remaining': '1h' },
    }),
    expect: { ...OK, requests: 3 },
  },
  {
    title: 'min-remaining within the usual duration of a role',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'min-remaining': '45m' } };
    },
    expect: OK,
  },
  {
    title: 'min-remaining beyond the usual duration of a role',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'min-remaining': '2h' } };
    },
    expect: {
      ...OK,
      diagnoses: ['expiry-unknown'],
      title: 'Nothing tells whether the role’s session may last 2 h',
      message: [/role-duration-seconds: 7200/],
    },
  },
  {
    title: 'min-remaining beyond what any role can last',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'min-remaining': '13h' } };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['expires-too-soon'],
      status: 1,
      requests: 2,
      title: 'The role’s session can last 12 h at most; 13 h are needed',
    },
  },
  {
    title: 'the clock is measured from the role’s answers',
    arrange(simulator) {
      simulator.setClockOffset(-400);
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['clock-skew'],
      status: 1,
      requests: 2,
      title: /^The runner’s clock is 6 min 30 s ahead of AWS$/,
    },
  },
  {
    title: 'a clock so wrong that AWS refuses what the role signs',
    arrange(simulator) {
      simulator.setClockOffset(2000);
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['clock-skew'],
      status: 1,
      requests: 3,
      confirmed: ['clock-skew'],
      message: [/AWS refuses every request/],
      outputs: { 'authenticated-arn': SESSION_ARN },
    },
  },
  {
    title: 'STS cannot be reached for the role',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'sts-endpoint': 'http://127.0.0.1:9', timeout: '4s' } };
    },
    expect: {
      verdict: 'unknown',
      diagnoses: ['sts-unreachable'],
      status: 1,
      requests: 0,
      message: [/Whether the role can be assumed could not be checked/],
      outputs: { 'credential-source': 'web-identity', 'credential-type': '' },
    },
  },
  {
    title: 'STS throttles the role’s calls until the end',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      simulator.faults.standing.push({ kind: 'throttle' });
      return { env, inputs: { ...inputs, timeout: '2s' } };
    },
    expect: { verdict: 'unknown', diagnoses: ['sts-throttled'], status: 1, requests: [2, 40] },
  },
  {
    title: 'the role’s credentials are given, and then STS hangs',
    arrange(simulator) {
      const { inputs } = chainedRole(simulator);
      const credentials = user(simulator);
      simulator.faults.queue.push({ kind: 'delay', ms: 0 }, { kind: 'delay', ms: 0 }, { kind: 'hang' });
      return { env: environment(credentials), inputs: { ...inputs, timeout: '3s' } };
    },
    expect: {
      verdict: 'unknown',
      diagnoses: ['sts-unreachable', 'long-term-credentials'],
      status: 1,
      requests: 3,
      message: [/Whether the role can be assumed could not be checked/],
    },
  },
  {
    title: 'a code that is not known, beside a warning about the credentials',
    arrange(simulator) {
      const { inputs } = chainedRole(simulator);
      const credentials = session(simulator);
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        { kind: 'refusal', status: 400, code: 'MalformedPolicyDocument', message: 'Syntax error at position (1,2)' },
      );
      return { env: environment(credentials), inputs: { ...inputs, 'min-remaining': '30m' } };
    },
    expect: { verdict: 'unknown', diagnoses: ['sts-unrecognised', 'expiry-unknown'], status: 1, requests: 2 },
  },
  {
    title: 'a duration that the role does not allow',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, { maxSessionDuration: 600 });
      return { env, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['role-duration-exceeded'],
      status: 1,
      requests: 2,
    },
  },
  {
    title: 'STS is deactivated where the role is asked for',
    arrange(simulator) {
      addAccount(simulator.world, { stsDeactivated: ['eu-west-3'] });
      simulator.behaviour.regions = ['eu-west-3'];
      const { env, inputs } = webRole(simulator);
      return { env: { ...env, AWS_REGION: 'eu-west-3' }, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['region-disabled'],
      status: 1,
      requests: 1,
      title: 'STS is deactivated in eu-west-3 for this account',
    },
  },
  {
    title: 'STS is deactivated where the role is chained, although the credentials are accepted there',
    arrange(simulator) {
      addAccount(simulator.world, { optInRegions: ['ap-east-1'], stsDeactivated: ['ap-east-1'] });
      return {
        env: environment(session(simulator), { AWS_REGION: 'ap-east-1' }),
        inputs: chainedRole(simulator).inputs,
      };
    },
    expect: { verdict: 'bad', diagnoses: ['region-disabled'], status: 1, requests: 2 },
  },
  {
    title: 'the policy of a VPC endpoint refuses the role',
    arrange(simulator) {
      simulator.faults.queue.push({
        kind: 'refusal',
        status: 403,
        code: 'AccessDenied',
        message:
          'User: anonymous is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: arn:aws:iam::123456789012:role/deploy because no VPC endpoint policy allows the sts:AssumeRoleWithWebIdentity action',
      });
      const { env, inputs } = webRole(simulator);
      return { env, inputs };
    },
    expect: {
      verdict: 'bad',
      diagnoses: ['access-denied'],
      status: 1,
      requests: 1,
      message: [/allow `sts:AssumeRoleWithWebIdentity`/],
    },
  },
  {
    title: 'a role of any subject, as far as the operators of IAM go',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator, {
        trustPolicy: policy(
          webStatement({
            'ForAnyValue:StringLike': {
              'token.actions.githubusercontent.com:sub': ['repo:octo-org/*', 'repo:other/*'],
            },
            StringEqualsIgnoreCase: { 'token.actions.githubusercontent.com:aud': 'STS.amazonaws.com' },
          }),
        ),
      });
      return { env, inputs };
    },
    expect: OK,
  },
  {
    title: 'the job’s own credentials are not needed for what withholds them',
    arrange(simulator) {
      const { env, inputs } = webRole(simulator);
      return { env: { ...env, ...oidc(simulator), GITHUB_ACTOR: 'dependabot[bot]' }, inputs };
    },
    expect: { ...OK, outputs: ALONE },
  },
  {
    title: 'account IDs are masked where that is wanted, of the role too',
    arrange(simulator) {
      addUser(simulator.world, { accessKeyId: OTHER_KEY_ID });
      const { env, inputs } = webRole(simulator);
      return { env, inputs: { ...inputs, 'mask-aws-account-id': 'true', summary: 'always' } };
    },
    expect: { ...OK, absent: /123456789012/ },
  },
];
