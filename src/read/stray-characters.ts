import { indicesOutside, placeAt } from './characters.ts';
import type { CharacterPlace } from './characters.ts';
import { peelEnds } from './stray-ends.ts';
import { cleanInside, plusAgain } from './stray-inside.ts';
import type { CredentialField } from './stray-inside.ts';
import type { StrayKind } from './stray-kinds.ts';

export type { CredentialField } from './stray-inside.ts';
export type { StrayKind } from './stray-kinds.ts';

export interface StrayFacts {
  readonly kinds: readonly StrayKind[];
  /** The first characters to blame, at most five, in their order. */
  readonly places: readonly CharacterPlace[];
  /** The value without them: reading it again finds nothing. */
  readonly repaired: string;
  /** Can enter an HTTP header. A secret never has to. */
  readonly sendable: boolean;
  /** Some of it stands within the value, not around it. */
  readonly inside: boolean;
}

const PLACES_SHOWN = 5;

/**
 * The first character that Node.js refuses in a header: a control character other than a tab, or one above U+00FF
 * (`checkInvalidHeaderChar` in nodejs/node lib/_http_common.js).
 */
export function unsendable(value: string): CharacterPlace | undefined {
  const [index] = indicesOutside(value, /^[\t\u0020-\u007E\u0080-\u00FF]$/, 1);
  return index === undefined ? undefined : placeAt(value, index);
}

interface Found {
  readonly kinds: readonly StrayKind[];
  readonly indices: readonly number[];
  readonly repaired: string;
  readonly inside: boolean;
}

/** What most values are: nothing stray is written in these characters alone. */
const PLAIN: Readonly<Record<CredentialField, RegExp>> = {
  accessKeyId: /^[A-Za-z0-9]+$/,
  secretAccessKey: /^[A-Za-z0-9+/]+$/,
  sessionToken: /^[A-Za-z0-9+/]{100,}={0,2}$/,
};

/** True where there is no need to look closer. */
export function isPlain(value: string, field: CredentialField): boolean {
  return PLAIN[field].test(value);
}

function find(value: string, field: CredentialField): Found | undefined {
  // The last character of a token may be a plus sign that became a space: it must not be taken for white space.
  const plus = field === 'sessionToken' ? plusAgain(value, field) : undefined;
  if (plus !== undefined) {
    return { kinds: ['url-encoding'], indices: [value.indexOf(' ')], repaired: plus, inside: true };
  }
  const peeled = peelEnds(value);
  const cleaned = cleanInside(peeled.text, field);
  if (cleaned.text === value) {
    return undefined;
  }
  return {
    kinds: [...new Set([...peeled.kinds, ...cleaned.kinds])],
    indices: [...peeled.indices, ...cleaned.indices.map((index) => peeled.start + index)],
    repaired: cleaned.text,
    inside: cleaned.kinds.some((kind) => kind !== 'assignment'),
  };
}

/**
 * Finds what does not belong to a value (white space, quotes, invisible characters, URL-encoding, a `NAME=` in front)
 * and gives the value without it; undefined where there is nothing of the kind. Total: any text gives an answer.
 */
export function readStray(value: string, field: CredentialField): StrayFacts | undefined {
  const first = isPlain(value, field) ? undefined : find(value, field);
  if (first === undefined) {
    return undefined;
  }
  const kinds = new Set(first.kinds);
  let { repaired, inside } = first;
  // What was taken away may have covered more; each round leaves less or ends.
  for (let next = find(repaired, field); next !== undefined; next = find(repaired, field)) {
    next.kinds.forEach((kind) => kinds.add(kind));
    inside ||= next.inside;
    ({ repaired } = next);
  }
  const places = first.indices.toSorted((a, b) => a - b).slice(0, PLACES_SHOWN);
  return {
    kinds: [...kinds],
    places: places.map((index) => placeAt(value, index)),
    repaired,
    sendable: unsendable(value) === undefined,
    inside,
  };
}
