import { afterAll, describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { EVERY_DIAGNOSIS } from '../src/diagnoses/every-diagnosis.ts';
import type { DiagnosisId } from '../src/model/evidence.ts';
import { complaintsAbout, leaks } from './complaints.ts';
import { seen, wanted } from './expectations.ts';
import { goldenFile, goldenOf, sectionsOf } from './golden.ts';
import { loadScenarios, partOf, SCENARIOS } from './load.ts';
import { installedNode, NODE_24 } from './nodes.ts';
import { run, type Run } from './run.ts';
import type { Scenario, ScenarioGroup } from './scenario.ts';

const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const LIMIT = 60_000;

/** Declares the tests of one part of the scenarios: each is run, and compared with what it expects and with its golden. */
export async function testScenarios(part: number, parts: number): Promise<void> {
  for (const group of partOf(await loadScenarios(), part, parts)) {
    describe(group.name, () => {
      testGroup(group);
    });
  }
}

function testGroup(group: ScenarioGroup): void {
  const golden = goldenSections(group);
  const written = new Map<string, string>();
  const own = installedNode();
  for (const scenario of group.scenarios) {
    const declare = scenario.skip ? test.skip : test.concurrent;
    declare(
      scenario.title,
      async () => {
        const one = await runAsExpected(scenario, NODE_24);
        const text = goldenOf(scenario, one, { summary: showsSummary(group, scenario) });
        written.set(scenario.title, text);
        if (!UPDATE) expect(text).toBe((await golden).get(scenario.title) ?? 'nothing yet: run with UPDATE_GOLDEN=1');
      },
      LIMIT,
    );
    if (!scenario.installedNode) continue;
    (own === undefined ? test.skip : declare)(
      `${scenario.title} (installed Node.js)`,
      () => runAsExpected(scenario, own ?? '').then(() => undefined),
      LIMIT,
    );
  }
  testFile(group, golden);
  afterAll(async () => {
    if (UPDATE && written.size > 0) await write(group, written, await golden);
  });
}

async function runAsExpected(scenario: Scenario, node: string): Promise<Run> {
  const one = await run(scenario, node);
  // The step after the job gives no outputs and no summary.
  const complaints = scenario.after === undefined ? complaintsAbout(one) : leaks(one);
  expect({ complaints, ...seen(one, scenario) }).toEqual({
    complaints: [],
    ...wanted(one, scenario),
  });
  return one;
}

/** The summary says what the annotations say, in another form: once a file is enough to read it. */
function showsSummary({ scenarios }: ScenarioGroup, scenario: Scenario): boolean {
  return scenario === scenarios[0] || scenario.showsSummary === true;
}

function testFile(group: ScenarioGroup, golden: Promise<ReadonlyMap<string, string>>): void {
  test('its golden file holds its scenarios and no others', async () => {
    const titles = group.scenarios.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    if (!UPDATE) expect([...(await golden).keys()]).toEqual(titles);
  });

  test('its scenarios find what the file is named after', () => {
    if (!EVERY_DIAGNOSIS.some(({ id }) => id === group.name)) return;
    for (const { title, expect: expected } of group.scenarios) {
      expect({ title, finds: expected.diagnoses.includes(group.name as DiagnosisId) }).toEqual({ title, finds: true });
    }
  });
}

async function write(
  group: ScenarioGroup,
  written: ReadonlyMap<string, string>,
  old: ReadonlyMap<string, string>,
): Promise<void> {
  const sections = group.scenarios.flatMap(({ title }) => {
    const text = written.get(title) ?? old.get(title);
    return text === undefined ? [] : [[title, text] as const];
  });
  await writeFile(goldenUrl(group), goldenFile(new Map(sections)));
}

function goldenUrl({ name }: ScenarioGroup): URL {
  return new URL(`golden/${name}.md`, SCENARIOS);
}

async function goldenSections(group: ScenarioGroup): Promise<ReadonlyMap<string, string>> {
  return sectionsOf(await readFile(goldenUrl(group), 'utf8').catch(() => ''));
}
