import { isAlias, type YAMLMap } from 'yaml';

import { asMap, entriesOf, type Entry, entryOf, follow, spanOf, textOf, type WorkflowDocument } from './document.ts';
import { type Edit, replaceValue, yamlScalar } from './edit.ts';
import type { Job, Step } from './job.ts';

/** One mapping of a job that gives values: an `env:` of the workflow, the job or a step, or a step's `with:`. */
export interface Block {
  readonly kind: 'env' | 'with';
  readonly level: 'workflow' | 'job' | 'step';
  /** The `env:` or `with:` entry itself, and the mapping that holds it. */
  readonly entry: Entry;
  readonly owner: YAMLMap;
  readonly map: YAMLMap;
  readonly step: Step | undefined;
}

/** One `name: value` in a block, whose value is text. */
export interface Slot {
  readonly block: Block;
  readonly entry: Entry;
  readonly name: string;
  readonly text: string;
}

/** Every block whose values reach the job, outermost first. What stands at an anchor comes once, at the anchor. */
export function blocksOf(document: WorkflowDocument, job: Job): readonly Block[] {
  const found: Block[] = [];
  const add = (kind: Block['kind'], level: Block['level'], owner: YAMLMap, step?: Step): void => {
    const entry = entryOf(owner, kind);
    const map = asMap(follow(document, entry?.value).node);
    if (entry && map && !found.some((block) => block.map === map)) found.push({ kind, level, entry, owner, map, step });
  };
  add('env', 'workflow', document.root);
  add('env', 'job', job.map);
  for (const step of job.steps) {
    add('env', 'step', step.map, step);
    if (step.uses !== undefined) add('with', 'step', step.map, step);
  }
  return found;
}

/** The entries of these names in any of the blocks; GitHub takes the names of inputs in any case. */
export function slotsOf(
  blocks: readonly Block[],
  names: { readonly env: readonly string[]; readonly with: readonly string[] },
): readonly Slot[] {
  return blocks.flatMap((block) =>
    entriesOf(block.map).flatMap((entry) => {
      const key = textOf(entry.key) ?? '';
      const name = block.kind === 'with' ? key.toLowerCase() : key;
      // An alias of a scalar is changed where it stands.
      const text = textOf(entry.value);
      return names[block.kind].includes(name) && text !== undefined ? [{ block, entry, name, text }] : [];
    }),
  );
}

/** The entry of the workflow's or the job's `env:` that an expression `${{ env.NAME }}` reads; undefined for any other text. */
export function behindExpression(blocks: readonly Block[], text: string): Slot | undefined {
  const name = /^\s*\$\{\{\s*env\.(\w+)\s*\}\}\s*$/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const outer = blocks.filter(({ level }) => level !== 'step');
  return slotsOf(outer, { env: [name], with: [] }).at(-1);
}

/** Puts another value into an entry, in the quotes that it has. */
export function revalued(document: WorkflowDocument, { entry }: Slot, value: string): readonly Edit[] {
  if (isAlias(entry.value)) return [];
  const span = entry.value && spanOf(document, entry.value);
  const quote = span && document.text[span.start];
  const isQuotable = (quote === "'" || quote === '"') && !/["'\\\r\n]/.test(value);
  const yaml = isQuotable ? `${quote}${value}${quote}` : yamlScalar(value);
  return yaml === undefined ? [] : [replaceValue(document, entry, yaml)];
}
