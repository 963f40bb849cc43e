import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { NODE_24 } from '../../testing/nodes.ts';
import { runStep, type StepInput, type StepResult } from '../../simulator/step.ts';
import { note } from './figures.ts';
import { leaksIn, type Canaries } from './leaks.ts';

/** The bundle under test. */
const MAIN = join(process.env['PREFLIGHT_DIST'] ?? resolve('dist'), 'index.js');

const MEASURE = resolve('__tests__/chaos/measure.mjs');

export interface Run extends Omit<StepInput, 'main'> {
  /** Files to put into the home directory, by path. */
  readonly home?: Readonly<Record<string, string>>;
  /** Files to put into the workspace, by path. */
  readonly workspace?: Readonly<Record<string, string>>;
  readonly canaries?: Canaries;
}

export interface Watched extends StepResult {
  /** `verdict` among the outputs. */
  readonly verdict: string | undefined;
  readonly diagnoses: readonly string[];
  /** Largest resident set in kilobytes; undefined where the process ended otherwise than by itself. */
  readonly rss: number | undefined;
  readonly leaks: readonly string[];
  /** Everything on standard output but masks. */
  readonly visible: string;
  readonly home: string;
}

/** Runs the step in folders of its own, and looks at everything that it wrote anywhere. */
export async function watch(run: Run): Promise<Watched> {
  const folder = await mkdtemp(join(tmpdir(), 'watch-'));
  try {
    const [home, temporary, workspace] = ['home', 'tmp', 'workspace'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([home, temporary, workspace].map((path) => mkdir(path)));
    await fill(home, run.home ?? {});
    await fill(workspace, run.workspace ?? {});
    const measured = join(folder, 'rss');
    const result = await runStep({
      ...run,
      main: MAIN,
      node: run.node ?? NODE_24,
      env: {
        HOME: home,
        USERPROFILE: home,
        TMPDIR: temporary,
        GITHUB_WORKSPACE: workspace,
        NODE_OPTIONS: `--import=file://${MEASURE}`,
        PREFLIGHT_MEASURE: measured,
        ...run.env,
      },
    });
    const visible = result.stdout.replace(/^::add-mask::.*\n/gm, '');
    const left = { ...(await textsIn(temporary)), ...(await newTexts(home, run.home ?? {})) };
    const places = { log: visible, 'standard error': result.stderr, 'the command files': result.files, ...left };
    const leaks = leaksIn(places, run.canaries ?? {});
    note({ searches: 1, leaks: leaks.length });
    return {
      ...result,
      verdict: result.outputs['verdict'],
      diagnoses: JSON.parse(result.outputs['diagnoses'] ?? '[]') as string[],
      rss: await readFile(measured, 'utf8').then(Number, () => undefined),
      leaks,
      visible,
      home,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { mode: 0o700 });
  }
}

async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file, 'latin1')])),
  ) as Record<string, string>;
}

/** Files that were not there before. */
async function newTexts(folder: string, known: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const texts = await textsIn(folder);
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !(path in known)));
}
