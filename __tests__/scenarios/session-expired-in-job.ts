import { environment, inputs } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Simulator } from '../../simulator/server.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const EXPIRED = {
  verdict: 'ok',
  diagnoses: ['session-expired-in-job'],
  status: 0,
  requests: 1,
  title: 'The AWS session ended before the job did',
  message: [
    /the session began at /,
    /the job had failed by /,
    /`role-duration-seconds`/,
    /maximum session duration of `deploy`/,
    /split the job, or assume the role again/,
  ],
} as const satisfies Expected;

/** Ends the session now, after the check accepted it. */
function expire(simulator: Simulator): void {
  for (const one of simulator.world.sessions) one.expiresAt = new Date(Date.now() - 5_000);
}

/** After a failed job: the session that the check accepted has ended. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'nothing says when it ended',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after(simulator, env) {
      expire(simulator);
      return env;
    },
    expect: { ...EXPIRED, message: [...EXPIRED.message, /it ended between .*, when STS accepted it, and .*/] },
  },
  {
    title: 'the job says that it ends later: then STS is believed',
    arrange(simulator) {
      const credentials = session(simulator);
      const end = new Date(Date.now() + 60_000).toISOString();
      return { env: environment(credentials), inputs: { 'expires-at': end } };
    },
    after(simulator, env) {
      expire(simulator);
      return env;
    },
    expect: { ...EXPIRED, message: [...EXPIRED.message, /it ended between /] },
  },
  {
    title: 'the job says when it ended',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after(simulator, env) {
      expire(simulator);
      return { ...env, AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() - 760_000).toISOString() };
    },
    expect: {
      ...EXPIRED,
      title: 'The AWS session ended 12 min 30 s before the job failed',
      message: [...EXPIRED.message, /it ended at .*, by `AWS_CREDENTIAL_EXPIRATION`; STS accepted it at /],
    },
  },
  {
    title: 'credentials that came as inputs are asked again from the inputs',
    arrange: (simulator) => ({ inputs: inputs(session(simulator)) }),
    after(simulator, env) {
      expire(simulator);
      return env;
    },
    expect: EXPIRED,
  },
];
