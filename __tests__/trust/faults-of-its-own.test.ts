import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from '../../simulator/builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runAction } from '../../src/action.ts';
import { variablesOf } from '../chaos/check.ts';
import { capture } from '../chaos/written.ts';

let simulator: Simulator;
let folder: string;
beforeAll(async () => {
  simulator = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(
    join(folder, '.github/workflows/deploy.yml'),
    'on: push\njobs:\n  deploy:\n    steps:\n      - uses: aws-credentials-preflight/aws-credentials-preflight@v1\n',
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await simulator.stop();
});

/** An environment of which one variable cannot be read. */
function poisoned(env: Record<string, string | undefined>, name: string): Record<string, string | undefined> {
  return Object.defineProperty({ ...env }, name, {
    // Who lists all variables must not stumble over it.
    enumerable: false,
    get: () => {
      throw new RangeError('canary-of-the-message');
    },
  });
}

const host = { platform: 'linux', homedir: '/nonexistent', release: '6.0' } as const;

test('a line finder that throws is told of, and costs the lines alone', async () => {
  const user = addUser(simulator.world);
  const env = {
    ...variablesOf(user),
    AWS_SECRET_ACCESS_KEY: `${user.secretAccessKey}\n`,
    'INPUT_STS-ENDPOINT': simulator.url,
    GITHUB_WORKSPACE: folder,
    GITHUB_JOB: 'deploy',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
  };
  const sound = capture();
  expect(await runAction({ env, host, now: Date.now, toolkit: () => Promise.resolve(sound.core) })).toBe(1);
  expect(sound.lines.filter((line) => line.startsWith('warning '))).toEqual([]);

  const broken = capture();
  const world = {
    env: poisoned(env, 'GITHUB_ACTION_REPOSITORY'),
    host,
    now: Date.now,
    toolkit: () => Promise.resolve(broken.core),
  };
  expect(await runAction(world)).toBe(1);
  const told = broken.lines.filter((line) => line.startsWith('warning '));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/the line finder: RangeError: .*\/issues\/new/);
  expect(broken.lines.filter((line) => line.startsWith('error '))).toHaveLength(1);
  expect(broken.lines).toContain('output verdict=bad');
  expect(broken.lines.join('\n')).not.toContain('canary');
});

test('no renderer, nor anything else, prints what an error says', () => {
  for (const file of ['src/main.ts', 'src/action.ts', 'src/preflight.ts', 'src/report/writer.ts']) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/error\.(?:message|stack)|String\(error\)|\$\{error\}/);
  }
});
