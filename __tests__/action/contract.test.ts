import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { EVERY_DIAGNOSIS } from '../../src/diagnoses/every-diagnosis.ts';
import { INPUT_NAMES } from '../../src/inputs/names.ts';
import { readSettings } from '../../src/inputs/read-settings.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { usageReport } from '../../src/diagnose/report.ts';
import { loadScenarios } from '../../testing/load.ts';

const ROOT = new URL('../../', import.meta.url);

interface Described {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}
const action = parse(await readFile(new URL('action.yml', ROOT), 'utf8')) as {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: Readonly<Record<string, string>>;
};
const groups = await loadScenarios();
const report = usageReport([{ input: 'timeout', value: 'soon', allowed: 'a duration' }]);

describe('action.yml', () => {
  it('declares the inputs that are read, and no others', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUT_NAMES]);
  });

  it('declares the outputs that are set, and no others', () => {
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputsOf(report)));
  });

  it('is described as the Marketplace demands', () => {
    expect(action.description.length).toBeLessThan(125);
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/post.js',
      'post-if': 'failure()',
    });
  });

  it.each(Object.entries({ ...action.inputs, ...action.outputs }))('describes %s in a sentence', (_name, described) => {
    expect(described.description).toMatch(/^[A-Z`].*\.$/s);
    expect(described.required ?? false).toBe(false);
  });

  it('has the defaults that an unset input has', () => {
    const unset = readSettings(() => undefined);
    const asDeclared = readSettings((name) => {
      const value = action.inputs[name]?.default ?? '';
      return value.includes('${{') ? '' : value;
    });
    expect(asDeclared).toEqual(unset);
    expect(unset.problems).toBeUndefined();
  });
});

describe('the list of diagnoses', () => {
  /** Two entries may find the same fault. */
  const ids = [...new Set(EVERY_DIAGNOSIS.map(({ id }) => id))];

  it('names each after its file', async () => {
    const files = (await readdir(new URL('src/diagnoses/', ROOT))).filter((file) => file.endsWith('.ts'));
    const diagnoses = files.filter(
      (file) => !/^(?:(?:beyond-|after-)?catalogue|diagnosis|every-diagnosis)\.ts$/.test(file),
    );
    expect(diagnoses.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it('has a scenario file for each', () => {
    const names = new Set(groups.map(({ name }) => name));
    expect(ids.filter((id) => !names.has(id))).toEqual([]);
  });

  it('has a page for each, and the index names it', async () => {
    const folder = new URL('docs/diagnoses/', ROOT);
    const pages = (await readdir(folder)).map((file) => file.replace(/\.md$/, '')).filter((name) => name !== 'README');
    expect(pages.sort()).toEqual([...ids].sort());
    const index = await readFile(new URL('README.md', folder), 'utf8');
    expect(ids.filter((id) => !index.includes(`(${id}.md)`))).toEqual([]);
  });

  it.each(EVERY_DIAGNOSIS)('says of $id when it is this, and when not', ({ id, when, exceptions, phases }) => {
    expect(when).toMatch(/[^.]$/);
    expect(exceptions).toMatch(/[.!]$/);
    // Usage errors are found before there is anything to diagnose.
    expect(phases.length > 0).toBe(id !== 'usage');
  });
});

describe('the report', () => {
  it('has the keys that scripts may rely on', () => {
    expect(Object.keys(report)).toEqual([
      'schema',
      'verdict',
      'findings',
      'tools',
      'role',
      'identity',
      'credentials',
      'clock',
      'session',
      'sts',
    ]);
    expect(Object.keys(report.credentials)).toEqual(['source', 'location', 'type', 'accessKeyId', 'account']);
    expect(Object.keys(report.session)).toEqual([
      'expiresAt',
      'secondsRemaining',
      'issuedAt',
      'issuedIn',
      'endsBefore',
      'basis',
    ]);
    expect(Object.keys(report.sts)).toEqual(['endpoint', 'region', 'requests', 'requestIds']);
  });

  it('gives of a finding what the contract has, and nothing for the summary only', () => {
    const [finding] = (JSON.parse(outputsOf(report).report) as { findings: object[] }).findings;
    expect(Object.keys(finding ?? {})).toEqual([
      'id',
      'severity',
      'title',
      'explanation',
      'evidence',
      'fix',
      'docs',
      'confirmed',
      'patch',
    ]);
  });
});
