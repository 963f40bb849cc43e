import type { WorkflowChange, WorkflowSubject } from '../model/report.ts';
import { entriesOf, type Entry, spanOf, textOf, type WorkflowDocument } from './document.ts';
import { addEntries, type Edit, replaceValue } from './edit.ts';
import {
  expressionFrom,
  type Field,
  FIELD_NAMES,
  fieldOf,
  isExpression,
  nameMeant,
  usualExpression,
} from './mapping.ts';
import type { Place } from './place.ts';
import { type Block, revalued, type Slot, slotsOf } from './slots.ts';

/** Edits of the entries that map credentials: two that change places, or some that are missing or are no expression. */
export function credentialEdits(
  place: Place,
  change: Extract<WorkflowChange, { readonly kind: 'swap' | 'map' }>,
): readonly Edit[] {
  const fields = change.entries.flatMap((entry) => {
    const field = entry && fieldOf(entry);
    return field === undefined ? [] : [field];
  });
  return place.blocks.flatMap((block) =>
    change.kind === 'swap' ? swapIn(place, block) : fields.flatMap((field) => mapIn(place, block, field)),
  );
}

function slotIn(block: Block, field: Field): Slot | undefined {
  return slotsOf([block], FIELD_NAMES[field])[0];
}

/** Two expressions of one block, unless their own names say that they are in the right places. */
function swapIn(place: Place, block: Block): readonly Edit[] {
  const one = slotIn(block, 'accessKeyId');
  const other = slotIn(block, 'secretAccessKey');
  if (!one || !other || isInOrder(one.text, other.text)) return [];
  const [first, second] = [sourceOf(place.document, one.entry), sourceOf(place.document, other.entry)];
  if (first === undefined || second === undefined) return [];
  return [replaceValue(place.document, one.entry, second), replaceValue(place.document, other.entry, first)];
}

/** The source of an expression on one line. */
function sourceOf(document: WorkflowDocument, { value }: Entry): string | undefined {
  const span = value && spanOf(document, value);
  const source = span && document.text.slice(span.start, span.end);
  return source !== undefined && /^(["']?)\$\{\{[^}\r\n]*\}\}\1$/.test(source) ? source : undefined;
}

/** Whether the expressions' own names fit: then the values were stored in each other's place, and the file is right. */
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

/** A value that is missing beside its neighbours is added; one that is no expression becomes one. */
function mapIn(place: Place, block: Block, field: Field): readonly Edit[] {
  const { document } = place;
  const slot = slotIn(block, field);
  if (slot) {
    if (isExpression(slot.text)) return [];
    return revalued(document, slot, meantBy(place, slot) ?? fromNeighbours(block, field) ?? usualExpression(field));
  }
  const value = fromNeighbours(block, field);
  const name = FIELD_NAMES[field][block.kind][0];
  if (value === undefined || name === undefined) return [];
  const added = addEntries(document, block.map, { [name]: value }, '  ');
  return added ? [added] : [];
}

/** By the names of the other values in the same block; only a block that maps the key at all is worth adding to. */
function fromNeighbours(block: Block, field: Field): string | undefined {
  const others = (Object.keys(FIELD_NAMES) as Field[]).filter((other) => other !== field);
  return others
    .map((other) => {
      const slot = slotIn(block, other);
      return slot && expressionFrom(slot.text, other, field);
    })
    .find((expression) => expression !== undefined);
}

/** `$NAME` means a variable of the job where one has that name, and a secret of that name elsewhere. */
function meantBy({ blocks }: Place, { text, block }: Slot): string | undefined {
  const meant = nameMeant(text);
  if (meant === undefined) return undefined;
  if (meant.context !== 'shell') return `\${{ ${meant.context}.${meant.name} }}`;
  const outer = blocks.filter(({ kind, level }) => kind === 'env' && level !== 'step');
  const isVariable = outer.some(
    (one) => one !== block && entriesOf(one.map).some(({ key }) => textOf(key) === meant.name),
  );
  // The context `env` is not there in a job's or a workflow's own `env:`.
  return isVariable && block.level === 'step' ? `\${{ env.${meant.name} }}` : `\${{ secrets.${meant.name} }}`;
}

/** The secrets that the entries for a value read. */
export function secretsRead(blocks: readonly Block[], subject: WorkflowSubject): readonly string[] {
  const field = fieldOf(subject);
  if (field === undefined) return [];
  return slotsOf(blocks, FIELD_NAMES[field]).flatMap(({ text }) => {
    const name = /^\s*\$\{\{\s*secrets\.(\w+)\s*\}\}\s*$/.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
}
