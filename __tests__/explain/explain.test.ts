import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { DiagnosisId } from '../../src/model/evidence.ts';
import { explain } from '../../src/explain/explain.ts';
import { explainedOf } from '../../src/explain/fixes.ts';

const KEY = 'AKIARZPUZDIKGB2VALC4';
const SESSION_KEY = 'ASIARZPUZDIKGB2VALC4';

function ids(text: string): readonly DiagnosisId[] {
  return explain(text).flatMap(({ candidates }) => candidates.map(({ id }) => id));
}

const WRONG =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.';
const INVALID = 'The security token included in the request is invalid.';

interface Text {
  readonly source: string;
  readonly text: string;
  /** Any of them may come first. */
  readonly expected: readonly DiagnosisId[];
}

function corpus(name: string): readonly Text[] {
  const lines = readFileSync(new URL(`corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Text);
}

const ERRORS = corpus('errors');
const NOISE = corpus('noise');

/** Letters and digits alone: what a quotation must have in common with its log. */
function bare(text: string): string {
  return text.replaceAll(/\\+[nrt]|[^A-Za-z0-9]+/g, '').toLowerCase();
}

describe('the corpus', () => {
  test.each(ERRORS.map(({ source, text, expected }) => [source, text, expected] as const))(
    '%s: %s',
    (_source, text, expected) => {
      const [first] = explain(text, { isOfAws: true });
      expect(expected).toContain(first?.candidates[0]?.id);
      for (const part of (first?.matched ?? '').split('…')) expect(bare(text)).toContain(bare(part));
      for (const { why } of first?.candidates ?? []) expect(why).toMatch(/[^.]$/);
    },
  );

  test.each(NOISE.map(({ source, text }) => [source, text] as const))('leaves alone: %s: %s', (_source, text) => {
    expect(explain(text, { isOfAws: true })).toEqual([]);
  });
});

const FORMS: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  [
    'a job’s log',
    (text) =>
      text
        .split('\n')
        .map((line) => `2026-11-21T12:00:00.1234567Z ${line}`)
        .join('\r\n'),
  ],
  ['a frame', (text) => ['╷', ...text.split('\n').map((line) => `│ ${line}`), '╵'].join('\n')],
  ['JSON', (text) => `{"level":"error","msg":${JSON.stringify(text)}}`],
  ['colours', (text) => `\u001b[31m${text.replace(' ', '\u001b[0m \u001b[1m')}\u001b[0m`],
];

describe.each(FORMS)('the corpus in %s', (_name, wrap) => {
  it('is told the same', () => {
    const wrong = ERRORS.filter(({ text, expected }) => {
      const id = explain(wrap(text), { isOfAws: true })[0]?.candidates[0]?.id;
      // A bare code is recognised only where it is all there is.
      return text.includes(' ') && (id === undefined || !expected.includes(id));
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

const LOGS = JSON.parse(readFileSync(new URL('corpus/logs/expected.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly DiagnosisId[]>
>;

test.each(Object.entries(LOGS))('the log %s', (name, expected) => {
  const log = readFileSync(new URL(`corpus/logs/${name}.log`, import.meta.url), 'utf8');
  const [first] = explain(log, { isOfAws: true });
  if (expected.length === 0) expect(first).toBeUndefined();
  else expect(expected).toContain(first?.candidates[0]?.id);
  if (first !== undefined) {
    const line = log.split('\n')[first.line - 1] ?? '';
    expect(bare(line + (log.split('\n')[first.line] ?? ''))).toContain(
      bare(first.matched.split('…')[0] ?? '').slice(0, 40),
    );
  }
});

it('never advises to allow what is denied explicitly', () => {
  const denials = ERRORS.filter(({ text }) => text.includes('explicit deny'));
  expect(denials.length).toBeGreaterThan(5);
  for (const { text } of denials) {
    const fixes = explain(text).flatMap(({ candidates }) =>
      candidates.map(({ id, fix }) => fix ?? explainedOf(id).fix),
    );
    expect(fixes.filter((fix) => /\ballow|"Allow"|In IAM, add/i.test(fix))).toEqual([]);
  }
});

it('never repeats a secret that Go prints in clear', () => {
  const secret = 'aB3/dE6+gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL';
  const text = `get credentials: failed to refresh cached credentials, parse failed of process output: {"Version":1,"AccessKeyId":"AKIARZPUZDIKGB2VALC4","SecretAccessKey":"${secret}","SessionToken":"IQoJb3JpZ2luX2VjEXAMPLE","Expiration":""}, error: parsing time`;
  const told = JSON.stringify(explain(text));
  for (const part of [secret, 'IQoJ', 'RZPUZDIKGB2VALC4']) expect(told).not.toContain(part);
});

describe('what a tool printed', () => {
  test.each([
    ['nothing', ''],
    ['a healthy log', 'Authenticated as arn:aws:iam::123456789012:user/deployer in account 123456789012.'],
    ['a database that is down', 'Error: connect ECONNREFUSED 127.0.0.1:5432'],
    ['another service', 'HTTP 429: Rate exceeded'],
    ['a time-out of a test', 'TimeoutError: locator.click: Timeout 30000ms exceeded.'],
    ['a permission of the file system', 'EACCES: permission denied, open "/root/x"'],
    ['a word in a word', 'class MyExpiredTokenHandler; const isAuthFailure = false'],
  ])('%s tells nothing', (_what, text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe('what the text gives away', () => {
  it('measures the clock by the two times', () => {
    const text =
      'Signature expired: 20260320T150000Z is now earlier than 20260320T154500Z (20260320T160000Z - 15 min.)';
    expect(explain(text)[0]?.candidates).toEqual([
      { id: 'clock-skew', why: 'the clock of the machine was 60 min behind AWS’s when it signed the request' },
    ]);
    const ahead =
      'Signature not yet current: 20260320T160600Z is still later than 20260320T160500Z (20260320T160000Z + 5 min.)';
    expect(explain(ahead)[0]?.candidates[0]?.why).toMatch(/6 min ahead of AWS’s/);
  });

  it('knows a request that was held back from a slow clock', () => {
    const text =
      'Signature expired: 20260320T154500Z is now earlier than 20260320T154500Z (20260320T160000Z - 15 min.)';
    expect(explain(text)[0]?.candidates[0]?.why).toMatch(/exactly 15 min after it was signed/);
  });

  it('rules out what the kind of key rules out', () => {
    expect(ids(`key ${KEY}: ${INVALID}`)).not.toContain('session-token-missing');
    expect(ids(`key ${SESSION_KEY}: ${INVALID}`)[0]).toBe('session-token-missing');
    expect(ids(`key ${SESSION_KEY}: ${INVALID}`)).not.toContain('session-token-stale');
    expect(ids(`${KEY} The security token included in the request is expired`)).toEqual(['session-token-stale']);
    expect(ids(`AKIA…VALC4: ${INVALID}`)[0]).toBe('access-key-rejected');
  });

  it('names the region that may be meant', () => {
    const [first] = explain('getaddrinfo ENOTFOUND sts.us-est-1.amazonaws.com')[0]?.candidates ?? [];
    expect(first?.why).toMatch(/`us-est-1` is no known region; `us-east-1` may be meant/);
  });

  it('takes a connection that failed for one to AWS where an AWS tool is known to have printed it', () => {
    const text = 'Error: connect ETIMEDOUT 203.0.113.7:443';
    expect(explain(text)).toEqual([]);
    expect(explain(text, { isOfAws: true })).toMatchObject([{ candidates: [{ id: 'sts-unreachable' }] }]);
    expect(explain('connect ECONNREFUSED 127.0.0.1:5432', { isOfAws: true })).toEqual([]);
  });

  it('prefers AWS’s answer to what a tool makes of it, and the first to the later', () => {
    const text = [
      'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
      'connect ETIMEDOUT sts.amazonaws.com',
      'api error ExpiredToken: The security token included in the request is expired',
      `api error SignatureDoesNotMatch: ${WRONG}`,
    ].join('\n');
    expect(explain(text).map(({ candidates, line }) => [candidates[0]?.id, line])).toEqual([
      ['session-token-expired', 3],
      ['secret-access-key-rejected', 4],
    ]);
  });
});

describe('a job’s log', () => {
  const LOG = [
    '\uFEFF2026-11-21T12:00:00.1234567Z ##[group]Run aws s3 sync',
    '2026-11-21T12:00:01.1234567Z \u001b[31mfatal error: An error occurred (ExpiredToken) when calling the',
    '2026-11-21T12:00:02.1234567Z ListObjectsV2 operation: The provided token has expired.\u001b[0m',
    '2026-11-21T12:00:03.1234567Z ##[error]Process completed with exit code 1.',
  ];

  it.each([
    ['line feeds', '\n'],
    ['Windows line ends', '\r\n'],
  ])('is read through times, colours and %s', (_name, end) => {
    expect(explain(LOG.join(end))).toMatchObject([{ line: 2, candidates: [{ id: 'session-token-expired' }, {}] }]);
  });

  it('is understood where the words are wrapped or the annotation is escaped', () => {
    expect(ids('2026-11-21T12:00:00Z Unable to locate\n2026-11-21T12:00:00Z credentials.')[0]).toBe('no-credentials');
    expect(ids('::error title=Deploy::failed:%0ARequest is missing Authentication Token')[0]).toBe('no-credentials');
  });
});

describe('any text', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...ERRORS.map(({ text }) => text), '\n', '2026-11-21T12:00:00Z ', '##[error]', '\u001b[31m'),
  );
  const texts = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(' '));

  it('has an answer, with causes once each', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const recognised = explain(text);
        expect(new Set(recognised.map(({ matched }) => matched)).size).toBe(recognised.length);
        for (const { candidates } of recognised) {
          expect(candidates.length).toBeGreaterThan(0);
          expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is never given back', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9/+]{40}$/);
    fc.assert(
      fc.property(texts, secret, (text, canary) => {
        const planted = text.replaceAll(/aws|the|error|[Cc]redential/g, (word) => `${word} ${canary} `);
        expect(JSON.stringify(explain(`${canary}${planted}`))).not.toContain(canary);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in bounded time', () => {
    const before = performance.now();
    for (const text of [
      'profile ',
      'ECONNREFUSED ',
      'Credential=',
      'is not authorized to perform ',
      'https://sts.',
      '%0A',
    ]) {
      explain(text.repeat(40_000));
    }
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
