import { homedir, release } from 'node:os';
import { runAfterJob } from './after/run.ts';
import { STATE_NAME } from './after/state.ts';
import type { Toolkit } from './report/toolkit.ts';

/** In milliseconds: the step after the job ends then, whatever still goes on. */
const LONGEST = 9_500;

/** The entry of the step after a failed job. It never fails itself: the job has failed already. */
export async function afterJob(): Promise<void> {
  setTimeout(() => process.exit(0), LONGEST).unref();
  try {
    // Without a state there is nothing to say, and nothing loads.
    if (process.env[`STATE_${STATE_NAME}`]) await look();
  } catch {
    // Whatever it was, it is not worth a word behind the job's own failure.
  }
  process.stdout.write('', () => process.exit(0));
}

async function look(): Promise<void> {
  const env = { ...process.env, GITHUB_ACTIONS: 'true' };
  const host = { platform: process.platform, homedir: homedir(), release: release() };
  const toolkit = async (): Promise<Toolkit> => {
    const { toolkitOf } = await import(/* webpackChunkName: "judgement" */ './report/toolkit.ts');
    return toolkitOf(env);
  };
  await runAfterJob({ env, host, now: Date.now, toolkit });
}
