import type { ExpirationFault } from '../model/tools.ts';

const ISO = /^\d{4}-?\d{2}-?\d{2}(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?)?\s*(.*)$/;
const RFC_2822 = /^(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(.*)$/;
const ZONE = /^(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/**
 * What dateutil's parser and botocore's comparison with the present make of a text: a date without a zone cannot be
 * compared (TypeError), and one in the past is refused once it has been fetched again.
 *
 * @param now - milliseconds since 1970
 */
export function pythonExpiration(text: unknown, now: number): ExpirationFault | undefined {
  if (typeof text !== 'string') return 'not-a-date';
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  const zone = ISO.exec(trimmed)?.[1] ?? RFC_2822.exec(trimmed)?.[1];
  if (zone === undefined) return 'not-a-date';
  if (!ZONE.test(zone)) return 'no-zone';
  const ends = Date.parse(normalised(trimmed));
  return Number.isNaN(ends) || ends > now ? undefined : 'past';
}

/** `2026-11-25T10:00:00+0000` and `2026-11-25 10:00:00 UTC`, as `Date.parse` reads them. */
function normalised(text: string): string {
  return text
    .replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/, '$1-$2-$3T$4:$5:$6')
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/\s*(?:UTC|GMT)$/i, 'Z')
    .replace(/\s*([+-]\d{2})(\d{2})$/, '$1:$2')
    .replace(/([+-]\d{2})$/, (whole, zone: string, at: number) => (at > 9 ? `${zone}:00` : whole));
}

/** A date in the past stops the SDK for JavaScript; what is no date does not. */
export function javascriptExpiration(value: unknown, now: number): ExpirationFault | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return new Date(value).getTime() < now ? 'past' : undefined;
}

/** `time.Time.UnmarshalJSON` of Go: RFC 3339 or null; it is not compared with the present. */
export function goExpiration(value: unknown): ExpirationFault | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return 'not-a-date';
  if (value === '') return 'empty';
  if (RFC_3339.test(value) && !Number.isNaN(Date.parse(value.replace(',', '.')))) return undefined;
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value) && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)
    ? 'no-zone'
    : 'not-a-date';
}
