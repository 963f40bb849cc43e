import type { WorkflowDocument } from './document.ts';
import type { Job } from './job.ts';
import type { Block } from './slots.ts';
import type { StepIdentity, Use } from './step.ts';

/** A job that calls a reusable workflow of the same repository. */
export interface Caller {
  readonly path: string;
  /** The key in `jobs:`. */
  readonly jobId: string;
}

/** The files that a change may touch, as they are. */
export interface Files {
  /** Path in the repository, to text. */
  readonly texts: ReadonlyMap<string, string>;
  /** The file that defines the running job. */
  readonly path: string;
  readonly step: StepIdentity;
  /** The jobs that call that file, where it is a reusable workflow. */
  readonly callers: readonly Caller[];
  /** `Windows` runs scripts in PowerShell. */
  readonly runnerOs: string | undefined;
}

/** What an edit of the running job needs. */
export interface Place {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly use: Use;
  readonly blocks: readonly Block[];
}
