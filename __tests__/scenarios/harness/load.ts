import { readdir } from 'node:fs/promises';
import type { Scenario, ScenarioGroup } from './scenario.ts';

const FOLDER = new URL('../', import.meta.url);

/** Every scenario file there is, in the order of their names. */
export async function loadScenarios(): Promise<readonly ScenarioGroup[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { scenarios } = (await import(new URL(file, FOLDER).href)) as { scenarios: readonly Scenario[] };
      return { name: file.replace(/\.ts$/, ''), scenarios };
    }),
  );
}
