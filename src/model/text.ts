/**
 * Text that may come from outside, made harmless for a log or a terminal: no control or format characters but line
 * feeds, and nothing that the runner takes for a command: `::` where a line begins, `##[` anywhere (actions/runner,
 * ActionCommand.cs).
 */
export function harmless(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')
    .replaceAll('##[', '##·[')
    .replace(/^([^\S\n]*):(?=:)/gm, '$1·:');
}

/** The same on one line. */
export function harmlessLine(text: string): string {
  return harmless(text.replaceAll('\n', '·'));
}

/** Account IDs are runs of exactly 12 digits. */
export function withoutAccountIds(text: string): string {
  return text.replace(/(?<!\d)\d{12}(?!\d)/g, '***');
}

/** At most so many characters, the last an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Text of the other side, fit to be shown: printable ASCII, at most `limit` characters. */
export function printable(text: string, limit = 60): string {
  const clean = text.slice(0, limit + 1).replace(/[^\x20-\x7e]/g, '?');
  return clean.length > limit ? `${clean.slice(0, limit - 3)}...` : clean;
}
