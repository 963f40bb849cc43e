import { kindAtEnds } from './stray-kinds.ts';
import type { StrayKind } from './stray-kinds.ts';

/** A value without what stands around it. */
export interface Peeled {
  readonly text: string;
  /** UTF-16 offset of the text in the value that was peeled. */
  readonly start: number;
  readonly kinds: readonly StrayKind[];
  /** UTF-16 offsets of the characters that were taken off. */
  readonly indices: readonly number[];
}

/** `NAME=`, `export NAME=`, `NAME: `, `AWS Access Key ID [None]: `, and the `-n ` that some shells' echo prints. */
const ASSIGNMENT =
  /(?:(?:export|set|setx|env|--env|-e) {1,4}|\$env:)?["']?(?:TF_VAR_|INPUT_)?(?:aws[ _-]?)?(?:access[ _-]?key(?:[ _-]?id)?|secret(?:[ _-]?access)?[ _-]?key|(?:session|security)[ _-]?token)["']?(?: ?\[[^\]\r\n]{0,40}\])? {0,4}(?:=>|:=|[=:])|-n[ \t]+/iy;
const MISREAD_BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: StrayKind;
  /** Offset of what is named as the place, where one character is to blame. */
  readonly index?: number;
}

function atStart(value: string, start: number, end: number): Span | undefined {
  const character = value.charAt(start);
  const kind = kindAtEnds(character);
  if (kind !== undefined) {
    return { start: start + 1, end, kind, index: start };
  }
  if (value.startsWith(MISREAD_BYTE_ORDER_MARK, start)) {
    return { start: start + 3, end, kind: 'byte-order-mark', index: start };
  }
  const quoted = character === '\\' && start + 1 < end && kindAtEnds(value.charAt(start + 1)) === 'quotes';
  return quoted ? { start: start + 1, end, kind: 'escape', index: start } : undefined;
}

function atEnd(value: string, start: number, end: number): Span | undefined {
  const character = value.charAt(end - 1);
  const kind = character === ',' || character === ';' ? 'trailing-separator' : kindAtEnds(character);
  if (kind !== undefined) {
    return { start, end: end - 1, kind, index: end - 1 };
  }
  if (character === '\\') {
    return { start, end: end - 1, kind: 'escape', index: end - 1 };
  }
  const escaped = end - start >= 2 && 'nrt'.includes(character) && value.charAt(end - 2) === '\\';
  return escaped ? { start, end: end - 2, kind: 'escape', index: end - 2 } : undefined;
}

function assignmentAt(value: string, start: number, end: number): Span | undefined {
  const form = new RegExp(ASSIGNMENT);
  form.lastIndex = start;
  const length = form.exec(value)?.[0].length ?? 0;
  return length === 0 || start + length > end ? undefined : { start: start + length, end, kind: 'assignment' };
}

/** ` # rotated in May`, behind a value in a file: botocore keeps it as part of the value, the SDK for JavaScript does not. */
function commentAt(value: string, start: number, end: number): Span | undefined {
  const [, before = '', comment] = /^([^\s#;]+[ \t]+)([#;][^\r\n]*)$/.exec(value.slice(start, end)) ?? [];
  return comment === undefined
    ? undefined
    : { start, end: start + before.trimEnd().length, kind: 'comment', index: start + before.length };
}

/** Takes off, from both ends, all that cannot belong to a value. */
export function peelEnds(value: string): Peeled {
  const kinds = new Set<StrayKind>();
  const indices: number[] = [];
  let start = 0;
  let end = value.length;
  while (start < end) {
    const span =
      // Before what stands at the comment's own end; it reads the whole text, so not in every round.
      (kinds.size === 0 ? commentAt(value, start, end) : undefined) ??
      atStart(value, start, end) ??
      atEnd(value, start, end) ??
      assignmentAt(value, start, end) ??
      commentAt(value, start, end);
    if (span === undefined) {
      break;
    }
    kinds.add(span.kind);
    if (span.index !== undefined) {
      indices.push(span.index);
    }
    ({ start, end } = span);
  }
  return { text: value.slice(start, end), start, kinds: [...kinds], indices };
}
