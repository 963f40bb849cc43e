import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addSession, addUser } from '../../simulator/builders.ts';
import type { Fault } from '../../simulator/faults.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runAction } from '../../src/action.ts';
import { note } from './figures.ts';
import { leaksIn } from './leaks.ts';
import { seedOf } from './seed.ts';
import { variablesOf } from './check.ts';
import { capture } from './written.ts';

const RUNS = 600;
const seed = seedOf('leak-fuzz');

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ behaviour: { canonicalStringInErrors: true } });
});
afterAll(() => simulator.stop());

/** What becomes of a value on its way into a job. */
const DISGUISES: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `${value}\n`,
  (value) => ` ${value}\t`,
  (value) => `"${value}"`,
  (value) => `\u201c${value}\u201d`,
  (value) => `\ufeff${value}`,
  (value) => `${value.slice(0, 9)}\u200b${value.slice(9)}`,
  (value) => `${value.slice(0, 12)}\n${value.slice(12)}`,
  (value) => encodeURIComponent(value),
  (value) => `AWS_SECRET_ACCESS_KEY=${value}`,
  (value) => `export AWS_ACCESS_KEY_ID='${value}'`,
  (value) => value.slice(0, -3),
  (value) => value.toLowerCase(),
  (value) => JSON.stringify({ value }),
  (value) => Buffer.from(value).toString('base64'),
  (value) => `${value}${value}`,
  (value) => `${value}::error::x`,
];
const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;
/** Places where any of the three may land by mistake. */
const PLACES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;
const STRANGE = [
  'AWS_REGION',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ENDPOINT_URL_STS',
  'INPUT_AUDIENCE',
  'INPUT_AWS-REGION',
  'INPUT_EXPECTED-ARN',
  'INPUT_TIMEOUT',
  'INPUT_STS-ENDPOINT',
  'GITHUB_JOB',
  'AWS_CREDENTIAL_EXPIRATION',
  'HTTP_PROXY',
] as const;
const FAULTS: readonly Fault[][] = [
  [],
  [],
  [],
  [{ kind: 'captive-portal' }],
  [{ kind: 'truncated-xml' }],
  [{ kind: 'age', seconds: 5 }],
  [{ kind: 'foreign-arn' }],
];

test('no fuzzed credential is written anywhere', async () => {
  const leaks: string[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.tuple(fc.constantFrom(...DISGUISES), fc.constantFrom(...DISGUISES), fc.constantFrom(...DISGUISES)),
      fc.shuffledSubarray([...FIELDS], { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      fc.option(fc.tuple(fc.constantFrom(...STRANGE), fc.constantFrom(...FIELDS)), { nil: undefined, freq: 3 }),
      fc.constantFrom(...FAULTS),
      async (temporary, disguises, order, inOrder, strange, faults) => {
        simulator.reset();
        simulator.faults.standing.push(...faults);
        const credentials = {
          sessionToken: addSession(simulator.world).sessionToken,
          ...(temporary ? addSession(simulator.world) : addUser(simulator.world)),
        };
        const fields = inOrder ? FIELDS : order;
        // A value that is known in disguise only is not known elsewhere.
        const plain = strange !== undefined;
        const placed = Object.fromEntries(
          PLACES.map((place, index) => [
            place,
            (plain ? DISGUISES[0] : disguises[index])?.(credentials[fields[index] ?? 'accessKeyId']),
          ]),
        );
        const env: Record<string, string | undefined> = {
          ...variablesOf(credentials),
          ...(temporary ? {} : { AWS_SESSION_TOKEN: '' }),
          'INPUT_STS-ENDPOINT': simulator.url,
          INPUT_TIMEOUT: '1s',
          INPUT_SUMMARY: 'always',
          ...placed,
          ...(strange === undefined ? {} : { [strange[0]]: credentials[strange[1]] }),
        };
        const { core, lines } = capture();
        await runAction({
          env,
          host: { platform: 'linux', homedir: '/nonexistent', release: '6.0' },
          now: Date.now,
          toolkit: () => Promise.resolve(core),
        });
        const visible = lines.filter((line) => !line.startsWith('mask ')).join('\n');
        const { accessKeyId, secretAccessKey, sessionToken } = credentials;
        const found = leaksIn({ 'what was written': visible }, { accessKeyId, secretAccessKey, sessionToken });
        leaks.push(...found);
        expect({ found, broken: lines.filter((line) => line.includes('A part of the preflight failed')) }).toEqual({
          found: [],
          broken: [],
        });
      },
    ),
    { seed, numRuns: RUNS },
  );
  note({ inputs: RUNS, searches: RUNS, leaks: leaks.length });
});
