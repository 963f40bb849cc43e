import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addAccount } from '../../simulator/accounts.ts';
import { addSession, addUser } from '../../simulator/builders.ts';
import { isOptIn, partitionOf } from '../../simulator/regions.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { PARTITIONS } from '../../src/read/partitions.generated.ts';
import { readAccessKeyId } from '../../src/read/access-key-id.ts';
import { readStray } from '../../src/read/stray-characters.ts';
import { isSecretAccessKey } from '../../src/read/unsafe-content.ts';
import { check } from '../chaos/check.ts';
import { note } from '../chaos/figures.ts';
import { seedOf } from '../chaos/seed.ts';

/** More of them where there is time. */
const RUNS = process.env['PREFLIGHT_FIGURES'] === undefined ? 200 : 1500;
const seed = seedOf('accepted-is-ok');

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
  for (const partition of PARTITIONS) {
    const regions = partition.regions.filter((region) => isOptIn(region));
    addAccount(simulator.world, { id: accountIn(partition.id), partition: partition.id, optInRegions: regions });
  }
});
afterAll(() => simulator.stop());

function accountIn(partition: string): string {
  return String(100_000_000_000 + PARTITIONS.findIndex(({ id }) => id === partition));
}

const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));
const text = (alphabet: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
/** What can stand in `Credential=…/`. */
const KEY_ID = text(
  ASCII.filter((character) => /[\w.+-]/.test(character)),
  40,
).filter((keyId) => readAccessKeyId(keyId).unsafe === undefined);
const CONTROL = [
  '\t',
  '\u0001',
  '\u007f',
  ' ',
  '\u00a0',
  '\u200b',
  '\u202e',
  '"',
  "'",
  '%',
  '\\',
  '\u00e9',
  '\u{1f511}',
];
/** A secret whose clean form is one is asked in that form alone: STS answers a second secret falsely for a while. */
const SECRET = text([...ASCII, ...CONTROL], 80).filter(
  (secret) => secret.trim() !== '' && !isSecretAccessKey(readStray(secret, 'secretAccessKey')?.repaired ?? ''),
);
/** A header's value is trimmed on its way. */
const TOKEN = text([...ASCII, ' '], 300).filter(
  (token) => token.trim() === token && !/[^\t -~\u0080-\u00ff]/.test(token),
);
const REGION = fc.constantFrom(...PARTITIONS.flatMap(({ id, regions }) => regions.map((region) => ({ id, region }))));
const WELL_FORMED = fc.constantFrom(
  ...['AKIA', 'ABIA', 'ACCA'].map((prefix) => `${prefix}IOSFODNN7AAAAAAA`),
  'AKIAIOSFODNN7EXAMPLE',
  'AKIDEXAMPLE',
  'test',
  'minioadmin',
  'lowercasekeyid123456',
  'AROARZPUZDIKGB2VALC4',
);

test('whatever STS accepts is ok, after one question', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(KEY_ID, WELL_FORMED),
      SECRET,
      fc.option(TOKEN, { nil: undefined }),
      REGION,
      fc.constantFrom('user', 'federated-user', 'assumed-role'),
      async (accessKeyId, secretAccessKey, sessionToken, { id, region }, kind) => {
        fc.pre(partitionOf(region) === id);
        count += 1;
        simulator.reset();
        simulator.world.users.length = 0;
        simulator.world.sessions.length = 0;
        const options = { account: accountIn(id), accessKeyId, secretAccessKey };
        const principal =
          sessionToken === undefined
            ? addUser(simulator.world, options)
            : addSession(simulator.world, { ...options, sessionToken, kind, issuedIn: region } as const);
        const { report, internalErrors } = await check(
          {
            AWS_REGION: region,
            AWS_ACCESS_KEY_ID: accessKeyId,
            AWS_SECRET_ACCESS_KEY: secretAccessKey,
            ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
          },
          { 'sts-endpoint': simulator.url, timeout: '5s' },
        );
        const errors = report.findings.filter(({ severity }) => severity === 'error' || severity === 'unknown');
        expect({
          verdict: report.verdict,
          requests: simulator.requests.length,
          arn: report.identity?.arn,
          errors,
          internalErrors,
        }).toEqual({
          verdict: 'ok',
          requests: 1,
          arn: principal.arn,
          errors: [],
          internalErrors: [],
        });
      },
    ),
    { seed, numRuns: RUNS },
  );
  note({ inputs: count });
});
