import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Situation } from '../../__tests__/tools/situations.ts';
import type { EndpointFact, Facts, FileFact, Plan, Prediction, ProcessFact, Tool } from '../../src/model/tools.ts';
import { shellSplit } from '../../src/tools/shell-words.ts';
import { RULES } from '../../src/tools/tables.ts';
import { predict } from '../../src/tools/search.ts';
import { Secret } from '../../src/model/secret.ts';
import { labelOf } from './real.ts';
import type { Cast, Slot } from './stage.ts';

/** What the table of this tool says of a situation that is arranged in the slot. */
export function predictIn(
  tool: Tool,
  situation: Situation,
  env: Readonly<Record<string, string>>,
  slot: Slot,
  cast: Cast,
): Prediction {
  const endpoint = (kind: Situation['machine']): EndpointFact => {
    if (situation.machine !== kind) return { kind: 'fails' };
    const spare = cast.principals['T'];
    const secret = (text: string | undefined): Secret => new Secret(text ?? '');
    return {
      kind: 'answers',
      keys: {
        accessKeyId: secret(spare?.accessKeyId),
        secretAccessKey: secret(spare?.secretAccessKey),
        sessionToken: secret(spare?.sessionToken),
      },
    };
  };
  const facts: Facts = {
    env,
    homedir: slot.home,
    now: Date.now(),
    file: (path) => fileFact(resolve(slot.home, path)),
    process: (command, shell) => processFact(command, shell, env, slot.home),
    container: () => endpoint('container'),
    instance: () => endpoint('instance'),
  };
  const prediction = predict(RULES[tool], facts);
  if (prediction.kind === 'needs') throw new Error('every fact is there');
  return prediction;
}

function fileFact(path: string): FileFact {
  try {
    if (statSync(path).isDirectory()) return { kind: 'folder' };
    const bytes = readFileSync(path);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, isUtf8: Buffer.from(text).equals(bytes) };
  } catch {
    return { kind: 'absent' };
  }
}

function processFact(command: string, shell: boolean, env: Readonly<Record<string, string>>, cwd: string): ProcessFact {
  const words = shell ? ['sh', '-c', command] : (shellSplit(command) ?? []);
  const [program = '', ...args] = words;
  if (program === '') return { kind: 'not-started' };
  const { status, stdout, error } = spawnSync(program, args, { env, cwd, encoding: 'utf8' });
  if (error !== undefined) return { kind: 'not-started' };
  return status === 0 ? { kind: 'ended', stdout: new Secret(stdout) } : { kind: 'failed' };
}

/** In the words in which the real outcome is told. */
export function signerOfPlan(prediction: Prediction, cast: Cast): string {
  switch (prediction.kind) {
    case 'stops':
      return 'stops';
    case 'unknown':
      return 'unknown';
    case 'takes':
      return planLabel(prediction.plan, cast);
  }
}

function planLabel(plan: Plan, cast: Cast): string {
  switch (plan.kind) {
    case 'keys':
      return labelOf(plan.accessKeyId.reveal(), plan.sessionToken?.reveal(), cast);
    case 'session':
      return 'T';
    case 'role':
    case 'web-identity':
      return `role ${plan.roleArn.split('/').at(-1) ?? ''}`;
  }
}
