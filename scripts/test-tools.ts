import { join } from 'node:path';
import { type Situation, SITUATIONS } from '../__tests__/tools/situations.ts';
import type { Tool } from '../src/model/tools.ts';
import { installTools, type InstalledTool } from './tools/install.ts';
import { predictIn, signerOfPlan } from './tools/predicted.ts';
import { observe, type RealOutcome, startTool } from './tools/real.ts';
import { arrange, type Cast, makeCast, makeSlot } from './tools/stage.ts';
import { check, complaintOf } from './tools/verdict.ts';
import { NEWEST, VERSIONS } from './tools/versions.ts';

/**
 * Runs the real tools in every situation against the simulator, and compares who signed with what the tables in
 * `src/tools/` say. `--newest` takes the newest version of each; `--only TEXT` the situations with that in their name.
 */
const folder = '.cache/tools';
/** Which table a tool is held against: version 1 of the AWS CLI reads what boto3 reads. */
const TABLE: Readonly<Record<string, Tool>> = {
  'AWS CLI 2': 'aws-cli',
  'AWS CLI 1': 'boto3',
  boto3: 'boto3',
  JavaScript: 'javascript',
  Go: 'go',
};

/** Version 1 of the AWS CLI reads a setting of its own that boto3 does not know. */
const KNOWN: Readonly<Record<string, string>> = { 'cli_timestamp_format none in the config file': 'AWS CLI 1' };

interface Row {
  readonly tool: string;
  readonly situation: string;
  readonly predicted: string;
  readonly real: string;
  readonly detail: string;
  readonly outcome: RealOutcome;
}

const newest = process.argv.includes('--newest');
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
const isChosen = ({ name }: Situation): boolean => !process.argv.includes('--only') || name.includes(only);
const { tools, missing } = installTools(folder, newest ? NEWEST : VERSIONS);
for (const reason of missing) console.log(`Not installed: ${reason}`);
const cast = makeCast();
const situations = SITUATIONS.filter(isChosen);
const rows = (await Promise.all(tools.map((tool) => runAll(tool, situations, cast)))).flat();
const complaints = await checkVerdicts();
report(rows);

/** This project's own report beside what the real tools did, where all four are here. */
async function checkVerdicts(): Promise<readonly string[]> {
  const four = ['AWS CLI 2', 'boto3', 'JavaScript', 'Go'];
  if (!four.every((name) => tools.some((tool) => tool.name === name))) return [];
  const cli = join(process.cwd(), process.env['PREFLIGHT_DIST'] ?? 'dist', 'cli.js');
  const slot = await makeSlot(join(process.cwd(), folder, 'slots', 'check'), cast);
  const found: string[] = [];
  for (const situation of situations) {
    const env = arrange(situation, slot, cast);
    const own = rows.filter((row) => row.situation === situation.name && four.includes(row.tool));
    const real = new Map(own.map((row) => [TABLE[row.tool] ?? '', row.outcome]));
    const told = await check(cli, env, slot.home);
    const complaint = complaintOf(told, real);
    if (complaint !== undefined) found.push(`${situation.name}: ${complaint}`);
    const noise = told.findings
      .filter(({ id, severity }) => severity !== 'notice' && id !== 'custom-endpoint')
      .map(({ id }) => id);
    if (situation.healthy === true && noise.length > 0)
      found.push(`${situation.name}: healthy, and yet ${noise.join(', ')}`);
  }
  await slot.stop();
  return found;
}

async function runAll(tool: InstalledTool, all: readonly Situation[], of: Cast): Promise<readonly Row[]> {
  const table = TABLE[tool.name] ?? 'boto3';
  const slot = await makeSlot(join(process.cwd(), folder, 'slots', tool.name.replaceAll(' ', '-')), of);
  const running = startTool(tool, slot.home);
  const found: Row[] = [];
  for (const situation of all) {
    const env = arrange(situation, slot, of);
    const prediction = predictIn(table, situation, env, slot, of);
    const real = await observe(running, env, slot, of);
    found.push({
      tool: tool.name,
      situation: situation.name,
      predicted: signerOfPlan(prediction, of),
      real: real.signer,
      outcome: real,
      detail: `${JSON.stringify(prediction.kind === 'stops' ? prediction.cause : '')} | ${real.output.trim().slice(-300)}`,
    });
  }
  running.stop();
  await slot.stop();
  return found;
}

function report(all: readonly Row[]): void {
  const wrong = all.filter(({ tool, situation, predicted, real }) => predicted !== real && KNOWN[situation] !== tool);
  for (const { tool, situation, predicted, real, detail } of wrong) {
    console.log(`${tool}: ${situation}\n  predicted ${predicted}, real ${real}\n  ${detail}`);
  }
  for (const { name, version } of tools) {
    const own = all.filter(({ tool }) => tool === name);
    const agree = own.filter(({ predicted, real }) => predicted === real).length;
    console.log(`${name} ${version}: ${agree} of ${own.length} agree`);
  }
  for (const complaint of complaints) console.log(`Report: ${complaint}`);
  console.log(
    `${situations.length - new Set(complaints.map((one) => one.split(': ')[0])).size} of ${situations.length} reports are right.`,
  );
  const share = all.length === 0 ? 0 : (all.length - wrong.length) / all.length;
  console.log(`${situations.length} situations, ${(share * 100).toFixed(1)} % of predictions agree.`);
  process.exitCode = wrong.length === 0 && complaints.length === 0 ? 0 : 1;
}
