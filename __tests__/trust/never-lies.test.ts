import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSession, addUser } from '../../simulator/builders.ts';
import type { Fault } from '../../simulator/faults.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { CATALOGUE } from '../../src/diagnoses/catalogue.ts';
import type { CatalogueEntry, Occurrence } from '../../src/diagnoses/diagnosis.ts';
import { check, variablesOf } from '../chaos/check.ts';

let simulator: Simulator;
let good: Record<string, string>;

beforeAll(async () => {
  simulator = await startSimulator();
  good = variablesOf(addSession(simulator.world));
});
beforeEach(() => {
  simulator.reset();
});
afterAll(() => simulator.stop());

const inputs = (): Record<string, string> => ({ 'sts-endpoint': simulator.url, timeout: '1s' });

const RESULT = (inner: string, action = 'GetCallerIdentity'): string =>
  `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${inner}</${action}Result>` +
  `<ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata></${action}Response>`;
const IDENTITY = (account: string, arn: string, userId = 'AIDAEXAMPLE'): string =>
  RESULT(`<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${account}</Account>`);
const answer = (status: number, body: string, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  status,
  body,
  headers: { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef', ...headers },
});
const ARN = 'arn:aws:iam::123456789012:user/deployer';

describe('an answer that is not AWS’s is neither good nor bad', () => {
  test.each<[string, Fault[]]>([
    ['captive portal, a page', [{ kind: 'captive-portal' }]],
    ['captive portal, a redirect', [{ kind: 'captive-portal', form: 'redirect' }]],
    ['proxy page 403', [{ kind: 'proxy-refusal', status: 403 }]],
    ['proxy page 407', [{ kind: 'proxy-refusal', status: 407 }]],
    ['a cache', [{ kind: 'age', seconds: 1 }]],
    ['truncated XML', [{ kind: 'truncated-xml' }]],
    ['foreign XML', [{ kind: 'foreign-xml' }]],
    ['an empty body', [{ kind: 'empty' }]],
    ['200 with an error in its body', [{ kind: 'error-body-with-200' }]],
    [
      '200 with a refusal in its body',
      [
        answer(
          200,
          '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>x</Message></Error><RequestId>a</RequestId></ErrorResponse>',
        ),
      ],
    ],
    ['no request ID', [{ kind: 'no-request-id' }]],
    ['an account of 11 digits', [{ kind: 'account', account: '12345678901' }]],
    ['an account of 13 digits', [{ kind: 'account', account: '1234567890123' }]],
    ['an account of letters', [{ kind: 'account', account: '' }]],
    ['an ARN of another account', [{ kind: 'foreign-arn' }]],
    ['an account in foreign digits', [answer(200, IDENTITY('١٢٣٤٥٦٧٨٩٠١٢', ARN))]],
    ['an ARN with a line end', [answer(200, IDENTITY('123456789012', `${ARN}\n::error::pwned`))]],
    ['an ARN with an escape', [answer(200, IDENTITY('123456789012', `${ARN}&#27;[31m`))]],
    ['an ARN of another service', [answer(200, IDENTITY('123456789012', 'arn:aws:s3::123456789012:bucket'))]],
    ['an ARN without a resource', [answer(200, IDENTITY('123456789012', 'arn:aws:iam::123456789012:'))]],
    ['no user ID', [answer(200, IDENTITY('123456789012', ARN, ''))]],
    ['a user ID with a line end', [answer(200, IDENTITY('123456789012', ARN, 'AIDA\nX'))]],
    [
      'the result of another call',
      [answer(200, RESULT(`<Arn>${ARN}</Arn><UserId>AIDA</UserId><Account>123456789012</Account>`, 'GetSessionToken'))],
    ],
    ['the right body with 201', [answer(201, IDENTITY('123456789012', ARN))]],
    ['the right body with 404', [answer(404, IDENTITY('123456789012', ARN))]],
    [
      'the right body with a redirect',
      [answer(301, IDENTITY('123456789012', ARN), { location: 'https://sts.amazonaws.com/' })],
    ],
    ['the right body from a cache', [answer(200, IDENTITY('123456789012', ARN), { age: '17' })]],
    ['the right body with a second document behind it', [answer(200, `${IDENTITY('123456789012', ARN)}<html></html>`)]],
    ['the right body with a document type', [answer(200, `<!DOCTYPE x>${IDENTITY('123456789012', ARN)}`)]],
    [
      'a refusal from a cache',
      [
        answer(
          403,
          '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>x</Message></Error></ErrorResponse>',
          { age: '17' },
        ),
      ],
    ],
    [
      'a refusal of another’s date from a cache',
      [
        answer(
          403,
          '<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>Signature expired: 20200101T000000Z is now earlier than 20200101T001500Z (20200101T003000Z - 15 min.)</Message></Error></ErrorResponse>',
          { age: '17' },
        ),
      ],
    ],
    ['an age that is none', [answer(200, IDENTITY('123456789012', ARN), { age: 'x' })]],
    ['a refusal as JSON', [answer(403, '{"__type":"InvalidClientTokenId","message":"x"}')]],
    ['a refusal that is not in the catalogue', [{ kind: 'refusal', status: 400, code: 'SomethingNew', message: 'x' }]],
    ['a page of a load balancer', [{ kind: 'server-error', status: 502, shape: 'html' }]],
    ['a fault of AWS’s own', [{ kind: 'server-error', status: 500 }]],
    ['throttling', [{ kind: 'throttle' }]],
    ['garbage', [{ kind: 'garbage' }]],
    ['more than a megabyte', [{ kind: 'oversize', bytes: 2 ** 20 }]],
  ])('%s', async (_name, faults) => {
    simulator.faults.standing.push(...faults);
    const { report, internalErrors } = await check(good, inputs());
    expect({ verdict: report.verdict, identity: report.identity, internalErrors }).toEqual({
      verdict: 'unknown',
      identity: null,
      internalErrors: [],
    });
    expect(report.findings.map(({ severity }) => severity)).toContain('unknown');
  });

  it('is not made good by the same faults behind a repair', async () => {
    simulator.faults.queue.push({ kind: 'delay', ms: 0 });
    simulator.faults.queue.push({ kind: 'captive-portal' });
    const stale = { ...good, AWS_SESSION_TOKEN: `${good['AWS_SESSION_TOKEN'] ?? ''}x` };
    const { report } = await check(stale, inputs());
    expect(report.verdict).not.toBe('ok');
    expect(report.identity).toBeNull();
  });
});

describe('a source that needs STS is neither good nor bad while STS is silent', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    mkdirSync(join(home, '.aws'));
    writeFileSync(join(home, 'token'), simulator.identityProvider.mint());
    writeFileSync(
      join(home, '.aws/config'),
      `[profile role]\nrole_arn = arn:aws:iam::123456789012:role/deploy\ncredential_source = Environment\n`,
    );
  });
  afterAll(() => {
    rmSync(home, { recursive: true });
  });
  const FAULTS: readonly Fault[] = [
    { kind: 'captive-portal' },
    { kind: 'captive-portal', form: 'redirect' },
    { kind: 'proxy-refusal', status: 403 },
    { kind: 'throttle' },
    { kind: 'server-error', status: 503 },
    { kind: 'server-error', status: 502, shape: 'html' },
    { kind: 'empty' },
    { kind: 'truncated-xml' },
    { kind: 'error-body-with-200' },
    { kind: 'garbage' },
    { kind: 'reset' },
    { kind: 'hang' },
  ];
  test.each(FAULTS.map((fault) => [JSON.stringify(fault), fault] as const))('%s', async (_name, fault) => {
    simulator.faults.standing.push(fault);
    const role = { AWS_REGION: 'eu-west-1', AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy' };
    const sources = [
      { ...role, AWS_WEB_IDENTITY_TOKEN_FILE: join(home, 'token') },
      { ...good, AWS_PROFILE: 'role', AWS_CONFIG_FILE: join(home, '.aws/config') },
    ];
    for (const [index, env] of sources.entries()) {
      const profile = index === 1 ? { 'aws-profile': 'role' } : {};
      const { report } = await check(env, { ...inputs(), ...profile });
      expect({ index, verdict: report.verdict, ids: report.findings.map(({ id }) => id) }).toEqual({
        index,
        verdict: 'unknown',
        ids: ['source-unavailable'],
      });
    }
  });
});

describe('a diagnosis that throws', () => {
  const throwing = (entry: CatalogueEntry, where: 'detect' | 'describe'): CatalogueEntry => ({
    ...entry,
    examine(evidence) {
      if (where === 'detect') throw new RangeError('canary-of-the-message');
      const occurrence = entry.examine(evidence);
      if (occurrence === undefined) return undefined;
      const fail = (): never => {
        throw new RangeError('canary-of-the-message');
      };
      return { ...occurrence, describe: fail } satisfies Occurrence;
    },
  });
  const WITH_AN_ENTRY_BROKEN = CATALOGUE.map((entry) => entry.id).flatMap((id) =>
    (['detect', 'describe'] as const).map((where) => [id, where] as const),
  );

  test.each(WITH_AN_ENTRY_BROKEN)('%s in %s: the verdict stays true', async (id, where) => {
    const catalogue = CATALOGUE.map((entry) => (entry.id === id ? throwing(entry, where) : entry));
    const user = addUser(simulator.world);
    const cases = {
      good: [good, ['ok', 'unknown']],
      swapped: [
        { ...variablesOf(user), AWS_ACCESS_KEY_ID: user.secretAccessKey, AWS_SECRET_ACCESS_KEY: user.accessKeyId },
        ['bad', 'unknown'],
      ],
      unknown: [{ ...variablesOf(user), AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKGB2VALC4' }, ['bad', 'unknown']],
      stale: [{ ...variablesOf(user), AWS_SESSION_TOKEN: good['AWS_SESSION_TOKEN'] }, ['bad', 'unknown']],
      'line end': [{ ...variablesOf(user), AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n` }, ['bad', 'unknown']],
      none: [{ AWS_REGION: 'eu-west-1' }, ['bad', 'unknown']],
    } as const;
    for (const [name, [env, verdicts]] of Object.entries(cases)) {
      simulator.reset();
      const { report, internalErrors } = await check(env, inputs(), catalogue);
      const sent = simulator.requests.map(({ headers }) => headers['authorization']).join();
      expect({ name, verdict: verdicts.includes(report.verdict as never) ? 'true' : report.verdict }).toEqual({
        name,
        verdict: 'true',
      });
      expect(sent).not.toContain(user.secretAccessKey);
      expect(internalErrors.join()).not.toContain('canary');
      expect(new Set(internalErrors).size).toBeLessThanOrEqual(1);
    }
  });

  it('leaves the other findings standing, and is told of', async () => {
    const catalogue = CATALOGUE.map((entry) => (entry.id === 'region-missing' ? throwing(entry, 'detect') : entry));
    const user = addUser(simulator.world);
    const env = { ...variablesOf(user), AWS_REGION: '', AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n` };
    const { report, internalErrors } = await check(env, inputs(), catalogue);
    expect(report.verdict).toBe('bad');
    expect(report.findings.map(({ id, confirmed }) => [id, confirmed])).toEqual([['stray-characters', true]]);
    expect(internalErrors).toEqual(['region-missing: RangeError']);
  });

  it('takes nothing from an ok where it only gives advice', async () => {
    const catalogue = CATALOGUE.map((entry) => (entry.severity === 'notice' ? throwing(entry, 'detect') : entry));
    const { report } = await check(good, inputs(), catalogue);
    expect(report.verdict).toBe('ok');
  });

  it('does not let an expectation pass that it could not check', async () => {
    const catalogue = CATALOGUE.map((entry) =>
      entry.id === 'account-not-allowed' ? throwing(entry, 'detect') : entry,
    );
    const { report } = await check(good, { ...inputs(), 'allowed-account-ids': '999999999999' }, catalogue);
    expect(report.verdict).toBe('unknown');
  });
});
