import { describe, expect, it } from '@jest/globals';
import { evaluateTrust, type TrustPolicy, type TrustRequest, type TrustStatement } from '../../simulator/trust.ts';

const ID = 'arn:aws:iam::123456789012:oidc-provider/idp.example';
const REQUEST: TrustRequest = {
  action: 'sts:AssumeRoleWithWebIdentity',
  principals: [{ type: 'Federated', id: ID }],
  context: new Map([
    ['idp.example:sub', ['repo:O/r:ref:refs/heads/main']],
    ['idp.example:amr', ['one', 'two']],
  ]),
};

function policy(statement: Partial<TrustStatement>): TrustPolicy {
  return { Statement: { Effect: 'Allow', Principal: { Federated: ID }, Action: REQUEST.action, ...statement } };
}
const condition = (operator: string, key: string, value: string | string[]) =>
  policy({ Condition: { [operator]: { [key]: value } } });

describe('evaluateTrust', () => {
  it.each<[string, TrustPolicy, string]>([
    ['no condition', policy({}), 'allow'],
    ['another action', policy({ Action: 'sts:AssumeRole' }), 'implicit-deny'],
    ['sts:*', policy({ Action: ['sts:TagSession', 'sts:*'] }), 'allow'],
    ['the action in another case', policy({ Action: 'STS:assumerolewithwebidentity' }), 'allow'],
    ['another principal', policy({ Principal: { Federated: `${ID}2` } }), 'implicit-deny'],
    ['the principal as another type', policy({ Principal: { AWS: ID } }), 'implicit-deny'],
    ['anybody', policy({ Principal: '*' }), 'allow'],
    ['StringEquals', condition('StringEquals', 'idp.example:sub', 'repo:O/r:ref:refs/heads/main'), 'allow'],
    ['StringEquals takes * literally', condition('StringEquals', 'idp.example:sub', 'repo:O/r:*'), 'implicit-deny'],
    ['StringLike', condition('StringLike', 'idp.example:sub', ['x', 'repo:?/r:*']), 'allow'],
    ['StringLike minds case', condition('StringLike', 'idp.example:sub', 'repo:o/r:*'), 'implicit-deny'],
    ['StringLike takes a dot literally', condition('StringLike', 'idp.example:sub', 'repo.O*'), 'implicit-deny'],
    [
      'StringEqualsIgnoreCase',
      condition('StringEqualsIgnoreCase', 'idp.example:sub', 'REPO:o/R:REF:refs/heads/MAIN'),
      'allow',
    ],
    ['the key in another case', condition('StringLike', 'IDP.example:SUB', 'repo:*'), 'allow'],
    ['a missing key', condition('StringEquals', 'idp.example:aud', 'x'), 'implicit-deny'],
    ['a missing key, IfExists', condition('StringEqualsIfExists', 'idp.example:aud', 'x'), 'allow'],
    ['a missing key, negated', condition('StringNotEquals', 'idp.example:aud', 'x'), 'allow'],
    [
      'negated, equal to the second',
      condition('StringNotEquals', 'idp.example:sub', ['x', 'repo:O/r:ref:refs/heads/main']),
      'implicit-deny',
    ],
    ['ForAnyValue', condition('ForAnyValue:StringEquals', 'idp.example:amr', ['two', 'x']), 'allow'],
    ['ForAnyValue, none', condition('ForAnyValue:StringEquals', 'idp.example:amr', 'x'), 'implicit-deny'],
    ['ForAnyValue, missing', condition('ForAnyValue:StringEquals', 'idp.example:aud', 'x'), 'implicit-deny'],
    [
      'ForAnyValue, negated, missing',
      condition('ForAnyValue:StringNotEquals', 'idp.example:aud', 'x'),
      'implicit-deny',
    ],
    ['ForAllValues', condition('ForAllValues:StringLike', 'idp.example:amr', ['o*', 't*']), 'allow'],
    ['ForAllValues, one out', condition('ForAllValues:StringEquals', 'idp.example:amr', 'one'), 'implicit-deny'],
    ['ForAllValues, missing', condition('ForAllValues:StringEquals', 'idp.example:aud', 'x'), 'allow'],
    ['Null: true for a missing key', condition('Null', 'idp.example:aud', 'true'), 'allow'],
    ['Null: true for a present key', condition('Null', 'idp.example:sub', 'true'), 'implicit-deny'],
    [
      'two conditions, one not met',
      policy({ Condition: { StringLike: { 'idp.example:sub': 'repo:*' }, StringEquals: { 'idp.example:aud': 'x' } } }),
      'implicit-deny',
    ],
    [
      'a deny wins',
      { Statement: [policy({}).Statement as TrustStatement, policy({ Effect: 'Deny' }).Statement as TrustStatement] },
      'explicit-deny',
    ],
  ])('%s', (_, document, outcome) => {
    expect(evaluateTrust(document, REQUEST)).toBe(outcome);
  });

  it('says so when it does not know an operator', () => {
    expect(() => evaluateTrust(condition('DateLessThan', 'idp.example:sub', 'x'), REQUEST)).toThrow('DateLessThan');
  });
});
