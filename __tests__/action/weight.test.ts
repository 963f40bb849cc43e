import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runStep } from '../../simulator/step.ts';
import { startSimulator } from '../../simulator/server.ts';
import { environment } from '../../testing/credentials.ts';
import { NODE_24 } from '../../testing/nodes.ts';
import { session } from '../../testing/principals.ts';
import { DIST } from '../../testing/run.ts';

type Noted = { readonly url: string; readonly bytes: number } | { readonly request: true };

/** What is parsed holds the request up; the rest loads while its answer is on its way. */
const MOST_BYTES = 150_000;

test('little is loaded before the request leaves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'weight-'));
  const list = join(folder, 'loaded');
  writeFileSync(list, '');
  const simulator = await startSimulator();
  try {
    const env = { ...environment(session(simulator)), AWS_REGION: 'eu-west-1', PREFLIGHT_LOADED: list };
    const wrapper = ['env', `NODE_OPTIONS=--import=${resolve('testing/loaded.mjs')}`];
    const inputs = { 'sts-endpoint': simulator.url };
    const { outputs } = await runStep({ main: join(DIST, 'index.js'), node: NODE_24, wrapper, inputs, env });
    expect(outputs['verdict']).toBe('ok');
  } finally {
    await simulator.stop();
  }
  const noted = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Noted);
  rmSync(folder, { recursive: true });
  const before = noted
    .slice(
      0,
      noted.findIndex((entry) => 'request' in entry),
    )
    .filter((entry) => 'url' in entry);
  const loaded = before.filter(({ url }) => !url.endsWith('loaded.mjs'));
  expect(loaded.length).toBeGreaterThan(0);
  expect(loaded.length).toBeLessThanOrEqual(3);
  expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
