/** Which characters never belong to a key, a secret or a token, and what each kind is called. */

export type StrayKind =
  | 'white-space'
  | 'line-end'
  | 'quotes'
  | 'smart-quotes'
  | 'byte-order-mark'
  | 'zero-width'
  | 'no-break-space'
  | 'control'
  | 'url-encoding'
  | 'escape'
  | 'assignment'
  | 'comment'
  | 'trailing-separator';

const KINDS: readonly (readonly [RegExp, StrayKind])[] = [
  [/^[\n\r\v\f\u0085\u2028\u2029]$/, 'line-end'],
  [/^[\u00A0\u2007\u202F]$/, 'no-break-space'],
  [/^\uFEFF$/, 'byte-order-mark'],
  [/^[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]$/, 'zero-width'],
  [/^[\t\p{Zs}]$/u, 'white-space'],
  [/^["'`]$/, 'quotes'],
  [/^[\u00AB\u00BB\u2018-\u201F\u2032\u2033\u2039\u203A]$/, 'smart-quotes'],
  [/^\p{Cc}$/u, 'control'],
];

/** The kind of a character that belongs at no end of a value, or undefined. */
export function kindAtEnds(character: string): StrayKind | undefined {
  return KINDS.find(([form]) => form.test(character))?.[1];
}

/** The kind of a character that belongs nowhere in a value, whatever the rest looks like. */
export function kindAnywhere(character: string): StrayKind | undefined {
  const kind = kindAtEnds(character);
  return kind === 'line-end' || kind === 'byte-order-mark' || kind === 'zero-width' || kind === 'control'
    ? kind
    : undefined;
}

/** The kind of a space, which may stand in a value where it is not one of ours. */
export function kindOfSpace(character: string): StrayKind | undefined {
  const kind = kindAtEnds(character);
  return kind === 'white-space' || kind === 'no-break-space' ? kind : undefined;
}
