import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAccount } from '../../simulator/accounts.ts';
import { addSession, addUser } from '../../simulator/builders.ts';
import { allowing, denying, type AttachedPolicy } from '../../simulator/policy.ts';
import { addRole } from '../../simulator/role-builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import type { Credentials } from './ask.ts';
import { signedCall } from './signed.ts';

const TRUST = { Statement: { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' } } as const;
const IAM = { service: 'iam', region: 'us-east-1' };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => {
  const { world, iam, s3 } = simulator;
  for (const list of [world.users, world.sessions, world.roles, iam.requests, s3.requests, s3.buckets]) list.length = 0;
  world.accounts.clear();
  Object.assign(iam, { pageSize: 100, policyEvaluationFails: false });
  Object.assign(iam.permissions, { SimulatePrincipalPolicy: undefined, GetRole: undefined });
});

async function ask(credentials: Credentials, parameters: Record<string, string>): Promise<[number, string]> {
  const all = { Version: '2010-05-08', ...parameters };
  const { status, body } = await signedCall(`${simulator.iam.url}/`, credentials, IAM, all);
  return [status, body];
}

function simulation(
  arn: string,
  actions: readonly string[],
  more: Record<string, string> = {},
): Record<string, string> {
  const names = actions.map((action, index) => [`ActionNames.member.${index + 1}`, action] as const);
  return { Action: 'SimulatePrincipalPolicy', PolicySourceArn: arn, ...Object.fromEntries(names), ...more };
}

function decisions(body: string): string[] {
  return [...body.matchAll(/<EvalActionName>(.*?)<[^]*?<EvalDecision>(.*?)</g)].map(
    ([, action = '', decision = '']) => `${action} ${decision}`,
  );
}

describe('SimulatePrincipalPolicy', () => {
  it('lets a deny win, then an allow, and denies the rest', async () => {
    const policies = [allowing('S3', ['S3:*'], ['arn:aws:s3:::b/?']), denying('NoDelete', ['s3:Delete*'])];
    const { arn, ...credentials } = addUser(simulator.world, { path: '/ci/', policies });
    const asked = simulation(arn, ['s3:GetObject', 's3:DeleteObject', 'sqs:SendMessage'], {
      'ResourceArns.member.1': 'arn:aws:s3:::b/k',
    });
    const [status, body] = await ask(credentials, asked);
    expect([status, decisions(body)]).toEqual([
      200,
      ['s3:GetObject allowed', 's3:DeleteObject explicitDeny', 'sqs:SendMessage implicitDeny'],
    ]);
    expect(body).toContain('<SourcePolicyId>NoDelete</SourcePolicyId>');
    expect(body).toContain('<EvalResourceName>arn:aws:s3:::b/k</EvalResourceName>');
    expect(body).not.toContain('OrganizationsDecisionDetail');
    expect(body).toContain('<IsTruncated>false</IsTruncated>');
  });

  it.each<[string, { organization?: AttachedPolicy[]; boundary?: AttachedPolicy }, string, RegExp]>([
    [
      'organisation',
      { organization: [allowing('Full', ['*']), denying('NoEc2', ['ec2:*'])] },
      'explicitDeny',
      /Organizations>false/,
    ],
    [
      'organisation without an allow',
      { organization: [allowing('S3', ['s3:*'])] },
      'implicitDeny',
      /Organizations>false/,
    ],
    ['boundary', { boundary: allowing('B', ['s3:*']) }, 'implicitDeny', /PermissionsBoundary>false/],
    ['boundary that allows', { boundary: allowing('B', ['ec2:*']) }, 'allowed', /PermissionsBoundary>true/],
  ])('tells what the %s says', async (_, { organization, boundary }, decision, flag) => {
    addAccount(simulator.world, { ...(organization && { organization }) });
    const policies = [allowing('Admin', ['*'])];
    const role = addRole(simulator.world, { trustPolicy: TRUST, policies, ...(boundary && { boundary }) });
    const [, body] = await ask(addSession(simulator.world, { role }), simulation(role.arn, ['ec2:RunInstances']));
    expect(decisions(body)).toEqual([`ec2:RunInstances ${decision}`]);
    expect(body).toMatch(flag);
  });

  it('gives pages', async () => {
    const { arn, ...credentials } = addUser(simulator.world, { policies: [allowing('Admin', ['*'])] });
    simulator.iam.pageSize = 2;
    const asked = simulation(arn, ['s3:GetObject', 's3:PutObject', 's3:ListBucket']);
    const [, first] = await ask(credentials, asked);
    expect(decisions(first)).toHaveLength(2);
    const marker = /<Marker>(.*?)</.exec(first)?.[1] ?? '';
    const [, second] = await ask(credentials, { ...asked, Marker: marker });
    expect(decisions(second)).toEqual(['s3:ListBucket allowed']);
    expect(second).toContain('<IsTruncated>false</IsTruncated>');
  });

  it('asks for context keys that a condition needs', async () => {
    const stringEquals = { 'aws:RequestedRegion': ['eu-west-1'] };
    const policies = [{ name: 'Region', statements: [{ effect: 'Allow', actions: ['ec2:*'], stringEquals } as const] }];
    const { arn, ...credentials } = addUser(simulator.world, { policies });
    const asked = simulation(arn, ['ec2:RunInstances']);
    const [, without] = await ask(credentials, asked);
    expect(without).toContain('<MissingContextValues><member>aws:RequestedRegion</member></MissingContextValues>');
    const entry = 'ContextEntries.member.1.ContextKey';
    const [, body] = await ask(credentials, {
      ...asked,
      [`${entry}Name`]: 'aws:RequestedRegion',
      [`${entry}Type`]: 'string',
      [`${entry}Values.member.1`]: 'eu-west-1',
    });
    expect(decisions(body)).toEqual(['ec2:RunInstances allowed']);
  });

  it('refuses', async () => {
    const { arn, ...credentials } = addUser(simulator.world);
    const refused = async (parameters: Record<string, string>): Promise<string> => {
      const [status, body] = await ask(credentials, parameters);
      return `${status} ${/<Code>(.*?)</.exec(body)?.[1] ?? ''}`;
    };
    const good = simulation(arn, ['s3:GetObject']);
    expect(await refused(simulation(`${arn}x`, ['s3:GetObject']))).toBe('404 NoSuchEntity');
    expect(await refused(simulation(arn, ['s3:*']))).toBe('400 InvalidInput');
    expect(await refused(simulation('arn:aws:sts::123456789012:assumed-role/a/b', ['s3:Get']))).toBe(
      '400 InvalidInput',
    );
    simulator.iam.policyEvaluationFails = true;
    expect(await refused(good)).toBe('500 PolicyEvaluation');
    simulator.iam.permissions.SimulatePrincipalPolicy = 'no-identity-policy';
    expect(await refused(good)).toBe('403 AccessDenied');
    simulator.iam.faults.queue.push({ kind: 'throttle' });
    expect(await refused(good)).toBe('400 Throttling');
    expect(simulator.requests).toEqual([]);
    expect(simulator.iam.requests.map(({ code }) => code)).toEqual([
      'NoSuchEntity',
      'InvalidInput',
      'InvalidInput',
      'PolicyEvaluation',
      'AccessDenied',
      'Throttling',
    ]);
  });

  it('does not take a signature for STS', async () => {
    const { arn, ...credentials } = addUser(simulator.world);
    const asked = { Version: '2010-05-08', ...simulation(arn, ['s3:GetObject']) };
    const { body } = await signedCall(`${simulator.iam.url}/`, credentials, { ...IAM, service: 'sts' }, asked);
    expect(body).toContain("Credential should be scoped to correct service: 'iam'.");
  });
});

describe('GetRole', () => {
  it('tells the path', async () => {
    const role = addRole(simulator.world, { path: '/ci/', trustPolicy: TRUST });
    const [status, body] = await ask(addSession(simulator.world, { role }), { Action: 'GetRole', RoleName: 'deploy' });
    expect([status, /<Arn>(.*?)</.exec(body)?.[1]]).toEqual([200, 'arn:aws:iam::123456789012:role/ci/deploy']);
  });
});

describe('S3', () => {
  it('tells where a bucket is, and nothing else', async () => {
    const { s3 } = simulator;
    s3.buckets.push({ name: 'here', region: 'eu-west-1' }, { name: 'there', region: 'us-east-2' });
    const head = async (name: string): Promise<[number, string | null]> => {
      const answer = await fetch(`${s3.url}/${name}`, { method: 'HEAD', redirect: 'manual' });
      return [answer.status, answer.headers.get('x-amz-bucket-region')];
    };
    expect(await head('here')).toEqual([403, 'eu-west-1']);
    expect(await head('there')).toEqual([301, 'us-east-2']);
    expect(await head('nowhere')).toEqual([404, null]);
    expect(s3.requests.map(({ path, signed }) => [path, signed])).toEqual([
      ['/here', false],
      ['/there', false],
      ['/nowhere', false],
    ]);
  });
});
