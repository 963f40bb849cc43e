import type { YAMLMap } from 'yaml';
import { entriesOf, type Entry, entrySpan, type Span, spanOf, type WorkflowDocument } from './document.ts';

/** Replaces the text of a span; an empty span inserts. */
export interface Edit extends Span {
  readonly text: string;
}

/** Edits that do not overlap, applied to a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (edited, { start, end, text: replacement }) => edited.slice(0, start) + replacement + edited.slice(end),
      text,
    );
}

/** The whole lines of a span, without the last line end. */
export function wholeLines({ text }: WorkflowDocument, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', end);
  const last = lineEnd === -1 ? text.length : lineEnd;
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: text[last - 1] === '\r' ? last - 1 : last };
}

/** The white space that puts a line under the first key of a block mapping. */
export function indentOf(document: WorkflowDocument, map: YAMLMap): string {
  return ' '.repeat(document.lineCounter.linePos(spanOf(document, map).start).col - 1);
}

/** The line end that the file has. */
export function lineEndOf({ text }: WorkflowDocument): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A scalar as it stands in YAML, quoted where it could be read as something else; undefined for several lines. */
export function yamlScalar(value: string): string | undefined {
  if (/[\r\n]/.test(value)) return undefined;
  const isPlain =
    /^(?:[A-Za-z][\w./-]*|\$\{\{ ?[\w.-]+ ?\}\})$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
  return isPlain ? value : `'${value.replaceAll("'", "''")}'`;
}

/** Puts another value (YAML already) into an entry that is there. */
export function replaceValue(document: WorkflowDocument, entry: Entry, value: string): Edit {
  const span = entry.value && spanOf(document, entry.value);
  if (span && span.end > span.start) return { ...span, text: value };
  const { end } = spanOf(document, entry.key);
  const colon = document.text[end] === ':' ? end + 1 : end;
  return { start: colon, end: colon, text: colon === end ? `: ${value}` : ` ${value}` };
}

/**
 * Adds entries (values YAML already) after the last one of a mapping.
 *
 * @param unit white space of one level more.
 */
export function addEntries(
  document: WorkflowDocument,
  map: YAMLMap,
  entries: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
  unit: string,
): Edit | undefined {
  const last = entriesOf(map).at(-1);
  if (map.flow) {
    const added = Object.entries(entries).map(([name, value]) => `${name}: ${flowValue(value)}`);
    const end = last ? entrySpan(document, last).end : spanOf(document, map).start + 1;
    return { start: end, end, text: last ? `, ${added.join(', ')}` : ` ${added.join(', ')} ` };
  }
  if (!last) return undefined;
  const { end } = wholeLines(document, entrySpan(document, last));
  const indent = indentOf(document, map);
  return {
    start: end,
    end,
    text: blockLines(entries, indent, unit)
      .map((line) => `${lineEndOf(document)}${line}`)
      .join(''),
  };
}

function flowValue(value: string | Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return value;
  const entries = Object.entries(value).map(([name, inner]) => `${name}: ${inner}`);
  return `{ ${entries.join(', ')} }`;
}

export function blockLines(
  entries: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
  indent: string,
  unit: string,
): string[] {
  return Object.entries(entries).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${indent}${name}: ${value}`]
      : [`${indent}${name}:`, ...blockLines(value, indent + unit, unit)],
  );
}

/** Takes an entry out of a mapping, in a block with its whole lines; undefined where that would leave no mapping. */
export function removeEntry(document: WorkflowDocument, map: YAMLMap, entry: Entry): Edit | undefined {
  const entries = entriesOf(map);
  if (entries.length === 1 && !map.flow) return undefined;
  const index = entries.findIndex(({ key }) => key === entry.key);
  const span = entrySpan(document, entry);
  const previous = entries[index - 1];
  const next = entries[index + 1];
  if (map.flow) {
    if (previous) return { start: entrySpan(document, previous).end, end: span.end, text: '' };
    return { start: span.start, end: next ? entrySpan(document, next).start : span.end, text: '' };
  }
  const lines = wholeLines(document, span);
  // The first key of a step shares its line with the dash.
  if (document.text.slice(lines.start, span.start).trim() !== '') return undefined;
  return { start: lines.start, end: document.text.indexOf('\n', lines.end) + 1 || document.text.length, text: '' };
}
