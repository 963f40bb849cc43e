import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { duplicateKey } from '../../../src/read/trust-policy/parse.ts';
import { parseTrustPolicy } from '../../../src/read/trust-policy/parse.ts';
import { HOST, PROVIDER, statement } from './policies.ts';

const SUB = { StringEquals: { [`${HOST}:sub`]: 'x' } };

function problem(document: unknown): { where: string; what: string } | undefined {
  const { problem: found } = parseTrustPolicy(typeof document === 'string' ? document : JSON.stringify(document));
  return found && { where: found.where, what: found.what };
}

it('hints at a name only where most of it is there', () => {
  expect(parseTrustPolicy('{"a":1}').problem?.what).toBe('"a" is not an element of a policy.');
  expect(parseTrustPolicy('{"Statment":[]}').problem?.what).toContain('Did you mean "Statement"?');
});

describe('parseTrustPolicy', () => {
  it('reads a policy', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Id: 'x',
      Statement: [
        {
          Sid: 'GitHub',
          Effect: 'Allow',
          Principal: { Federated: PROVIDER, AWS: ['123456789012', '*'] },
          Action: ['sts:AssumeRoleWithWebIdentity', 'sts:Tag*'],
          Condition: { 'ForAnyValue:StringLikeIfExists': { [`${HOST}:sub`]: ['a', 1, true] } },
        },
      ],
    });
    expect(parseTrustPolicy(text).policy).toEqual({
      version: '2012-10-17',
      statements: [
        {
          index: 0,
          sid: 'GitHub',
          effect: 'Allow',
          principal: {
            negated: false,
            everyone: true,
            entries: [
              { type: 'Federated', values: [PROVIDER] },
              { type: 'AWS', values: ['123456789012', '*'] },
            ],
          },
          action: { negated: false, patterns: ['sts:AssumeRoleWithWebIdentity', 'sts:Tag*'] },
          conditions: [
            {
              operator: {
                name: 'ForAnyValue:StringLikeIfExists',
                comparison: 'like',
                negated: false,
                ifExists: true,
                set: 'ForAnyValue',
              },
              key: `${HOST}:sub`,
              values: ['a', '1', 'true'],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['a single statement', { Version: '2012-10-17', Statement: statement(SUB) }],
    ['a list', { Statement: [statement(SUB)] }],
    [
      'the document of get-role',
      { Role: { RoleName: 'x', AssumeRolePolicyDocument: { Statement: [statement(SUB)] } } },
    ],
    ['a bare AssumeRolePolicyDocument', { AssumeRolePolicyDocument: { Statement: [statement(SUB)] } }],
    ['everyone', { Statement: [statement(SUB, { Principal: '*' })] }],
    ['no condition', { Statement: [statement(undefined)] }],
    ['NotPrincipal and NotAction', { Statement: { Effect: 'Deny', NotPrincipal: { AWS: '1' }, NotAction: '*' } }],
    ['operators in another case', { Statement: [statement({ stringlike: { [`${HOST}:sub`]: '*' } })] }],
  ])('takes %s', (_, document) => {
    expect(problem(document)).toBeUndefined();
    expect(parseTrustPolicy(`\uFEFF${JSON.stringify(document)}`).policy?.statements).toHaveLength(1);
  });

  it('takes a policy without a version for one of 2008-10-17', () => {
    expect(parseTrustPolicy('{"Statement":[]}').policy).toEqual({ version: '2008-10-17', statements: [] });
  });

  const ok = statement(SUB) as Record<string, unknown>;
  test.each([
    ['', '', 'The text is empty.'],
    [' \n', '', 'The text is empty.'],
    ['{', '', 'The text is not JSON.'],
    ['[]', '', 'A policy is a JSON object.'],
    ['null', '', 'A policy is a JSON object.'],
    [`"${'a'.repeat(65_536)}"`, '', 'The text is longer than 65536 characters.'],
    [
      '{"Statement":[],"Statement":[]}',
      '',
      '"Statement" stands twice in one object: only the last would count, and IAM refuses it.',
    ],
    [{}, 'Statement', 'The policy has no Statement.'],
    [{ statement: [] }, 'statement', '"statement" is not an element of a policy. Did you mean "Statement"?'],
    [{ Version: '2012-10-18', Statement: [] }, 'Version', 'Version is one of 2008-10-17 and 2012-10-17.'],
    [{ Version: null, Statement: [] }, 'Version', 'Version is one of 2008-10-17 and 2012-10-17.'],
    [{ Statement: 'x' }, 'Statement', 'A statement is a JSON object.'],
    [{ Statement: [ok, null] }, 'Statement[1]', 'A statement is a JSON object.'],
    [
      { Statement: [{ ...ok, Condtion: {} }] },
      'Statement[0].Condtion',
      '"Condtion" is not an element of a statement. Did you mean "Condition"?',
    ],
    [
      { Statement: { ...ok, Resource: '*' } },
      'Statement.Resource',
      'A trust policy has no Resource: the role it is attached to is the resource.',
    ],
    [{ Statement: [{ ...ok, Sid: 1 }] }, 'Statement[0].Sid', 'Sid is a string.'],
    [
      { Statement: [{ ...ok, Effect: 'allow' }] },
      'Statement[0].Effect',
      'Effect is "Allow" or "Deny", in exactly that case.',
    ],
    [
      { Statement: [{ ...ok, NotPrincipal: '*' }] },
      'Statement[0]',
      'A statement has Principal or NotPrincipal, not both.',
    ],
    [{ Statement: [{ ...ok, Action: undefined }] }, 'Statement[0]', 'The statement has no Action.'],
    [
      { Statement: [{ ...ok, Principal: PROVIDER }] },
      'Statement[0].Principal',
      'A principal is "*", or an object such as {"Federated": "…"}.',
    ],
    [
      { Statement: [{ ...ok, Principal: { Federate: 'x' } }] },
      'Statement[0].Principal.Federate',
      '"Federate" is not a kind of principal. Did you mean "Federated"?',
    ],
    [
      { Statement: [{ ...ok, Principal: { Federated: [1] } }] },
      'Statement[0].Principal.Federated',
      'A principal is a string or a list of strings.',
    ],
    [{ Statement: [{ ...ok, Action: 7 }] }, 'Statement[0].Action', 'An action is a string or a list of strings.'],
    [
      { Statement: [{ ...ok, Action: 'AssumeRole' }] },
      'Statement[0].Action',
      '"AssumeRole" is not an action: a service\'s prefix, a colon and a name, such as "sts:AssumeRole".',
    ],
    [
      { Statement: [statement([])] },
      'Statement[0].Condition',
      'A condition is an object of operators, each an object of keys.',
    ],
    [
      { Statement: [statement({ StringEqual: {} })] },
      'Statement[0].Condition.StringEqual',
      '"StringEqual" is not a condition operator of IAM. Did you mean "StringEquals"?',
    ],
    [
      { Statement: [statement({ [`${HOST}:sub`]: {} })] },
      `Statement[0].Condition.${HOST}:sub`,
      `"${HOST}:sub" is not a condition operator of IAM.`,
    ],
    [
      { Statement: [statement({ NullIfExists: {} })] },
      'Statement[0].Condition.NullIfExists',
      '"NullIfExists" is not a condition operator of IAM.',
    ],
    [
      { Statement: [statement({ StringEquals: 'x' })] },
      'Statement[0].Condition.StringEquals',
      'An operator holds an object: condition keys, each with its values.',
    ],
    [
      { Statement: [statement({ StringEquals: { sub: 'x' } })] },
      'Statement[0].Condition.StringEquals.sub',
      '"sub" is not a condition key: it has no prefix with a colon.',
    ],
    [
      { Statement: [statement({ StringEquals: { 'a:b': [{}] } })] },
      'Statement[0].Condition.StringEquals.a:b',
      'A condition value is a string, a number or a boolean, or a list of them.',
    ],
  ])('says where and what is wrong: %j', (document, where, what) => {
    expect(problem(document)).toEqual({ where, what });
  });

  it('cuts what it quotes', () => {
    const found = problem({ ['x'.repeat(500)]: 1 });
    expect(found?.where).toBe(`${'x'.repeat(80)}…`);
    expect(found?.what).toBe(`"${'x'.repeat(80)}…" is not an element of a policy.`);
  });

  it('answers any text, and any JSON', () => {
    const names = fc.constantFrom(
      'Version',
      'Statement',
      'Effect',
      'Principal',
      'Action',
      'Condition',
      '__proto__',
      'AWS',
      'StringLike',
    );
    const values = fc.constantFrom<unknown>('Allow', '*', 'sts:*', '2012-10-17', 'a:b', 1, null);
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        values,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(names, tie('node'), { maxKeys: 5 }),
      ),
    })).node;
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      tree.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (json) => {
        const read = parseTrustPolicy(json);
        return (read.policy === undefined) !== (read.problem === undefined);
      }),
      { numRuns: 1_000 },
    );
    expect(parseTrustPolicy('['.repeat(60_000)).problem).toBeDefined();
    expect(parseTrustPolicy(`${'['.repeat(30_000)}${']'.repeat(30_000)}`).problem).toBeDefined();
    expect(parseTrustPolicy('{"a":'.repeat(8_000) + '1' + '}'.repeat(8_000)).problem).toBeDefined();
  });
});

describe('duplicateKey', () => {
  test.each([
    ['{"a":1,"b":{"a":2}}', undefined],
    ['{"a":[{"b":1},{"b":1}]}', undefined],
    ['{"a":"a","b":"a"}', undefined],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"x":{"a":1 , "a" \n : 2}}', 'a'],
    ['{"x":"{\\"a\\":1,\\"a\\":2}"}', undefined],
    ['{"a":[1],"a":2}', 'a'],
  ])('in %s: %j', (json, key) => {
    expect(duplicateKey(json)).toBe(key);
  });

  it('finds none in what JSON.stringify wrote', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => duplicateKey(JSON.stringify(value)) === undefined));
  });
});
