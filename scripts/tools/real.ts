import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { RecordedRequest } from '../../simulator/server.ts';
import type { InstalledTool } from './install.ts';
import type { Cast, Slot } from './stage.ts';

/** What a tool did: who signed its last request, or that it stopped before it signed. */
export interface RealOutcome {
  readonly signer: string;
  /** Whether STS accepted it. */
  readonly accepted: boolean;
  readonly output: string;
}

export interface RunningTool {
  run(env: Readonly<Record<string, string>>, cwd: string): Promise<{ output: string }>;
  stop(): void;
}

/** Starts a server once, or a program for each run. */
export function startTool(tool: InstalledTool, home: string): RunningTool {
  return tool.kind === 'server'
    ? startServer(tool, home)
    : { run: (env, cwd) => runOnce(tool, env, cwd), stop: () => undefined };
}

function startServer({ command }: InstalledTool, home: string): RunningTool {
  const [program = '', ...args] = command;
  const env = { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  child.on('close', () => {
    for (const answer of waiting.splice(0)) answer('{"output": "the server ended"}');
  });
  return {
    async run(environment, cwd) {
      const line = new Promise<string>((resolve) => waiting.push(resolve));
      child.stdin.write(`${JSON.stringify({ env: environment, cwd })}\n`);
      return JSON.parse(await line) as { output: string };
    },
    stop() {
      child.stdin.end();
    },
  };
}

function runOnce(
  { command }: InstalledTool,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<{ output: string }> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 40_000 });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('close', () => {
      resolve({ output: Buffer.concat(chunks).toString().slice(-2000) });
    });
  });
}

/** Runs a tool in an arranged situation, and reads from the simulator what it sent. */
export async function observe(
  tool: RunningTool,
  env: Readonly<Record<string, string>>,
  slot: Slot,
  cast: Cast,
): Promise<RealOutcome> {
  slot.simulator.reset();
  const { output } = await tool.run(env, slot.home);
  const { requests } = slot.simulator;
  const asked = requests.filter(({ action }) => action === 'GetCallerIdentity').at(-1);
  if (asked !== undefined) {
    return { signer: signerOf(asked, cast), accepted: asked.status === 200, output };
  }
  // A refused role: the tool has found its credentials and asked.
  const role = requests.filter(({ action }) => action.startsWith('AssumeRole')).at(-1);
  if (role !== undefined) {
    const arn = new URLSearchParams(role.body).get('RoleArn') ?? '';
    return { signer: `role ${nameOf(arn)}`, accepted: false, output };
  }
  const exported = /^ACCESS KEY (.*)$/m.exec(output)?.[1];
  if (exported !== undefined) return { signer: labelOf(exported, undefined, cast), accepted: true, output };
  return { signer: 'stops', accepted: false, output };
}

function signerOf({ accessKeyId, headers }: RecordedRequest, cast: Cast): string {
  return labelOf(accessKeyId ?? '', headers['x-amz-security-token'], cast);
}

/** `A`, `S`, `S without token`, `A with the token of S`, `role Deploy`, `another key`. */
export function labelOf(accessKeyId: string, token: string | undefined, { world, principals }: Cast): string {
  const known = Object.entries(principals).find(([, { accessKeyId: id }]) => id === accessKeyId);
  if (known === undefined) {
    const role = world.sessions.find((session) => session.accessKeyId === accessKeyId)?.role;
    return role === undefined ? 'another key' : `role ${role.name}`;
  }
  const [name, { sessionToken }] = known;
  if (token === sessionToken || (token ?? '') === (sessionToken ?? '')) return name;
  if ((token ?? '') === '') return `${name} without token`;
  const owner = Object.entries(principals).find(([, principal]) => principal.sessionToken === token)?.[0];
  return `${name} with the token of ${owner ?? 'somebody'}`;
}

function nameOf(arn: string): string {
  return arn.split('/').at(-1) ?? '';
}
