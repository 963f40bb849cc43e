/** Text of the other side, fit to be shown: printable ASCII, at most `limit` characters. */
export function printable(text: string, limit = 60): string {
  const clean = text.slice(0, limit + 1).replace(/[^\x20-\x7e]/g, '?');
  return clean.length > limit ? `${clean.slice(0, limit - 3)}...` : clean;
}
