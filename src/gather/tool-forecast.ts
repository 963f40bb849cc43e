import { readFile, stat } from 'node:fs/promises';
import type { FoundCredentials } from '../model/gathered.ts';
import type { Job } from '../model/job.ts';
import type { Settings } from '../model/settings.ts';
import { Secret } from '../model/secret.ts';
import type { ToolForecast } from '../model/tools.ts';
import type { EndpointFact, Facts, FileFact, Need, Plan, Prediction, ProcessFact, Tool } from '../model/tools.ts';
import { predict } from '../tools/search.ts';
import { RULES } from '../tools/tables.ts';
import { fromContainer } from './container.ts';
import { type ProcessResult, runDirectly, runProcess } from './credential-process.ts';
import { MAX_SHARED_FILE_BYTES } from './files.ts';
import { lookAtInstance } from './instance.ts';
import { fromInputs } from './key-variables.ts';
import { once, type SourceOutcome, type World } from './source.ts';

/** More facts than any job needs; a search that asks for more would never end. */
const MOST_ROUNDS = 40;
export type Predictions = readonly { readonly tool: Tool; readonly prediction: Prediction }[];

/**
 * What every tool would do with this job's variables and files. Where the keys are given as inputs, a later step gets
 * them as variables; where a profile is, by name.
 */
export async function predictTools(
  tools: readonly Tool[],
  settings: Settings,
  job: Job,
  world: World,
): Promise<Predictions> {
  const known = new Known(settings, job, world);
  const predictions: { tool: Tool; prediction: Prediction }[] = [];
  for (const tool of tools) predictions.push({ tool, prediction: await predictOne(tool, known) });
  return predictions;
}

async function predictOne(tool: Tool, known: Known): Promise<Prediction> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answer = predict(RULES[tool], known.facts());
    if (answer.kind !== 'needs') return answer;
    await known.find(answer.need);
  }
  return { kind: 'unknown' };
}

/** The facts of one run: each is looked for once, when a prediction hangs on it. */
class Known {
  readonly #settings: Settings;
  readonly #job: Job;
  readonly #world: World;
  readonly #now = Date.now();
  readonly #files = new Map<string, FileFact>();
  readonly #processes = new Map<string, ProcessFact>();
  readonly #endpoints = new Map<'container' | 'instance', EndpointFact>();

  constructor(settings: Settings, job: Job, world: World) {
    this.#settings = settings;
    this.#job = job;
    this.#world = world;
  }

  facts(): Facts {
    return {
      env: this.#environment(),
      homedir: this.#world.host.homedir,
      now: this.#now,
      profile: this.#settings.profile,
      file: (path) => this.#files.get(path),
      process: (command, shell) => this.#processes.get(processKey(command, shell)),
      container: () => this.#endpoints.get('container'),
      instance: () => this.#endpoints.get('instance'),
    };
  }

  #environment(): Facts['env'] {
    const inputs = fromInputs(this.#settings);
    const { env } = this.#world;
    if (inputs === undefined) return env;
    return {
      ...env,
      AWS_SECURITY_TOKEN: undefined,
      AWS_ACCESS_KEY_ID: inputs.accessKeyId?.reveal(),
      AWS_SECRET_ACCESS_KEY: inputs.secretAccessKey?.reveal(),
      AWS_SESSION_TOKEN: inputs.sessionToken?.reveal(),
    };
  }

  async find(need: Need): Promise<void> {
    switch (need.kind) {
      case 'file':
        this.#files.set(need.path, await fileFact(need.path));
        return;
      case 'process':
        this.#processes.set(processKey(need.command, need.shell), await processFact(need, this.#world));
        return;
      case 'container': {
        const { env, host, deadline } = this.#world;
        const outcome = await once(this.#world, 'container', () => fromContainer(env, host, deadline));
        this.#endpoints.set('container', endpointFact(outcome));
        return;
      }
      case 'instance': {
        const outcome = await once(this.#world, 'instance', () =>
          lookAtInstance(this.#settings, this.#job, this.#world),
        );
        this.#endpoints.set('instance', endpointFact(outcome));
      }
    }
  }
}

function processKey(command: string, shell: boolean): string {
  return `${shell ? 'shell' : 'words'} ${command}`;
}

/** Never throws, and never waits for a pipe. */
async function fileFact(path: string): Promise<FileFact> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { kind: 'folder' };
    if (!found.isFile() || found.size > MAX_SHARED_FILE_BYTES) return { kind: 'unreadable' };
    const bytes = await readFile(path);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, isUtf8: Buffer.from(text).equals(bytes) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' };
  }
}

/** Each form is run at most once: what a shell makes of a line without its syntax is what comes without one. */
async function processFact({ command, shell }: Extract<Need, { kind: 'process' }>, world: World): Promise<ProcessFact> {
  return factOf(await (shell ? runProcess(command, world) : runDirectly(command, world)));
}

function factOf(result: ProcessResult): ProcessFact {
  switch (result.kind) {
    case 'ended':
      return { kind: 'ended', stdout: new Secret(result.stdout) };
    case 'not-started':
      return { kind: 'not-started' };
    case 'time-out':
      return { kind: 'unknown' };
    case 'exit':
    case 'signal':
    case 'too-much-output':
      return { kind: 'failed' };
  }
}

function endpointFact(outcome: SourceOutcome): EndpointFact {
  if (outcome.kind !== 'found') return { kind: 'fails' };
  const { accessKeyId, secretAccessKey, sessionToken } = outcome.credentials;
  if (accessKeyId === undefined || secretAccessKey === undefined) return { kind: 'fails' };
  return { kind: 'answers', keys: { accessKeyId, secretAccessKey, sessionToken } };
}

/** Equal for plans that sign with the same. */
export function planKey(plan: Plan): string {
  switch (plan.kind) {
    case 'keys':
      return JSON.stringify([
        plan.accessKeyId.reveal(),
        plan.secretAccessKey.reveal(),
        plan.sessionToken?.reveal() ?? '',
      ]);
    case 'session':
      return JSON.stringify(plan.origin);
    case 'role':
      return JSON.stringify(['role', plan.roleArn, planKey(plan.source)]);
    case 'web-identity':
      return JSON.stringify(['web-identity', plan.roleArn, plan.tokenFile]);
  }
}

export function keyOfCredentials({ accessKeyId, secretAccessKey, sessionToken }: FoundCredentials): string {
  return JSON.stringify([accessKeyId?.reveal(), secretAccessKey?.reveal(), sessionToken?.reveal() ?? '']);
}

/** Each prediction beside what was checked. */
export function compareTools(
  predictions: Predictions,
  checked: { readonly plan: Plan | undefined; readonly credentials: FoundCredentials | undefined },
): readonly ToolForecast[] {
  const key = checked.plan === undefined ? undefined : planKey(checked.plan);
  const ownKey = checked.credentials === undefined ? undefined : keyOfCredentials(checked.credentials);
  return predictions.map(({ tool, prediction }): ToolForecast => {
    if (prediction.kind === 'stops') return { tool, outcome: 'stops', plan: undefined, cause: prediction.cause };
    if (prediction.kind === 'unknown') return { tool, outcome: 'unknown', plan: undefined, cause: undefined };
    const { plan } = prediction;
    const own = planKey(plan);
    const isSame = own === key || own === ownKey;
    return { tool, outcome: isSame ? 'same' : 'other', plan, cause: undefined };
  });
}
