import type { WorkflowChange, WorkflowSubject } from '../model/report.ts';
import { callerEdits } from './caller.ts';
import { asMap, entriesOf, entryOf, readDocument, spanOf, type WorkflowDocument } from './document.ts';
import {
  addEntries,
  type Edit,
  indentOf,
  lineEndOf,
  removeEntry,
  replaceValue,
  wholeLines,
  yamlScalar,
} from './edit.ts';
import { environmentEntry, inputEntry, runningJob } from './line.ts';
import { credentialEdits } from './map-credentials.ts';
import { expressionWithin, isExpression, sameMeaning } from './mapping.ts';
import { permissionEdits } from './permissions.ts';
import type { Files, Place } from './place.ts';
import { behindExpression, type Block, blocksOf, revalued, type Slot, slotsOf } from './slots.ts';
import { findUse } from './step.ts';

/** Edits by the file's path; none where the place is not certain. Throws RangeError for nesting that is too deep. */
export function workflowEdits(files: Files, change: WorkflowChange): ReadonlyMap<string, readonly Edit[]> {
  const document = readDocument(files.texts.get(files.path) ?? '');
  const job = document && runningJob(document, files.step);
  if (!document || !job || job.aliased || job.map.flow) return new Map();
  if (change.kind === 'permissions') {
    const isCalled = files.callers.length > 0;
    const own = permissionEdits(document, job, change.add, { mayAdd: !isCalled }) ?? [];
    return merged(callerEdits(files, change), [[files.path, own]]);
  }
  const use = findUse(document, job.steps, files.step);
  if (!use) return new Map();
  const place = { document, job, use, blocks: blocksOf(document, job) };
  const edits = editsAt(place, change, files);
  return merged(change.kind === 'map' ? callerEdits(files, change) : new Map(), [[files.path, distinct(edits)]]);
}

function merged(
  edits: ReadonlyMap<string, readonly Edit[]>,
  more: readonly (readonly [string, readonly Edit[]])[],
): ReadonlyMap<string, readonly Edit[]> {
  const all = new Map(edits);
  for (const [path, list] of more) if (list.length > 0) all.set(path, [...(all.get(path) ?? []), ...list]);
  return all;
}

/** Two names of one value lead to the same entry. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(
    ({ start, end }, index) => edits.findIndex((edit) => edit.start === start && edit.end === end) === index,
  );
}

function editsAt(
  place: Place,
  change: Exclude<WorkflowChange, { kind: 'permissions' }>,
  files: Files,
): readonly Edit[] {
  switch (change.kind) {
    case 'unset':
      return unset(place, change.entry, files);
    case 'replace':
      return change.entry === undefined ? [] : replaceAll(place, change.entry, change.from, change.to);
    case 'set-input':
      return setInput(place, change.name, change.value);
    case 'swap':
    case 'map':
      return credentialEdits(place, change);
    case 'trim':
      return change.entries.flatMap((entry) => (entry === undefined ? [] : clean(place, entry)));
    case 'expand-path':
      return expandPath(place, change.entry, change.home);
    case 'quote-account':
      return quoteAccount(place);
  }
}

/** Every entry of the job that means the same and has the same wrong text, and the `env:` entries that they read. */
function replaceAll({ document, blocks }: Place, subject: WorkflowSubject, from: string, to: string): readonly Edit[] {
  const slots = slotsOf(blocks, sameMeaning(subject));
  const behind = slots.flatMap(({ text }) => behindExpression(blocks, text) ?? []);
  return [...slots, ...behind]
    .filter(({ text }) => text.trim() === from.trim())
    .flatMap((slot) => revalued(document, slot, to));
}

/** An input of this step; other steps that have the same text for an input of this name change with it. */
function setInput(place: Place, name: string, value: string): readonly Edit[] {
  const { document, use, blocks } = place;
  if (!use.direct || use.step.aliased) return [];
  const entry = inputEntry(use, name);
  const slots = slotsOf(blocks, { env: [], with: [name] });
  const own = slots.find((slot) => slot.entry.key === entry?.key);
  if (own) return slots.filter(({ text }) => text === own.text).flatMap((slot) => revalued(document, slot, value));
  const yaml = yamlScalar(value);
  const inputs = entryOf(use.step.map, 'with');
  const map = asMap(inputs?.value);
  if (entry || yaml === undefined || (inputs && !map)) return [];
  const added = map
    ? addEntries(document, map, { [name]: yaml }, '  ')
    : addEntries(document, use.step.map, { with: { [name]: yaml } }, '  ');
  return added ? [added] : [];
}

/** Entries that add something to an expression lose that, wherever they are in the job. */
function clean({ document, blocks }: Place, subject: WorkflowSubject): readonly Edit[] {
  return slotsOf(blocks, sameMeaning(subject)).flatMap((slot) => {
    const value = expressionWithin(slot.text);
    return value === undefined ? [] : revalued(document, slot, value);
  });
}

/**
 * A value that is not to be there. An entry of the file goes, at every level. What an earlier step wrote to GITHUB_ENV goes
 * before the entries of `env:`, so a step clears it there: an `env:` of the checking step would only silence the check
 * (FileCommandManager and JobExtension in https://github.com/actions/runner/tree/main/src/Runner.Worker).
 */
function unset(place: Place, subject: WorkflowSubject, files: Files): readonly Edit[] {
  const { document, job, use, blocks } = place;
  const name = subject.name ?? '';
  const slots = slotsOf(blocks, sameMeaning(subject));
  const own = subject.kind === 'input' ? inputEntry(use, name) : environmentEntry(document, job, use, name)?.entry;
  const found = slots.find(({ entry }) => entry.key === own?.key);
  if (!found) return subject.kind === 'input' ? [] : clearingStep(place, name, files);
  // The next level's entry would come to light; and other steps that read the same are wrong in the same way.
  const same = slots.filter(
    ({ entry, text, block }) => entry.key === own?.key || text === found.text || isOuter(block, found.block),
  );
  return removals(document, same);
}

function isOuter(block: Block, than: Block): boolean {
  const order = ['workflow', 'job', 'step'];
  return block.kind === than.kind && order.indexOf(block.level) < order.indexOf(than.level);
}

function removals(document: WorkflowDocument, slots: readonly Slot[]): readonly Edit[] {
  const blocks = new Set(slots.map(({ block }) => block));
  return [...blocks].flatMap((block) => {
    const inside = slots.filter((slot) => slot.block === block);
    const isAll = inside.length === entriesOf(block.map).length;
    const edits = isAll
      ? [removeEntry(document, block.owner, block.entry)]
      : inside.map(({ entry }) => removeEntry(document, block.map, entry));
    // An entry that shares its line with a dash cannot go: empty, it counts as not set.
    return edits.every((edit) => edit !== undefined)
      ? edits
      : inside.map(({ entry }) => replaceValue(document, entry, "''"));
  });
}

function clearingStep({ document, use }: Place, name: string, { runnerOs }: Files): readonly Edit[] {
  if (use.step.aliased || use.step.map.flow) return [];
  const span = spanOf(document, use.step.map);
  const { start } = wholeLines(document, span);
  const dash = document.text.slice(start, span.start);
  if (!/^ *- +$/.test(dash)) return [];
  const end = lineEndOf(document);
  const indent = ' '.repeat(indentOf(document, use.step.map).length);
  const shell = runnerOs === 'Windows' ? `${indent}shell: bash${end}` : '';
  return [{ start, end: start, text: `${dash}run: echo "${name}=" >> "$GITHUB_ENV"${end}${shell}` }];
}

const WORKSPACE = /^(?:\$\{?GITHUB_WORKSPACE\}?|%GITHUB_WORKSPACE%|\$env:GITHUB_WORKSPACE)(?=[/\\]|$)/i;
const TEMP = /^(?:\$\{?RUNNER_TEMP\}?|%RUNNER_TEMP%|\$env:RUNNER_TEMP)(?=[/\\]|$)/i;
const HOME = /^(?:\$\{?HOME\}?|~|%USERPROFILE%|\$env:(?:HOME|USERPROFILE)|%HOME%)(?=[/\\])/i;

/** Neither `env:` nor `with:` expands a variable or `~`: the context that means the same is put there. */
function expandPath({ document, blocks }: Place, subject: WorkflowSubject, home: string | undefined): readonly Edit[] {
  return slotsOf(blocks, sameMeaning(subject)).flatMap((slot) => {
    const text = slot.text.trim();
    // The default, which every tool looks at by itself.
    if (
      /[/\\]\.aws[/\\](?:credentials|config)$/.test(text) &&
      HOME.test(text) &&
      HOME.exec(text)?.[0] === text.slice(0, text.search(/[/\\]\.aws/))
    )
      return removals(document, [slot]);
    if (WORKSPACE.test(text)) return revalued(document, slot, text.replace(WORKSPACE, '${{ github.workspace }}'));
    // The context `runner` is not there before a job has its runner.
    if (TEMP.test(text) && slot.block.level === 'step')
      return revalued(document, slot, text.replace(TEMP, '${{ runner.temp }}'));
    return home !== undefined && HOME.test(text) ? revalued(document, slot, text.replace(HOME, home)) : [];
  });
}

/** YAML reads digits without quotes as a number, and a number has no zeros in front. */
function quoteAccount({ document, blocks }: Place): readonly Edit[] {
  return slotsOf(blocks, { env: [], with: ['allowed-account-ids'] }).flatMap(({ entry, text }) => {
    const span = entry.value && spanOf(document, entry.value);
    const isNumber = span !== undefined && document.text.slice(span.start, span.end) === text;
    return isNumber && /^\d{9,12}$/.test(text) && !isExpression(text)
      ? [replaceValue(document, entry, `'${text.padStart(12, '0')}'`)]
      : [];
  });
}
