import { describe, expect, it } from '@jest/globals';
import { permissionOf } from '../../src/beyond/permission.ts';
import { readSimulation } from '../../src/beyond/simulation.ts';
import type { Decision } from '../../src/model/beyond.ts';

const ACCOUNT = '123456789012';

function decision(given: Partial<Decision>): Decision {
  return {
    action: 'ecs:UpdateService',
    resource: '*',
    decision: 'implicitDeny',
    policies: [],
    organization: undefined,
    boundary: undefined,
    missing: [],
    ...given,
  };
}

describe('permissionOf', () => {
  it.each<[string, Partial<Decision>, string]>([
    ['an allow', { decision: 'allowed' }, 'allowed'],
    ['an explicit deny', { decision: 'explicitDeny', policies: ['NoDeploy'] }, 'denied policy'],
    [
      'an explicit deny on a resource with a policy',
      { action: 's3:PutObject', decision: 'explicitDeny' },
      'denied policy',
    ],
    ['an explicit deny beside a missing key', { decision: 'explicitDeny', missing: ['aws:SourceIp'] }, 'denied policy'],
    [
      'the quarantine policy',
      { decision: 'explicitDeny', policies: ['AWSCompromisedKeyQuarantineV2'] },
      'denied quarantine',
    ],
    ['its first version', { decision: 'explicitDeny', policies: ['AWSCompromisedKeyQuarantine'] }, 'denied quarantine'],
    [
      'a policy of a like name',
      { decision: 'explicitDeny', policies: ['NotAWSCompromisedKeyQuarantine'] },
      'denied policy',
    ],
    [
      'the quarantine policy that does not deny this',
      { decision: 'allowed', policies: ['AWSCompromisedKeyQuarantineV2'] },
      'allowed',
    ],
    ['the organisation', { organization: false, action: 's3:PutObject' }, 'denied organization'],
    ['the organisation’s explicit deny', { organization: false, decision: 'explicitDeny' }, 'denied organization'],
    ['the boundary', { boundary: false, action: 'sqs:SendMessage' }, 'denied boundary'],
    ['nothing that allows', {}, 'denied nothing'],
    ['nothing that allows, and a missing key', { missing: ['aws:SourceIp'] }, 'unknown context'],
    ['a bucket', { action: 's3:PutObject', resource: 'arn:aws:s3:::b/*' }, 'unknown resource-policy'],
    ['a key', { action: 'KMS:Decrypt', resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/x` }, 'unknown resource-policy'],
    [
      'a queue',
      { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q` },
      'unknown resource-policy',
    ],
    ['a topic', { action: 'sns:Publish', resource: `arn:aws:sns:eu-west-1:${ACCOUNT}:t` }, 'unknown resource-policy'],
    ['a function', { action: 'lambda:InvokeFunction' }, 'unknown resource-policy'],
    [
      'a queue of another account',
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:210987654321:q' },
      'denied nothing',
    ],
    ['a call about no bucket', { action: 's3:ListAllMyBuckets' }, 'denied nothing'],
  ])('%s', (_, given, expected) => {
    const permission = permissionOf(decision(given), ACCOUNT);
    const more =
      permission.kind === 'denied' ? ` ${permission.by}` : permission.kind === 'unknown' ? ` ${permission.why}` : '';
    expect(`${permission.kind}${more}`).toBe(expected);
  });
});

function answer(results: string, end = '<IsTruncated>false</IsTruncated>'): string {
  return `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult>${end}<EvaluationResults>${results}</EvaluationResults></SimulatePrincipalPolicyResult><ResponseMetadata><RequestId>a</RequestId></ResponseMetadata></SimulatePrincipalPolicyResponse>`;
}

describe('readSimulation', () => {
  const one =
    '<member><EvalActionName>s3:GetObject</EvalActionName><EvalResourceName>arn:aws:s3:::*</EvalResourceName><EvalDecision>allowed</EvalDecision>';

  it('takes the results by resource before the template at the top', () => {
    const specific =
      '<ResourceSpecificResults><member><EvalResourceName>arn:aws:s3:::b/k</EvalResourceName><EvalResourceDecision>explicitDeny</EvalResourceDecision><MatchedStatements><member><SourcePolicyId>NoRead</SourcePolicyId></member><member><SourcePolicyId>NoRead</SourcePolicyId></member></MatchedStatements></member></ResourceSpecificResults>';
    const page = readSimulation(answer(`${one}${specific}</member>`), ['arn:aws:s3:::b/k']);
    expect(page?.decisions).toEqual([
      decision({
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
        decision: 'explicitDeny',
        policies: ['NoRead'],
      }),
    ]);
  });

  it('takes a template for what was asked', () => {
    const page = readSimulation(answer(`${one}</member>`), ['arn:aws:s3:::b/k']);
    expect(page?.decisions.map(({ resource }) => resource)).toEqual(['arn:aws:s3:::b/k']);
  });

  it('reads the organisation, the boundary, missing keys and the marker', () => {
    const details =
      '<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail><PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>true</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail><MissingContextValues><member>aws:SourceIp</member><member>&lt;b&gt;</member></MissingContextValues>';
    const page = readSimulation(
      answer(`${one}${details}</member>`, '<IsTruncated>true</IsTruncated><Marker>m</Marker>'),
      ['*'],
    );
    expect(page).toMatchObject({
      marker: 'm',
      decisions: [{ organization: false, boundary: true, missing: ['aws:SourceIp'] }],
    });
  });

  it.each(['', '<a/>', answer('').replace('SimulatePrincipalPolicyResult>', 'Other>'), '<html></html>'])(
    '%s is none',
    (body) => {
      expect(readSimulation(body, ['*'])).toBeUndefined();
    },
  );
});
