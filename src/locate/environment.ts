import type { YAMLMap } from 'yaml';
import { asMap, entriesOf, entryOf, follow, textAt, textOf } from './document.ts';
import type { Entry, WorkflowDocument } from './document.ts';
import type { Job, Step } from './job.ts';
import type { Use } from './step.ts';

export interface EnvironmentEntry {
  readonly entry: Entry;
  readonly level: 'step' | 'job' | 'workflow';
}

/**
 * The `env:` entry that gives a variable its value in this step: the step's, else the job's, else the workflow's.
 * Undefined where the nearest one stands at an anchor elsewhere, is an expression, or may have been overwritten on the
 * way: by a composite action, or by an earlier step through GITHUB_ENV (which beats the job's `env:`).
 */
export function environmentEntry(
  document: WorkflowDocument,
  job: Job,
  use: Use,
  name: string,
): EnvironmentEntry | undefined {
  if (!use.direct) return undefined;
  const levels = [
    { level: 'step', map: use.step.map, aliased: use.step.aliased },
    { level: 'job', map: job.map, aliased: job.aliased },
    { level: 'workflow', map: document.root, aliased: false },
  ] as const;
  for (const { level, map, aliased } of levels) {
    const found = lookUp(document, map, name);
    if (found === 'absent') continue;
    if (found === 'uncertain' || aliased) return undefined;
    const isOverwritten = level !== 'step' && stepsBefore(job, use.step).some((step) => maySet(document, step, name));
    return isOverwritten ? undefined : { entry: found, level };
  }
  return undefined;
}

function lookUp(document: WorkflowDocument, map: YAMLMap, name: string): Entry | 'absent' | 'uncertain' {
  const env = entryOf(map, 'env');
  if (!env) return 'absent';
  const { node, aliased } = follow(document, env.value);
  const variables = asMap(node);
  // `env: ${{ … }}` may set any variable, an empty `env:` none.
  if (!variables) return textOf(node) === '' ? 'absent' : 'uncertain';
  const entry = entryOf(variables, name);
  if (entry) return aliased ? 'uncertain' : entry;
  return entriesOf(variables).some(({ key }) => textOf(key)?.includes('${{')) ? 'uncertain' : 'absent';
}

function stepsBefore(job: Job, step: Step): readonly Step[] {
  return job.steps.slice(0, job.steps.indexOf(step));
}

/** GitHub's own actions set no AWS variables; of others, and of scripts that write to GITHUB_ENV, we cannot know. */
function maySet(document: WorkflowDocument, step: Step, name: string): boolean {
  if (!step.hasRun) return !step.uses?.toLowerCase().startsWith('actions/');
  const script = textAt(document, step.map, 'run') ?? '';
  return script.includes('GITHUB_ENV') || script.includes(name);
}
