import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Environment, Host } from './environment.ts';

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
 * Runs a command line in a shell, as the SDKs for JavaScript and Go run `credential_process`. The deadline ends the
 * whole group of processes, so that no grandchild outlives the step. Never throws.
 */
export async function runCommand(
  command: string,
  env: Environment,
  host: Host,
  deadline: AbortSignal,
): Promise<ProcessResult> {
  if (deadline.aborted) return { kind: 'time-out', seconds: 0, stderr: '' };
  const started = performance.now();
  const isWindows = host.platform === 'win32';
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, { shell: true, env, detached: !isWindows, windowsHide: true, stdio });
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

type Closed = { readonly status: number | null; readonly signal: string | null } | { readonly code: string };

function closing(child: ChildProcess): Promise<Closed> {
  return new Promise((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ code: error.code ?? 'unknown' });
    });
    child.on('close', (status, signal) => {
      resolve({ status, signal });
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
