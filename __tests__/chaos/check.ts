import { startDeadline } from '../../src/http/deadline.ts';
import type { Environment } from '../../src/model/environment.ts';
import { readSettings } from '../../src/inputs/read-settings.ts';
import type { Run } from '../../src/diagnose/loop.ts';
import type { Outcome } from '../../src/judge.ts';
import { preflight } from '../../src/preflight.ts';
import type { Settings } from '../../src/model/settings.ts';

/** Settings as an action's inputs give them. */
export function settingsOf(inputs: Readonly<Record<string, string>>): Settings {
  const given = readSettings((name) => inputs[name]);
  if (given.problems !== undefined) throw new Error(`bad inputs: ${given.problems.map(({ input }) => input).join()}`);
  return given.settings;
}

/** The whole pipeline within this process, on a machine without any AWS files. */
export function check(
  env: Environment,
  inputs: Readonly<Record<string, string>>,
  catalogue?: Run['catalogue'],
): Promise<Outcome> {
  const settings = settingsOf(inputs);
  const host = { platform: 'linux', homedir: '/nonexistent', release: '6.0' } as const;
  const deadline = startDeadline(settings.timeout * 1000);
  const load = catalogue === undefined ? undefined : () => Promise.resolve({ CATALOGUE: catalogue });
  return preflight(settings, { env, host, now: Date.now, deadline }, load);
}

/** Credentials as variables. */
export function variablesOf(credentials: {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}): Record<string, string> {
  return {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
  };
}
