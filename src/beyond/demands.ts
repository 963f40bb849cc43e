import type { Demands, RequiredActions } from '../model/beyond.ts';
import { readActionFile } from './action-file.ts';
import { readActions, type ActionLine } from './required-action.ts';
import { readTargets, type BadLine } from './target.ts';

/** What is wrong with one of the two inputs. */
export interface DemandProblem extends BadLine {
  readonly input: 'targets' | 'required-actions';
}

export type ReadDemands = { readonly demands: Demands } | { readonly problems: readonly DemandProblem[] };

/** The text of a file, or why there is none, as it goes on after the file's name. */
export type ReadFile = (path: string) => Promise<{ readonly text: string } | { readonly problem: string }>;

/** A list of wrong lines is told in full only so far. */
const MOST_PROBLEMS = 5;

/** Reads `targets` and `required-actions`, and the files that these name. Never throws. */
export async function readDemands(
  given: { readonly targets: string | undefined; readonly requiredActions: string | undefined },
  readFile: ReadFile,
): Promise<ReadDemands> {
  const targets = given.targets ? readTargets(given.targets) : { targets: [] };
  const actions = given.requiredActions ? await requiredOf(given.requiredActions, readFile) : { required: [] };
  const problems = [
    ...('bad' in targets ? targets.bad.map((bad) => ({ input: 'targets', ...bad }) as const) : []),
    ...('bad' in actions ? actions.bad.map((bad) => ({ input: 'required-actions', ...bad }) as const) : []),
  ];
  if ('bad' in targets || 'bad' in actions) return { problems: problems.slice(0, MOST_PROBLEMS) };
  return { demands: { targets: targets.targets, required: actions.required } };
}

async function requiredOf(
  text: string,
  readFile: ReadFile,
): Promise<{ readonly required: readonly RequiredActions[] } | { readonly bad: readonly BadLine[] }> {
  const read = readActions(text);
  if ('bad' in read) return read;
  const all = await Promise.all(read.lines.map((line) => linesOf(line, readFile)));
  const bad = all.flatMap((one) => ('bad' in one ? [one.bad] : []));
  return bad.length > 0 ? { bad } : { required: all.flatMap((one) => ('lines' in one ? one.lines : [])) };
}

async function linesOf(
  line: ActionLine,
  readFile: ReadFile,
): Promise<{ readonly lines: readonly RequiredActions[] } | { readonly bad: BadLine }> {
  if (!('file' in line)) return { lines: [line] };
  const file = await readFile(line.file);
  if ('problem' in file) {
    return { bad: { line: `@${line.file}`, allowed: `a file that can be read: ${line.file} ${file.problem}` } };
  }
  const read = readActionFile(file.text);
  if ('lines' in read) return read;
  const { line: wrong, allowed } = read.bad;
  return { bad: { line: wrong, allowed: `in ${line.file} ${allowed}` } };
}
