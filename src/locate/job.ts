import { isAlias } from 'yaml';
import type { Node, Scalar, YAMLMap } from 'yaml';
import { asMap, asSeq, entriesOf, entryOf, entrySpan, follow, spanOf, textAt, textOf } from './document.ts';
import type { Entry, Span, WorkflowDocument } from './document.ts';
import type { NamedStep } from './step-names.ts';

/** One item of a job's `steps:`. */
export interface Step extends NamedStep {
  /** The item itself: the mapping, or an alias of one. */
  readonly item: Node;
  readonly map: YAMLMap;
  /** The mapping stands elsewhere: the step, the whole list or the whole job is an alias. */
  readonly aliased: boolean;
}

export interface Job {
  readonly key: Scalar;
  readonly map: YAMLMap;
  /** The whole job is an alias of another one. */
  readonly aliased: boolean;
  /** The `steps:` entry. */
  readonly stepsEntry: Entry | undefined;
  readonly steps: readonly Step[];
}

/** The job with this key in `jobs:`; undefined when there is none, or it only calls a reusable workflow. */
export function findJob(document: WorkflowDocument, jobId: string | undefined): Job | undefined {
  if (jobId === undefined) return undefined;
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  const entry = jobs && entryOf(jobs, jobId);
  if (!entry) return undefined;
  const { node, aliased } = follow(document, entry.value);
  const map = asMap(node);
  if (!map || entryOf(map, 'uses')) return undefined;
  const stepsEntry = entryOf(map, 'steps');
  return { key: entry.key, map, aliased, stepsEntry, steps: readSteps(document, stepsEntry, aliased) };
}

/** Whether any job of this file calls a reusable workflow, whose jobs may have the same keys as the jobs here. */
export function callsReusableWorkflow(document: WorkflowDocument): boolean {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  return (
    jobs !== undefined &&
    entriesOf(jobs).some(({ value }) => {
      const map = asMap(follow(document, value).node);
      return map !== undefined && entryOf(map, 'uses') !== undefined;
    })
  );
}

function readSteps(document: WorkflowDocument, entry: Entry | undefined, jobAliased: boolean): Step[] {
  const { node, aliased } = follow(document, entry?.value);
  return (asSeq(node)?.items ?? []).flatMap((item) => {
    const step = follow(document, item as Node);
    const map = asMap(step.node);
    if (!map) return [];
    return [
      {
        item: item as Node,
        map,
        aliased: jobAliased || aliased || step.aliased,
        id: textAt(document, map, 'id'),
        uses: textAt(document, map, 'uses'),
        hasRun: entryOf(map, 'run') !== undefined,
      },
    ];
  });
}

export function jobSpan(document: WorkflowDocument, job: Job): Span {
  return spanOf(document, job.key);
}

/** The step's `uses:`, or the alias in this job that stands for it. */
export function stepSpan(document: WorkflowDocument, job: Job, step: Step): Span {
  if (job.aliased || !job.stepsEntry) return jobSpan(document, job);
  if (isAlias(job.stepsEntry.value)) return entrySpan(document, job.stepsEntry);
  if (step.aliased) return spanOf(document, step.item);
  const uses = entryOf(step.map, 'uses');
  return uses ? entrySpan(document, uses) : spanOf(document, step.item);
}

/** The name of a step's input or variable, as in `with:`, where it is text. */
export function literalOf(document: WorkflowDocument, entry: Entry): string | undefined {
  const text = textOf(follow(document, entry.value).node);
  return text?.includes('${{') ? undefined : text;
}
