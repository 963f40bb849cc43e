import { distance } from 'fastest-levenshtein';

const LONGEST_QUOTE = 80;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path of a member, its name cut where it is long. */
export function step(where: string, name: string): string {
  return where === '' ? cut(name) : `${where}.${cut(name)}`;
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** A value of the policy, short enough to stand in a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

/** Says that a name is none of those allowed, and which is nearest. */
export function unknownName(name: string, allowed: readonly string[], what: string): string {
  const [nearest] = [...allowed].sort((one, other) => far(name, one) - far(name, other));
  const hint = nearest !== undefined && isNear(name, nearest) ? ` Did you mean ${quoted(nearest)}?` : '';
  return `${quoted(name)} is not ${what}.${hint}`;
}

/** Of a short name, most letters must be right: `a` is not meant for `Id`. */
function isNear(name: string, allowed: string): boolean {
  const wrong = far(name, allowed);
  return wrong <= 3 && 2 * wrong < allowed.length;
}

function far(name: string, allowed: string): number {
  return distance(name.slice(0, LONGEST_QUOTE).toLowerCase(), allowed.toLowerCase());
}

/** A string or a list of strings, as a list; undefined for anything else. */
export function stringList(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}
