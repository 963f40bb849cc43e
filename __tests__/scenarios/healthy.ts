import { addRoot } from '../../simulator/builders.ts';
import { environment, inputs, KEY_ID } from '../../testing/credentials.ts';
import { heldBack } from '../../testing/held-back.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const OK = { verdict: 'ok', diagnoses: [], status: 0, requests: 1 } as const satisfies Expected;
/** Good credentials of a long-term key get one piece of advice. */
const LONG_TERM = { ...OK, diagnoses: ['long-term-credentials'] } as const satisfies Expected;

/** Credentials that work, odd as they may look: one question, and no complaint. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'temporary credentials in the environment',
    installedNode: true,
    arrange(simulator) {
      const credentials = session(simulator);
      return {
        env: environment(credentials),
        outputs: { 'authenticated-arn': credentials.arn, 'user-id': credentials.session.userId },
      };
    },
    expect: {
      ...OK,
      outputs: {
        verdict: 'ok',
        diagnosis: '',
        diagnoses: '[]',
        'aws-account-id': '123456789012',
        'principal-type': 'assumed-role',
        'credential-source': 'environment',
        'credential-type': 'temporary',
        'aws-region': 'eu-west-1',
        'aws-partition': 'aws',
        'expires-at': '',
        'seconds-remaining': '',
      },
    },
  },
  {
    title: 'temporary credentials in the inputs',
    arrange: (simulator) => ({ inputs: inputs(session(simulator)) }),
    expect: { ...OK, outputs: { 'credential-source': 'inputs' } },
  },
  {
    title: 'inputs go before the environment',
    arrange: (simulator) => ({
      inputs: inputs(session(simulator)),
      env: { AWS_ACCESS_KEY_ID: 'AKIARZPUZDIKM7Q3XWTN', AWS_SECRET_ACCESS_KEY: 'of another account' },
    }),
    expect: { ...OK, outputs: { 'credential-source': 'inputs' } },
  },
  {
    title: 'a long-term key in the environment',
    installedNode: true,
    arrange(simulator) {
      const credentials = user(simulator);
      return { env: environment(credentials), outputs: { 'authenticated-arn': credentials.arn } };
    },
    expect: { ...LONG_TERM, outputs: { diagnosis: '', 'principal-type': 'user', 'credential-type': 'long-term' } },
  },
  {
    title: 'a long-term key in the inputs',
    arrange: (simulator) => ({ inputs: inputs(user(simulator)) }),
    expect: LONG_TERM,
  },
  {
    title: 'the summary is always written where that is wanted',
    arrange: (simulator) => ({ inputs: { summary: 'always' }, env: environment(session(simulator)) }),
    expect: { ...OK, summary: [/Authenticated as/, /What was checked/] },
  },
  {
    title: 'when the session ends is said in the log',
    arrange: (simulator) => ({
      env: environment(session(simulator), {
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 3510_000).toISOString(),
      }),
      inputs: { 'min-remaining': '45m' },
    }),
    expect: OK,
  },
  {
    title: 'an empty token next to a long-term key, as configure-aws-credentials leaves it',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_SESSION_TOKEN: '' }) }),
    expect: LONG_TERM,
  },
  {
    title: 'a proxy that adds an age of 0, so that the date does not count',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'age', seconds: 0 });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, outputs: { 'clock-skew-seconds': '' } },
  },
  {
    title: 'a secret of 44 characters',
    arrange: (simulator) => ({
      env: environment(user(simulator, { secretAccessKey: 'x9Lq2Vb7Tn4Rk8Wm3Zc6Jd1Hf5Gs0PaYe+Uo/IiXy+Qz' })),
    }),
    expect: LONG_TERM,
  },
  {
    title: 'a secret with signs that no secret has',
    arrange: (simulator) => ({
      env: environment(user(simulator, { secretAccessKey: 'minio-like_secret.of-nobody' })),
    }),
    expect: LONG_TERM,
  },
  {
    title: 'an old key ID, of the time before key IDs held accounts',
    arrange: (simulator) => ({ env: environment(user(simulator, { accessKeyId: 'AKIAI4ZZNP7QX3DEJR2A' })) }),
    expect: LONG_TERM,
  },
  {
    title: 'an old key ID with 0, 1, 8 and 9 in it',
    arrange: (simulator) => ({ env: environment(user(simulator, { accessKeyId: 'AKIAJ0189ZZNP7QX3DEJ' })) }),
    expect: LONG_TERM,
  },
  {
    title: 'a token of unknown make',
    arrange: (simulator) => ({
      env: environment(
        session(simulator, { sessionToken: `FwoXopaque${'abcdefghijklmnopqrstuvwxyz012345'.repeat(9)}` }),
      ),
    }),
    expect: OK,
  },
  {
    title: 'a token that is no base64',
    arrange: (simulator) => ({
      env: environment(session(simulator, { sessionToken: 'token.of-an_emulator~with:other;signs' })),
    }),
    expect: OK,
  },
  {
    title: 'a token with a space at its end, which HTTP drops',
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: `${credentials.sessionToken} ` }) };
    },
    expect: OK,
  },
  {
    title: 'a token of the global endpoint in a region that is always enabled',
    arrange: (simulator) => ({ env: environment(session(simulator, { tokenType: 0x17 })) }),
    expect: OK,
  },
  {
    title: 'a token of version 2 in an opt-in region that is enabled',
    arrange(simulator) {
      const credentials = session(simulator);
      simulator.world.accounts.get('123456789012')?.optInRegions.add('ap-east-1');
      return { env: environment(credentials, { AWS_REGION: 'ap-east-1' }) };
    },
    expect: { ...OK, outputs: { 'aws-region': 'ap-east-1' } },
  },
  {
    title: 'a token that says another account than its key',
    arrange: (simulator) => ({
      env: environment(session(simulator, { accessKeyId: 'ASIAQAAAAAAAGMKEM7X5' })),
    }),
    expect: OK,
  },
  {
    title: 'values of an emulator that the endpoint accepts',
    arrange: (simulator) => ({
      env: environment(user(simulator, { account: '000000000000', accessKeyId: 'test', secretAccessKey: 'test' })),
    }),
    expect: OK,
  },
  {
    title: 'a key of LocalStack that the endpoint accepts',
    arrange: (simulator) => ({
      env: environment(user(simulator, { account: '000000000000', accessKeyId: 'LKIAQAAAAAAAGMKEM7X5' })),
    }),
    expect: OK,
  },
  {
    title: 'the documentation’s example that the endpoint accepts',
    arrange: (simulator) => ({
      env: environment(
        user(simulator, {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        }),
      ),
    }),
    expect: LONG_TERM,
  },
  {
    title: 'a region that is newer than this release',
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_REGION: 'eu-west-9' }) };
    },
    expect: { ...OK, outputs: { 'aws-region': 'eu-west-9', 'aws-partition': 'aws' } },
  },
  {
    title: 'credentials of GovCloud in GovCloud',
    arrange: (simulator) => ({
      env: environment(session(simulator, { issuedIn: 'us-gov-west-1' }), { AWS_REGION: 'us-gov-east-1' }),
    }),
    expect: { ...OK, outputs: { 'aws-partition': 'aws-us-gov' } },
  },
  {
    title: 'credentials of China in China',
    arrange: (simulator) => ({
      env: environment(session(simulator, { issuedIn: 'cn-north-1' }), { AWS_REGION: 'cn-northwest-1' }),
    }),
    expect: { ...OK, outputs: { 'aws-partition': 'aws-cn' } },
  },
  {
    title: 'credentials of the European Sovereign Cloud',
    arrange: (simulator) => ({
      env: environment(session(simulator, { issuedIn: 'eusc-de-east-1' }), { AWS_REGION: 'eusc-de-east-1' }),
    }),
    expect: { ...OK, outputs: { 'aws-partition': 'aws-eusc' } },
  },
  {
    title: 'a federated user',
    arrange: (simulator) => ({ env: environment(session(simulator, { kind: 'federated-user', name: 'Jill' })) }),
    expect: { ...OK, outputs: { 'principal-type': 'federated-user' } },
  },
  {
    title: 'a session of a user (GetSessionToken)',
    arrange: (simulator) => ({ env: environment(session(simulator, { kind: 'user', name: 'jill' })) }),
    expect: { ...OK, outputs: { 'principal-type': 'user', 'credential-type': 'temporary' } },
  },
  {
    title: 'a role of IAM Identity Center',
    arrange: (simulator) => ({
      env: environment(
        session(simulator, { name: 'AWSReservedSSO_Deploy_0123456789abcdef', sessionName: 'jill@example.com' }),
      ),
    }),
    expect: { ...OK, outputs: { 'principal-type': 'assumed-role' } },
  },
  {
    title: 'a user under a path',
    arrange: (simulator) => ({
      env: environment(user(simulator, { path: '/teams/ci/', name: 'deployer' })),
      inputs: {
        'expected-arn': 'arn:aws:iam::123456789012:user/teams/ci/*',
        'allowed-account-ids': ',123456789012',
      },
    }),
    expect: { ...LONG_TERM, outputs: { 'authenticated-arn': 'arn:aws:iam::123456789012:user/teams/ci/deployer' } },
  },
  {
    title: 'a role’s own ARN as the expectation, with its path',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'expected-arn': 'arn:aws:iam::123456789012:role/teams/ci/deploy' },
    }),
    expect: OK,
  },
  {
    title: 'held back once until the signature expired, then answered',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'refusal', status: 403, code: 'SignatureDoesNotMatch', message: heldBack() });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, requests: 2 },
  },
  {
    title: 'throttled once, then answered',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'throttle' });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, requests: 2 },
  },
  {
    title: 'a fault of the service once, then answered',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'server-error', status: 503 });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, requests: 2 },
  },
  {
    title: 'the connection breaks once, then answered',
    arrange(simulator) {
      simulator.faults.queue.push({ kind: 'reset' });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, requests: 2 },
  },
  {
    title: 'an answer without a Date header',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'no-date' });
      return { env: environment(session(simulator)) };
    },
    expect: { ...OK, outputs: { 'clock-skew-seconds': '' } },
  },
  {
    title: 'a clock that is 40 seconds off, within the allowance',
    arrange(simulator) {
      simulator.setClockOffset(40);
      return { env: environment(session(simulator)) };
    },
    expect: OK,
  },
  {
    title: 'AWS_REGION goes before AWS_DEFAULT_REGION',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_DEFAULT_REGION: 'us-east-1' }) }),
    expect: { ...OK, outputs: { 'aws-region': 'eu-west-1' } },
  },
  {
    title: 'account IDs are masked where that is wanted',
    arrange: (simulator) => ({
      env: environment(user(simulator)),
      inputs: { 'mask-aws-account-id': 'true', summary: 'always' },
    }),
    expect: { ...LONG_TERM, outputs: { 'aws-account-id': '123456789012' }, absent: /123456789012/ },
  },
  {
    title: 'a time-out of two seconds is enough',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { timeout: '2s' } }),
    expect: OK,
  },
  {
    title: 'a root user is somebody too',
    arrange(simulator) {
      return { env: environment(addRoot(simulator.world, { accessKeyId: KEY_ID })) };
    },
    expect: { ...OK, diagnoses: ['root-credentials'], outputs: { 'principal-type': 'root' } },
  },
  {
    title: 'fail-on: warning leaves a notice alone',
    arrange: (simulator) => ({ env: environment(user(simulator)), inputs: { 'fail-on': 'warning' } }),
    expect: LONG_TERM,
  },
  {
    title: 'without confirmation',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { confirm: 'false' } }),
    expect: OK,
  },
];
