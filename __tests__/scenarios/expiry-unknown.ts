import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const UNKNOWN = {
  verdict: 'ok',
  diagnoses: ['expiry-unknown'],
  status: 0,
  requests: 1,
  title: 'Nothing tells when the session ends',
  outputs: { 'expires-at': '', 'seconds-remaining': '' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'nothing tells',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { 'min-remaining': '30m' } }),
    expect: UNKNOWN,
  },
  {
    title: 'a token older than any session, which STS accepts all the same',
    arrange(simulator) {
      const issuedAt = new Date(Date.now() - 40 * 3600_000);
      const credentials = session(simulator, { issuedAt, lifetime: 50 * 3600 });
      return { env: environment(credentials), inputs: { 'min-remaining': '45m' } };
    },
    expect: UNKNOWN,
  },
  {
    title: 'AWS_CREDENTIAL_EXPIRATION as a number of seconds is no date',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: '3600' }),
      inputs: { 'min-remaining': '30m' },
    }),
    expect: {
      ...UNKNOWN,
      title: 'AWS CLI and boto3 would stop here, whatever STS says',
      diagnoses: ['tool-would-fail', 'expiry-unknown'],
      message: [/`AWS_CREDENTIAL_EXPIRATION`/],
    },
  },
  {
    title: 'AWS_EXPIRATION as some tool’s number of seconds is no date',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_EXPIRATION: '3600' }),
      inputs: { 'min-remaining': '30m' },
    }),
    expect: UNKNOWN,
  },
];
