import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import { webRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const SILENT = { verdict: 'ok', diagnoses: [], status: 0, requests: 0, types: [] } as const satisfies Expected;

/** After a failed job: what none of its own findings fits, and where nothing is said. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'a key that was deactivated while the job ran is told by its own diagnosis',
    arrange: (simulator) => ({ env: environment(user(simulator)) }),
    after(simulator, env) {
      for (const { accessKeys } of simulator.world.users) for (const key of accessKeys) key.status = 'Inactive';
      return env;
    },
    expect: { ...SILENT, diagnoses: ['access-key-rejected'], requests: 1, types: ['error'] },
  },
  {
    title: 'turned off',
    arrange: (simulator) => ({ env: environment(session(simulator)) }),
    after: (_, env) => ({ ...env, AWS_PREFLIGHT_POST: 'false' }),
    expect: SILENT,
  },
  {
    title: 'turned off from the beginning',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_PREFLIGHT_POST: 'false' }) }),
    after: (_, env) => env,
    expect: SILENT,
  },
  {
    title: 'the check itself had failed',
    arrange: (simulator) => ({ env: environment(user(simulator, { status: 'Inactive' })) }),
    after: (_, env) => env,
    expect: { ...SILENT, verdict: 'bad' },
  },
  {
    title: 'a role that only the check assumed, and nothing since',
    arrange: (simulator) => webRole(simulator),
    after: (_, env) => env,
    expect: SILENT,
  },
  {
    title: 'a role that the check proved and a later step assumed',
    arrange: (simulator) => webRole(simulator),
    after: (simulator, env) => ({ ...env, ...environment(session(simulator)) }),
    expect: { ...SILENT, diagnoses: ['credentials-not-the-cause'], requests: 1, types: ['notice'] },
  },
  {
    title: 'STS does not answer',
    arrange: (simulator) => ({ env: environment(session(simulator)), inputs: { timeout: '4s' } }),
    after(simulator, env) {
      simulator.faults.standing.push({ kind: 'captive-portal' });
      return env;
    },
    expect: { ...SILENT, requests: 1 },
  },
];
