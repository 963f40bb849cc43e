import {
  asMap,
  entriesOf,
  entryOf,
  entrySpan,
  follow,
  type Span,
  spanOf,
  textOf,
  type WorkflowDocument,
} from './document.ts';
import { addEntries, blockLines, type Edit, indentOf, lineEndOf, replaceValue, wholeLines } from './edit.ts';
import type { Job } from './job.ts';

type Permissions = Readonly<Record<string, string>>;

const RANKS: readonly string[] = ['none', 'read', 'write'];

/** Nothing can be added to it, so a block takes its place. `write-all` lacks nothing, `id-token: write` included. */
const READ_ALL = 'read-all';
const IN_PLACE_OF_ALL = '# In place of read-all: name here whatever else the job reads.';

/** The part of a job that its permissions hang on; a job that calls a reusable workflow has no steps. */
type Holder = Pick<Job, 'key' | 'map'>;

/**
 * Edits that put more into a job's `permissions:`. A job without any gets the workflow's, which its own would replace.
 * Undefined where nothing is missing, as with `write-all`
 * (ConvertToPermissions in https://github.com/actions/runner/tree/main/src/Sdk/WorkflowParser/Conversion).
 *
 * @param mayAdd whether a job without a block gets one: in a reusable workflow it has what its caller grants
 */
export function permissionEdits(
  document: WorkflowDocument,
  job: Holder,
  add: Permissions,
  { mayAdd }: { readonly mayAdd: boolean },
): readonly Edit[] | undefined {
  const head = headOf(document, job);
  const own = entryOf(job.map, 'permissions');
  const unit = unitOf(document, job);
  const indent = indentOf(document, job.map);
  if (!own) {
    if (!mayAdd && entryOf(document.root, 'permissions') === undefined) return undefined;
    const lines = ownPermissions(document, add, indent, unit);
    return lines && [after(document, head, lines)];
  }
  const block = wholeLines(document, entrySpan(document, own));
  if (own.value && textOf(own.value) === READ_ALL) {
    const { end } = spanOf(document, own.value);
    const value = { start: spanOf(document, own.key).end + 1, end, text: '' };
    return [value, after(document, block, inPlaceOfAll(add, indent + unit))];
  }
  const map = asMap(own.value);
  const granted = map && readPermissions(document, own.value);
  return granted && mapEdits(document, map, missingFrom(granted, add), unit);
}

/** A block for a job that has none; undefined where the workflow's permissions are not known. */
function ownPermissions(
  document: WorkflowDocument,
  add: Permissions,
  indent: string,
  unit: string,
): string[] | undefined {
  const all = entryOf(document.root, 'permissions')?.value;
  if (textOf(all) === READ_ALL) return [`${indent}permissions:`, ...inPlaceOfAll(add, indent + unit)];
  const inherited = inheritedPermissions(document);
  return inherited && blockLines({ permissions: { ...inherited, ...missingFrom(inherited, add) } }, indent, unit);
}

function inPlaceOfAll(add: Permissions, indent: string): string[] {
  return [`${indent}${IN_PLACE_OF_ALL}`, ...blockLines(add, indent, '')];
}

function after(document: WorkflowDocument, { end }: Span, lines: readonly string[]): Edit {
  return { start: end, end, text: lines.map((line) => `${lineEndOf(document)}${line}`).join('') };
}

/** The line of the job's key. */
function headOf(document: WorkflowDocument, job: Holder): Span {
  return wholeLines(document, spanOf(document, job.key));
}

function unitOf(document: WorkflowDocument, job: Holder): string {
  const keyColumn = document.lineCounter.linePos(spanOf(document, job.key).start).col;
  return indentOf(document, job.map).slice(keyColumn - 1);
}

function inheritedPermissions(document: WorkflowDocument): Permissions | undefined {
  const entry = entryOf(document.root, 'permissions');
  return entry ? readPermissions(document, entry.value) : {};
}

/** Undefined for anything that is not a name with a level each. */
function readPermissions(document: WorkflowDocument, value: Parameters<typeof follow>[1]): Permissions | undefined {
  const map = asMap(follow(document, value).node);
  const pairs = map && entriesOf(map).map((entry) => [textOf(entry.key) ?? '', textOf(entry.value) ?? ''] as const);
  const isUsual = pairs?.every(([name, level]) => /^[a-z-]+$/.test(name) && RANKS.includes(level));
  return pairs && isUsual ? Object.fromEntries(pairs) : undefined;
}

function missingFrom(granted: Permissions, add: Permissions): Permissions {
  const isWeaker = ([name, level]: readonly [string, string]): boolean =>
    RANKS.indexOf(granted[name] ?? 'none') < RANKS.indexOf(level);
  return Object.fromEntries(Object.entries(add).filter(isWeaker));
}

function mapEdits(
  document: WorkflowDocument,
  map: NonNullable<ReturnType<typeof asMap>>,
  missing: Permissions,
  unit: string,
): Edit[] | undefined {
  const replaced: Edit[] = [];
  const added: Record<string, string> = {};
  for (const [name, level] of Object.entries(missing)) {
    const entry = entryOf(map, name);
    if (entry) replaced.push(replaceValue(document, entry, level));
    else added[name] = level;
  }
  if (Object.keys(added).length === 0) return replaced.length > 0 ? replaced : undefined;
  const addition = addEntries(document, map, added, unit);
  return addition && [...replaced, addition];
}
