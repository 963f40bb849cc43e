import { describe, expect, it, test } from '@jest/globals';
import { readSettings } from '../../src/inputs/read-settings.ts';
import { reachOf } from '../../src/read/reach.ts';
import type { Settings, UsageProblem } from '../../src/model/settings.ts';

function settings(inputs: Record<string, string>): Settings {
  const read = readSettings((name) => inputs[name]);
  if (read.problems !== undefined) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

function problems(inputs: Record<string, string>): readonly UsageProblem[] {
  return readSettings((name) => inputs[name]).problems ?? [];
}

describe('inputs that are not given', () => {
  it('have the defaults of action.yml', () => {
    expect(settings({})).toMatchObject({
      accessKeyId: undefined,
      region: undefined,
      allowedAccountIds: [],
      maxClockSkew: 300,
      audience: 'sts.amazonaws.com',
      confirm: true,
      onMissing: 'fail',
      failOn: 'error',
      onUnknown: 'fail',
      timeout: 30,
      summary: 'problems',
      maskAccountId: false,
    });
  });

  it('are the same as empty ones, which is how GitHub passes them', () => {
    const empty = { 'aws-access-key-id': '', 'aws-region': '', timeout: '', 'allowed-account-ids': '', explain: '' };
    expect(settings(empty)).toEqual(settings({}));
  });
});

describe('values', () => {
  it('of credentials are taken raw', () => {
    const { secretAccessKey, sessionToken } = settings({
      'aws-secret-access-key': ' s\n',
      'aws-session-token': '\tt ',
    });
    expect([secretAccessKey?.reveal(), sessionToken?.reveal()]).toEqual([' s\n', '\tt ']);
  });

  it('of all else are trimmed', () => {
    expect(settings({ 'aws-region': ' eu-west-1\n', timeout: ' 5s ' })).toMatchObject({
      region: 'eu-west-1',
      timeout: 5,
    });
  });

  test.each([
    ['min-remaining', '45m', 'minRemaining', 2700],
    ['min-remaining', '1h30m', 'minRemaining', 5400],
    ['min-remaining', 'PT45M', 'minRemaining', 2700],
    ['min-remaining', '90', 'minRemaining', 90],
    ['max-clock-skew', '2m', 'maxClockSkew', 120],
    ['confirm', 'False', 'confirm', false],
    ['fail-on', 'warning', 'failOn', 'warning'],
    ['on-unknown', 'warn', 'onUnknown', 'warn'],
    ['summary', 'always', 'summary', 'always'],
    ['expires-at', '"2026-11-21T10:00:00.000Z"', 'expiresAt', new Date('2026-11-21T10:00:00Z')],
    ['allowed-account-ids', ',123456789012', 'allowedAccountIds', ['123456789012']],
    ['allowed-account-ids', '123456789012\n000000000012', 'allowedAccountIds', ['123456789012', '000000000012']],
    [
      'expected-arn',
      'arn:aws:iam::123456789012:role/a,b,arn:aws:iam::123456789012:user/c',
      'expectedArns',
      ['arn:aws:iam::123456789012:role/a,b', 'arn:aws:iam::123456789012:user/c'],
    ],
  ] as const)('%s: %j', (input, text, name, value) => {
    expect(settings({ [input]: text })[name]).toEqual(value);
  });
});

describe('a value that cannot be used', () => {
  test.each([
    ['allowed-account-ids', '12345678901'],
    ['allowed-account-ids', ','],
    ['allowed-account-ids', ' \n'],
    ['allowed-account-ids', '1234-5678-9012'],
    ['expected-arn', 'deploy'],
    ['min-remaining', 'soon'],
    ['min-remaining', '-5m'],
    ['expires-at', '3600'],
    ['max-clock-skew', '0'],
    ['sts-endpoint', 'sts.amazonaws.com'],
    ['sts-endpoint', 'ftp://sts.amazonaws.com'],
    ['sts-endpoint', 'http://sts.example.com'],
    ['sts-endpoint', 'https://user:word@sts.example.com'],
    ['confirm', 'yes'],
    ['on-missing', 'ignore'],
    ['fail-on', 'errors'],
    ['on-unknown', 'pass'],
    ['timeout', '0'],
    ['timeout', '2h'],
    ['summary', 'sometimes'],
    ['mask-aws-account-id', 'no'],
    ['explain', 'failed'],
  ])('%s: %j is named, with what is allowed', (input, value) => {
    const [problem, ...more] = problems({ [input]: value });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ input });
    expect(problem?.allowed).not.toBe('');
  });

  it('is told together with all others', () => {
    expect(problems({ timeout: 'soon', confirm: 'maybe' }).map(({ input }) => input)).toEqual(['confirm', 'timeout']);
  });

  it('is not shown where it holds a credential', () => {
    const secret = 'vR8nXq2mLk5tYw9zBc4dFg7hJp3sQe6uAi1oNx0K';
    const texts = problems({ 'aws-secret-access-key': secret, timeout: secret, summary: `x${secret}x` });
    expect(texts).toHaveLength(2);
    expect(JSON.stringify(texts)).not.toContain(secret);
    expect(JSON.stringify(problems({ timeout: secret }))).not.toContain(secret);
    expect(JSON.stringify(problems({ 'sts-endpoint': 'https://user:hunter22@h' }))).not.toContain('hunter22');
  });
});

test.each([
  ['localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['[::1]', 'loopback'],
  ['sts.localhost', 'loopback'],
  ['localstack', 'private'],
  ['10.1.2.3', 'private'],
  ['172.31.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.1.1', 'private'],
  ['[fd00::1]', 'private'],
  ['172.32.0.1', 'public'],
  ['8.8.8.8', 'public'],
  ['[2001:db8::1]', 'public'],
  ['localhost.example.com', 'public'],
] as const)('plain HTTP to %s is %s', (host, reach) => {
  expect(reachOf(host)).toBe(reach);
});
