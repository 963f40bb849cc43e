import { environment, inputs } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MALFORMED = {
  verdict: 'bad',
  diagnoses: ['session-token-malformed'],
  status: 1,
  requests: 1,
} as const satisfies Expected;
const REPAIRED = { ...MALFORMED, requests: 2, confirmed: ['session-token-malformed'] } as const satisfies Expected;

function changed(title: string, change: (token: string) => string, expected: Expected): Scenario {
  return {
    title,
    arrange(simulator) {
      const credentials = session(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: change(credentials.sessionToken) }) };
    },
    expect: expected,
  };
}

export const scenarios: readonly Scenario[] = [
  changed('cut off in the middle', (token) => token.slice(0, 400), {
    ...MALFORMED,
    title: /^The session token is cut off: 300 of at least \d+ bytes are here$/,
  }),
  changed('cut off by a few characters', (token) => token.slice(0, -8), {
    ...MALFORMED,
    title: /^The session token is cut off/,
  }),
  changed('cut off at a length that no base64 has', (token) => token.slice(0, 401), {
    ...MALFORMED,
    title: /^The session token is cut off/,
  }),
  changed('a fragment of it', (token) => token.slice(100, 130), {
    ...MALFORMED,
    title: 'The session token is not one',
  }),
  changed('the first four characters are lost', (token) => token.slice(4), {
    ...MALFORMED,
    title: 'The session token has lost its beginning',
    message: [/its first 4 characters are lost/],
  }),
  changed('in base64 once more', (token) => Buffer.from(token).toString('base64'), {
    ...REPAIRED,
    title: 'The session token is encoded in base64 once more',
  }),
  changed('pasted twice', (token) => token + token, { ...REPAIRED, title: 'The session token stands there twice' }),
  changed('another text altogether', () => 'not a token at all', {
    ...MALFORMED,
    title: 'The session token is not one',
  }),
  changed('copied from a table that cuts it short', (token) => `${token.slice(0, 30)}…`, {
    ...MALFORMED,
    requests: 0,
    title: 'The session token has characters that no token has',
  }),
  changed('a character in the middle is another', (token) => `${token.slice(0, 60)}~${token.slice(61)}`, {
    ...MALFORMED,
    title: 'The session token has characters that no token has',
  }),
  changed('something follows it', (token) => `${token.replace(/=+$/, '')}AAAAAAAA`, {
    ...REPAIRED,
    title: 'Something follows the session token',
  }),
  {
    title: 'the padding is lost',
    arrange(simulator) {
      const credentials = sessionWithPadding(simulator);
      return { env: environment(credentials, { AWS_SESSION_TOKEN: credentials.sessionToken.replace(/=+$/, '') }) };
    },
    expect: { ...REPAIRED, title: 'The session token has lost the = at its end' },
  },
  {
    title: 'cut off, in the inputs',
    arrange(simulator) {
      const credentials = session(simulator);
      return { inputs: inputs(credentials, { 'aws-session-token': credentials.sessionToken.slice(0, 500) }) };
    },
    expect: { ...MALFORMED, title: /^The session token is cut off/ },
  },
];

/** Regions of other lengths make tokens of other lengths; one of three needs padding. */
function sessionWithPadding(simulator: Parameters<typeof session>[0]): ReturnType<typeof session> {
  for (const issuedIn of ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-1', 'sa-east-1', 'us-west-22']) {
    const made = session(simulator, { issuedIn });
    if (made.sessionToken.endsWith('=')) return made;
    simulator.world.sessions.pop();
  }
  throw new Error('No token needs padding');
}
