import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { evaluateCondition } from '../../../src/read/trust-policy/evaluate.ts';
import { OPERATOR_NAMES, readOperator } from '../../../src/read/trust-policy/policy.ts';
import type { Condition, TrustPolicy } from '../../../src/read/trust-policy/policy.ts';
import type { WebIdentityRequest } from '../../../src/read/trust-policy/request.ts';
import { HOST, request } from './policies.ts';

function condition(name: string, key: string, values: readonly string[]): Condition {
  const operator = readOperator(name);
  if (operator === undefined) throw new Error(name);
  return { operator, key, values };
}

function outcome(
  name: string,
  values: string | readonly string[],
  actual: string | readonly string[] | undefined,
  version: TrustPolicy['version'] = '2012-10-17',
): string {
  const key = `${HOST}:key`;
  const base = request();
  const context = actual === undefined ? {} : { [key]: typeof actual === 'string' ? [actual] : actual };
  const asked: WebIdentityRequest = { ...base, context };
  return evaluateCondition(condition(name, key, typeof values === 'string' ? [values] : values), version, asked)
    .outcome;
}

describe('operators, one value in the request', () => {
  test.each([
    ['StringEquals', 'a', 'a', 'holds'],
    ['StringEquals', 'a', 'A', 'fails'],
    ['StringEquals', 'a*', 'ab', 'fails'],
    ['StringEquals', 'a*', 'a*', 'holds'],
    ['StringEquals', ['a', 'b'], 'b', 'holds'],
    ['StringNotEquals', 'a', 'a', 'fails'],
    ['StringNotEquals', 'a', 'A', 'holds'],
    ['StringNotEquals', ['a', 'b'], 'b', 'fails'],
    ['StringNotEquals', ['a', 'b'], 'c', 'holds'],
    ['StringEqualsIgnoreCase', 'aB', 'Ab', 'holds'],
    ['StringEqualsIgnoreCase', 'a*', 'ab', 'fails'],
    ['StringNotEqualsIgnoreCase', 'aB', 'Ab', 'fails'],
    ['StringNotEqualsIgnoreCase', 'aB', 'c', 'holds'],
    ['StringLike', 'a*', 'abc', 'holds'],
    ['StringLike', 'a?c', 'abc', 'holds'],
    ['StringLike', 'A*', 'abc', 'fails'],
    ['StringLike', ['x', 'a*'], 'abc', 'holds'],
    ['StringNotLike', 'a*', 'abc', 'fails'],
    ['StringNotLike', ['x*', 'y*'], 'abc', 'holds'],
    // The example of the User Guide, where StringLike matches and ArnLike does not.
    [
      'StringLike',
      'arn:aws:someservice:*:111122223333:finance/*',
      'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
      'holds',
    ],
    [
      'ArnLike',
      'arn:aws:someservice:*:111122223333:finance/*',
      'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
      'fails',
    ],
    [
      'ArnEquals',
      'arn:aws:someservice:*:111122223333:finance/*',
      'arn:aws:someservice:us-east-2:111122223333:finance/a:b',
      'holds',
    ],
    ['ArnNotLike', 'arn:aws:*:*:*:*', 'arn:aws:s3:::bucket', 'fails'],
    ['ArnNotEquals', 'arn:aws:iam:*:*:*', 'arn:aws:s3:::bucket', 'holds'],
    ['ArnLike', '*', 'a', 'fails'],
    ['Bool', 'true', 'true', 'holds'],
    ['Bool', 'True', 'true', 'holds'],
    ['Bool', 'false', 'true', 'fails'],
    ['NumericEquals', '1', '1', 'undetermined'],
    ['NotIpAddress', '10.0.0.0/8', '10.0.0.1', 'undetermined'],
    ['StringEquals', [], 'a', 'undetermined'],
    ['StringEquals', 'a', ['a', 'b'], 'undetermined'],
  ])('%s %j against %j %s', (name, values, actual, expected) => {
    expect(outcome(name, values, actual)).toBe(expected);
  });
});

describe('a key that the request does not have', () => {
  test.each([
    ['StringEquals', 'fails'],
    ['StringLike', 'fails'],
    ['StringEqualsIgnoreCase', 'fails'],
    ['ArnLike', 'fails'],
    ['Bool', 'fails'],
    ['NumericLessThan', 'fails'],
    ['DateGreaterThan', 'fails'],
    ['IpAddress', 'fails'],
    ['BinaryEquals', 'fails'],
    ['StringNotEquals', 'holds'],
    ['StringNotLike', 'holds'],
    ['ArnNotLike', 'holds'],
    ['NumericNotEquals', 'holds'],
    ['StringEqualsIfExists', 'holds'],
    ['StringLikeIfExists', 'holds'],
    ['StringNotEqualsIfExists', 'holds'],
    ['BoolIfExists', 'holds'],
    ['ForAllValues:StringEquals', 'holds'],
    ['ForAllValues:StringNotLike', 'holds'],
    ['ForAnyValue:StringEquals', 'fails'],
    ['ForAnyValue:StringNotEquals', 'fails'],
    ['ForAnyValue:StringEqualsIfExists', 'undetermined'],
  ])('%s %s', (name, expected) => {
    expect(outcome(name, 'true', undefined)).toBe(expected);
  });

  test.each([
    ['true', undefined, 'holds'],
    ['false', undefined, 'fails'],
    ['true', 'x', 'fails'],
    ['false', 'x', 'holds'],
    [['true', 'false'], 'x', 'holds'],
    ['maybe', 'x', 'undetermined'],
    ['true', '', 'undetermined'],
  ])('Null %j with %j %s', (value, actual, expected) => {
    expect(outcome('Null', value, actual)).toBe(expected);
  });

  it('keeps IfExists to what it says where the key is there', () => {
    expect(outcome('StringEqualsIfExists', 'a', 'b')).toBe('fails');
    expect(outcome('StringNotEqualsIfExists', 'a', 'a')).toBe('fails');
  });
});

describe('set operators', () => {
  test.each([
    // Requests and outcomes after "Creating a condition that tests multiple key values" in the User Guide.
    ['ForAllValues:StringLike', ['PostDateTime', 'Message', 'Tags'], ['PostDateTime', 'Message'], 'holds'],
    ['ForAllValues:StringLike', ['PostDateTime', 'Message', 'Tags'], ['PostDateTime', 'UserName'], 'fails'],
    ['ForAnyValue:StringLike', ['ID', 'PostDateTime'], ['UserName', 'Message', 'PostDateTime'], 'holds'],
    ['ForAnyValue:StringLike', ['ID', 'PostDateTime'], ['UserName'], 'fails'],
    // "Multivalued context key examples".
    ['ForAllValues:StringNotLike', 'key1*', ['key2', 'key3'], 'holds'],
    ['ForAllValues:StringNotLike', 'key1*', ['key1:a', 'key2'], 'fails'],
    ['ForAllValues:StringNotLike', ['key1*', 'key2*'], ['key2:a', 'key3'], 'fails'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], 'holds'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], 'fails'],
    ['ForAllValues:StringEquals', 'a', '', 'holds'],
    ['ForAnyValue:StringEquals', 'a', '', 'fails'],
    ['ForAllValues:StringEquals', 'a', [], 'holds'],
    ['ForAnyValue:StringEquals', 'a', 'a', 'holds'],
  ])('%s %j against %j %s', (name, values, actual, expected) => {
    expect(outcome(name, values, actual)).toBe(expected);
  });
});

describe('variables', () => {
  test.each([
    ['StringEquals', 'a${*}', 'a*', 'holds'],
    ['StringLike', 'a${*}', 'ab', 'fails'],
    ['StringLike', '${?}*', '?abc', 'holds'],
    ['StringEquals', '${$}{a}', '${a}', 'holds'],
    ['StringEquals', '${aws:username}', 'x', 'undetermined'],
    ['StringEquals', ['${aws:username}', 'x'], 'x', 'holds'],
    ['StringNotEquals', ['${aws:username}', 'x'], 'x', 'fails'],
    ['StringNotEquals', ['${aws:username}', 'y'], 'x', 'undetermined'],
    ['StringEquals', 'a${b', 'a${b', 'holds'],
    ['StringLike', '${', '${', 'holds'],
  ])('%s %j against %j %s', (name, values, actual, expected) => {
    expect(outcome(name, values, actual)).toBe(expected);
  });

  it('are plain text before version 2012-10-17', () => {
    expect(outcome('StringEquals', '${aws:username}', '${aws:username}', '2008-10-17')).toBe('holds');
    expect(outcome('StringLike', '${*}', '${abc}', '2008-10-17')).toBe('holds');
  });
});

describe('keys', () => {
  const on = (key: string, changes = {}): string =>
    evaluateCondition(condition('StringLike', key, ['*']), '2012-10-17', request(changes)).outcome;

  test.each([
    [`${HOST}:sub`, 'holds'],
    [`TOKEN.actions.githubusercontent.com:SUB`, 'holds'],
    [`${HOST}:job_workflow_ref`, 'holds'],
    [`${HOST}:repository_owner_id`, 'holds'],
    // Claims of the token for which AWS has no key.
    [`${HOST}:repository_owner`, 'fails'],
    [`${HOST}:event_name`, 'fails'],
    [`${HOST}:environment`, 'fails'],
    [`${HOST}/slug:sub`, 'fails'],
    [`https://${HOST}:sub`, 'fails'],
    ['accounts.google.com:sub', 'fails'],
    ['saml:aud', 'fails'],
    ['sts:RoleSessionName', 'holds'],
    ['sts:SourceIdentity', 'undetermined'],
    ['aws:SourceIp', 'undetermined'],
    ['aws:RequestTag/Team', 'fails'],
  ])('%s %s', (key, expected) => {
    expect(on(key)).toBe(expected);
  });

  it('holds the claim that a job has', () => {
    expect(on(`${HOST}:environment`, { environment: 'prod' })).toBe('holds');
  });

  test.each([
    ['https://token.actions.githubusercontent.com/octo-corp', 'token.actions.githubusercontent.com/octo-corp', 'holds'],
    ['https://token.actions.octo-corp.ghe.com', 'token.actions.octo-corp.ghe.com', 'holds'],
    ['https://ghes.example/_services/token', 'ghes.example/_services/token', 'fails'],
    [
      'https://token.actions.githubusercontent.com.evil.example',
      'token.actions.githubusercontent.com.evil.example',
      'fails',
    ],
  ])('of %s: sub, and repository where AWS lists it', (iss, host, expected) => {
    expect(on(`${host}:sub`, { iss })).toBe('holds');
    expect(on(`${host}:repository`, { iss })).toBe(expected);
  });
});

it('a negated operator is the opposite of its twin wherever the key has one value', () => {
  const twins = [
    ['StringEquals', 'StringNotEquals'],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    ['StringLike', 'StringNotLike'],
    ['ArnLike', 'ArnNotLike'],
  ] as const;
  const text = fc.string({ unit: fc.constantFrom('a', 'A', '*', '?', ':', '${', '}', '${*}'), maxLength: 8 });
  const opposite: Readonly<Record<string, string>> = { holds: 'fails', fails: 'holds', undetermined: 'undetermined' };
  fc.assert(
    fc.property(
      fc.constantFrom(...twins),
      fc.array(text, { minLength: 1, maxLength: 3 }),
      text,
      ([plain, negated], values, actual) => {
        expect(outcome(negated, values, actual)).toBe(opposite[outcome(plain, values, actual)]);
      },
    ),
  );
});

it('every operator answers every value', () => {
  const sets = fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:');
  fc.assert(
    fc.property(
      sets,
      fc.constantFrom(...OPERATOR_NAMES),
      fc.array(fc.string()),
      fc.option(fc.array(fc.string()), { nil: undefined }),
      (set, name, values, actual) => {
        expect(['holds', 'fails', 'undetermined']).toContain(outcome(`${set}${name}`, values, actual));
      },
    ),
  );
});
