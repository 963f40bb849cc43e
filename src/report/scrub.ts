import { readPlaceholder } from '../read/placeholder.ts';
import { withoutSecrets } from '../read/unsafe-content.ts';
import type { Secret } from '../model/secret.ts';

/** So much of a secret's beginning turns up in no other text by chance; what is shorter may be part of any word. */
const TELLING = 16;
const HIDDEN = '***';
/** Whosever it is: four characters at either end tell it well enough. */
const KEY_ID = /(A[KS]IA)[A-Z0-9]{12}([A-Z0-9]{4})(?![A-Z0-9])/gi;

/**
 * The last line of defence: a secret that was pasted where a name or a region belongs would be quoted in a finding,
 * whole or cut short. Every text within `value` loses each known secret, each line of one, and the middle of key IDs.
 */
export function scrub<T>(value: T, secrets: readonly Secret[]): T {
  const lines = secrets.flatMap((secret) => secret.reveal().split(/[\r\n]+/)).map((line) => withoutName(line.trim()));
  const telling = [...new Set(lines)].filter((line) => line.length >= TELLING && !isNoSecret(line));
  return deeply(value, (text) => withoutSecrets(telling.reduce(without, text)).replace(KEY_ID, '$1…$2')) as T;
}

/** A variable's name came along with its value: the name has to be told, and is no secret. */
function withoutName(line: string): string {
  const value = /^(?:[a-z]{1,8} |\$env:)?[A-Za-z]{1,20}(?:_[A-Za-z]{1,20}){1,6} ?[=:] ?(.*)$/.exec(line)?.[1] ?? '';
  return value.length >= TELLING ? value : line;
}

/** What stands in a secret's place, and in our own prose too: `${{ … }}`, a variable's name. */
function isNoSecret(text: string): boolean {
  return readPlaceholder(text) !== undefined || /^[A-Z]+(?:_[A-Z]+)+$/.test(text);
}

function deeply(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => deeply(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deeply(one, change)]));
}

/** As much of the secret as stands there, from its beginning; a host's name turns it into small letters. */
function without(text: string, secret: string): string {
  const [seen, sought] = [small(text), small(secret)];
  const head = sought.slice(0, TELLING);
  let result = '';
  let from = 0;
  for (let at = seen.indexOf(head); at !== -1; at = seen.indexOf(head, from)) {
    let length = TELLING;
    while (length < sought.length && seen[at + length] === sought[length]) length += 1;
    result += text.slice(from, at) + HIDDEN;
    from = at + length;
  }
  return result + text.slice(from);
}

/** ASCII alone, so that every character keeps its place. */
function small(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
