import { startProxy } from '../../simulator/network/proxy.ts';
import { startSimulator } from '../../simulator/server.ts';
import { leaksIn } from './leaks.ts';
import { PROXY_AUTH, type Scenario } from './scenarios.ts';
import { watch, type Watched } from './step.ts';

/** Plays one scenario against a simulator and a proxy of its own. What a role gave is a secret too. */
export async function play(scenario: Scenario): Promise<Watched> {
  const simulator = await startSimulator();
  const proxy = await startProxy({ auth: PROXY_AUTH });
  try {
    const run = await scenario({ simulator, proxy });
    const before = new Set(simulator.world.sessions);
    const result = await watch(run);
    const minted = simulator.world.sessions.filter((session) => !before.has(session));
    const canaries = Object.fromEntries(
      minted.flatMap(({ accessKeyId, secret, token }, index) => [
        [`key ID of role session ${index}`, accessKeyId],
        [`secret of role session ${index}`, secret],
        [`token of role session ${index}`, token],
      ]),
    ) as Record<string, string>;
    const places = { log: result.visible, 'standard error': result.stderr, 'the command files': result.files };
    return { ...result, leaks: [...result.leaks, ...leaksIn(places, canaries)] };
  } finally {
    await proxy.close();
    await simulator.stop();
  }
}

/** Runs the work for each, so many at a time, in order of their results. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
