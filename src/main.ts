import { homedir, release } from 'node:os';
import { runAction } from './action.ts';
import type { Toolkit } from './report/toolkit.ts';

/** The entry of the action: the real world in, the exit status out. */
export async function main(): Promise<void> {
  // Whatever started it, this entry is the action's.
  const env = { ...process.env, GITHUB_ACTIONS: 'true' };
  const toolkit = async (): Promise<Toolkit> => {
    const { toolkitOf } = await import(/* webpackChunkName: "judgement" */ './report/toolkit.ts');
    return toolkitOf(env);
  };
  const host = { platform: process.platform, homedir: homedir(), release: release() };
  // A reader that has gone is no fault of the check: its verdict stands in the outputs and the exit status.
  process.stdout.on('error', () => undefined);

  let status = 1;
  try {
    status = await runAction({ env, host, now: Date.now, toolkit });
  } catch (error) {
    // Whatever was thrown may hold a value, so only its kind is told.
    const kind = error instanceof Error ? error.name : 'unknown error';
    const core = await toolkit();
    core.error(
      `The action itself failed (${kind}), so the credentials were not checked. Please tell: https://github.com/aws-credentials-preflight/aws-credentials-preflight/issues/new`,
    );
    core.setOutput('verdict', 'unknown');
  }
  // Sockets, children and timers may still be there; what was written goes out first.
  process.stdout.write('', () => {
    leave(status);
  });
}

/**
 * Ends the process at once. `process.exit` waits for a look-up that hangs in the system's resolver, which is 10 seconds
 * and more with a dead name server; a process that replaces itself does not.
 */
function leave(exitStatus: number): void {
  if (process.execve !== undefined && process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')) {
    try {
      process.execve('/bin/sh', ['sh', '-c', `exit ${exitStatus}`], {});
    } catch {
      // Not on Windows, nor without a shell: then it takes as long as it takes.
    }
  }
  process.exit(exitStatus);
}
