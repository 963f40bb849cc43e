import { describe, expect, it, test } from '@jest/globals';

import { evaluateTrustPolicy, type Check } from '../../../src/read/trust-policy/evaluate.ts';
import { nearestStatement } from '../../../src/read/trust-policy/nearest-statement.ts';
import { HOST, policy, PROVIDER, request, statement } from './policies.ts';

const AUD = { [`${HOST}:aud`]: 'sts.amazonaws.com' };
const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main';
const GOOD = { StringEquals: { ...AUD, [`${HOST}:sub`]: MAIN } };
const OTHER = { StringEquals: { ...AUD, [`${HOST}:sub`]: 'repo:octo-org/other:ref:refs/heads/main' } };

function evaluated(...statements: readonly unknown[]): ReturnType<typeof evaluateTrustPolicy> {
  return evaluateTrustPolicy(policy(...statements), request());
}

describe('the outcome', () => {
  const deny = (condition: unknown): unknown => statement(condition, { Effect: 'Deny', Principal: '*', Action: '*' });
  const unheld = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
  test.each([
    ['a matching Allow', [statement(GOOD)], 'allow', false],
    ['one of two', [statement(OTHER), statement(GOOD)], 'allow', false],
    ['nothing', [], 'deny', false],
    ['no match', [statement(OTHER)], 'deny', false],
    ['an explicit Deny wins', [statement(GOOD), deny({ StringLike: { [`${HOST}:sub`]: '*' } })], 'deny', true],
    [
      'a Deny that does not apply',
      [statement(GOOD), deny({ StringNotLike: { [`${HOST}:sub`]: 'repo:octo-org/*' } })],
      'allow',
      false,
    ],
    ['a Deny that cannot be told', [statement(GOOD), deny(unheld)], 'undetermined', false],
    ['a Deny that cannot be told, and no Allow', [deny(unheld)], 'deny', false],
    [
      'an Allow that cannot be told',
      [statement({ ...GOOD, ...{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })],
      'undetermined',
      false,
    ],
    [
      'a condition that fails beside one that cannot be told',
      [statement({ ...OTHER, Bool: { 'aws:SecureTransport': 'true' } })],
      'deny',
      false,
    ],
    [
      'several operators are all needed',
      [statement({ ...GOOD, StringLike: { [`${HOST}:sub`]: 'repo:else/*' } })],
      'deny',
      false,
    ],
    [
      'several keys are all needed',
      [statement({ StringEquals: { [`${HOST}:sub`]: MAIN, [`${HOST}:aud`]: 'else' } })],
      'deny',
      false,
    ],
  ])('%s', (_, statements, outcome, explicit) => {
    expect(evaluated(...statements)).toMatchObject({ outcome, explicit });
  });

  test.each([
    ['everyone', { Principal: '*' }, 'allow'],
    ['AWS *', { Principal: { AWS: '*' } }, 'allow'],
    ['Federated *', { Principal: { Federated: '*' } }, 'undetermined'],
    ['a list with it', { Principal: { Federated: ['x', PROVIDER] } }, 'allow'],
    ['the account', { Principal: { AWS: '123456789012' } }, 'deny'],
    ['part of the ARN', { Principal: { Federated: 'arn:aws:iam::*:oidc-provider/*' } }, 'deny'],
    ['all but another', { Principal: undefined, NotPrincipal: { AWS: '123456789012' } }, 'allow'],
    ['all but this one', { Principal: undefined, NotPrincipal: { Federated: PROVIDER } }, 'deny'],
    ['a wildcard action', { Action: 'sts:AssumeRole*' }, 'allow'],
    ['every action', { Action: '*' }, 'allow'],
    ['the action in another case', { Action: 'STS:assumerolewithwebidentity' }, 'allow'],
    ['another action', { Action: ['sts:AssumeRole', 'sts:TagSession'] }, 'deny'],
    ['no action', { Action: [] }, 'deny'],
    ['all actions but another', { Action: undefined, NotAction: 'sts:AssumeRole' }, 'allow'],
    ['all actions but this', { Action: undefined, NotAction: 'sts:*' }, 'deny'],
  ])('%s', (_, changes, outcome) => {
    expect(evaluated(statement(GOOD, changes)).outcome).toBe(outcome);
  });

  it('keeps expected and actual side by side', () => {
    const [only] = evaluated(
      statement({ StringEquals: { [`${HOST}:environment`]: 'prod', ...AUD } }, { Sid: 'A' }),
    ).statements;
    expect(only).toEqual({
      index: 0,
      sid: 'A',
      effect: 'Allow',
      outcome: 'fails',
      warnings: ['sub-missing-condition'],
      checks: [
        {
          element: 'Principal',
          operator: undefined,
          key: undefined,
          expected: [PROVIDER],
          actual: [PROVIDER],
          outcome: 'holds',
          mistake: undefined,
        },
        {
          element: 'Action',
          operator: undefined,
          key: undefined,
          expected: ['sts:AssumeRoleWithWebIdentity'],
          actual: ['sts:AssumeRoleWithWebIdentity'],
          outcome: 'holds',
          mistake: undefined,
        },
        {
          element: 'Condition',
          operator: 'StringEquals',
          key: `${HOST}:environment`,
          expected: ['prod'],
          actual: 'absent',
          outcome: 'fails',
          mistake: 'claim-not-in-token',
        },
        {
          element: 'Condition',
          operator: 'StringEquals',
          key: `${HOST}:aud`,
          expected: ['sts.amazonaws.com'],
          actual: ['sts.amazonaws.com'],
          outcome: 'holds',
          mistake: undefined,
        },
      ],
    });
  });
});

function failing(checks: readonly Check[] | undefined): Check | undefined {
  return checks?.find(({ outcome }) => outcome === 'fails');
}

describe('mistakes', () => {
  const NEW = 'repo:octo-org@123456/octo-repo@456789';
  const OLD = 'repo:octo-org/octo-repo';
  const env = (prefix: string): object => ({ sub: `${prefix}:environment:prod`, environment: 'prod' });

  test.each([
    ['wildcard-in-string-equals', 'StringEquals', `${OLD}:*`, {}],
    ['wildcard-in-string-equals', 'StringEquals', 'repo:octo-org*', env(NEW)],
    ['legacy-subject', 'StringEquals', 'repo:octo-org/*', env(NEW)],
    ['wildcard-in-string-equals', 'StringEquals', '*', {}],
    ['case-differs', 'StringEquals', 'repo:Octo-Org/octo-repo:ref:refs/heads/main', {}],
    ['case-differs', 'StringLike', 'repo:Octo-Org/*', {}],
    ['white-space-in-value', 'StringEquals', `${MAIN} `, {}],
    ['white-space-in-value', 'StringLike', ` ${OLD}:*`, {}],
    ['environment-changes-subject', 'StringEquals', MAIN, env(OLD)],
    ['environment-changes-subject', 'StringLike', `${OLD}:ref:refs/heads/*`, env(OLD)],
    ['environment-changes-subject', 'StringEquals', `${NEW}:ref:refs/heads/main`, env(NEW)],
    ['environment-changes-subject', 'StringLike', 'repo:octo-org@*/octo-repo@*:ref:refs/heads/main', env(NEW)],
    ['environment-changes-subject', 'StringEquals', `${OLD}:pull_request`, env(OLD)],
    ['environment-expected', 'StringEquals', `${OLD}:environment:prod`, {}],
    ['another-environment', 'StringEquals', `${OLD}:environment:staging`, env(OLD)],
    ['colon-not-encoded', 'StringEquals', `${OLD}:environment:prod:eu`, { sub: `${OLD}:environment:prod%3Aeu` }],
    ['legacy-subject', 'StringEquals', MAIN, { sub: `${NEW}:ref:refs/heads/main` }],
    ['legacy-subject', 'StringLike', `${OLD}:*`, { sub: `${NEW}:ref:refs/heads/main` }],
    ['legacy-subject', 'StringEquals', `${OLD}:ref:refs/heads/else`, { sub: `${NEW}:ref:refs/heads/main` }],
    ['immutable-subject-expected', 'StringEquals', `${NEW}:ref:refs/heads/main`, {}],
    ['immutable-subject-expected', 'StringLike', 'repo:octo-org@*/octo-repo@*:*', {}],
    ['immutable-subject-expected', 'StringEquals', `${NEW}:ref:refs/heads/main`, { repository_id: undefined }],
    ['pull-request-subject', 'StringEquals', MAIN, { sub: `${OLD}:pull_request` }],
    ['pull-request-subject', 'StringEquals', `${OLD}:pull_request`, {}],
    ['tag-vs-branch', 'StringLike', `${OLD}:ref:refs/heads/*`, { sub: `${OLD}:ref:refs/tags/v1` }],
    ['tag-vs-branch', 'StringLike', `${OLD}:ref:refs/tags/*`, {}],
    ['another-ref', 'StringEquals', `${OLD}:ref:refs/heads/release`, {}],
    ['another-repository', 'StringEquals', 'repo:octo-org/other:ref:refs/heads/main', {}],
    [
      'another-repository',
      'StringEquals',
      'repo:octo-org@1/octo-repo@2:ref:refs/heads/main',
      { sub: `${NEW}:ref:refs/heads/main` },
    ],
    ['customised-subject', 'StringEquals', MAIN, { sub: `repository_owner:octo-org` }],
    ['customised-subject', 'StringEquals', `${OLD}:environment:prod`, { sub: `${OLD}:environment:prod:actor:octocat` }],
    [undefined, 'StringEquals', 'nonsense', {}],
    [undefined, 'StringNotLike', '*', {}],
    [undefined, 'StringEquals', '${aws:username}', {}],
  ])('%s: %s %s', (mistake, operator, value, changes) => {
    const asked = request(changes);
    const [only] = evaluateTrustPolicy(policy(statement({ [operator]: { [`${HOST}:sub`]: value } })), asked).statements;
    expect(only?.outcome).not.toBe('holds');
    expect(failing(only?.checks)?.mistake).toBe(mistake);
  });

  it('prefers the value of the same repository', () => {
    const values = ['repo:octo-org/other:*', `${OLD}:environment:prod`];
    const [only] = evaluated(statement({ StringLike: { [`${HOST}:sub`]: values } })).statements;
    expect(failing(only?.checks)?.mistake).toBe('environment-expected');
  });

  test.each([
    ['wrong-audience', { StringEquals: { [`${HOST}:aud`]: 'https://github.com/octo-org' } }],
    ['url-in-provider-key', { StringEquals: { [`https://${HOST}:sub`]: MAIN } }],
    ['key-of-another-provider', { StringEquals: { 'vstoken.actions.githubusercontent.com:sub': MAIN } }],
    ['key-of-another-provider', { StringEquals: { [`${HOST}/octo-corp:sub`]: MAIN } }],
    ['white-space-in-value', { StringEquals: { [`${HOST}:sub `]: MAIN } }],
    ['white-space-in-value', { StringEquals: { [` ${HOST}:sub`]: MAIN } }],
    ['claim-not-supported', { StringEquals: { [`${HOST}:repository_owner`]: 'octo-org' } }],
    ['claim-not-in-token', { StringEquals: { [`${HOST}:environment`]: 'prod' } }],
  ])('%s: %j', (mistake, condition) => {
    expect(failing(evaluated(statement(condition)).statements[0]?.checks)?.mistake).toBe(mistake);
  });

  test.each([
    ['provider-of-another-account', { Principal: { Federated: PROVIDER.replace('123456789012', '000000000000') } }],
    ['provider-of-another-partition', { Principal: { Federated: PROVIDER.replace('arn:aws:', 'arn:aws-us-gov:') } }],
    ['another-provider', { Principal: { Federated: `${PROVIDER}/octo-corp` } }],
    ['another-provider', { Principal: { Federated: 'accounts.google.com' } }],
    ['url-in-provider-key', { Principal: { Federated: PROVIDER.replace(HOST, `https://${HOST}`) } }],
    ['case-differs', { Principal: { Federated: PROVIDER.replace('token', 'Token') } }],
    ['white-space-in-value', { Principal: { Federated: `${PROVIDER} ` } }],
    ['principal-not-federated', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
    ['action-missing', { Action: 'sts:AssumeRole' }],
    [undefined, { Action: undefined, NotAction: 'sts:*' }],
    [undefined, { Principal: undefined, NotPrincipal: '*' }],
  ])('%s: %j', (mistake, changes) => {
    expect(failing(evaluated(statement(GOOD, changes)).statements[0]?.checks)?.mistake).toBe(mistake);
  });

  it('finds none in a Deny statement', () => {
    const [only] = evaluated(statement(OTHER, { Effect: 'Deny' })).statements;
    expect(failing(only?.checks)?.mistake).toBeUndefined();
  });
});

describe('warnings', () => {
  test.each([
    [GOOD, []],
    [{ StringEquals: AUD }, ['sub-missing-condition']],
    [{ StringLike: { [`${HOST}:sub`]: '*' } }, ['sub-missing-condition']],
    [{ StringNotEquals: { [`${HOST}:sub`]: 'x' } }, ['sub-missing-condition']],
    [{ 'ForAllValues:StringEquals': { [`${HOST}:sub`]: MAIN } }, ['for-all-values-allows-absent']],
  ])('%j', (condition, warnings) => {
    expect(evaluated(statement(condition)).statements[0]?.warnings).toEqual(warnings);
  });
});

describe('nearestStatement', () => {
  function nearest(
    ...statements: readonly unknown[]
  ): readonly [number, string | undefined, string | undefined] | undefined {
    const found = nearestStatement(evaluated(...statements));
    return found && [found.statement.index, found.check?.key ?? found.check?.element, found.check?.mistake];
  }
  const service = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const sub = (value: string, more = {}): unknown => statement({ StringLike: { [`${HOST}:sub`]: value }, ...more });

  it('has none where the job is allowed, or nothing allows', () => {
    expect(nearest(statement(GOOD))).toBeUndefined();
    expect(nearest()).toBeUndefined();
    expect(nearest(statement(OTHER, { Effect: 'Deny' }))).toBeUndefined();
  });

  test.each([
    ['not the one for a service', [service, sub('repo:x/y:*')], [1, `${HOST}:sub`, 'another-repository']],
    [
      'the same repository',
      [sub('repo:x/y:*'), sub('repo:octo-org/octo-repo:environment:prod')],
      [1, `${HOST}:sub`, 'environment-expected'],
    ],
    [
      'the fewest conditions',
      [sub('repo:octo-org/x:*', { StringEquals: { [`${HOST}:aud`]: 'x' } }), sub('repo:octo-org/x:*')],
      [1, `${HOST}:sub`, 'another-repository'],
    ],
    [
      'the provider before the condition',
      [sub('repo:x/y:*', {}), statement(OTHER, { Principal: { Federated: 'x' } })],
      [0, `${HOST}:sub`, 'another-repository'],
    ],
    [
      'the principal where that is all there is',
      [statement(GOOD, { Principal: { Federated: 'x' } })],
      [0, 'Principal', 'another-provider'],
    ],
    ['the action', [statement(GOOD, { Action: 'sts:AssumeRole' })], [0, 'Action', 'action-missing']],
    [
      'what fails before what cannot be told',
      [statement({ Bool: { 'aws:SecureTransport': 'true' }, ...OTHER })],
      [0, `${HOST}:sub`, 'another-repository'],
    ],
    [
      'what cannot be told where nothing fails',
      [statement({ Bool: { 'aws:SecureTransport': 'true' }, ...GOOD })],
      [0, 'aws:SecureTransport', undefined],
    ],
    ['the explicit Deny', [statement(GOOD), statement(GOOD, { Effect: 'Deny' })], [1, undefined, undefined]],
    [
      'the Deny that cannot be told',
      [statement(GOOD), statement({ Bool: { 'aws:SecureTransport': 'true' } }, { Effect: 'Deny' })],
      [1, 'aws:SecureTransport', undefined],
    ],
  ])('%s', (_, statements, expected) => {
    expect(nearest(...statements)).toEqual(expected);
  });
});
