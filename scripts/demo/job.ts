import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Simulator } from '../../simulator/server.ts';
import { runStep, type StepResult } from '../../simulator/step.ts';
import type { Given } from './case.ts';

const WORKFLOW = '.github/workflows/deploy.yml';
const ACTION = 'aws-credentials-preflight/aws-credentials-preflight';
/** Another Node.js than the one that runs this, to see the bundle there. */
const NODE = process.env['PREFLIGHT_NODE'] ?? process.execPath;
const MAIN = resolve(process.env['PREFLIGHT_DIST'] ?? 'dist', 'index.js');

export interface JobResult extends StepResult {
  /** Lines of the workflow file, the first one at 0. */
  readonly workflow: readonly string[];
  readonly requests: number;
}

/** Runs the built action as the step of a job whose workflow file says what the step was given. */
export async function runJob(given: Given, simulator: Simulator): Promise<JobResult> {
  const workspace = await mkdtemp(join(tmpdir(), 'demo-'));
  const workflow = workflowOf(given);
  try {
    await mkdir(join(workspace, '.github', 'workflows'), { recursive: true });
    await writeFile(join(workspace, WORKFLOW), workflow);
    const before = simulator.requests.length;
    const result = await runStep({
      main: MAIN,
      node: NODE,
      inputs: { 'sts-endpoint': simulator.url, ...given.inputs },
      env: {
        AWS_REGION: 'eu-west-1',
        ...given.env,
        GITHUB_WORKSPACE: workspace,
        GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${WORKFLOW}@refs/heads/main`,
        GITHUB_ACTION: 'preflight',
        GITHUB_ACTION_REPOSITORY: ACTION,
        GITHUB_ACTION_REF: 'v1',
      },
    });
    return { ...result, workflow: workflow.split('\n'), requests: simulator.requests.length - before };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

function workflowOf({ env = {}, inputs = {} }: Given): string {
  const secret = (name: string): string => `\${{ secrets.${name.toUpperCase().replaceAll('-', '_')} }}`;
  const credentials = (name: string): boolean => name.toUpperCase().startsWith('AWS');
  const block = (key: string, entries: Readonly<Record<string, string>>): string[] =>
    Object.keys(entries).length === 0
      ? []
      : [
          `        ${key}:`,
          ...Object.entries(entries).map(
            ([name, value]) => `          ${name}: ${credentials(name) ? secret(name) : value}`,
          ),
        ];
  return [
    'name: Deploy',
    'on: push',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    env:',
    '      AWS_REGION: eu-west-1',
    '    steps:',
    '      - id: preflight',
    `        uses: ${ACTION}@v1`,
    ...block('with', inputs),
    ...block('env', env),
    '',
  ].join('\n');
}
