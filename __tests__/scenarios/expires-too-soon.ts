import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const TOO_SOON = {
  verdict: 'bad',
  diagnoses: ['expires-too-soon'],
  status: 1,
  requests: 1,
} as const satisfies Expected;
const TITLE = 'The session lasts another 20 min 30 s; 45 min are needed';
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

function stated(title: string, name: string, how: (end: string) => string, minimum = '45m'): Scenario {
  return {
    title,
    arrange(simulator) {
      const credentials = session(simulator);
      const text = how(inSeconds(1230));
      return name.includes('-')
        ? { env: environment(credentials), inputs: { 'min-remaining': minimum, [name]: text } }
        : { env: environment(credentials, { [name]: text }), inputs: { 'min-remaining': minimum } };
    },
    expect: { ...TOO_SOON, title: TITLE },
  };
}

export const scenarios: readonly Scenario[] = [
  stated('by the input expires-at', 'expires-at', (end) => end),
  stated('by the input, in quotes', 'expires-at', (end) => `"${end}"`, 'PT45M'),
  stated(
    'by AWS_CREDENTIAL_EXPIRATION',
    'AWS_CREDENTIAL_EXPIRATION',
    (end) => end.replace(/\.\d+Z$/, '+00:00'),
    '2700',
  ),
  stated('by AWS_SESSION_EXPIRATION', 'AWS_SESSION_EXPIRATION', (end) => end),
  stated('by AWSUME_EXPIRATION', 'AWSUME_EXPIRATION', (end) => end.slice(0, 19).replace('T', ' ')),
  stated('by AWS_EXPIRATION, where it is a date', 'AWS_EXPIRATION', (end) => end),
  {
    title: 'on AWS’s clock, not the runner’s',
    arrange(simulator) {
      simulator.setClockOffset(-250);
      return {
        env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(2430) }),
        inputs: { 'min-remaining': '45m', 'max-clock-skew': '1d' },
      };
    },
    expect: { ...TOO_SOON, title: 'The session lasts another 44 min 30 s; 45 min are needed' },
  },
  {
    title: 'a proxy’s Date two hours back does not make the session last longer',
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'date', text: new Date(Date.now() - 7_200_000).toUTCString() });
      return {
        env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(1230) }),
        inputs: { 'min-remaining': '45m', 'max-clock-skew': '24h' },
      };
    },
    expect: { ...TOO_SOON, title: TITLE },
  },
  {
    title: 'by a statement that lies in the past, although STS accepts',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(-1230) }),
      inputs: { 'min-remaining': '1h' },
    }),
    expect: {
      ...TOO_SOON,
      title: 'The session is said to have ended 20 min 30 s ago; 1 h is needed',
      message: [/STS accepted the session all the same/],
    },
  },
  {
    title: 'by the longest lifetime alone',
    arrange(simulator) {
      const issuedAt = new Date(Date.now() - 11.5 * 3600_000 + 30_000);
      const credentials = session(simulator, { issuedAt, lifetime: 43_200 });
      return { env: environment(credentials), inputs: { 'min-remaining': '1h' } };
    },
    expect: {
      ...TOO_SOON,
      diagnoses: ['expires-too-soon'],
      title: 'The session lasts at most another 30 min 30 s; 1 h is needed',
    },
  },
];
