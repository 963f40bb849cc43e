import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Environment, Host } from '../model/environment.ts';
import type { CredentialProcessFailed } from '../model/source-problem.ts';
import { type CredentialsAnswer, fromAnswer, parseObject, readAnswer } from './answer.ts';
import type { Place } from '../model/place.ts';
import { shownName, spaced } from '../model/text.ts';
import { failed, found, once, type SourceOutcome, type World } from './source.ts';
import { shellSplit } from '../tools/shell-words.ts';

type Failure = CredentialProcessFailed['failure'];

/**
 * Runs a profile's `credential_process`
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html). The SDK's own provider sets no
 * time limit and keeps neither exit status nor standard error apart.
 *
 * @param location - of the profile, such as `profile prod in ~/.aws/config`
 * @param where - the setting stands
 * @param run - runs it, once in a run of this check
 * @param secrets - known values that the command might print
 */
export async function fromCredentialProcess(
  profile: string,
  location: string,
  where: Place,
  command: string,
  run: () => Promise<ProcessResult>,
  secrets: readonly string[],
): Promise<SourceOutcome> {
  const result = await run();
  const reading = read(result);
  if ('failure' in reading) {
    return failed({
      kind: 'credential-process-failed',
      profile: shownName(profile),
      where,
      command: programName(command),
      failure: reading.failure,
      stderr: redactOutput(result.stderr, secrets),
    });
  }
  const origin = { source: 'process', location: `credential_process of ${location}` } as const;
  return found(fromAnswer(reading.answer, 'SessionToken', `credential_process of ${location}`, origin));
}

function read(result: ProcessResult): { answer: CredentialsAnswer } | { failure: Failure } {
  switch (result.kind) {
    case 'ended':
      return readOutput(result.stdout);
    case 'exit':
      return { failure: { reason: 'exit', status: result.status } };
    case 'signal':
      return { failure: { reason: 'signal', signal: result.signal } };
    case 'not-started':
      return { failure: { reason: 'not-started', code: result.code } };
    case 'time-out':
      return { failure: { reason: 'time-out', seconds: result.seconds } };
    case 'too-much-output':
      return { failure: { reason: result.kind } };
  }
}

function readOutput(stdout: string): { answer: CredentialsAnswer } | { failure: Failure } {
  const body = parseObject(stdout.replace(/^\uFEFF/, ''));
  if (body === undefined) return { failure: { reason: 'not-json' } };
  if (body['Version'] !== 1) return { failure: { reason: 'wrong-version' } };
  const answer = readAnswer(body, 'SessionToken');
  const missing = [
    ...(answer.accessKeyId === undefined ? ['AccessKeyId'] : []),
    ...(answer.secretAccessKey === undefined ? ['SecretAccessKey'] : []),
  ];
  if (missing.length > 0) return { failure: { reason: 'incomplete', missing } };
  const ends = answer.expiration === undefined ? NaN : Date.parse(answer.expiration);
  const secondsAgo = (Date.now() - ends) / 1000;
  if (secondsAgo > 0) return { failure: { reason: 'expired', expiration: new Date(ends).toISOString(), secondsAgo } };
  return { answer };
}

/** The program's base name: the path may name a user, and the arguments may hold secrets. */
function programName(command: string): string {
  const word = /^\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(command);
  const path = word?.[1] ?? word?.[2] ?? word?.[3] ?? '';
  // `TOKEN=… program`: the first word is an assignment, with a value that may be secret.
  if (path.includes('=')) return 'the command';
  return shownName(path.split(/[/\\]/).at(-1) ?? '');
}

const MAX_STDOUT_BYTES = 1024 * 1024;
const MAX_STDERR_BYTES = 64 * 1024;

export type ProcessResult =
  | { readonly kind: 'ended'; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'exit'; readonly status: number; readonly stderr: string }
  | { readonly kind: 'signal'; readonly signal: string; readonly stderr: string }
  | { readonly kind: 'not-started'; readonly code: string; readonly stderr: string }
  /** `seconds` that it was given. */
  | { readonly kind: 'time-out'; readonly seconds: number; readonly stderr: string }
  | { readonly kind: 'too-much-output'; readonly stderr: string };

/**
 * Runs a command line in a shell, as the SDKs for JavaScript and Go run `credential_process`, or, given its `words`, as
 * the AWS CLI and boto3 do, without one. The deadline ends the
 * whole group of processes, so that no grandchild outlives the step. Never throws.
 */
export async function runCommand(
  command: string,
  env: Environment,
  host: Host,
  deadline: AbortSignal,
  words?: readonly string[],
): Promise<ProcessResult> {
  if (deadline.aborted) return { kind: 'time-out', seconds: 0, stderr: '' };
  const started = performance.now();
  const isWindows = host.platform === 'win32';
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const options = { env: ofChild(env), detached: !isWindows, windowsHide: true, stdio };
  const [program = '', ...args] = words ?? [];
  if (words !== undefined && program === '') return { kind: 'not-started', code: 'ENOENT', stderr: '' };
  const child = words === undefined ? spawn(command, { ...options, shell: true }) : spawn(program, args, options);
  const stdout = collect(child.stdout, MAX_STDOUT_BYTES);
  const stderr = collect(child.stderr, MAX_STDERR_BYTES);
  const over = new AbortController();
  const end = await Promise.race([closing(child), stdout.overflow, passing(deadline, over.signal)]);
  over.abort();
  if (typeof end !== 'string') return ended(end, stdout.text(), stderr.text());
  endGroup(child.pid, isWindows);
  child.stdout.destroy();
  child.stderr.destroy();
  if (end === 'too-much-output') return { kind: end, stderr: stderr.text() };
  return { kind: end, seconds: Math.ceil((performance.now() - started) / 1000), stderr: stderr.text() };
}

/** In milliseconds, for output that is still on its way when a program has ended. */
const OUTPUT_GRACE = 500;

/** Each form of the command is run once in a run of this check. */
export function runDirectly(command: string, world: World): Promise<ProcessResult> {
  // Windows hands the whole line to the program, which is what the shell does there too.
  const words = world.host.platform === 'win32' ? undefined : (shellSplit(command) ?? []);
  return once(world, `words ${command}`, () => runCommand(command, world.env, world.host, world.deadline, words));
}

function runInShell(command: string, world: World): Promise<ProcessResult> {
  return once(world, `shell ${command}`, () => runCommand(command, world.env, world.host, world.deadline));
}

/** What a shell does and a list of words does not. */
const SHELL_SYNTAX = /[|&;<>$`~*?()]|^\s*\w+=/;

/**
 * As the AWS CLI runs it; and by a shell, as the SDKs for JavaScript and Go do, where it cannot start without one, or fails
 * and the line has a shell's syntax in it.
 */
export async function runProcess(command: string, world: World): Promise<ProcessResult> {
  const direct = await runDirectly(command, world);
  const needsShell = direct.kind === 'not-started' || (direct.kind === 'exit' && SHELL_SYNTAX.test(command));
  return needsShell ? runInShell(command, world) : direct;
}

type Closed = { readonly status: number | null; readonly signal: string | null } | { readonly code: string };

function closing(child: ChildProcess): Promise<Closed> {
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ code: error.code ?? 'unknown' });
    });
    child.on('close', (status, signal) => {
      resolve({ status, signal });
    });
    // A child of its own that runs on in the background holds its output open: what it printed itself is all there is.
    child.on('exit', (status, signal) => {
      setTimeout(resolve, OUTPUT_GRACE, { status, signal }).unref();
    });
  });
}

function passing(deadline: AbortSignal, over: AbortSignal): Promise<'time-out'> {
  return new Promise((resolve) => {
    const onAbort = (): void => {
      resolve('time-out');
    };
    deadline.addEventListener('abort', onAbort, { once: true, signal: over });
  });
}

function ended(end: Closed, stdout: string, stderr: string): ProcessResult {
  if ('code' in end) return { kind: 'not-started', code: end.code, stderr };
  const { status, signal } = end;
  if (signal !== null) return { kind: 'signal', signal, stderr };
  // A shell reports a child that a signal ended as 128 and the signal's number.
  const name = Object.entries(constants.signals).find(([, number]) => number + 128 === status)?.[0];
  if (name !== undefined) return { kind: 'signal', signal: name, stderr };
  return status === 0 ? { kind: 'ended', stdout, stderr } : { kind: 'exit', status: status ?? -1, stderr };
}

function endGroup(pid: number | undefined, isWindows: boolean): void {
  if (pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

interface Collected {
  readonly text: () => string;
  /** Settles when the stream gave more than it may. */
  readonly overflow: Promise<'too-much-output'>;
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number): Collected {
  const chunks: Buffer[] = [];
  let length = 0;
  const overflow = new Promise<'too-much-output'>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      if (length + chunk.length > maxBytes) resolve('too-much-output');
      const kept = chunk.subarray(0, maxBytes - length);
      length += kept.length;
      // Even an empty part would keep the whole chunk in memory.
      if (kept.length > 0) chunks.push(kept);
    });
  });
  return { text: () => Buffer.concat(chunks).toString('utf8'), overflow };
}

const MAX_CHARACTERS = 500;
const LONGEST_READ = 8192;
/** What stands behind one of these words may be a secret of any form. */
const LABELLED =
  /((?:passw(?:or)?d|passphrase|passwd|pwd|secret|token|credential|bearer|api[-_ ]?key|access[-_ ]?key)\w{0,20}["']?(?:\s+(?:is|was))?)(\s{0,3}[:=]\s{0,3}|\s)["']?[^\s"',;:]+/gi;

/**
 * What a program wrote to standard error, fit to be shown: known secrets and every word that could be one are hidden,
 * control characters become spaces, and the end is kept, where the error stands.
 */
export function redactOutput(text: string, secrets: readonly string[]): string {
  // What is cut off later is not looked at: a pattern should not run over 64 KiB.
  let shown = text.slice(-LONGEST_READ);
  for (const secret of secrets) {
    if (secret.length >= 4) shown = shown.replaceAll(secret, '***');
  }
  // ANSI escape sequences go before their first character is taken as a mere control character.
  // eslint-disable-next-line no-control-regex
  shown = spaced(shown.replace(/\u001b\[[0-9;]*[A-Za-z]/g, ''))
    .replace(LABELLED, '$1$2***')
    .replace(/[A-Za-z0-9+/=_.~%-]{8,}/g, (word) => (looksSecret(word) ? '***' : word))
    .trim();
  return shown.length > MAX_CHARACTERS ? `…${shown.slice(1 - MAX_CHARACTERS)}` : shown;
}

/** What the runner gave to this action alone is not for its children: the runner's tokens, and the inputs. */
function ofChild(env: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^(?:INPUT_|ACTIONS_.*TOKEN)/i.test(name));
  return Object.fromEntries(own);
}

/** Key IDs, keys, tokens and JWTs mix digits with letters; words and paths rarely do, and are cut at 40 characters anyway. */
function looksSecret(word: string): boolean {
  return word.length >= 40 || (/\d/.test(word) && /[A-Za-z]/.test(word));
}
