import type { Deadline } from '../ask/deadline.ts';
import type { Environment, Host } from '../gather/environment.ts';

/** The part of the world that a run needs; the clock is the wall clock, right or wrong, in milliseconds. */
export interface World {
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  readonly deadline: Deadline;
  /** Told of every request to STS when the whole of it has gone out. */
  readonly onSent?: () => void;
}
