import { asMap, entriesOf, entryOf, entrySpan, type Span, spanOf, type WorkflowDocument } from './document.ts';
import { addEntries, type Edit, indentOf, removeEntry, replaceValue, wholeLines, yamlScalar } from './edit.ts';
import type { Job, Step } from './job.ts';
import { environmentEntry, inputEntry } from './line.ts';
import { headOf } from './permissions-snippet.ts';
import type { CorrectedBlocks, EntryChange, SnippetChange } from './snippet.ts';
import { findUse, type StepIdentity, type Use } from './step.ts';

type StepChange = Exclude<SnippetChange, EntryChange | { readonly kind: 'permissions' }>;

/** The step with one input or variable changed; a variable that the job's `env:` sets is changed there. */
export function stepBlocks(
  document: WorkflowDocument,
  job: Job,
  identity: StepIdentity,
  change: StepChange,
): CorrectedBlocks | undefined {
  const use = findUse(document, job.steps, identity);
  const lines = use && !use.step.aliased ? linesOf(document, use.step) : undefined;
  if (!use?.direct || !lines) return undefined;
  if (change.kind === 'environment') {
    const set = environmentEntry(document, job, use, change.name);
    const env = entryOf(job.map, 'env');
    if (set?.level === 'job' && env && !asMap(env.value)?.flow) {
      const value = yamlScalar(change.value);
      if (value === undefined) return undefined;
      const shown = [headOf(document, job), wholeLines(document, entrySpan(document, env))];
      return { edits: [replaceValue(document, set.entry, value)], shown };
    }
  }
  const edit = change.kind === 'remove-input' ? removal(document, use, change.name) : setting(document, use, change);
  return edit && { edits: [edit], shown: [lines] };
}

/** The step's lines from its dash on; undefined where it does not begin on a line of its own. */
export function linesOf(document: WorkflowDocument, step: Step): Span | undefined {
  const span = spanOf(document, step.map);
  const lines = wholeLines(document, span);
  const before = document.text.slice(lines.start, span.start);
  return /^ *- +(?:&\S+ +)?$/.test(before) ? lines : undefined;
}

function removal(document: WorkflowDocument, use: Use, name: string): Edit | undefined {
  const entry = inputEntry(use, name);
  const inputs = entryOf(use.step.map, 'with');
  const map = asMap(inputs?.value);
  if (!entry || !inputs || !map) return undefined;
  const isOnly = entriesOf(map).length === 1;
  return isOnly ? removeEntry(document, use.step.map, inputs) : removeEntry(document, map, entry);
}

function setting(
  document: WorkflowDocument,
  use: Use,
  change: Exclude<StepChange, { readonly kind: 'remove-input' }>,
): Edit | undefined {
  const value = yamlScalar(change.value);
  if (value === undefined) return undefined;
  const block = change.kind === 'environment' ? 'env' : 'with';
  const unit = unitOf(document, use.step);
  const existing = entryOf(use.step.map, block);
  if (!existing) return addEntries(document, use.step.map, { [block]: { [change.name]: value } }, unit);
  const map = asMap(existing.value);
  if (!map) return undefined;
  const entry = change.kind === 'environment' ? entryOf(map, change.name) : inputEntry(use, change.name);
  return entry ? replaceValue(document, entry, value) : addEntries(document, map, { [change.name]: value }, unit);
}

/** One level of indentation as the step itself has it. */
function unitOf(document: WorkflowDocument, step: Step): string {
  const own = indentOf(document, step.map).length;
  const nested = entriesOf(step.map)
    .map(({ value }) => asMap(value))
    .find((map) => map && !map.flow);
  return ' '.repeat(nested ? Math.max(1, indentOf(document, nested).length - own) : 2);
}
