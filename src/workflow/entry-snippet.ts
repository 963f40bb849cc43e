import { isAlias } from 'yaml';
import { asMap, type Entry, entryOf, entrySpan, type Span, spanOf, textOf, type WorkflowDocument } from './document.ts';
import { type Edit, replaceValue, wholeLines, yamlScalar } from './edit.ts';
import type { Job } from './job.ts';
import { environmentEntry, type EnvironmentEntry, inputEntry, type Subject } from './line.ts';
import { headOf } from './permissions-snippet.ts';
import type { CorrectedBlocks, EntryChange } from './snippet.ts';
import { linesOf } from './step-snippet.ts';
import { findUse, type StepIdentity, type Use } from './step.ts';

/** An entry whose value stands right there, and where that is. */
interface Place extends EnvironmentEntry {
  readonly text: string;
}

/** The blocks around entries that the file has already, with other values; undefined where it does not have them. */
export function entryBlocks(
  document: WorkflowDocument,
  job: Job,
  identity: StepIdentity,
  change: EntryChange,
): CorrectedBlocks | undefined {
  const use = findUse(document, job.steps, identity);
  if (!use) return undefined;
  const subjects = change.kind === 'replace' ? [change.entry] : change.entries;
  const places = subjects.map((subject) => placeOf(document, job, use, subject));
  const edited =
    change.kind === 'swap' ? swap(document, places) : places.flatMap((place) => edit(document, place, change));
  const levels = new Set(edited.map(({ level }) => level));
  const shown = [...levels].map((level) => linesAt(document, job, use, level));
  if (edited.length === 0 || !shown.every((lines) => lines !== undefined)) return undefined;
  return {
    edits: edited.map(({ edit: one }) => one),
    shown: shown.flat().toSorted((one, other) => one.start - other.start),
  };
}

function placeOf(document: WorkflowDocument, job: Job, use: Use, subject: Subject | undefined): Place | undefined {
  const name = subject?.name ?? '';
  const input = subject?.kind === 'input' ? inputEntry(use, name) : undefined;
  const found: EnvironmentEntry | undefined =
    input !== undefined
      ? { entry: input, level: 'step' }
      : subject?.kind === 'environment'
        ? environmentEntry(document, job, use, name)
        : undefined;
  // What an alias stands for is used elsewhere too.
  if (found === undefined || isAlias(found.entry.value)) return undefined;
  const text = textOf(found.entry.value);
  return text === undefined ? undefined : { ...found, text };
}

interface Edited {
  readonly level: Place['level'];
  readonly edit: Edit;
}

function edit(
  document: WorkflowDocument,
  place: Place | undefined,
  change: Exclude<EntryChange, { readonly kind: 'swap' }>,
): readonly Edited[] {
  const text = place?.text ?? '';
  const isWrong = change.kind === 'trim' ? text !== text.trim() : text.trim() === change.from.trim();
  const value = isWrong ? yamlScalar(change.kind === 'trim' ? text.trim() : change.to) : undefined;
  return place === undefined || value === undefined
    ? []
    : [{ level: place.level, edit: replaceValue(document, place.entry, value) }];
}

/** Only within one block: elsewhere, other steps may read the one and not the other. */
function swap(document: WorkflowDocument, [one, other]: readonly (Place | undefined)[]): readonly Edited[] {
  if (!one || other?.level !== one.level || isInOrder(one.text, other.text)) return [];
  const [first, second] = [sourceOf(document, one.entry), sourceOf(document, other.entry)];
  if (first === undefined || second === undefined) return [];
  return [
    { level: one.level, edit: replaceValue(document, one.entry, second) },
    { level: other.level, edit: replaceValue(document, other.entry, first) },
  ];
}

/** The source of an expression on one line. */
function sourceOf(document: WorkflowDocument, { value }: Entry): string | undefined {
  const span = value && spanOf(document, value);
  const source = span && document.text.slice(span.start, span.end);
  return source !== undefined && /^(["']?)\$\{\{[^}\r\n]*\}\}\1$/.test(source) ? source : undefined;
}

/** Whether the expressions' own names fit: then their values were stored in each other's place, and not the file errs. */
function isInOrder(keyId: string, secret: string): boolean {
  const [first, second] = [lastName(keyId), lastName(secret)];
  const fits = (pattern: RegExp, wanted: string, other: string): boolean =>
    pattern.test(wanted) && !pattern.test(other);
  return fits(/secret/i, second, first) || fits(/id$/i, first, second);
}

/** The last name in an expression: what it reads. */
function lastName(expression: string): string {
  return /[\w-]+(?=\W*$)/.exec(expression)?.[0] ?? '';
}

function linesAt(document: WorkflowDocument, job: Job, use: Use, level: Place['level']): readonly Span[] | undefined {
  if (level === 'step') {
    const lines = linesOf(document, use.step);
    return lines && [lines];
  }
  const env = entryOf(level === 'job' ? job.map : document.root, 'env');
  const lines = env && asMap(env.value) && wholeLines(document, entrySpan(document, env));
  return lines && (level === 'job' ? [headOf(document, job), lines] : [lines]);
}
