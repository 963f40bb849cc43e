import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { WorkflowLine } from '../model/report.ts';

/** In UTF-16 code units. A workflow has some kilobytes, and the parser takes seconds for this much of the worst text. */
const LONGEST_TEXT = 256 * 1024;

/** Offsets into the text: first character, and one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: Scalar;
  /** What stands there, an alias not followed; undefined for `key` alone in a flow mapping. */
  readonly value: Node | undefined;
}

/** A node, and whether an alias led to it: then its text stands elsewhere in the file. */
export interface Followed {
  readonly node: Node | undefined;
  readonly aliased: boolean;
}

/** A workflow file with the position of everything in it. */
export interface WorkflowDocument {
  readonly text: string;
  readonly root: YAMLMap;
  readonly lineCounter: LineCounter;
  /** What each alias stands for. */
  readonly anchored: ReadonlyMap<Alias, Node>;
}

/**
 * Parses one workflow file, every scalar as text. Anchors and aliases as GitHub has them, no merge keys
 * (https://github.com/actions/runner/issues/1182).
 *
 * @returns undefined for what GitHub would not run either (not YAML, duplicate keys, several documents), and for
 *   more than 256 KiB.
 * @throws RangeError where the nesting is too deep for the parser.
 */
export function readDocument(text: string): WorkflowDocument | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const lineCounter = new LineCounter();
  // The parser's own search for duplicate keys takes quadratic time; `indexNodes` looks for them in linear time.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const anchored = indexNodes(document.contents);
  return anchored && { text, root: document.contents, lineCounter, anchored };
}

/** What each alias stands for: the last anchor of its name before it. Undefined when a mapping has a key twice. */
function indexNodes(root: Node): Map<Alias, Node> | undefined {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node>();
  const maps: YAMLMap[] = [];
  visit(root, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) anchored.set(node, target);
        return;
      }
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (isMap(node)) maps.push(node);
    },
  });
  return maps.some(repeatsKey) ? undefined : anchored;
}

function repeatsKey(map: YAMLMap): boolean {
  const seen = new Set<string>();
  return map.items.some(({ key }) => {
    const name = textOf(key);
    if (name === undefined) return false;
    const repeated = seen.has(name);
    seen.add(name);
    return repeated;
  });
}

/** The text of a scalar; undefined for anything else. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

export function follow(document: WorkflowDocument, node: Node | undefined): Followed {
  return isAlias(node) ? { node: document.anchored.get(node), aliased: true } : { node, aliased: false };
}

export function asMap(node: Node | undefined): YAMLMap | undefined {
  return isMap(node) ? node : undefined;
}

export function asSeq(node: Node | undefined): YAMLSeq | undefined {
  return isSeq(node) ? node : undefined;
}

export function entriesOf(map: Pick<YAMLMap, 'items'>): readonly Entry[] {
  return map.items.flatMap(({ key, value }: Pair) =>
    isScalar(key) ? [{ key, value: isNode(value) ? value : undefined }] : [],
  );
}

export function entryOf(map: YAMLMap, name: string): Entry | undefined {
  return entriesOf(map).find(({ key }) => textOf(key) === name);
}

/** The text of an entry's scalar, its alias followed. */
export function textAt(document: WorkflowDocument, map: YAMLMap, name: string): string | undefined {
  return textOf(follow(document, entryOf(map, name)?.value).node);
}

/** From the first character of a node to its last, without the white space and comments after it. */
export function spanOf(document: WorkflowDocument, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  // The parser counts the comments after a block collection as part of it.
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (isPair(last)) {
    const [entry] = entriesOf({ items: [last] });
    if (entry) return { start, end: entrySpan(document, entry).end };
  }
  if (isNode(last)) return { start, end: spanOf(document, last).end };
  return { start, end: start + document.text.slice(start, end).trimEnd().length };
}

/** From the key to the end of the value. */
export function entrySpan(document: WorkflowDocument, entry: Entry): Span {
  const key = spanOf(document, entry.key);
  return { start: key.start, end: Math.max(key.end, entry.value ? spanOf(document, entry.value).end : 0) };
}

/** Lines and columns count from 1, and the last column is the last character's; columns only within one line. */
export function lineOf(document: WorkflowDocument, file: string, { start, end }: Span): WorkflowLine {
  const first = document.lineCounter.linePos(start);
  const last = document.lineCounter.linePos(Math.max(start, end - 1));
  if (last.line > first.line) return { file, line: first.line, endLine: last.line };
  return { file, line: first.line, column: first.col, endColumn: last.col };
}
