import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { startSimulator, type RecordedRequest, type Simulator } from '../simulator/server.ts';
import { runStep, type StepInput, type StepResult } from '../simulator/step.ts';
import type { World } from '../simulator/world.ts';
import type { Arranged, Scenario } from './scenario.ts';

const ROOT = new URL('../', import.meta.url);
/** As GitHub makes them; this one opens nothing. */
const GITHUB_TOKEN = 'ghs_oFtheSimulatedJobOnlyQ7xW2mZ9kR4tB1v';

/** The folder with the bundles; another one than the repository's by `PREFLIGHT_DIST`. */
export const DIST = process.env['PREFLIGHT_DIST'] ?? fileURLToPath(new URL('dist', ROOT));

export interface Run {
  readonly arranged: Arranged;
  readonly result: StepResult;
  readonly requests: readonly RecordedRequest[];
  /** What must not be printed, not even a piece of it. */
  readonly secrets: readonly string[];
  /** What must not be printed as a whole: it may hold a variable's name or another harmless piece. */
  readonly values: readonly string[];
  /** As the step was given them. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Runs one scenario with a simulator of its own. */
export async function run(scenario: Scenario, node: string): Promise<Run> {
  const simulator = await startSimulator();
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    const arranged = await scenario.arrange(simulator, folder);
    const inputs = { ...(await defaults()), 'sts-endpoint': simulator.url, ...arranged.inputs };
    const env = { AWS_REGION: 'eu-west-1', ...arranged.env };
    const { event, wrapper } = arranged;
    const step = { main: join(DIST, 'index.js'), node, inputs, env, event, ...(wrapper && { wrapper }) };
    const checked = await runStep(step);
    const result = scenario.after === undefined ? checked : await afterJob(scenario.after, simulator, step, checked);
    await arranged.stop?.();
    const { issued } = simulator.identityProvider;
    const secrets = [...secretsOf(simulator.world), ...issued, GITHUB_TOKEN, ...(arranged.secrets ?? [])].filter(
      isTelling,
    );
    return {
      arranged,
      result,
      requests: [...simulator.requests],
      secrets,
      values: given({ ...env, ...inputs }),
      inputs,
    };
  } finally {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The step after the failed job, with the outputs of the check and what it annotated in their form. */
async function afterJob(
  change: NonNullable<Scenario['after']>,
  simulator: Simulator,
  step: StepInput & { readonly env: Readonly<Record<string, string>> },
  checked: StepResult,
): Promise<StepResult> {
  const state = /^preflight=(.*)$/m.exec(checked.files)?.[1];
  simulator.requests.length = 0;
  const env = { ...change(simulator, step.env), ...(state === undefined ? {} : { STATE_preflight: state }) };
  const result = await runStep({ ...step, main: join(DIST, 'post.js'), env });
  const id = /\[([a-z-]+)\]\n?$/.exec(result.stdout)?.[1];
  const findings = result.annotations.map(({ type }) => ({ id, severity: type, confirmed: false }));
  const { verdict = '' } = checked.outputs;
  const files = `${checked.files}\n${result.files}`;
  return { ...result, files, outputs: { verdict, report: JSON.stringify({ findings, sts: {} }) } };
}

/** GitHub sets every declared input: its default, or an empty text. */
async function defaults(): Promise<Record<string, string>> {
  const action = parse(await readFile(new URL('action.yml', ROOT), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const values = Object.entries(action.inputs).map(([name, { default: value }]) => [name, value ?? '']);
  return { ...(Object.fromEntries(values) as Record<string, string>), 'github-token': GITHUB_TOKEN };
}

function secretsOf({ users, roots, sessions }: World): string[] {
  return [
    ...[...users, ...roots].flatMap(({ accessKeys }) => accessKeys.flatMap(({ id, secret }) => [id, secret])),
    ...sessions.flatMap(({ accessKeyId, secret, token }) => [accessKeyId, secret, token]),
  ];
}

const SECRET_NAME =
  /^(?:AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_SECURITY_TOKEN|.*AUTHORIZATION_TOKEN|ACTIONS_.*TOKEN|aws-access-key-id|aws-secret-access-key|aws-session-token|github-token)$/;
/** Of a shorter value, as of a placeholder, the text itself may well stand in a message. */
const SHORTEST = 16;
const PLACEHOLDER = /^(?:AWS_[A-Z_]+|not a .*|\$.*|%.*|<.*>|\{\{.*\}\}|.*EXAMPLE(?:KEY)?)$/i;

function given(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    SECRET_NAME.test(name) && isTelling(value) ? [value, value.trim()] : [],
  );
}

function isTelling(value: string): boolean {
  return value.trim().length >= SHORTEST && !PLACEHOLDER.test(value.trim());
}
