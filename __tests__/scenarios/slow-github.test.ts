import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runStep, type StepResult } from '../../simulator/step.ts';
import { environment } from '../../testing/credentials.ts';
import { NODE_24 } from '../../testing/nodes.ts';
import { session, user } from '../../testing/principals.ts';
import { DIST } from '../../testing/run.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.githubApi.outage = { kind: 'hang' };
});
afterEach(() => simulator.stop());

/** A run whose workflow file only the API has, and the API never answers. */
function run(env: Record<string, string>, inputs: Record<string, string>): Promise<StepResult> {
  return runStep({
    main: join(DIST, 'index.js'),
    node: NODE_24,
    inputs: { 'sts-endpoint': simulator.url, 'github-token': 'ghs_invented', ...inputs },
    env: {
      AWS_REGION: 'eu-west-1',
      GITHUB_WORKSPACE: '/nonexistent',
      GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_API_URL: simulator.githubApi.url,
      ...env,
    },
  });
}

test.each<[string, Record<string, string>]>([
  ['a notice', {}],
  ['a warning', { 'min-remaining': '5m' }],
])('%s is not worth a question to GitHub', async (type, inputs) => {
  const credentials = type === 'a notice' ? user(simulator) : session(simulator);
  const { status, outputs, milliseconds } = await run(environment(credentials), inputs);
  expect([status, outputs['verdict']]).toEqual([0, 'ok']);
  expect(JSON.parse(outputs['diagnoses'] ?? '')).toHaveLength(1);
  expect(milliseconds).toBeLessThan(4_000);
});

test('an error waits for GitHub no longer than the step may take', async () => {
  const { status, outputs, milliseconds } = await run({}, { timeout: '2s' });
  expect([status, outputs['diagnosis']]).toEqual([1, 'no-credentials']);
  expect(milliseconds).toBeLessThan(4_500);
});

test('bad input values are told, and hardly later for it', async () => {
  const { status, outputs, annotations, milliseconds } = await run({}, { timeout: 'soon' });
  expect([status, outputs['diagnosis'], annotations.length]).toEqual([1, 'usage', 1]);
  expect(milliseconds).toBeLessThan(3_500);
});
