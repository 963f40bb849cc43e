import { spawn } from 'node:child_process';
import type { Report } from '../../src/model/report.ts';
import type { RealOutcome } from './real.ts';

/** Runs this project's own command line in the arranged situation. */
export async function check(
  cli: string,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<Pick<Report, 'verdict' | 'findings' | 'tools'>> {
  const args = [cli, 'check', '--json'];
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  await new Promise((resolve) => child.on('close', resolve));
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Report;
  } catch {
    throw new Error(
      `no report: ${Buffer.concat([...chunks, ...errors])
        .toString()
        .slice(-500)}`,
    );
  }
}

/**
 * What the report must say, by what the real tools did: a source is at fault only where at most one of the four works, and
 * a tool that stops beside two that work is a warning.
 */
export function complaintOf(
  report: Pick<Report, 'verdict' | 'findings' | 'tools'>,
  real: ReadonlyMap<string, RealOutcome>,
): string | undefined {
  const outcomes = [...real.values()];
  const working = outcomes.filter(({ accepted }) => accepted).length;
  const wanted = working >= 2 ? 'ok' : 'bad';
  const ids = report.findings.map(({ id }) => id);
  if (report.verdict !== wanted) return `verdict ${report.verdict}, should be ${wanted} [${ids.join(', ')}]`;
  const stops = outcomes.filter(({ signer }) => signer === 'stops').length;
  // What STS refuses of another tool is only known where it refused the first choice too.
  if (wanted === 'ok' && stops > 0 && !ids.includes('tool-would-fail'))
    return `${stops} stop, but the findings are [${ids.join(', ')}]`;
  if (outcomes.every(({ accepted }) => accepted) && ids.includes('tool-would-fail'))
    return 'all work, and one is called stopping';
  for (const [tool, { signer }] of real) {
    const told = report.tools.find((one) => one.tool === tool)?.outcome;
    if ((told === 'stops') !== (signer === 'stops')) return `${tool} ${told ?? 'missing'}, really ${signer}`;
  }
  return undefined;
}
