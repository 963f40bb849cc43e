import type { WorkflowLine } from '../report.ts';
import { entryOf, entrySpan, lineOf, readDocument } from './document.ts';
import type { Span, WorkflowDocument } from './document.ts';
import { environmentEntry } from './environment.ts';
import { inputEntry } from './input.ts';
import { callsReusableWorkflow, findJob, jobSpan, stepSpan } from './job.ts';
import type { Job } from './job.ts';
import { findUse } from './step.ts';
import type { StepIdentity } from './step.ts';

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
