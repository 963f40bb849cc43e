import { afterAll, describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { DIAGNOSIS_IDS, type DiagnosisId } from '../../src/evidence.ts';
import type { Report } from '../../src/report.ts';
import { complaintsAbout } from './harness/complaints.ts';
import { goldenFile, goldenOf, sectionsOf } from './harness/golden.ts';
import { loadScenarios } from './harness/load.ts';
import { installedNode, NODE_24 } from './harness/nodes.ts';
import { normalise } from './harness/normalise.ts';
import { run, type Run } from './harness/run.ts';
import type { Scenario, ScenarioGroup } from './harness/scenario.ts';

const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const groups = await loadScenarios();
const LIMIT = 60_000;

describe.each(groups)('$name', (group) => {
  const golden = goldenSections(group);
  const written = new Map<string, string>();

  for (const scenario of group.scenarios) {
    if (scenario.skip) {
      test.skip(scenario.title, () => undefined);
      continue;
    }
    test.concurrent(
      scenario.title,
      async () => {
        const one = await run(scenario, NODE_24);
        expect({ complaints: complaintsAbout(one), ...seen(one, scenario) }).toEqual({
          complaints: [],
          ...wanted(one, scenario),
        });
        const text = goldenOf(scenario, one);
        written.set(scenario.title, text);
        if (!UPDATE) expect(text).toBe((await golden).get(scenario.title) ?? 'nothing yet: run with UPDATE_GOLDEN=1');
      },
      LIMIT,
    );
  }

  const own = installedNode();
  for (const scenario of group.scenarios.filter((each) => each.installedNode && !each.skip)) {
    (own === undefined ? test.skip : test.concurrent)(
      `${scenario.title} (installed Node.js)`,
      async () => {
        const one = await run(scenario, own ?? '');
        expect({ complaints: complaintsAbout(one), ...seen(one, scenario) }).toEqual({
          complaints: [],
          ...wanted(one, scenario),
        });
      },
      LIMIT,
    );
  }

  test('its golden file holds its scenarios and no others', async () => {
    const titles = group.scenarios.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    if (!UPDATE) expect([...(await golden).keys()]).toEqual(titles);
  });

  test('its scenarios find what the file is named after', () => {
    if (!(DIAGNOSIS_IDS as readonly string[]).includes(group.name)) return;
    for (const { title, expect: expected } of group.scenarios) {
      expect({ title, finds: expected.diagnoses.includes(group.name as DiagnosisId) }).toEqual({ title, finds: true });
    }
  });

  afterAll(async () => {
    if (!UPDATE || written.size === 0) return;
    const old = await golden;
    const sections = group.scenarios.flatMap(({ title }) => {
      const text = written.get(title) ?? old.get(title);
      return text === undefined ? [] : [[title, text] as const];
    });
    await writeFile(goldenUrl(group), goldenFile(new Map(sections)));
  });
});

function goldenUrl({ name }: ScenarioGroup): URL {
  return new URL(`golden/${name}.md`, import.meta.url);
}

async function goldenSections(group: ScenarioGroup): Promise<ReadonlyMap<string, string>> {
  return sectionsOf(await readFile(goldenUrl(group), 'utf8').catch(() => ''));
}

/** What a run showed, in the terms of what the scenario expects. */
function seen({ result, requests, arranged }: Run, { expect: expected }: Scenario): Record<string, unknown> {
  const report = JSON.parse(result.outputs['report'] ?? '{"findings":[],"sts":{}}') as Report;
  const [first] = result.annotations;
  const outputs = { ...expected.outputs, ...arranged.outputs };
  return {
    verdict: result.outputs['verdict'],
    diagnoses: report.findings.map(({ id }) => id),
    status: result.status,
    requests: requests.length,
    confirmed: report.findings.filter(({ confirmed }) => confirmed).map(({ id }) => id),
    title: first?.properties['title'] === undefined ? undefined : normalise(first.properties['title']),
    message: first?.message ?? '',
    types: result.annotations.map(({ type }) => type),
    outputs: Object.fromEntries(Object.keys(outputs).map((name) => [name, result.outputs[name]])),
    line: first?.properties['file'] && { file: first.properties['file'], line: Number(first.properties['line']) },
    summary: result.summary,
    absent: expected.absent?.exec(printed(result))?.[0],
  };
}

/** What a reader of the log and the summary can see. */
function printed({ stdout, summary }: Run['result']): string {
  const lines = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return `${lines.join('\n')}\n${summary}`;
}

function wanted({ result, arranged }: Run, { expect: expected }: Scenario): Record<string, unknown> {
  const { findings } = JSON.parse(result.outputs['report'] ?? '{"findings":[]}') as Report;
  const { requests, title } = expected;
  const some = (text: readonly RegExp[] | undefined): unknown =>
    text === undefined ? expect.any(String) : expect.stringMatching(allOf(text));
  return {
    verdict: expected.verdict,
    diagnoses: [...expected.diagnoses],
    status: expected.status,
    requests: typeof requests === 'number' ? requests : within(...requests),
    confirmed: [...(expected.confirmed ?? [])],
    title: title instanceof RegExp ? expect.stringMatching(title) : (title ?? expect.anything()),
    message: some(expected.message),
    types: [...(expected.types ?? findings.map(({ severity }) => (severity === 'unknown' ? 'error' : severity)))],
    outputs: { ...expected.outputs, ...arranged.outputs },
    line: expected.line,
    summary: some(expected.summary),
    absent: undefined,
    ...(expected.diagnoses.length === 0 ? { title: undefined } : {}),
  };
}

/** One expression that holds where all of them do. */
function allOf(expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => `(?=[\\s\\S]*?(?:${source}))`).join(''));
}

function within(least: number, most: number): unknown {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (value: number) => value >= least && value <= most,
    toString: () => `from ${least} to ${most}`,
    toAsymmetricMatcher: () => `from ${least} to ${most}`,
  };
}
