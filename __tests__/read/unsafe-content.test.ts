import { describe, expect, test } from '@jest/globals';
import { quoted, shownName, shownPath, withoutAccountIds } from '../../src/model/text.ts';
import { pastedSecrets } from '../../src/read/unsafe-content.ts';

/** Invented. */
const SECRET = 'wJalrXUtnFEMI7K7MDENGzbPxRfiCYq2W3e4R5t6';
const JWT = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJyZXBvOm9jdG8ifQ.c2lnbmF0dXJlLWhlcmU';
const GITHUB = `ghp_${'aB3'.repeat(12)}`;

describe('a secret where a name, a path or a host is expected', () => {
  test.each([
    ['a secret access key', SECRET, SECRET],
    ['a web identity token', JWT, JWT],
    ['a GitHub token', GITHUB, GITHUB],
    ['a password in a URL', 'https://user:hunter2@host.example/', 'hunter2'],
    ['a secret as a host', `http://${SECRET}/x`, SECRET],
    ['a token after a path', `/var/run/${JWT}`, JWT],
    ['a session token', `IQoJb3JpZ2luX2Vj${'A1b2'.repeat(20)}`, `IQoJb3JpZ2luX2Vj${'A1b2'.repeat(20)}`],
  ])('%s is not shown', (_name, text, secret) => {
    for (const show of [quoted, shownName, shownPath]) expect(show(text)).not.toContain(secret.slice(0, 12));
    expect(pastedSecrets(text)).toContain(secret);
  });

  test.each([
    '/home/runner/work/_temp/AWS2Token/Some/Long/Path1',
    '~/.aws/credentials',
    'arn:aws:iam::123456789012:role/MyVeryLongDeploymentRole2024ForProduction',
    'repo:octo-org/octo-repo:ref:refs/heads/main',
    '0123456789abcdef0123456789abcdef01234567',
    'https://sts.eu-west-1.amazonaws.com',
    'my-production-profile',
  ])('%s is shown', (text) => {
    expect(pastedSecrets(text)).toEqual([]);
    expect(quoted(text)).toBe(`\`${text}\``);
  });

  test('a value of 10 MB is only looked at in part', () => {
    expect(quoted('x'.repeat(10_000_000)).length).toBeLessThan(300);
  });
});

test.each([
  ['1234-5678-9012', '***'],
  ['1234 5678 9012', '***'],
  ['1234567890123', '***'],
  ['abc123456789012', 'abc***'],
  ['2026-11-25T06:00:00Z', '2026-11-25T06:00:00Z'],
  ['status 403', 'status 403'],
  ['d26b235a-cc77-40fd-a123-456789012345', 'd26b235a-cc77-40fd-a123-456789012345'],
  ['account 123456789012-4567', 'account ***'],
])('account ID %s is masked as %s', (text, masked) => {
  expect(withoutAccountIds(text)).toBe(masked);
});
