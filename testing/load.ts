import { readdir } from 'node:fs/promises';
import type { Scenario, ScenarioGroup } from './scenario.ts';

/** Where the scenario files are, and the folder with what each showed last. */
export const SCENARIOS = new URL('../__tests__/scenarios/', import.meta.url);

/** Every scenario file there is, in the order of their names. */
export async function loadScenarios(): Promise<readonly ScenarioGroup[]> {
  const files = (await readdir(SCENARIOS)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { scenarios } = (await import(new URL(file, SCENARIOS).href)) as { scenarios: readonly Scenario[] };
      return { name: file.replace(/\.ts$/, ''), scenarios };
    }),
  );
}

/**
 * Deals the groups out to the test files, about as many scenarios to each, so that every core has work. A new scenario
 * file belongs to one of the parts by itself.
 * @param part - which part, from 1 to `parts`
 */
export function partOf(groups: readonly ScenarioGroup[], part: number, parts: number): readonly ScenarioGroup[] {
  const hands = Array.from({ length: parts }, () => ({ count: 0, names: new Set<string>() }));
  for (const { name, scenarios } of groups.toSorted((one, other) => other.scenarios.length - one.scenarios.length)) {
    const hand = hands.reduce((least, each) => (each.count < least.count ? each : least));
    hand.count += scenarios.length;
    hand.names.add(name);
  }
  return groups.filter(({ name }) => hands[part - 1]?.names.has(name));
}
