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
