import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { matchingStatement } from '../../../src/read/trust-policy/matching-statement.ts';
import { evaluateTrustPolicy } from '../../../src/read/trust-policy/evaluate.ts';
import { providerName, webIdentityRequest } from '../../../src/read/trust-policy/request.ts';
import { claims } from '../claims.ts';
import { HOST, policy, ROLE } from './policies.ts';

it('is ready to paste', () => {
  expect(matchingStatement(claims(), ROLE, HOST)).toBe(`{
  "Effect": "Allow",
  "Principal": {
    "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  },
  "Action": "sts:AssumeRoleWithWebIdentity",
  "Condition": {
    "StringEquals": {
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"
    }
  }
}`);
});

function outcome(sub: string, iss: string, mint: string): string {
  const written = claims({ sub, iss });
  const statement: unknown = JSON.parse(matchingStatement(written, ROLE, providerName(iss)));
  return evaluateTrustPolicy(policy(statement), webIdentityRequest(claims({ sub: mint, iss }), ROLE)).outcome;
}

test.each([
  [
    'repo:octo-org@123456/octo-repo@456789:environment:Production%3AV1',
    'https://token.actions.githubusercontent.com/octo-corp',
  ],
  [
    'repository_owner:octo-org:job_workflow_ref:octo-org/x/.github/workflows/a.yml@refs/heads/main',
    'https://ghes.example/_services/token',
  ],
  ['repo:octo-org/octo-repo:ref:refs/heads/${aws:username}', 'https://token.actions.githubusercontent.com'],
  ['repo:octo-org/octo-repo:environment:*', 'https://token.actions.githubusercontent.com'],
])('allows %s of %s, and no other subject', (sub, iss) => {
  expect(outcome(sub, iss, sub)).toBe('allow');
  expect(outcome(sub, iss, `${sub}x`)).toBe('deny');
});

it('writes what a policy cannot hold as a wildcard, and only that', () => {
  const sub = 'repo:octo-org/octo-repo:environment:prod-*-日本-😀';
  const written = matchingStatement(claims({ sub }), ROLE, HOST);
  expect(JSON.parse(written)).toMatchObject({
    Condition: {
      StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${HOST}:sub`]: 'repo:octo-org/octo-repo:environment:prod-${*}-??-*' },
    },
  });
});

it('allows the subject it is written for, whatever that is', () => {
  const unit = fc.oneof(
    fc.constantFrom('$', '{', '}', '*', '?', '${', '%3A'),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (text) => {
      const sub = `repo:octo-org/octo-repo:environment:${text}`;
      expect(outcome(sub, 'https://token.actions.githubusercontent.com', sub)).toBe('allow');
    }),
  );
});
