/** AWS's clock: the machine's own, moved by a number of seconds that may change at any time. */
export interface Clock {
  offsetSeconds: number;
}

export function nowOf(clock: Clock): Date {
  return new Date(Date.now() + clock.offsetSeconds * 1000);
}

/** `YYYYMMDDTHHMMSSZ`, as signatures and AWS's messages write a time. */
export function basicFormat(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** The time a basic-format text stands for, or undefined where it is none. */
export function parseBasicFormat(text: string): Date | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
