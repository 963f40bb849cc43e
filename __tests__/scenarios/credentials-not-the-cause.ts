import { addSession } from '../../simulator/builders.ts';
import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const STILL_GOOD = {
  verdict: 'ok',
  diagnoses: ['credentials-not-the-cause'],
  status: 0,
  requests: 1,
  title: 'AWS still accepts the credentials: they did not make the job fail',
  types: ['notice'],
} as const satisfies Expected;

/** Decodes to the same account. */
const AGAIN = 'ASIARZPUZDIKM7Q3XWTN';

/** After a failed job: STS still accepts the same identity. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a session',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after: (_, env) => env,
    expect: STILL_GOOD,
  },
  {
    title: 'a long-term key',
    arrange: (simulator) => ({ env: environment(user(simulator)) }),
    after: (_, env) => env,
    expect: STILL_GOOD,
  },
  {
    title: 'the role was assumed again',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after: (simulator, env) => ({
      ...env,
      ...environment(addSession(simulator.world, { accessKeyId: AGAIN, sessionName: 'again' })),
    }),
    expect: { ...STILL_GOOD, message: [/another one than was checked, of the same identity/] },
  },
];
