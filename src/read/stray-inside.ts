import { isAccessKeyId } from './access-key-id.ts';
import { readSessionToken } from './session-token.ts';
import { peelEnds } from './stray-ends.ts';
import { kindAnywhere, kindOfSpace } from './stray-kinds.ts';
import type { StrayKind } from './stray-kinds.ts';
import { isSecretAccessKey } from './unsafe-content.ts';

export type CredentialField = 'accessKeyId' | 'secretAccessKey' | 'sessionToken';

/** A value without what stands within it. */
export interface Cleaned {
  readonly text: string;
  readonly kinds: readonly StrayKind[];
  /** UTF-16 offsets of what was taken out or changed. */
  readonly indices: readonly number[];
}

const ALPHABETS: Readonly<Record<CredentialField, RegExp>> = {
  accessKeyId: /^[A-Za-z0-9]+$/,
  secretAccessKey: /^[A-Za-z0-9+/]+$/,
  sessionToken: /^[A-Za-z0-9+/_-]+={0,2}$/,
};

/** The shortest tokens seen have some 270 characters; any other text is not put right into one. */
const SHORTEST_TOKEN = 100;

function isAllowed(text: string, field: CredentialField): boolean {
  return ALPHABETS[field].test(text);
}

/** As it should be: for a token there is no such form, so its alphabet and a length that every token has must do. */
function isWellFormed(text: string, field: CredentialField): boolean {
  if (field === 'accessKeyId') {
    return isAccessKeyId(text);
  }
  if (field === 'secretAccessKey') {
    return isSecretAccessKey(text);
  }
  return text.length >= SHORTEST_TOKEN && isAllowed(text, field);
}

function without(text: string, kindOf: (character: string) => StrayKind | undefined): Cleaned {
  const kinds = new Set<StrayKind>();
  const indices: number[] = [];
  const kept: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const kind = kindOf(character);
    if (kind === undefined) {
      kept.push(character);
    } else {
      kinds.add(kind);
      indices.push(index);
    }
  }
  return { text: kept.join(''), kinds: [...kinds], indices };
}

/** Several values pasted as one: the only one of them that fits. */
function onlyFittingPart(text: string, field: CredentialField): Cleaned | undefined {
  if (field === 'sessionToken') {
    return undefined;
  }
  const parts = new Set(text.split(/\s+/).map((part) => peelEnds(part).text));
  const fitting = [...parts].filter((part) => isWellFormed(part, field));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1 || only === text) {
    return undefined;
  }
  const { kinds, indices } = without(text, (character) =>
    /\s/.test(character) ? (kindAnywhere(character) ?? kindOfSpace(character)) : undefined,
  );
  return { text: only, kinds, indices };
}

/** Any `NAME=` or `NAME:` in front of a value that fits. */
function assigned(text: string, field: CredentialField): Cleaned | undefined {
  const rest = /^[A-Za-z_][\w.-]*["']?[ \t]{0,4}[=:](.+)$/s.exec(text)?.[1];
  const value = rest === undefined ? '' : peelEnds(rest).text;
  // A token's alphabet has nothing against a name in front of it: it must be one that can be read.
  const fits = field === 'sessionToken' ? readSessionToken(value).state === 'complete' : isWellFormed(value, field);
  return fits ? { text: value, kinds: ['assignment'], indices: [] } : undefined;
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u002f/gi, '/')
    .replaceAll(/\\u002b/gi, '+')
    .replaceAll(/\\u003d/gi, '=')
    .replaceAll(/\\{1,4}([/+=])/g, '$1');
}

function urlDecoded(text: string): string {
  const decoded = text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return peelEnds(decoded).text;
}

/** A `+` that a form decoder turned into a space. */
export function plusAgain(text: string, field: CredentialField): string | undefined {
  const guess = text.replaceAll(' ', '+');
  if (field === 'accessKeyId' || guess === text) {
    return undefined;
  }
  const fits = field === 'secretAccessKey' ? isSecretAccessKey(guess) : readSessionToken(guess).state === 'complete';
  return fits ? guess : undefined;
}

function changed(text: string, to: string, kind: StrayKind, sign: string): Cleaned {
  return { text: to, kinds: [kind], indices: [text.indexOf(sign)] };
}

/** The first way of putting the rest right that gives a fitting value. */
function decoded(text: string, field: CredentialField): Cleaned | undefined {
  const plain = unescaped(text);
  if (plain !== text && isWellFormed(plain, field)) {
    return changed(text, plain, 'escape', '\\');
  }
  const read = urlDecoded(text);
  if (read !== text && isAllowed(read, field)) {
    return changed(text, read, 'url-encoding', '%');
  }
  const plus = plusAgain(text, field);
  if (plus !== undefined) {
    return changed(text, plus, 'url-encoding', ' ');
  }
  const closed = without(text, kindOfSpace);
  if (closed.indices.length > 0 && isWellFormed(closed.text, field)) {
    return closed;
  }
  const both = urlDecoded(unescaped(closed.text));
  return both !== closed.text && isWellFormed(both, field)
    ? { ...closed, text: both, kinds: [...closed.kinds, text.includes('%') ? 'url-encoding' : 'escape'] }
    : undefined;
}

/** Takes out what cannot belong within a value of this field. The ends are peeled already. */
export function cleanInside(text: string, field: CredentialField): Cleaned {
  const part = assigned(text, field) ?? onlyFittingPart(text, field);
  if (part !== undefined) {
    return part;
  }
  const bare = without(text, kindAnywhere);
  const then = decoded(bare.text, field);
  if (then === undefined) {
    return bare;
  }
  // Offsets after a removal are no longer the value's own.
  const indices = bare.indices.length > 0 ? bare.indices : then.indices;
  return { text: then.text, kinds: [...new Set([...bare.kinds, ...then.kinds])], indices };
}
