import type { Report } from '../../src/model/report.ts';
import { NODE_24 } from '../../testing/nodes.ts';
import { run } from '../../testing/run.ts';
import type { ScenarioGroup } from '../../testing/scenario.ts';
import type { Seen } from './docs-page.ts';

const AT_ONCE = 4;

/** Runs the first scenario of each group on the built action, some at a time. */
export async function firstRuns(groups: readonly ScenarioGroup[]): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  const waiting = [...groups];
  const worker = async (): Promise<void> => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      seen.set(group.name, await firstRun(group));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return seen;
}

async function firstRun({ name, scenarios }: ScenarioGroup): Promise<Seen> {
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error(`${name} has no scenario`);
  const { result } = await run(scenario, NODE_24);
  const { findings } = JSON.parse(result.outputs['report'] ?? '{"findings":[]}') as Report;
  const index = findings.findIndex(({ id }) => id === name);
  const [finding, annotation] = [findings[index], result.annotations[index]];
  if (finding === undefined || annotation === undefined) throw new Error(`${name} was not found in its first scenario`);
  return { scenario: scenario.title, finding, annotation };
}
