import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a step is given, as GitHub gives it. */
export interface StepInput {
  /** The bundle that the action's `main` names. */
  readonly main: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The event's payload. */
  readonly event?: unknown;
  /** Executable that runs the bundle; Node.js 24 is what GitHub takes. */
  readonly node?: string;
  /** A command in front of it, such as `faketime`. */
  readonly wrapper?: readonly string[];
}

export interface StepAnnotation {
  readonly type: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What a step left behind. */
export interface StepResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly annotations: readonly StepAnnotation[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** All files that the runner gave, together: outputs, environment, state and summary. */
  readonly files: string;
  readonly milliseconds: number;
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

/** Runs an action's bundle as the runner does: `INPUT_*`, command files, event file, an empty home. */
export async function runStep(input: StepInput): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'step-'));
  try {
    const files = Object.fromEntries(FILES.map((name) => [name, join(folder, name)]));
    await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
    await writeFile(join(folder, 'event.json'), JSON.stringify(input.event ?? {}));
    const started = performance.now();
    const process_ = await start(input, { ...jobVariables(folder), ...files, ...inputVariables(input), ...input.env });
    const milliseconds = performance.now() - started;
    const texts = await Promise.all(FILES.map((name) => readFile(files[name] ?? '', 'utf8')));
    return {
      ...process_,
      ...readCommands(process_.stdout),
      outputs: readFileCommand(texts[0] ?? ''),
      summary: texts[4] ?? '',
      files: texts.join('\n'),
      milliseconds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the runner sets in every job, and a home without any AWS files. */
function jobVariables(folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, 'home'),
    USERPROFILE: join(folder, 'home'),
    TMPDIR: tmpdir(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_ACTOR: 'octocat',
    GITHUB_JOB: 'deploy',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

function inputVariables({ inputs = {} }: StepInput): Record<string, string> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return Object.fromEntries(variables) as Record<string, string>;
}

async function start(
  input: StepInput,
  env: Record<string, string>,
): Promise<Pick<StepResult, 'status' | 'stdout' | 'stderr'>> {
  const words = [...(input.wrapper ?? []), input.node ?? process.execPath, input.main];
  const child = spawn(words[0] ?? '', words.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, stdout, stderr };
}

/** The workflow commands in a log (actions/toolkit, command.ts). */
function readCommands(stdout: string): Pick<StepResult, 'annotations' | 'masks'> {
  const commands = [...stdout.matchAll(/^::([a-z-]+)(?: ([^\n]*?))?::([^\n]*)$/gm)];
  const decode = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const annotations = commands.flatMap(([, name, properties, data]): StepAnnotation[] => {
    if (name !== 'error' && name !== 'warning' && name !== 'notice') return [];
    const pairs = (properties ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))]);
    return [
      { type: name, properties: Object.fromEntries(pairs) as Record<string, string>, message: decode(data ?? '') },
    ];
  });
  return {
    annotations,
    masks: commands.flatMap(([, name, , data]) => (name === 'add-mask' ? [decode(data ?? '')] : [])),
  };
}

/** `name<<delimiter` blocks, and `name=value` lines. */
function readFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([^=\n<]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm))
    values[name] = value;
  return values;
}
