import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addSession } from '../simulator/builders.ts';
import { startSimulator } from '../simulator/server.ts';
import { runStep } from '../simulator/step.ts';

/**
 * What the step costs a healthy job: whole processes, from start to end, against the simulator on this machine.
 * The three take turns, so that a busy moment hits them all; what counts is the ratios, not the milliseconds.
 * Once without any network in between, and once with an answer that takes as long as AWS's: then what loads meanwhile
 * costs nothing.
 *
 *     npm run benchmark -- 40
 */
const rounds = Number(process.argv[2] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('The number of rounds must be a whole number from 1 on.');

/** Milliseconds; the second is about a TLS handshake and a request to a region nearby. */
const LATENCIES = [0, 80];

const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
const simulator = await startSimulator();
try {
  const contestants = {
    'this action': resolve(process.env['PREFLIGHT_DIST'] ?? 'dist', 'index.js'),
    'by hand (node:http, own signature)': resolve('scripts/benchmark/minimal.js'),
    'naive bundle (toolkit and SDK at the top)': bundle('scripts/benchmark/naive.js', folder),
  };
  console.log(`Node.js ${process.version}, ${rounds} rounds, one healthy session`);
  for (const latency of LATENCIES) {
    simulator.faults.standing.splice(0, Infinity, ...(latency === 0 ? [] : [{ kind: 'delay', ms: latency } as const]));
    show(latency, await race(contestants));
  }
} finally {
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
}

function show(latency: number, times: ReadonlyMap<string, number[]>): void {
  const [own = []] = times.values();
  const width = Math.max(...[...times.keys()].map((name) => name.length));
  console.log(`\n${`answers after ${latency} ms`.padEnd(width)}  median ms  this action takes`);
  for (const [name, all] of times) {
    const ratio = median(own.map((time, round) => time / (all[round] ?? NaN)));
    console.log(
      `${name.padEnd(width)}  ${median(all).toFixed(0).padStart(9)}  ${ratio.toFixed(2).padStart(9)} times as long`,
    );
  }
}

/** Milliseconds of every round, per contestant. The first round of all warms the disk cache and does not count. */
async function race(contestants: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, number[]>> {
  const { accessKeyId, secretAccessKey, sessionToken, arn } = addSession(simulator.world);
  const env = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_REGION: 'eu-west-1',
  };
  const times = new Map(Object.keys(contestants).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, main] of Object.entries(contestants)) {
      const result = await runStep({ main, env, inputs: { 'sts-endpoint': simulator.url } });
      const answer = result.outputs['authenticated-arn'] ?? (result.files.includes(arn) ? arn : undefined);
      if (result.status !== 0 || answer !== arn) throw new Error(`${name} failed:\n${result.stdout}${result.stderr}`);
      if (round > 0) times.get(name)?.push(result.milliseconds);
    }
  }
  return times;
}

function bundle(entry: string, target: string): string {
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const { status, stderr } = spawnSync(process.execPath, [ncc, 'build', entry, '-o', target, '--no-cache'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ncc failed on ${entry}:\n${stderr}`);
  return join(target, 'index.js');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
