import type { ClockSkew } from '../model/evidence.ts';
import { readSignatureTimes } from './aws-error.ts';

/** Seconds. No AWS service refuses a signature that is less than 5 minutes off: a smaller skew is not the cause. */
const LEAST_REFUSED = 60;

/** Minutes that STS lets a signature's date be off, in both directions (aws/aws-cli#6676). */
const WINDOW = 15;

/**
 * Whether STS can have accepted a signature under this skew. Where it did accept one although the measured skew is
 * larger, something on the way wrote the date that the skew was measured by.
 *
 * @param clockOffset milliseconds that were added to the local clock for the signature's date
 */
export function mayBeAccepted({ skewSeconds, uncertaintySeconds }: ClockSkew, clockOffset: number): boolean {
  return Math.abs(skewSeconds + clockOffset / 1000) - uncertaintySeconds <= WINDOW * 60;
}

/** True where the measured skew explains that AWS refused the signature's date. */
export function explainsRefusal({ skewSeconds, uncertaintySeconds }: ClockSkew): boolean {
  return Math.abs(skewSeconds) - uncertaintySeconds > LEAST_REFUSED;
}

/**
 * True for a request that something kept until its signature expired: the date that was signed is exactly the limit
 * ("20141104T062952Z is now earlier than 20141104T062952Z", aws-sdk-js#401), and the clock is not off by as much.
 * @param message - of the refusal
 */
export function wasHeldBack(message: string, clock: ClockSkew | undefined): boolean {
  return isAtLimit(message) && (clock === undefined || !explainsRefusal(clock));
}

/** True where the date that was signed is exactly the earliest that the refusal would have let pass. */
export function isAtLimit(message: string): boolean {
  const times = readSignatureTimes(message);
  if (times?.direction !== 'expired') return false;
  return times.serverTime.getTime() - times.signedAt.getTime() === times.windowMinutes * 60_000;
}
