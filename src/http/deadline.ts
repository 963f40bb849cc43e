/** The moment by which everything must be done. One serves a whole run: look-ups, retries and children alike. */
export interface Deadline {
  /** Aborts when the deadline comes. */
  readonly signal: AbortSignal;
  /** Milliseconds left, never below 0, by the monotonic clock. */
  remaining(): number;
}

const MONOTONIC = (): number => performance.now();

/** Node turns a longer timer into one of 1 ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Starts a deadline `milliseconds` from now. It never reads the wall clock, which may be wrong or jump: that is one
 * of the faults looked for. Its timer does not keep the process alive.
 *
 * @param monotonic a clock that never jumps, in milliseconds
 */
export function startDeadline(milliseconds: number, monotonic: () => number = MONOTONIC): Deadline {
  const end = monotonic() + milliseconds;
  const controller = new AbortController();
  const expire = (): void => {
    controller.abort(new Error('the deadline has come'));
  };
  if (milliseconds > 0) {
    setTimeout(expire, Math.min(Math.ceil(milliseconds), LONGEST_TIMER)).unref();
  } else {
    expire();
  }
  return { signal: controller.signal, remaining: () => Math.max(0, end - monotonic()) };
}

/** Thrown by `within` when the deadline comes. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

/**
 * The outcome of `work`, or `TimeIsUp` once the deadline or `attemptTimeout` (milliseconds) comes first. The work
 * itself is not stopped by this: whoever started it closes what it opened.
 */
export async function within<T>(work: Promise<T>, deadline: Deadline, attemptTimeout: number | undefined): Promise<T> {
  const { promise, reject } = withRejection<T>();
  const expire = (): void => {
    reject(new TimeIsUp());
  };
  const timer = attemptTimeout === undefined ? undefined : setTimeout(expire, Math.min(attemptTimeout, LONGEST_TIMER));
  deadline.signal.addEventListener('abort', expire);
  if (deadline.signal.aborted) {
    expire();
  }
  try {
    return await Promise.race([promise, work]);
  } finally {
    clearTimeout(timer);
    deadline.signal.removeEventListener('abort', expire);
  }
}

function withRejection<T>(): { promise: Promise<T>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((_resolve, no) => {
    reject = no;
  });
  return { promise, reject };
}
