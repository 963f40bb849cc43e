/** Names of characters, so that a finding can say which one is too many without showing the value. */

export interface CharacterPlace {
  /** Such as U+000A. */
  readonly codePoint: string;
  /** Such as 'line feed'; the code point again where it has no common name. */
  readonly name: string;
  /** Counted from 1 in UTF-16 code units, as editors and the length of a value count. */
  readonly position: 'first' | 'last' | number;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\0', 'null character'],
  ['\t', 'tab'],
  ['\n', 'line feed'],
  ['\v', 'vertical tab'],
  ['\f', 'form feed'],
  ['\r', 'carriage return'],
  ['\u001B', 'escape'],
  [' ', 'space'],
  ['"', 'quotation mark'],
  ["'", 'apostrophe'],
  ['`', 'backtick'],
  ['\\', 'backslash'],
  ['%', 'percent sign'],
  [',', 'comma'],
  [';', 'semicolon'],
  [':', 'colon'],
  ['=', 'equals sign'],
  ['$', 'dollar sign'],
  ['#', 'number sign'],
  ['*', 'asterisk'],
  ['-', 'hyphen'],
  ['_', 'underscore'],
  ['.', 'full stop'],
  ['\u007F', 'delete'],
  ['\u0085', 'next line'],
  ['\u00A0', 'no-break space'],
  ['\u00AB', 'left guillemet'],
  ['\u00AD', 'soft hyphen'],
  ['\u00BB', 'right guillemet'],
  ['\u200B', 'zero-width space'],
  ['\u200C', 'zero-width non-joiner'],
  ['\u200D', 'zero-width joiner'],
  ['\u200E', 'left-to-right mark'],
  ['\u200F', 'right-to-left mark'],
  ['\u2018', 'left single quotation mark'],
  ['\u2019', 'right single quotation mark'],
  ['\u201C', 'left double quotation mark'],
  ['\u201D', 'right double quotation mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202F', 'narrow no-break space'],
  ['\u2060', 'word joiner'],
  ['\u2026', 'ellipsis'],
  ['\uFEFF', 'byte order mark'],
  ['\uFFFD', 'replacement character'],
]);

/** The code point at a UTF-16 index in the form U+000A. */
export function codePointAt(value: string, index: number): string {
  const code = value.codePointAt(index) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Says which character stands at a UTF-16 index of a value, and where that is. */
export function placeAt(value: string, index: number): CharacterPlace {
  const codePoint = codePointAt(value, index);
  const character = String.fromCodePoint(value.codePointAt(index) ?? 0);
  const last = index + character.length >= value.length;
  return {
    codePoint,
    name: NAMES.get(character) ?? codePoint,
    position: index === 0 ? 'first' : last ? 'last' : index + 1,
  };
}

/** UTF-16 indices of the characters that do not satisfy a test, at most `limit` of them. */
export function indicesOutside(value: string, allowed: RegExp, limit: number): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < value.length && indices.length < limit;) {
    const character = String.fromCodePoint(value.codePointAt(index) ?? 0);
    if (!allowed.test(character)) {
      indices.push(index);
    }
    index += character.length;
  }
  return indices;
}
