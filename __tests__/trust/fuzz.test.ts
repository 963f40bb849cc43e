import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeAnswer, identityOf } from '../../src/sts/answer.ts';
import { readCredentialsJson } from '../../src/command-line/options.ts';
import { readCommandLine } from '../../src/command-line/options.ts';
import { readEvent } from '../../src/gather/job.ts';
import { parseIni } from '../../src/gather/ini.ts';
import { readJob } from '../../src/gather/job.ts';
import { redactOutput } from '../../src/gather/credential-process.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';
import { readSettings } from '../../src/inputs/read-settings.ts';
import { locate } from '../../src/workflow/line.ts';
import { patchesOf } from '../../src/workflow/patch.ts';
import { readToken } from '../../src/read/json-web-token.ts';
import { parseTrustPolicy } from '../../src/read/trust-policy/parse.ts';
import { readAccessKeyId } from '../../src/read/access-key-id.ts';
import { readSecretAccessKey } from '../../src/read/secret-access-key.ts';
import { readSessionToken } from '../../src/read/session-token.ts';
import { readStray } from '../../src/read/stray-characters.ts';
import { readDenial, readRoleRefusal } from '../../src/read/role-refusal.ts';
import { readRegion, stsHost } from '../../src/read/region.ts';
import { readRefusal } from '../../src/read/refusal.ts';
import { readRoleArn } from '../../src/read/role-arn.ts';
import { scrub } from '../../src/report/scrub.ts';
import { harmless } from '../../src/model/text.ts';
import { prose } from '../../src/report/summary.ts';
import { Secret } from '../../src/model/secret.ts';
import { note } from '../chaos/figures.ts';
import { seedOf } from '../chaos/seed.ts';

const LONG = process.env['PREFLIGHT_FIGURES'] !== undefined;
const RUNS = LONG ? 500 : 100;
/** Milliseconds for one input: most take less than one, the largest workflow some hundred, and the machine may be busy. */
const LIMIT = 3_000;
const seed = seedOf('fuzz');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Pieces that mean something to one reader or another, so that chance gets somewhere. */
const PIECES = [
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&lt;',
  '&#0;',
  '&#x110000;',
  ';',
  '"',
  "'",
  '`',
  '\\',
  '\\u0000',
  '\\ud800',
  '%',
  '%2F',
  '%0A',
  '${{',
  '}}',
  '$',
  '***',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\u0000',
  '\u001b[31m',
  '-',
  '- ',
  ': ',
  ':',
  '=',
  ',',
  '|',
  '>-',
  '#',
  '*',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '? ',
  'jobs:',
  'steps:',
  'uses:',
  'with:',
  'env:',
  'permissions:',
  'deploy',
  '\n  ',
  '\n    ',
  'aws-credentials-preflight/aws-credentials-preflight@v1',
  '[profile x]',
  'aws_access_key_id',
  'source_profile',
  'eyJhbGciOiJSUzI1NiJ9',
  '.',
  'e30',
  'IQoJb3JpZ2luX2Vj',
  'AKIA',
  'ASIA',
  'AAAA',
  '====',
  'arn:aws:iam::123456789012:role/',
  'repo:o/r:ref:refs/heads/',
  '__proto__',
  'constructor',
  'toString',
  '<ErrorResponse>',
  '<Error>',
  '<Code>',
  'Throttling',
  '</Code>',
  '<Message>',
  '<GetCallerIdentityResponse>',
  '<GetCallerIdentityResult>',
  '<Arn>',
  '<Account>123456789012</Account>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<!DOCTYPE',
  '<?xml?>',
  'xmlns="x"',
  '"Statement":',
  '"Effect":"Allow"',
  '"Condition":',
  '"StringLike":',
  'null',
  'true',
  '1e999',
  '-0',
  '9'.repeat(40),
  'us-east-1',
  'PT',
  '1h',
  '2026-11-21T10:00:00Z',
  'Signature expired: 20261121T000000Z',
];
const TEXT: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  // What a careless expression or a deep nesting would choke on.
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...PIECES),
        fc.integer({ min: 100, max: 20_000 }),
        fc.constantFrom('', 'x', '\n', '>', '"'),
      )
      .map(([piece, count, end]) => piece.repeat(Math.ceil(count / piece.length)) + end),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.integer({ min: 10, max: 5_000 }))
      .map(([a, b, count]) => (a + b).repeat(count)),
  },
);

const STEP = {
  jobId: 'deploy',
  actionRepository: 'aws-credentials-preflight/aws-credentials-preflight',
  actionRef: 'v1',
  stepId: undefined,
  inputs: { 'aws-region': 'x' },
  insideComposite: false,
};
const CHANGES = [
  { kind: 'permissions', add: { 'id-token': 'write' } },
  { kind: 'unset', entry: { kind: 'environment', name: 'AWS_REGION' } },
  { kind: 'unset', entry: { kind: 'input', name: 'aws-region' } },
  { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
] as const;
/** The patch of one change to a workflow of this text. */
function patchOf(text: string, change: (typeof CHANGES)[number]): unknown {
  const files = { texts: new Map([['x.yml', text]]), path: 'x.yml', step: STEP, callers: [], runnerOs: 'Linux' };
  return patchesOf(files, [{ severity: 'error', change }], () => undefined);
}

const KINDS = ['input', 'environment', 'permissions', 'step', 'job'] as const;
const oneOf = <T>(values: readonly T[], text: string): T => values[text.length % values.length] as T;
const answer = (body: string, status = 200) =>
  ({ status, headers: { 'x-amzn-requestid': '0' }, body, sentAt: 0, receivedAt: 0, bodyComplete: true }) as const;

/** Everything that reads text from outside. None may throw, and each is bounded. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'every input': (text) => readSettings(() => text),
  ...Object.fromEntries(
    INPUT_NAMES.map((name): [string, (text: string) => unknown] => [
      `the input ${name}`,
      (text) => readSettings((asked) => (asked === name ? text : undefined)),
    ]),
  ),
  'credentials as JSON': readCredentialsJson,
  'a command line': (text) => readCommandLine(text.split(' ')),
  'a refusal of a role': (text) => [readRoleRefusal('AccessDenied', text), readDenial(text), readRefusal(text, text)],
  'an INI file': parseIni,
  'a JSON web token': readToken,
  'a JSON web token’s payload': (text) =>
    readToken(`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(text).toString('base64url')}.x`),
  'a trust policy': parseTrustPolicy,
  'a key ID': readAccessKeyId,
  'a secret': readSecretAccessKey,
  'a token': readSessionToken,
  'a token’s bytes': (text) => readSessionToken(Buffer.from(text, 'latin1').toString('base64')),
  strays: (text) =>
    (['accessKeyId', 'secretAccessKey', 'sessionToken'] as const).map((field) => readStray(text, field)),
  'a region': readRegion,
  'a role’s ARN': readRoleArn,
  'a workflow’s lines': (text) => locate(text, 'x.yml', STEP, { kind: oneOf(KINDS, text), name: 'aws-region' }),
  'a workflow’s snippets': (text) => patchOf(text, oneOf(CHANGES, text)),
  'a step of a workflow': (text) =>
    patchOf(
      `jobs:\n  deploy:\n    steps:\n      - uses: aws-credentials-preflight/aws-credentials-preflight@v1\n        with:\n          aws-region: ${text}\n`,
      oneOf(CHANGES, text),
    ),
  'a program’s words': (text) => redactOutput(text, [text.slice(0, 5)]),
  prose: (text) => [harmless(text), prose(text), scrub({ text }, [new Secret(text)])],
};

describe('no text from outside makes a reader throw or linger', () => {
  test.each(Object.entries(READERS))('%s', (_name, read) => {
    let slowest = 0;
    fc.assert(
      fc.property(TEXT, (text) => {
        const started = performance.now();
        read(text);
        slowest = Math.max(slowest, performance.now() - started);
      }),
      { seed, numRuns: RUNS },
    );
    note({ inputs: RUNS });
    expect(slowest).toBeLessThan(LIMIT);
  });

  test('the payload of an event', async () => {
    const path = join(folder, 'event.json');
    const runs = Math.ceil(RUNS / 3);
    const value = fc.oneof(
      TEXT,
      fc.json({ maxDepth: 6 }),
      fc.jsonValue().map((head) => JSON.stringify({ pull_request: { head, base: { repo: head } }, sender: head })),
    );
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        writeFileSync(path, text);
        await readEvent(path);
        await readJob(
          { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: 'pull_request', GITHUB_SERVER_URL: text },
          { platform: 'linux', homedir: '/nonexistent', release: text },
        );
      }),
      { seed, numRuns: runs },
    );
    note({ inputs: runs });
  });

  test('a body of STS: no chance makes an identity or a refusal', () => {
    const genuine =
      '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/x</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';
    const spoilt = fc
      .tuple(fc.integer({ min: 0, max: genuine.length }), fc.integer({ min: 0, max: genuine.length }), TEXT)
      .map(([from, to, text]) => genuine.slice(0, from) + text + genuine.slice(to));
    let slowest = 0;
    fc.assert(
      fc.property(fc.oneof(TEXT, spoilt), fc.constantFrom(200, 200, 403, 500, 302, 0), (body, status) => {
        const started = performance.now();
        const judgement = judgeAnswer(answer(body, status), 'GetCallerIdentity');
        const identity = judgement.kind === 'result' ? identityOf(judgement.fields) : undefined;
        slowest = Math.max(slowest, performance.now() - started);
        if (identity !== undefined) {
          expect({ status, account: identity.account }).toEqual({ status: 200, account: identity.arn.split(':')[4] });
          expect(identity.arn).toMatch(/^arn:[\w-]+:(?:iam|sts)::\d{12}:[!-\x7f]+$/);
        }
        if (judgement.kind === 'refused') {
          expect(status).toBeGreaterThanOrEqual(400);
          expect(judgement.code).toMatch(/^[A-Za-z][A-Za-z0-9.]*$/);
        }
      }),
      { seed, numRuns: RUNS * 3 },
    );
    note({ inputs: RUNS * 3 });
    expect(slowest).toBeLessThan(LIMIT);
  });

  test('a region never leads to anybody else’s host', () => {
    fc.assert(
      fc.property(fc.oneof(TEXT, fc.domain(), fc.webPath()), (text) => {
        const host = stsHost(text);
        if (host === undefined) return;
        expect(new URL(`https://${host}/`).host).toBe(host.toLowerCase());
        expect(host).toMatch(/^sts\.(?:[A-Za-z0-9-]+\.)?(?:amazonaws\.(?:com(?:\.cn)?|eu)|[a-z0-9.-]+)$/);
      }),
      { seed, numRuns: RUNS },
    );
    note({ inputs: RUNS });
  });

  test('what scrub leaves holds no secret', () => {
    const secret = fc.string({ unit: fc.constantFrom('A', 'b', '0', '/', '+'), minLength: 16, maxLength: 60 });
    fc.assert(
      fc.property(secret, TEXT, TEXT, fc.integer({ min: 16, max: 60 }), (value, before, behind, length) => {
        const text = scrub(before + value.slice(0, length) + behind, [new Secret(value)]);
        expect(text.includes(value.slice(0, 16)) && !before.includes(value.slice(0, 16))).toBe(false);
      }),
      { seed, numRuns: RUNS },
    );
    note({ inputs: RUNS });
  });
});
