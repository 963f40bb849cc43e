import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Simulator } from '../../simulator/server.ts';
import { runStep, type StepResult } from '../../simulator/step.ts';
import { oidc } from '../../testing/roles.ts';
import { DIST } from '../../testing/run.ts';

type Texts = Readonly<Record<string, string | number | boolean | null>>;
type Values = Record<string, string>;

/** A workflow file as GitHub reads it: a number is a number, and loses its zeros in front. */
interface Workflow {
  readonly env?: Texts;
  readonly permissions?: Texts;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

interface WorkflowJob {
  readonly uses?: string;
  readonly secrets?: Texts | 'inherit';
  readonly permissions?: Texts;
  readonly env?: Texts;
  readonly steps?: readonly WorkflowStep[];
}

interface WorkflowStep {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Texts;
  readonly with?: Texts;
}

export interface JobRun {
  /** What the preflight gave; undefined where the job did not come to it. */
  readonly preflight: StepResult | undefined;
  /** Whether every step passed, the one behind the preflight included. */
  readonly deployed: boolean;
  readonly log: string;
}

export interface JobWorld {
  readonly simulator: Simulator;
  /** Of the repository. */
  readonly folder: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly node: string;
  /** Goes on behind a preflight that failed: what the step behind it would do. */
  readonly ignoresPreflight?: true;
  /** In front of every step, such as `faketime`. */
  readonly wrapper?: readonly string[];
}

export const FILE = '.github/workflows/deploy.yml';
const ACTION = 'octo-org/aws-credentials-preflight@v1';
const COMMAND_ALLOWED = 30_000;

/**
 * Runs the job `deploy` as GitHub's runner does: `env:` of workflow and job first, what GITHUB_ENV carries over them, a
 * step's own `env:` over that (actions/runner, JobExtension and FileCommandManager). Of expressions it knows names alone.
 */
export async function runJob(world: JobWorld): Promise<JobRun> {
  const files = await mkdtemp(join(tmpdir(), 'advice-'));
  try {
    return await new JobRunner(world, files).run();
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

class JobRunner {
  private readonly outputs: Record<string, Values> = {};
  private env: Values = {};
  private log = '';
  private secrets: Readonly<Record<string, string>>;
  private readonly world: JobWorld;
  private readonly files: string;

  constructor(world: JobWorld, files: string) {
    this.world = world;
    this.files = files;
    this.secrets = world.secrets;
  }

  async run(): Promise<JobRun> {
    const { workflow, job, permissions } = await this.find();
    this.env = { ...this.evaluated(workflow.env) };
    this.env = { ...this.env, ...this.evaluated(job.env) };
    const grant = permissions?.['id-token'] === 'write' ? oidc(this.world.simulator) : {};
    let preflight: StepResult | undefined;
    let deployed = true;
    for (const step of job.steps ?? []) {
      const env = { ...this.env, ...this.evaluated(step.env) };
      if (step.uses === ACTION) {
        preflight = await this.preflight(step, { ...env, ...grant });
        this.log += preflight.stdout;
        if (preflight.status !== 0 && this.world.ignoresPreflight !== true) return this.ended(preflight, false);
      } else if (step.run !== undefined && !(await this.script(step, { ...env, ...grant }))) {
        deployed = false;
        break;
      }
    }
    return this.ended(preflight, deployed);
  }

  private ended(preflight: StepResult | undefined, deployed: boolean): JobRun {
    return { preflight, deployed, log: this.log };
  }

  /** The job itself, or the one of the file that it calls, with what the caller grants and passes. */
  private async find(): Promise<{ workflow: Workflow; job: WorkflowJob; permissions: Texts | undefined }> {
    const workflow = await this.read(FILE);
    const job = workflow.jobs['deploy'];
    if (job !== undefined && job.uses === undefined)
      return { workflow, job, permissions: job.permissions ?? workflow.permissions };
    const [caller] = Object.values(workflow.jobs);
    if (caller?.uses === undefined) throw new Error('no job to run');
    const called = await this.read(caller.uses.replace('./', ''));
    const inner = called.jobs['deploy'];
    if (inner === undefined) throw new Error('the called workflow has no job to run');
    if (caller.secrets !== 'inherit') this.secrets = this.evaluated(caller.secrets);
    const granted = caller.permissions ?? workflow.permissions;
    const asked = inner.permissions ?? called.permissions ?? granted;
    const permissions = granted?.['id-token'] === 'write' ? asked : undefined;
    return { workflow: called, job: inner, permissions };
  }

  private async read(file: string): Promise<Workflow> {
    return parse(await readFile(join(this.world.folder, file), 'utf8')) as Workflow;
  }

  private evaluated(texts: Texts | undefined): Values {
    const pairs = Object.entries(texts ?? {}).map(([name, value]) => [name, this.text(String(value ?? ''))] as const);
    return Object.fromEntries(pairs);
  }

  private text(text: string): string {
    return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => this.named(name));
  }

  private named(name: string): string {
    const [context = '', first = '', , last = ''] = name.split('.');
    if (context === 'secrets') return this.secrets[first] ?? '';
    if (context === 'env') return this.env[first] ?? '';
    if (context === 'steps') return this.outputs[first]?.[last] ?? '';
    if (name === 'github.workspace') return this.world.folder;
    return '';
  }

  private async preflight(step: WorkflowStep, env: Values): Promise<StepResult> {
    const { simulator, folder, node, wrapper } = this.world;
    const inputs = { 'sts-endpoint': simulator.url, ...this.evaluated(step.with) };
    return runStep({
      main: join(DIST, 'index.js'),
      node,
      inputs,
      ...(wrapper && { wrapper }),
      env: {
        ...env,
        GITHUB_WORKSPACE: folder,
        GITHUB_WORKFLOW_REF: `octo-org/octo-repo/${FILE}@refs/heads/main`,
        GITHUB_JOB: 'deploy',
        GITHUB_ACTION: '__octo-org_aws-credentials-preflight',
        GITHUB_ACTION_REPOSITORY: 'octo-org/aws-credentials-preflight',
        GITHUB_ACTION_REF: 'v1',
      },
    });
  }

  private async script(step: WorkflowStep, env: Values): Promise<boolean> {
    const { folder, simulator, wrapper = [] } = this.world;
    const given = { GITHUB_ENV: join(this.files, 'env'), GITHUB_OUTPUT: join(this.files, 'output') };
    await Promise.all(Object.values(given).map((file) => writeFile(file, '')));
    const base = {
      PATH: process.env['PATH'] ?? '',
      HOME: join(this.files, 'home'),
      GITHUB_WORKSPACE: folder,
      GITHUB_ACTIONS: 'true',
      AWS_ENDPOINT_URL_STS: simulator.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
    };
    const words = [...wrapper, 'bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', this.text(step.run ?? '')];
    const { status, output } = await start(words, { ...base, ...env, ...given }, folder);
    this.log += output;
    this.env = { ...this.env, ...assignments(await readFile(given.GITHUB_ENV, 'utf8')) };
    if (step.id !== undefined) this.outputs[step.id] = assignments(await readFile(given.GITHUB_OUTPUT, 'utf8'));
    return status === 0;
  }
}

/** The `NAME=value` lines of a file command. */
function assignments(text: string): Values {
  const pairs = [...text.matchAll(/^([^=\n]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);
  return Object.fromEntries(pairs);
}

/** Runs a command; gives its exit status and all that it printed. */
export async function start(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(words[0] ?? '', words.slice(1), { env: { ...env }, cwd, timeout: COMMAND_ALLOWED });
  let output = '';
  child.stdin.end();
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, output };
}
