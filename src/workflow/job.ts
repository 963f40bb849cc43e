import { isAlias, type Node, type Scalar, type YAMLMap } from 'yaml';
import {
  asMap,
  asSeq,
  entriesOf,
  type Entry,
  entryOf,
  entrySpan,
  follow,
  type Span,
  spanOf,
  textAt,
  textOf,
  type WorkflowDocument,
} from './document.ts';

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

/** What decides the name of a step. */
export interface NamedStep {
  /** Its `id:`, where it has one. */
  readonly id: string | undefined;
  readonly uses: string | undefined;
  readonly hasRun: boolean;
}

const LONGEST_NAME = 100;

/**
 * What GITHUB_ACTION holds in each step of a job: the step's `id`, else a name made from what it runs, with a number
 * for every further use of the same name (`__run`, `__self_2`, `__octo-org_deploy`). Ids are taken first.
 * Source: ConvertToSteps and IdBuilder in https://github.com/actions/runner/tree/main/src/Sdk/WorkflowParser/Conversion
 *
 * @returns undefined for a step whose name cannot be told.
 */
export function stepNames(steps: readonly NamedStep[]): readonly (string | undefined)[] {
  const taken = new Set(steps.flatMap(({ id }) => (id ? [id.toLowerCase()] : [])));
  const isKnown = areKnown(steps);
  let isSelfReferenceBefore = false;
  return steps.map((step) => {
    if (step.id) return step.id;
    if (step.uses?.startsWith('$/') && !step.hasRun) {
      isSelfReferenceBefore = true;
      return undefined;
    }
    const base = isKnown ? baseName(step) : undefined;
    // Which of these names a `$/` step takes is not documented, so the numbers after it are uncertain.
    if (base === undefined || (isSelfReferenceBefore && (base === '__run' || base === '__self'))) return undefined;
    return distinctName(base, taken);
  });
}

/** Whether all steps are of a kind known here. Another kind may stand for several steps, and take any of the names. */
export function areKnown(steps: readonly NamedStep[]): boolean {
  return steps.every(({ uses, hasRun }) => hasRun || uses !== undefined);
}

function baseName({ uses, hasRun }: NamedStep): string | undefined {
  if (hasRun || uses === undefined) return '__run';
  if (uses.startsWith('./') || uses.startsWith('.\\')) return '__self';
  if (uses.startsWith('docker://')) return legalName(uses.slice('docker://'.length));
  const [owner, repository] = (uses.split('@')[0] ?? '').split(/[/\\]/).filter((part) => part !== '');
  return owner === undefined || repository === undefined ? undefined : legalName(`${owner}/${repository}`);
}

function legalName(name: string): string {
  return `__${name.replace(/[^A-Za-z0-9_-]/g, '_')}`;
}

function distinctName(base: string, taken: Set<string>): string | undefined {
  for (let attempt = 1; attempt < 1000; attempt += 1) {
    const suffix = attempt === 1 ? '' : `_${attempt}`;
    const name = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
  return undefined;
}
