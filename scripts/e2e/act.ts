import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const VERSION = 'v0.2.89';
const FOLDER = resolve('.cache', `act-${VERSION}`);
const ACT = join(FOLDER, process.platform === 'win32' ? 'act.exe' : 'act');

/** The runner's executable, installed where it is missing; undefined where there is no Go to install it with. */
export function findAct(): string | undefined {
  if (existsSync(ACT)) return ACT;
  if (spawnSync('go', ['version']).status !== 0) return undefined;
  console.log(`Installing act ${VERSION} into .cache; this takes some minutes, once.`);
  mkdirSync(FOLDER, { recursive: true });
  const { status } = spawnSync('go', ['install', `github.com/nektos/act@${VERSION}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, GOBIN: FOLDER },
  });
  if (status !== 0) throw new Error(`go install of act ${VERSION} failed with status ${String(status)}`);
  return ACT;
}

export interface ActRun {
  readonly status: number | null;
  /** Everything that the runner printed. */
  readonly log: string;
}

/** Runs a repository's workflow in host mode: the steps run on this machine, in a copy of the repository. */
export async function runAct(
  act: string,
  repository: string,
  home: string,
  given: { readonly workflow: string; readonly vars: Readonly<Record<string, string>>; readonly secretFile: string },
): Promise<ActRun> {
  const vars = Object.entries(given.vars).flatMap(([name, value]) => ['--var', `${name}=${value}`]);
  const files = ['--workflows', given.workflow, '--secret-file', given.secretFile];
  const child = spawn(act, ['push', '--platform', 'ubuntu-latest=-self-hosted', ...files, ...vars], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      // The runner takes the first `node` there is; the development dependency is the Node.js 24 that GitHub takes.
      PATH: [resolve('node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
      HOME: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      TMPDIR: home,
    },
  });
  let log = '';
  const collect = (text: string): void => void (log += text);
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const status = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('close', done);
  });
  return { status, log };
}

/** How a step ended, as the runner says it. */
export function conclusionOf({ log }: ActRun, step: string): 'success' | 'failure' | undefined {
  const line = log
    .split('\n')
    .find((text) => /(?:Success|Failure) - Main /.test(text) && text.includes(`Main ${step}`));
  if (line === undefined) return undefined;
  return line.includes('Success - ') ? 'success' : 'failure';
}

/** The runner's lines for workflow commands of a type, such as `error`, as they came from the step. */
export function commandsOf({ log }: ActRun, type: string): readonly string[] {
  return log.split('\n').flatMap((line) => {
    const at = line.indexOf(`::${type} `);
    return at === -1 ? [] : [line.slice(at)];
  });
}

/** What the steps themselves printed. */
export function outputOf({ log }: ActRun): readonly string[] {
  return log.split('\n').flatMap((line) => /^\[[^\]]*\] {3}\| (.*)$/.exec(line)?.[1] ?? []);
}
