import { environment, inputs } from '../../testing/credentials.ts';
import { expiredSession } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const EXPIRED = {
  verdict: 'bad',
  diagnoses: ['session-token-expired'],
  status: 1,
  requests: 1,
} as const satisfies Expected;
const HOUR = 3600_000;

export const scenarios: readonly Scenario[] = [
  {
    title: 'with the expiration in the environment',
    installedNode: true,
    arrange(simulator) {
      const credentials = expiredSession(simulator);
      const end = credentials.session.expiresAt.toISOString();
      return { env: environment(credentials, { AWS_CREDENTIAL_EXPIRATION: end }) };
    },
    expect: { ...EXPIRED, title: 'AWS session token expired 42 minutes ago' },
  },
  {
    title: 'nothing tells when it ended',
    arrange: (simulator) => ({ env: environment(expiredSession(simulator)) }),
    expect: { ...EXPIRED, title: 'AWS session token has expired; it was issued 1 h 42 min ago' },
  },
  {
    title: 'although the environment says that it lasts',
    arrange: (simulator) => ({
      env: environment(expiredSession(simulator), {
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + HOUR).toISOString(),
      }),
    }),
    expect: { ...EXPIRED, message: [/`AWS_CREDENTIAL_EXPIRATION` says that it lasts until .*: STS’s word counts/] },
  },
  {
    title: 'of a token that looks odd, which AWS could read all the same',
    arrange: (simulator) => ({
      env: environment(expiredSession(simulator, { sessionToken: `not~a~token/${'abcdefgh~'.repeat(30)}` })),
    }),
    expect: { ...EXPIRED, title: 'AWS session token has expired' },
  },
  {
    title: 'with the input expires-at, quotes and offset included',
    arrange(simulator) {
      const credentials = expiredSession(simulator);
      const local = new Date(credentials.session.expiresAt.getTime() + 5.5 * HOUR)
        .toISOString()
        .replace(/\.\d+Z$/, '+05:30');
      return { inputs: inputs(credentials, { 'expires-at': `"${local}"` }) };
    },
    expect: { ...EXPIRED, title: 'AWS session token expired 42 minutes ago' },
  },
  {
    title: 'of a make that tells nothing',
    arrange: (simulator) => ({
      env: environment(
        expiredSession(simulator, { sessionToken: `FwoXopaque${'abcdefghijklmnopqrstuvwxyz012345'.repeat(9)}` }),
      ),
    }),
    expect: { ...EXPIRED, title: 'AWS session token has expired' },
  },
  {
    title: 'so old that STS merely calls it invalid',
    arrange(simulator) {
      const issuedAt = new Date(Date.now() - 40.5 * 24 * HOUR);
      const credentials = expiredSession(simulator, { issuedAt, expiresAt: new Date(issuedAt.getTime() + HOUR) });
      simulator.world.sessions.length = 0;
      return { env: environment(credentials), secrets: [credentials.secretAccessKey, credentials.sessionToken] };
    },
    expect: {
      ...EXPIRED,
      message: [/InvalidClientTokenId/, /no session lasts longer than 36 hours/],
      title: /issued 40 d 12 h ago$/,
    },
  },
];
