import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Scenario } from '../../testing/scenario.ts';

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

/** Dates that must not be believed, or not in this way. */
export const scenarios: readonly Scenario[] = [
  ...[
    ['two hours ahead', () => new Date(Date.now() + 7_200_000).toUTCString()],
    ['two hours back', () => new Date(Date.now() - 7_200_000).toUTCString()],
    ['in 1970', () => 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['in 2099', () => 'Sun, 01 Jan 2099 00:00:00 GMT'],
    ['of another grammar', () => '12/25'],
  ].map(([what, text]): Scenario => ({
    title: `a proxy’s Date ${String(what)} says nothing where STS accepts the signature`,
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'date', text: typeof text === 'function' ? text() : '' });
      return { env: environment(session(simulator)) };
    },
    expect: { verdict: 'ok', diagnoses: [], status: 0, requests: 1, outputs: { 'clock-skew-seconds': '' } },
  })),
  ...['Asia/Tokyo', 'America/Los_Angeles'].map((zone): Scenario => ({
    title: `a Date in asctime form is GMT in ${zone} too`,
    arrange(simulator) {
      const [, day = '', month = '', year = '', time = ''] =
        /^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date().toUTCString()) ?? [];
      const text = `Sun ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
      simulator.faults.standing.push({ kind: 'date', text });
      return { env: environment(user(simulator, { status: 'Inactive' }), { TZ: zone }) };
    },
    expect: { verdict: 'bad', diagnoses: ['access-key-rejected'], status: 1, requests: 1 },
  })),
  {
    title: 'not of a long-term key, which never ends, whatever the input says',
    arrange: (simulator) => ({
      env: environment(user(simulator), { AWS_CREDENTIAL_EXPIRATION: inSeconds(-5000) }),
      inputs: { 'min-remaining': '45m', 'expires-at': inSeconds(1230) },
    }),
    expect: {
      verdict: 'ok',
      diagnoses: ['tool-would-fail', 'long-term-credentials'],
      status: 0,
      requests: 1,
      message: [/`AWS_CREDENTIAL_EXPIRATION` is in the past/],
    },
  },
];
