import { parseHttpDate } from '../read/calendar.ts';
import type { Deadline } from './deadline.ts';

/** What one try came to. */
export type TryResult<T> =
  | { readonly done: true; readonly value: T }
  | {
      readonly done: false;
      readonly value: T;
      /** How many more tries it deserves; without it, as many as the deadline allows. */
      readonly triesLeft?: number;
      /** Milliseconds that the other side asks to wait. */
      readonly retryAfter?: number | undefined;
      /** The deadline came in the middle of it, so it tells less than a try that came to its own end. */
      readonly cutShort?: boolean;
    };

export interface RetryOptions {
  /** Longest delay before the second try, in milliseconds. It doubles with every try. */
  readonly base: number;
  /** No delay is drawn from more than this, and no `retryAfter` counts for more, in milliseconds. */
  readonly cap: number;
  /** What a try needs: none begins later than so many milliseconds before the deadline. */
  readonly reserve: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const DEFAULTS: RetryOptions = {
  base: 200,
  cap: 5000,
  reserve: 300,
  random: Math.random,
  sleep: async (milliseconds) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  },
};

/**
 * Asks until an result is done or has no tries left. The delay is uniform in [0, min(cap, base * 2^n)] ("full
 * jitter"), so that many jobs that were throttled together do not come back together; where it would last beyond the
 * deadline, it is drawn from the later half of what is left instead. The result is the last result that the deadline
 * did not cut short.
 *
 * @param ask is given the number of the try, from 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export async function retry<T>(
  ask: (tryNumber: number) => Promise<TryResult<T>>,
  deadline: Deadline,
  options: Partial<RetryOptions> = {},
): Promise<T> {
  const settings = { ...DEFAULTS, ...options };
  let before: { readonly value: T } | undefined;
  for (let tryNumber = 1; ; tryNumber += 1) {
    const result = await ask(tryNumber);
    if (!result.done && result.cutShort === true) {
      return (before ?? result).value;
    }
    if (result.done || (result.triesLeft ?? Infinity) <= 0) {
      return result.value;
    }
    const asked = Math.min(result.retryAfter ?? 0, settings.cap);
    const left = deadline.remaining() - settings.reserve;
    if (left < Math.max(asked, settings.reserve)) {
      return result.value;
    }
    before = result;
    await settings.sleep(delayBefore(tryNumber, asked, left, settings));
  }
}

/** Jitter comes on top of what the other side asked for: it asked everybody for the same. */
function delayBefore(tryNumber: number, asked: number, left: number, { base, cap, random }: RetryOptions): number {
  const delay = asked + random() * Math.min(cap, base * 2 ** (tryNumber - 1));
  return delay < left ? delay : Math.max(asked, left * (0.5 + 0.5 * random()));
}

/**
 * The delay that an answer's Retry-After header asks for, in milliseconds; `undefined` without a readable one. A date is
 * held against the answer's own Date header, since the local clock may be wrong.
 *
 * @param headers names in lower case
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterOf(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) {
    return Number(value) * 1000;
  }
  const [until, now] = [parseHttpDate(value), parseHttpDate(headers['date'] ?? '')];
  return until && now && Math.max(0, until.getTime() - now.getTime());
}
