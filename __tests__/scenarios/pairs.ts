import type { DiagnosisId } from '../../src/model/evidence.ts';
import type { Simulator } from '../../simulator/server.ts';
import { newSecretAccessKey } from '../../simulator/key-id.ts';
import { environment, FOREIGN_SESSION_KEY_ID, KEY_ID, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { expiredSession, session, user } from '../../testing/principals.ts';
import type { Arranged, Scenario } from '../../testing/scenario.ts';

/** Two faults, one behind the other: both are found in one run, in at most five questions. */
function pair(
  title: string,
  arrange: (simulator: Simulator) => Arranged,
  found: {
    readonly diagnoses: readonly DiagnosisId[];
    readonly confirmed: readonly DiagnosisId[];
    readonly requests: number;
  },
): Scenario {
  return { title, arrange, expect: { verdict: 'bad', status: 1, ...found } };
}

/** The runner's clock is 40 minutes behind besides. */
function late(title: string, arrange: (simulator: Simulator) => Arranged, found: Parameters<typeof pair>[2]): Scenario {
  return pair(
    `${title}, and the clock is behind`,
    (simulator) => {
      simulator.setClockOffset(2430);
      return arrange(simulator);
    },
    found,
  );
}

const OPAQUE = `FwoXopaque${'abcdefghijklmnopqrstuvwxyz012345'.repeat(9)}`;

export const scenarios: readonly Scenario[] = [
  late('an expired token', (simulator) => ({ env: environment(expiredSession(simulator)) }), {
    diagnoses: ['session-token-expired', 'clock-skew'],
    confirmed: ['clock-skew'],
    requests: 2,
  }),
  late(
    'a line break behind the secret',
    (simulator) => {
      const credentials = user(simulator);
      return { env: environment(credentials, { AWS_SECRET_ACCESS_KEY: `${credentials.secretAccessKey}\n` }) };
    },
    { diagnoses: ['stray-characters', 'clock-skew'], confirmed: ['stray-characters', 'clock-skew'], requests: 2 },
  ),
  late(
    'a left-over token',
    (simulator) => ({
      env: environment(user(simulator), { AWS_SESSION_TOKEN: session(simulator).sessionToken }),
    }),
    { diagnoses: ['session-token-stale', 'clock-skew'], confirmed: ['session-token-stale', 'clock-skew'], requests: 3 },
  ),
  late('a missing token', (simulator) => ({ env: environment(session(simulator), { AWS_SESSION_TOKEN: '' }) }), {
    diagnoses: ['session-token-missing', 'clock-skew'],
    confirmed: [],
    requests: 1,
  }),
  late(
    'a token cut off',
    (simulator) => {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: credentials.sessionToken.slice(0, 400) }) };
    },
    { diagnoses: ['session-token-malformed', 'clock-skew'], confirmed: [], requests: 1 },
  ),
  late(
    'a token pasted twice',
    (simulator) => {
      const credentials = session(simulator, { lifetime: 36_000 });
      return { env: environment(credentials, { AWS_SESSION_TOKEN: credentials.sessionToken.repeat(2) }) };
    },
    {
      diagnoses: ['session-token-malformed', 'clock-skew'],
      confirmed: ['session-token-malformed', 'clock-skew'],
      requests: 3,
    },
  ),
  late(
    'the secret of another key',
    (simulator) => ({ env: environment(user(simulator), { AWS_SECRET_ACCESS_KEY: newSecretAccessKey() }) }),
    { diagnoses: ['clock-skew', 'secret-access-key-rejected'], confirmed: ['clock-skew'], requests: 2 },
  ),
  late(
    'a secret cut off',
    (simulator) => {
      const credentials = user(simulator);
      return { env: environment(credentials, { AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.slice(1) }) };
    },
    { diagnoses: ['clock-skew', 'secret-access-key-malformed'], confirmed: ['clock-skew'], requests: 2 },
  ),
  late(
    'an unknown key',
    () => ({ env: { AWS_ACCESS_KEY_ID: OTHER_KEY_ID, AWS_SECRET_ACCESS_KEY: newSecretAccessKey() } }),
    { diagnoses: ['clock-skew', 'access-key-rejected'], confirmed: [], requests: 1 },
  ),
  late(
    'swapped values',
    (simulator) => {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return { env: environment({ accessKeyId: secretAccessKey, secretAccessKey: accessKeyId }) };
    },
    { diagnoses: ['swapped-keys', 'clock-skew'], confirmed: ['swapped-keys', 'clock-skew'], requests: 2 },
  ),
  late(
    'a key ID in lower case',
    (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: KEY_ID.toLowerCase() }) }),
    {
      diagnoses: ['access-key-id-malformed', 'clock-skew'],
      confirmed: ['access-key-id-malformed', 'clock-skew'],
      requests: 3,
    },
  ),
  late('a region that is none', (simulator) => ({ env: environment(user(simulator), { AWS_REGION: 'us-est-1' }) }), {
    diagnoses: ['region-invalid', 'clock-skew'],
    confirmed: ['region-invalid', 'clock-skew'],
    requests: 2,
  }),
  late(
    'a region that is not enabled',
    (simulator) => ({ env: environment(user(simulator), { AWS_REGION: 'ap-east-1' }) }),
    {
      diagnoses: ['region-disabled', 'clock-skew'],
      confirmed: ['region-disabled', 'clock-skew'],
      requests: 3,
    },
  ),
  late(
    'another partition',
    (simulator) => ({ env: environment(session(simulator, { lifetime: 36_000 }), { AWS_REGION: 'us-gov-west-1' }) }),
    { diagnoses: ['partition-mismatch', 'clock-skew'], confirmed: ['partition-mismatch', 'clock-skew'], requests: 3 },
  ),
  late(
    'an account that is not allowed',
    (simulator) => ({ env: environment(user(simulator)), inputs: { 'allowed-account-ids': '210987654321' } }),
    { diagnoses: ['clock-skew', 'account-not-allowed'], confirmed: ['clock-skew'], requests: 2 },
  ),
  late(
    'somebody else than expected',
    (simulator) => ({
      env: environment(user(simulator)),
      inputs: { 'expected-arn': 'arn:aws:iam::123456789012:role/deploy' },
    }),
    { diagnoses: ['clock-skew', 'identity-unexpected'], confirmed: ['clock-skew'], requests: 2 },
  ),
  late('placeholders', () => ({ env: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: '***' } }), {
    diagnoses: ['unresolved-placeholder', 'clock-skew'],
    confirmed: [],
    requests: 1,
  }),
  late(
    'another account’s token',
    (simulator) => {
      const other = session(simulator, { account: '000000000000', accessKeyId: FOREIGN_SESSION_KEY_ID });
      return { env: environment(session(simulator), { AWS_SESSION_TOKEN: other.sessionToken }) };
    },
    { diagnoses: ['session-token-mismatched', 'clock-skew'], confirmed: [], requests: 1 },
  ),
  pair(
    'a line break behind the key ID, and an expired token',
    (simulator) => {
      const credentials = expiredSession(simulator);
      return { env: environment(credentials, { AWS_ACCESS_KEY_ID: `${credentials.accessKeyId}\n` }) };
    },
    { diagnoses: ['stray-characters', 'session-token-expired'], confirmed: [], requests: 1 },
  ),
  pair(
    'quotes around the secret, and a left-over token',
    (simulator) => {
      const credentials = user(simulator);
      return {
        env: environment(credentials, {
          AWS_SECRET_ACCESS_KEY: `"${credentials.secretAccessKey}"`,
          AWS_SESSION_TOKEN: session(simulator).sessionToken,
        }),
      };
    },
    {
      diagnoses: ['stray-characters', 'session-token-stale'],
      confirmed: ['stray-characters', 'session-token-stale'],
      requests: 2,
    },
  ),
  pair(
    'a left-over token, and a wrong secret',
    (simulator) => ({
      env: environment(user(simulator), {
        AWS_SECRET_ACCESS_KEY: newSecretAccessKey(),
        AWS_SESSION_TOKEN: session(simulator).sessionToken,
      }),
    }),
    {
      diagnoses: ['session-token-stale', 'secret-access-key-rejected'],
      confirmed: ['session-token-stale'],
      requests: 2,
    },
  ),
  pair(
    'an availability zone, and a wrong secret',
    (simulator) => ({
      env: environment(user(simulator), { AWS_REGION: 'us-east-1a', AWS_SECRET_ACCESS_KEY: newSecretAccessKey() }),
    }),
    { diagnoses: ['region-invalid', 'secret-access-key-rejected'], confirmed: [], requests: 1 },
  ),
  pair(
    'a typing error in the region, and an expired token',
    (simulator) => ({ env: environment(expiredSession(simulator), { AWS_REGION: 'us-est-1' }) }),
    { diagnoses: ['region-invalid', 'session-token-expired'], confirmed: [], requests: 1 },
  ),
  pair(
    'swapped values, and a line break behind the secret',
    (simulator) => {
      const { accessKeyId, secretAccessKey } = user(simulator);
      return { env: environment({ accessKeyId: `${secretAccessKey}\n`, secretAccessKey: accessKeyId }) };
    },
    { diagnoses: ['swapped-keys', 'stray-characters'], confirmed: ['swapped-keys', 'stray-characters'], requests: 1 },
  ),
  pair(
    'swapped values, and a left-over token',
    (simulator) => {
      const { accessKeyId, secretAccessKey } = user(simulator);
      const { sessionToken } = session(simulator);
      return { env: environment({ accessKeyId: secretAccessKey, secretAccessKey: accessKeyId, sessionToken }) };
    },
    {
      diagnoses: ['swapped-keys', 'session-token-stale'],
      confirmed: ['swapped-keys', 'session-token-stale'],
      requests: 2,
    },
  ),
  pair(
    'a user’s unique ID, and a secret cut off',
    (simulator) => {
      const credentials = user(simulator);
      return {
        env: environment(credentials, {
          AWS_ACCESS_KEY_ID: 'AIDARZPUZDIKGB2VALC4Q',
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.slice(1),
        }),
      };
    },
    { diagnoses: ['access-key-id-malformed', 'secret-access-key-malformed'], confirmed: [], requests: 1 },
  ),
  pair(
    'an account that is not allowed, and a session that ends too soon',
    (simulator) => ({
      env: environment(session(simulator), {
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 1230_000).toISOString(),
      }),
      inputs: { 'allowed-account-ids': '210987654321', 'min-remaining': '45m' },
    }),
    { diagnoses: ['account-not-allowed', 'expires-too-soon'], confirmed: [], requests: 1 },
  ),
  pair(
    'a region that is not enabled, and a left-over token',
    (simulator) => ({
      env: environment(user(simulator), {
        AWS_REGION: 'ap-east-1',
        AWS_SESSION_TOKEN: session(simulator).sessionToken,
      }),
    }),
    {
      diagnoses: ['session-token-stale', 'region-disabled'],
      confirmed: ['session-token-stale', 'region-disabled'],
      requests: 3,
    },
  ),
  pair(
    'a token of the global endpoint in an opt-in region, and an account that is not allowed',
    (simulator) => ({
      env: environment(session(simulator, { tokenType: 0x17 }), { AWS_REGION: 'ap-east-1' }),
      inputs: { 'allowed-account-ids': '210987654321' },
    }),
    {
      diagnoses: ['session-token-region-limited', 'account-not-allowed'],
      confirmed: ['session-token-region-limited'],
      requests: 2,
    },
  ),
  pair(
    'an opaque token that has expired, and no region',
    (simulator) => ({ env: environment(expiredSession(simulator, { sessionToken: OPAQUE }), { AWS_REGION: '' }) }),
    { diagnoses: ['session-token-expired', 'region-missing'], confirmed: [], requests: 1 },
  ),
  late(
    'a line break behind the secret and a left-over token',
    (simulator) => {
      const credentials = user(simulator);
      return {
        env: environment(credentials, {
          AWS_SECRET_ACCESS_KEY: `${credentials.secretAccessKey}\r\n`,
          AWS_SESSION_TOKEN: session(simulator).sessionToken,
        }),
      };
    },
    {
      diagnoses: ['stray-characters', 'session-token-stale', 'clock-skew'],
      confirmed: ['stray-characters', 'session-token-stale', 'clock-skew'],
      requests: 3,
    },
  ),
];
