import { pastedSecrets } from '../read/unsafe-content.ts';

/**
 * Text that may come from outside, made fit to be shown. One set of characters for all of it: control and format
 * characters, and the separators of lines and paragraphs, become a middle dot. Every length is bounded first.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const INVISIBLE_BUT_LINE_FEEDS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const DOT = '·';
const LONGEST_QUOTE = 200;
const LONGEST_NAME = 64;
const LONGEST_PATH = 4096;
const LONGEST_LOOKED_AT = 65_536;
const HIDDEN = '***';

/**
 * A whole message for a log or a terminal: line feeds stay, and nothing is left that the runner takes for a command:
 * `::` where a line begins, `##[` anywhere (actions/runner, ActionCommand.cs).
 */
export function harmless(text: string): string {
  return text
    .replace(INVISIBLE_BUT_LINE_FEEDS, DOT)
    .replaceAll('##[', `##${DOT}[`)
    .replace(/^([^\S\n]*):(?=:)/gm, `$1${DOT}:`);
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmless(text.replaceAll('\n', DOT));
}

/** A value within a sentence, in backticks, at most 200 characters of it. */
export function quoted(value: string): string {
  return `\`${withoutInvisible(bounded(guarded(value), LONGEST_QUOTE)).replaceAll('`', DOT)}\``;
}

/** A name within a sentence, without backticks, at most 64 characters. */
export function shownName(name: string): string {
  return withoutInvisible(cut(guarded(name), LONGEST_NAME));
}

/** A path, which is of no use cut short; no system takes a longer one than this. */
export function shownPath(path: string): string {
  return withoutInvisible(cut(guarded(path), LONGEST_PATH));
}

/** Text of the other side of a connection: printable ASCII, at most `limit` characters. */
export function printable(text: string, limit = 60): string {
  const clean = text.slice(0, limit + 1).replace(/[^\x20-\x7e]/g, '?');
  return clean.length > limit ? `${clean.slice(0, limit - 3)}...` : clean;
}

/** Text with every run of invisible characters as one space, as the words of a program are shown. */
export function spaced(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UUID_OR_ACCOUNT_ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\d(?:[ -]?\d){11,}/gi;

/**
 * An account ID has 12 digits. One with a digit too many, or written in groups, is near enough to tell it. A request ID is a
 * UUID, which may have as many digits by chance, and is what AWS Support asks for.
 */
export function withoutAccountIds(text: string): string {
  return text.replace(UUID_OR_ACCOUNT_ID, (found) => (UUID.test(found) ? found : '***'));
}

/** At most so many characters, the last an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Without the secrets that somebody pasted where a name, a path, a host or a program is expected. */
function guarded(value: string): string {
  const text = value.slice(0, LONGEST_LOOKED_AT);
  return pastedSecrets(text).reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}

/** As `cut`, with the ellipsis behind the last character that stays. */
function bounded(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, DOT);
}
