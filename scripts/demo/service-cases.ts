import { addExpiredSession, addSession, addUser } from '../../simulator/builders.ts';
import { environment, type Case } from './case.ts';

const MINUTE = 60;

/** The runner's clock is wrong: here AWS's is moved, which looks the same from the job. */
export const CLOCK_CASES: readonly Case[] = [
  {
    title: 'A clock that is 40 minutes behind',
    story: 'STS refuses what is signed more than 15 minutes off.',
    verdict: 'bad',
    diagnoses: ['clock-skew'],
    arrange: (simulator) => {
      simulator.setClockOffset(40 * MINUTE);
      return { env: environment(addSession(simulator.world, { lifetime: 12 * 3600 })) };
    },
  },
  {
    title: 'A clock that is 6 minutes ahead',
    story: 'STS forgives it and an SDK may hide it; services such as S3 do not forgive it.',
    verdict: 'bad',
    diagnoses: ['clock-skew'],
    arrange: (simulator) => {
      simulator.setClockOffset(-6 * MINUTE);
      return { env: environment(addSession(simulator.world)) };
    },
  },
  {
    title: 'A clock that is 2 minutes behind',
    story: 'It still works; a warning says so before it does not.',
    verdict: 'ok',
    diagnoses: ['clock-skew'],
    arrange: (simulator) => {
      simulator.setClockOffset(2 * MINUTE);
      return { env: environment(addSession(simulator.world)) };
    },
  },
  {
    title: 'A wrong clock, and answers without a Date header',
    story: 'A proxy takes the header away; the times in the message of the refusal remain.',
    verdict: 'bad',
    diagnoses: ['clock-skew'],
    arrange: (simulator) => {
      simulator.setClockOffset(40 * MINUTE);
      simulator.faults.standing.push({ kind: 'no-date' });
      return { env: environment(addSession(simulator.world, { lifetime: 12 * 3600 })) };
    },
  },
  {
    title: 'Two at once: a line end behind the secret, and a wrong clock',
    story: 'Each hides the other from a tool that stops at the first refusal.',
    verdict: 'bad',
    diagnoses: ['stray-characters', 'clock-skew'],
    showSummary: true,
    arrange: (simulator) => {
      simulator.setClockOffset(40 * MINUTE);
      const user = addUser(simulator.world);
      return { env: environment(user, { AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n` }) };
    },
  },
  {
    title: 'Two at once: an expired session, and a wrong clock',
    story: 'A new session alone would not have helped.',
    verdict: 'bad',
    diagnoses: ['clock-skew', 'session-token-expired'],
    arrange: (simulator) => {
      simulator.setClockOffset(40 * MINUTE);
      return { env: environment(addExpiredSession(simulator.world)) };
    },
  },
];

/** STS does not say anything about the credentials, so the verdict is neither good nor bad. */
export const UNKNOWN_CASES: readonly Case[] = [
  {
    title: 'STS cannot be reached',
    story: 'A firewall refuses the connection.',
    verdict: 'unknown',
    diagnoses: ['sts-unreachable'],
    arrange: ({ world }) => ({
      env: environment(addSession(world)),
      inputs: { 'sts-endpoint': 'http://127.0.0.1:9', timeout: '3s' },
    }),
  },
  {
    title: 'STS throttles',
    story: 'A hundred jobs ask at the same second, for longer than this one waits.',
    verdict: 'unknown',
    diagnoses: ['sts-throttled'],
    arrange: ({ world, faults }) => {
      faults.standing.push({ kind: 'throttle' });
      return { env: environment(addSession(world)), inputs: { timeout: '3s' } };
    },
  },
  {
    title: 'STS is out of order',
    story: 'Every answer is a 503.',
    verdict: 'unknown',
    diagnoses: ['sts-unavailable'],
    arrange: ({ world, faults }) => {
      faults.standing.push({ kind: 'server-error', status: 503 });
      return { env: environment(addSession(world)), inputs: { timeout: '3s' } };
    },
  },
  {
    title: 'Somebody else answers',
    story: 'A captive portal shows its sign-in page instead.',
    verdict: 'unknown',
    diagnoses: ['sts-unrecognised'],
    arrange: ({ world, faults }) => {
      faults.standing.push({ kind: 'captive-portal' });
      return { env: environment(addSession(world)), inputs: { timeout: '3s' } };
    },
  },
];
