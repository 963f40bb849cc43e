import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceFrom } from '../../src/diagnose/attempt.ts';
import { isPlain } from '../../src/diagnose/first-question.ts';
import { CATALOGUE } from '../../src/diagnoses/catalogue.ts';
import type { Attempt } from '../../src/model/evidence.ts';
import type { Gathered } from '../../src/model/gathered.ts';
import { Secret } from '../../src/model/secret.ts';
import { readFacts } from '../../src/read/facts.ts';
import { settingsOf } from '../chaos/check.ts';

const BEFORE = CATALOGUE.filter(({ phases }) => phases.includes('before'));
const BASE64 = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const characters = (alphabet: readonly string[], length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...alphabet), ...length });

/** Values as AWS makes them, and such as only look like it. */
const VALUES = fc.record({
  accessKeyId: fc.oneof(
    fc
      .tuple(
        fc.constantFrom('AKIA', 'ASIA', 'AROA'),
        characters(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), { minLength: 15, maxLength: 17 }),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'),
    characters(BASE64, { minLength: 40, maxLength: 40 }),
  ),
  secretAccessKey: fc.oneof(
    characters(BASE64, { minLength: 39, maxLength: 41 }),
    characters([...BASE64, ' ', '"', '%', '=', '\n'], { minLength: 40, maxLength: 40 }),
    fc.constantFrom('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AKIARZPUZDIKGB2VALC4'),
  ),
  sessionToken: fc.option(
    fc.oneof(
      characters(BASE64, { minLength: 90, maxLength: 400 }),
      characters([...BASE64, ' ', '"', '%', '\n', '.'], { minLength: 100, maxLength: 400 }),
    ),
    { nil: undefined },
  ),
  region: fc.constantFrom<string>('eu-west-1', 'us-east-1', 'eu-west-1a', 'us-est-1', 'xx-nowhere-9', ''),
});

function attemptOf({
  accessKeyId,
  secretAccessKey,
  sessionToken,
  region,
}: typeof VALUES extends fc.Arbitrary<infer T> ? T : never): Attempt {
  return {
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: sessionToken === undefined ? undefined : new Secret(sessionToken),
    region,
    endpoint: new URL('https://sts.eu-west-1.amazonaws.com/'),
    clockOffset: 0,
  };
}

function gatheredWith(attempt: Attempt): Gathered {
  const { accessKeyId, secretAccessKey, sessionToken } = attempt;
  const names = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' };
  const credentials = {
    source: 'environment',
    location: '',
    names,
    expirations: [],
    accessKeyId,
    secretAccessKey,
    sessionToken,
  };
  return {
    credentials,
    problems: [],
    asked: [],
    expirations: [],
    candidates: [],
    region: { value: attempt.region, from: '' },
  } as unknown as Gathered;
}

// What may be sent at once was never looked at by the diagnoses, so none of them may have anything to say of it.
test('what is asked at once is nothing that a diagnosis keeps back or repairs first', () => {
  let plain = 0;
  fc.assert(
    fc.property(VALUES, (values) => {
      const attempt = attemptOf(values);
      const gathered = gatheredWith(attempt);
      if (!isPlain(attempt, gathered)) return;
      plain++;
      const facts = readFacts(attempt);
      const known = {
        settings: settingsOf({}),
        gathered,
        attempt,
        facts,
        answers: [],
        role: undefined,
        found: [],
        now: 0,
      };
      const evidence = evidenceFrom(known);
      expect(BEFORE.filter((entry) => entry.examine(evidence) !== undefined).map(({ id }) => id)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(20);
});

test.each([
  ['the two swapped', { accessKeyId: 'w'.repeat(40), secretAccessKey: 'AKIARZPUZDIKGB2VALC4' }],
  ['the secret in both places', { accessKeyId: 'w'.repeat(40) }],
  ['a line end behind the secret', { secretAccessKey: `${'w'.repeat(40)}\n` }],
  ['a line end in the token', { sessionToken: `${'w'.repeat(200)}\n${'w'.repeat(200)}` }],
  ['a key ID of another length', { accessKeyId: 'AKIARZPUZDIKGB2VALC' }],
  ['a region that is none', { region: 'us-est-1' }],
])('does not ask at once with %s', (_case, changes) => {
  const values = {
    accessKeyId: 'AKIARZPUZDIKGB2VALC4',
    secretAccessKey: 'w'.repeat(40),
    sessionToken: undefined,
    region: 'eu-west-1',
  };
  const attempt = attemptOf({ ...values, ...changes });
  expect(isPlain(attemptOf(values), gatheredWith(attempt))).toBe(true);
  expect(isPlain(attempt, gatheredWith(attempt))).toBe(false);
});
