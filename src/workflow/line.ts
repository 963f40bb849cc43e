import type { YAMLMap } from 'yaml';
import type { WorkflowLine } from '../model/report.ts';
import {
  asMap,
  entriesOf,
  type Entry,
  entryOf,
  entrySpan,
  follow,
  lineOf,
  readDocument,
  type Span,
  textAt,
  textOf,
  type WorkflowDocument,
} from './document.ts';
import { callsReusableWorkflow, findJob, type Job, jobSpan, type Step, stepSpan } from './job.ts';
import { findUse, type StepIdentity, type Use } from './step.ts';

/** What a finding is about. */
export interface Subject {
  readonly kind: 'input' | 'environment' | 'permissions' | 'step' | 'job';
  /** Name of the input or variable, such as `aws-secret-access-key` or `AWS_SESSION_TOKEN`. */
  readonly name?: string | undefined;
}

/**
 * The line of the workflow file that a finding is about: the entry of `with:`, `env:` or `permissions:`, else the
 * `uses:` of the step that runs this action, else the job's key. Undefined when even the job cannot be told for certain.
 *
 * @param path of the file in its repository, for the result.
 */
export function locate(text: string, path: string, step: StepIdentity, subject: Subject): WorkflowLine | undefined {
  try {
    const document = readDocument(text);
    const job = document && runningJob(document, step);
    return job && lineOf(document, path, subjectSpan(document, job, step, subject));
  } catch {
    // The text is the user's: nesting that is too deep for the parser costs the line, not the report.
    return undefined;
  }
}

/** The job that runs now; undefined when it may as well be a reusable workflow's job of the same key. */
export function runningJob(document: WorkflowDocument, step: StepIdentity): Job | undefined {
  if (step.definedHere ?? !callsReusableWorkflow(document)) return findJob(document, step.jobId);
  return undefined;
}

function subjectSpan(document: WorkflowDocument, job: Job, identity: StepIdentity, subject: Subject): Span {
  if (subject.kind === 'job') return jobSpan(document, job);
  if (subject.kind === 'permissions') return permissionsSpan(document, job);
  const use = findUse(document, job.steps, identity);
  if (!use) return jobSpan(document, job);
  const name = subject.name ?? '';
  const entry =
    subject.kind === 'input'
      ? inputEntry(use, name)
      : subject.kind === 'environment'
        ? environmentEntry(document, job, use, name)?.entry
        : undefined;
  return entry ? entrySpan(document, entry) : stepSpan(document, job, use.step);
}

/** The job's own `permissions:` replaces the workflow's. */
function permissionsSpan(document: WorkflowDocument, job: Job): Span {
  const own = entryOf(job.map, 'permissions');
  if (job.aliased && own) return jobSpan(document, job);
  const entry = own ?? entryOf(document.root, 'permissions');
  return entry ? entrySpan(document, entry) : jobSpan(document, job);
}

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

/**
 * The entry of the step's own `with:` for an input, whose name GitHub takes in any case. Undefined where it is not
 * given, or stands at an anchor elsewhere, or a composite action gives it.
 */
export function inputEntry({ step, direct }: Use, name: string): Entry | undefined {
  if (!direct || step.aliased) return undefined;
  const given = asMap(entryOf(step.map, 'with')?.value);
  return given && entriesOf(given).find(({ key }) => textOf(key)?.toLowerCase() === name.toLowerCase());
}
