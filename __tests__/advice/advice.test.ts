import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeFiles } from '../../testing/home.ts';
import { startSimulator } from '../../simulator/server.ts';
import { EVERY_DIAGNOSIS } from '../../src/diagnoses/every-diagnosis.ts';
import { CASES, NOT_EXECUTED, type Case } from './cases.ts';
import { runJob, start, type JobWorld } from './job.ts';

/** What the step behind the preflight needs; without it nothing can be shown here. */
const hasTools =
  spawnSync('aws', ['--version']).status === 0 && spawnSync('python3', ['-c', 'import boto3']).status === 0;
if (!hasTools) console.log('Skipped: the AWS CLI and boto3 are not installed here.');

interface Finding {
  readonly id: string;
  readonly patch: string | null;
}

test('every diagnosis has its change executed, or says why not', () => {
  const executed = CASES.map(({ id }) => id);
  const open = EVERY_DIAGNOSIS.map(({ id }) => id).filter((id) => !executed.includes(id));
  expect(NOT_EXECUTED.toSorted()).toEqual([...new Set(open)].toSorted());
});

(hasTools ? describe : describe.skip)('the change that is told mends the job', () => {
  test.each(CASES.map((one): [string, Case] => [`${one.id}: ${one.what}`, one]))('%s', async (_, one) => {
    // Its own: AWS, and so the simulator, remembers the secrets that a key ID was used with.
    const simulator = await startSimulator();
    const folder = await mkdtemp(join(tmpdir(), 'repository-'));
    try {
      await writeFiles(folder, one.files);
      const world: JobWorld = { simulator, folder, secrets: one.arrange(simulator), node: process.execPath };
      // The counterproof: without the change the step behind fails, even where nothing holds it back.
      const broken = await runJob({ ...world, ignoresPreflight: true });
      expect(broken.deployed).toBe(one.onlyTheCheck === true);
      expect(broken.preflight?.status).toBe(1);
      const outputs = broken.preflight?.outputs ?? {};
      expect(outputs['diagnoses']).toContain(one.id);
      const secrets = one.equivalent?.(simulator, world.secrets) ?? world.secrets;
      if (one.equivalent === undefined) await applyPatches(outputs['report'] ?? '', folder);
      // Whoever changes something runs again later than AWS's false mismatch lasts.
      simulator.behaviour.falseMismatchSeconds = 0;
      const mended = await runJob({ ...world, secrets });
      expect({ deployed: mended.deployed, log: mended.deployed ? '' : mended.log }).toEqual({
        deployed: true,
        log: '',
      });
    } finally {
      await simulator.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Those of the errors, in the report's order. */
async function applyPatches(report: string, folder: string): Promise<void> {
  const { findings } = JSON.parse(report) as { readonly findings: readonly (Finding & { severity: string })[] };
  const patches = findings.filter(({ severity }) => severity === 'error').map(({ patch }) => patch ?? '');
  expect(patches.filter((patch) => patch !== '').length).toBeGreaterThan(0);
  for (const patch of patches.filter((text) => text !== '')) {
    await writeFiles(folder, { 'change.patch': patch });
    const { status, output } = await start(
      ['git', 'apply', 'change.patch'],
      { PATH: process.env['PATH'] ?? '' },
      folder,
    );
    expect({ status, output }).toEqual({ status: 0, output: '' });
  }
}
