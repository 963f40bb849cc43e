/** The parts of a date as digits; `offset` as written, such as Z, +05:30 or GMT-0800. */
export interface Calendar {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly fraction: string | undefined;
  readonly offset: string | undefined;
}

function offsetMinutes(offset = ''): number | undefined {
  const [, sign, hours = '0', minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/i.exec(offset) ?? [];
  if (sign === undefined) {
    return 0;
  }
  const total = Number(hours) * 60 + Number(minutes);
  return Number(hours) > 23 || Number(minutes) > 59 ? undefined : sign === '-' ? -total : total;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Sun, 06 Nov 1994 08:49:37 GMT` */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
/** `Sunday, 06-Nov-94 08:49:37 GMT` */
const RFC_850 = /^[A-Z][a-z]{5,8}, (\d{2})-([A-Z][a-z]{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
/** `Sun Nov  6 08:49:37 1994` */
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/;

/**
 * A date of an HTTP header, in any of the three forms of RFC 9110; each means GMT. Undefined for every other text:
 * `Date.parse` reads much more, and takes what has no zone for local time. Never throws.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#http.date
 */
export function parseHttpDate(text: string): Date | undefined {
  const [, day, month = '', year, hour, minute, second] = IMF_FIXDATE.exec(text) ?? [];
  if (year !== undefined) return ofHttp(year, month, { day, hour, minute, second });
  const old = RFC_850.exec(text);
  if (old !== null) {
    const [, oldDay, oldMonth = '', twoDigits, oldHour, oldMinute, oldSecond] = old;
    const century = Number(twoDigits) < 70 ? '20' : '19';
    const time = { day: oldDay, hour: oldHour, minute: oldMinute, second: oldSecond };
    return ofHttp(`${century}${twoDigits ?? ''}`, oldMonth, time);
  }
  const [, ascMonth = '', ascDay, ascHour, ascMinute, ascSecond, ascYear] = ASCTIME.exec(text) ?? [];
  if (ascYear === undefined) return undefined;
  return ofHttp(ascYear, ascMonth, { day: ascDay, hour: ascHour, minute: ascMinute, second: ascSecond });
}

function ofHttp(
  year: string,
  month: string,
  rest: Pick<Calendar, 'day' | 'hour' | 'minute' | 'second'>,
): Date | undefined {
  const index = MONTHS.indexOf(month);
  return index < 0 ? undefined : parseCalendar({ ...rest, year, month: String(index + 1), fraction: '', offset: 'Z' });
}

/** The point in time, or undefined where there is none: 30 February, 25 o'clock. A leap second counts as the next. */
export function parseCalendar(parts: Calendar): Date | undefined {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0)];
  const offset = offsetMinutes(parts.offset);
  const milliseconds = Math.floor(Number(`0.${parts.fraction ?? ''}0`) * 1000);
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 60 || offset === undefined) {
    return undefined;
  }
  return new Date(midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds);
}
