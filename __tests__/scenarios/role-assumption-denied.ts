import type { IdentityDecision } from '../../simulator/world.ts';
import { addRoot, addSession } from '../../simulator/builders.ts';
import { addRole } from '../../simulator/role-builders.ts';
import { environment, KEY_ID, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { chainedRole, policy, trust } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const DENIED = {
  verdict: 'bad',
  diagnoses: ['role-assumption-denied'],
  status: 1,
  requests: 2,
  title: 'The credentials may not assume the role release',
  message: [/STS answered `AccessDenied`/],
  outputs: { 'credential-source': 'environment' },
} as const satisfies Expected;
const USER = 'arn:aws:iam::123456789012:user/deployer';
const TARGET = 'arn:aws:iam::123456789012:role/release';

/** The caller's side refuses, in the words that AWS adds. */
function callerSide(title: string, assumeRole: IdentityDecision, ...message: readonly RegExp[]): Scenario {
  return {
    title,
    arrange(simulator) {
      const credentials = user(simulator, { assumeRole });
      return {
        env: environment(credentials),
        inputs: chainedRole(simulator).inputs,
        outputs: { 'authenticated-arn': credentials.arn },
      };
    },
    expect: { ...DENIED, message },
  };
}

/** AWS's own text, word for word. */
function told(title: string, text: string, ...message: readonly RegExp[]): Scenario {
  return {
    title,
    arrange(simulator) {
      const credentials = user(simulator);
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        { kind: 'refusal', status: 403, code: 'AccessDenied', message: text },
      );
      return { env: environment(credentials), inputs: chainedRole(simulator).inputs };
    },
    expect: { ...DENIED, message },
  };
}

const says = (reason: string, action = 'sts:AssumeRole'): string =>
  `User: ${USER} is not authorized to perform: ${action} on resource: ${TARGET}${reason}`;

export const scenarios: readonly Scenario[] = [
  {
    ...callerSide(
      'no policy of the caller allows it',
      'no-identity-policy',
      /because the policies of the caller do not allow it\./,
      /What to change:\n- In a policy of the caller, allow `sts:AssumeRole` on `arn:aws:iam::123456789012:role\/release`\.\n\n/,
    ),
    installedNode: true,
  },
  callerSide(
    'a policy of the caller denies it',
    'identity-deny',
    /because the policies of the caller deny it/,
    /What to change:\n- In the policies of the caller, take `arn:aws:iam::123456789012:role\/release` out of the statement that denies/,
  ),
  callerSide(
    'a service control policy denies it',
    'scp-deny',
    /a service control policy of the organisation denies it/,
    /its administrator can/,
  ),
  callerSide(
    'the policy of the session does not allow it',
    'session-policy',
    /the policy of the caller’s session does not allow it/,
    /inline-session-policy/,
  ),
  callerSide(
    'the permissions boundary does not allow it',
    'boundary',
    /the caller’s permissions boundary does not allow it/,
  ),
  {
    title: 'the role’s trust policy does not allow it',
    arrange(simulator) {
      const credentials = user(simulator);
      const principal = 'arn:aws:iam::123456789012:user/somebody-else';
      return { env: environment(credentials), inputs: chainedRole(simulator, { principal }).inputs };
    },
    expect: {
      ...DENIED,
      message: [
        /because the role’s trust policy does not allow it/,
        /What to change:\n- In the role’s trust policy .* for `arn:aws:iam::123456789012:user\/deployer`/,
      ],
    },
  },
  {
    title: 'the role’s trust policy, and the caller is a role’s session',
    arrange(simulator) {
      const credentials = session(simulator);
      const principal = 'arn:aws:iam::123456789012:user/somebody-else';
      return { env: environment(credentials), inputs: chainedRole(simulator, { principal }).inputs };
    },
    expect: {
      ...DENIED,
      message: [/for `arn:aws:iam::123456789012:role\/deploy` \(with the role’s path before its name, if it has one\)/],
    },
  },
  {
    title: 'the role’s trust policy denies it',
    arrange(simulator) {
      const credentials = user(simulator);
      const allow = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' } as const;
      const { arn } = addRole(simulator.world, {
        name: 'release',
        trustPolicy: policy(allow, { ...allow, Effect: 'Deny', Principal: { AWS: USER } }),
      });
      return { env: environment(credentials), inputs: { 'role-to-assume': arn } };
    },
    expect: {
      ...DENIED,
      message: [/because the role’s trust policy denies it/, /take the caller out of the statement/],
    },
  },
  {
    title: 'AWS names no policy',
    arrange(simulator) {
      simulator.behaviour.deniedReasons = false;
      const credentials = user(simulator, { assumeRole: 'no-identity-policy' });
      return { env: environment(credentials), inputs: chainedRole(simulator).inputs };
    },
    expect: {
      ...DENIED,
      message: [/the caller’s policies or the role’s trust policy do not allow it, or because there is no such role/],
    },
  },
  {
    title: 'there is no such role',
    arrange: (simulator) => ({
      env: environment(user(simulator)),
      inputs: { 'role-to-assume': 'arn:aws:iam::123456789012:role/relaese' },
    }),
    expect: {
      ...DENIED,
      title: 'The credentials may not assume the role relaese',
      message: [/or because there is no such role/],
    },
  },
  {
    title: 'a role that is only for web identity, in a job that may not ask for a token',
    arrange(simulator) {
      const { arn } = addRole(simulator.world, { name: 'release', trustPolicy: trust() });
      return { env: environment(user(simulator)), inputs: { 'role-to-assume': arn } };
    },
    expect: {
      ...DENIED,
      message: [/because the role’s trust policy does not allow it/, /if the role is meant to be assumed by OIDC/],
    },
  },
  {
    title: 'the credentials are this role’s already',
    arrange(simulator) {
      const role = addRole(simulator.world, { name: 'release', trustPolicy: trust() });
      return { env: environment(session(simulator, { role })), inputs: { 'role-to-assume': role.arn } };
    },
    expect: { ...DENIED, message: [/What to change:\n- In this step, leave `role-to-assume` out/] },
  },
  {
    title: 'the role is in another account than allowed',
    arrange: (simulator) => ({
      env: environment(user(simulator)),
      inputs: {
        'role-to-assume': 'arn:aws:iam::210987654321:role/release',
        'allowed-account-ids': '123456789012',
      },
    }),
    expect: {
      ...DENIED,
      message: [/its ARN may name the wrong account/, /belongs to another account, `123456789012`/],
    },
  },
  {
    title: 'the root user can assume no role',
    arrange(simulator) {
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        { kind: 'refusal', status: 403, code: 'AccessDenied', message: 'Roles may not be assumed by root accounts.' },
      );
      return {
        env: environment(addRoot(simulator.world, { accessKeyId: KEY_ID })),
        inputs: chainedRole(simulator).inputs,
      };
    },
    expect: {
      ...DENIED,
      diagnoses: ['role-assumption-denied', 'root-credentials'],
      message: [
        /because the account’s root user cannot assume any role/,
        /AWS says that roles may not be assumed by root accounts/,
      ],
    },
  },
  told(
    'the words of AWS for trust policies',
    `User: ${USER} is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action`,
    /because the role’s trust policy does not allow it/,
  ),
  told(
    'the words of AWS for trust policies that deny',
    `User: ${USER} is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy`,
    /because the role’s trust policy denies it/,
  ),
  told(
    'no service control policy allows it',
    says(' because no service control policy allows the sts:AssumeRole action'),
    /a service control policy of the organisation does not allow it/,
  ),
  told(
    'a resource control policy denies it, and its ARN is named',
    says(
      ' with an explicit deny in a resource control policy: arn:aws:organizations::123456789012:policy/o-a1b2c3d4e5/resource_control_policy/p-abcd1234',
    ),
    /a resource control policy of the organisation denies it/,
  ),
  told(
    'the permissions boundary denies it',
    says(' with an explicit deny in a permissions boundary'),
    /the caller’s permissions boundary denies it/,
  ),
  told(
    'the policy of the session denies it',
    says(' with an explicit deny in a session policy'),
    /the policy of the caller’s session denies it/,
    /What to change:\n- In the step that makes the credentials, take `[^`]+` out of the statement/,
  ),
  told(
    'a source identity that may not be passed',
    says('', 'sts:SetSourceIdentity'),
    /AWS refuses `sts:SetSourceIdentity`/,
  ),
  told(
    'an action that nobody knows yet',
    says(' because no identity-based policy allows the sts:SetWhatever action', 'sts:SetWhatever'),
    /AWS refuses `sts:SetWhatever`, because the policies of the caller do not allow it/,
    /allow `sts:SetWhatever` on/,
  ),
  {
    title: 'the session name of this step, and trust-policy beside a key',
    arrange(simulator) {
      const credentials = user(simulator);
      const { arn } = addRole(simulator.world, {
        name: 'release',
        trustPolicy: policy({
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'somebody' } },
        }),
      });
      return { env: environment(credentials), inputs: { 'role-to-assume': arn, 'trust-policy': 'trust.json' } };
    },
    expect: {
      ...DENIED,
      message: [
        /`trust-policy` was not evaluated: it is held against OIDC tokens/,
        /gives the session the name `GitHubActions`, and sends no external ID/,
      ],
    },
  },
  {
    title: 'the role of the runner’s machine stands in for a missing permission',
    async arrange(simulator) {
      const name = 'github-runner';
      simulator.instance.credentials = addSession(simulator.world, { name, accessKeyId: OTHER_KEY_ID });
      simulator.faults.queue.push(
        { kind: 'delay', ms: 0 },
        { kind: 'refusal', status: 403, code: 'AccessDenied', message: says('') },
      );
      return {
        env: { RUNNER_ENVIRONMENT: 'self-hosted', AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds() },
        inputs: chainedRole(simulator).inputs,
      };
    },
    expect: {
      ...DENIED,
      diagnoses: ['role-assumption-denied', 'ambiguous-sources'],
      message: [/What to change:\n- In the job, add `permissions: id-token: write`: without it/],
      outputs: { 'credential-source': 'instance' },
    },
  },
];
