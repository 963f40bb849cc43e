/**
 * Text that may come from outside, made fit to be shown. One set of characters for all of it: control and format
 * characters, and the separators of lines and paragraphs, become a middle dot. Every length is bounded first.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const INVISIBLE_BUT_LINE_FEEDS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const DOT = '·';
const LONGEST_QUOTE = 200;
const LONGEST_NAME = 64;

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
  return `\`${withoutInvisible(bounded(value, LONGEST_QUOTE)).replaceAll('`', DOT)}\``;
}

/** A name within a sentence, without backticks, at most 64 characters. */
export function shownName(name: string): string {
  return withoutInvisible(cut(name, LONGEST_NAME));
}

/** A path, whole: it is of no use cut. */
export function shownPath(path: string): string {
  return withoutInvisible(path);
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

/** Account IDs are runs of exactly 12 digits. */
export function withoutAccountIds(text: string): string {
  return text.replace(/(?<!\d)\d{12}(?!\d)/g, '***');
}

/** At most so many characters, the last an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** As `cut`, with the ellipsis behind the last character that stays. */
function bounded(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, DOT);
}
