import { parseCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';

/** A point in time, or why the text is none: in our own words, without the text. */
export type ExpirationFacts = { readonly at: Date } | { readonly problem: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OFFSET = String.raw`(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)`;
/** RFC 3339, ISO 8601 and `YYYY-MM-DD HH:MM:SS`; without an offset it is UTC, as the tools that write it mean it. */
const ISO = new RegExp(
  String.raw`^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?${OFFSET}?(?: [A-Z]{3,4})?$`,
  'i',
);
const ISO_BASIC = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})${OFFSET}?$`, 'i');
/** RFC 1123: `Sun, 06 Nov 1994 08:49:37 GMT`. */
const RFC_1123 = new RegExp(
  String.raw`^(?:[A-Z]{3}, )?(\d{1,2}) ([A-Z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ${OFFSET}$`,
  'i',
);
/** JavaScript: `Sat Nov 21 2026 01:27:00 GMT+0000 (Coordinated Universal Time)`. */
const JAVASCRIPT = new RegExp(
  String.raw`^[A-Z]{3} ([A-Z]{3}) (\d{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ${OFFSET}(?: \([^()]{0,60}\))?$`,
  'i',
);

function month(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

/** The parts of a date in any of the accepted forms. */
function partsOf(text: string): Calendar | undefined {
  const iso = ISO.exec(text) ?? ISO_BASIC.exec(text);
  if (iso !== null) {
    const [, year, monthOfYear, day, hour, minute, second] = iso;
    const basic = iso.length < 9;
    return {
      year,
      month: monthOfYear,
      day,
      hour,
      minute,
      second,
      fraction: basic ? '' : iso[7],
      offset: iso[basic ? 7 : 8],
    };
  }
  const rfc = RFC_1123.exec(text);
  if (rfc !== null) {
    const [, day, name, year, hour, minute, second, offset] = rfc;
    return { year, month: month(name), day, hour, minute, second, fraction: '', offset };
  }
  const [, name, day, year, hour, minute, second, offset] = JAVASCRIPT.exec(text) ?? [];
  return name === undefined ? undefined : { year, month: month(name), day, hour, minute, second, fraction: '', offset };
}

function fromNumber(digits: string): ExpirationFacts {
  // Ten digits begin in 2001: anything shorter is a duration or a count, not a date.
  if (/^[1-9]\d{9}$/.test(digits)) {
    return { at: new Date(Number(digits) * 1000) };
  }
  return /^[1-9]\d{12}$/.test(digits)
    ? { at: new Date(Number(digits)) }
    : { problem: 'a number that is no Unix time: a date is needed, not a number of seconds' };
}

function unquoted(text: string): string {
  let bare = text.trim();
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(/^\\?["']|\\?["']$/g, '').trim();
  }
  return bare;
}

/**
 * Reads when a session ends, from what tools write: RFC 3339 with any offset, ISO basic, `YYYY-MM-DD HH:MM:SS` (UTC),
 * RFC 1123, JavaScript's own form, Unix time in seconds or milliseconds; spaces and quotes around it do not count.
 */
export function parseExpiration(text: string): ExpirationFacts {
  // The longest form has some 80 characters; more is not a date, and quotes are peeled one pair at a time.
  const bare = text.length > 200 ? text.slice(0, 200) : unquoted(text);
  if (bare === '') {
    return { problem: 'empty' };
  }
  if (/^\d+$/.test(bare)) {
    return fromNumber(bare);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) {
    return { problem: 'a date without a time' };
  }
  const parts = partsOf(bare);
  if (parts === undefined) {
    return { problem: 'not in a form of date that is known' };
  }
  const at = parseCalendar(parts);
  if (at === undefined) {
    return { problem: 'a date that does not exist' };
  }
  // Go writes 0001-01-01 and others 1970-01-01 where they know nothing.
  return at.getUTCFullYear() < 2001 ? { problem: 'a date before AWS, which stands for none' } : { at };
}

const DAY = 86_400;
/** No session and no job lasts longer; above it the value is a mistake. */
const LONGEST = 365 * DAY;

const UNITS = /^(?:(\d{1,9})d)?\s?(?:(\d{1,9})h)?\s?(?:(\d{1,9})m)?\s?(?:(\d{1,9})s)?$/i;
/** ISO 8601 without years, months and fractions. */
const ISO_DURATION = /^P(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

/** A duration in seconds: `45m`, `1h30m`, `1d`, `PT45M` or plain seconds; undefined for anything else or over a year. */
export function parseDuration(text: string): number | undefined {
  const bare = text.trim();
  if (/^\d{1,9}$/.test(bare)) {
    return Number(bare) <= LONGEST ? Number(bare) : undefined;
  }
  const parts = (UNITS.exec(bare) ?? ISO_DURATION.exec(bare))?.slice(1);
  if (parts === undefined || parts.every((part: string | undefined) => part === undefined)) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part: string | undefined) => Number(part ?? 0));
  const total = days * DAY + hours * 3600 + minutes * 60 + seconds;
  return total <= LONGEST ? total : undefined;
}
