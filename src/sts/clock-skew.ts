import type { HttpAnswer } from '../http/send.ts';
import type { ClockSkew } from '../model/evidence.ts';
import { readSignatureTimes, type SignatureTimes } from '../read/aws-error.ts';
import { parseHttpDate } from '../read/calendar.ts';
import { isAtLimit } from '../read/signature-window.ts';

/**
 * The local clock against AWS's, from one of AWS's answers. The `Date` header counts whole seconds, so the server's
 * time is taken half a second later. An `Age` header means that a cache kept the answer: its date is of no use.
 * The two times in a "Signature expired" message are STS's own word: they count where there is no date, and over a date
 * that contradicts them, since a proxy may have written that.
 * @param clockOffset - milliseconds that were added to the local clock for the signature's date
 */
export function clockSkewOf(
  answer: HttpAnswer,
  message: string | undefined,
  clockOffset: number,
): ClockSkew | undefined {
  const local = (answer.sentAt + answer.receivedAt) / 2;
  const halfTrip = Math.max(0, answer.receivedAt - answer.sentAt) / 2000;
  const date = answer.headers['age'] === undefined ? parseHttpDate(answer.headers['date'] ?? '') : undefined;
  const byDate = date && skew(local - (date.getTime() + 500), 0.5 + halfTrip, 'date-header');
  const times = message === undefined ? undefined : readSignatureTimes(message);
  if (message === undefined || times === undefined) return byDate;
  // A request that was held back is as old as that, whatever the clock: then only the time of the answer tells.
  if (isAtLimit(message)) return byDate ?? skew(local - (times.serverTime.getTime() + 500), 0.5 + halfTrip, 'message');
  const byMessage = skew(betweenTimes(times, clockOffset) + halfTrip * 1000, 1 + halfTrip, 'message');
  if (byDate === undefined) return byMessage;
  return agree(byDate, byMessage) ? byDate : { ...byMessage, basis: 'message-over-date' };
}

function betweenTimes({ signedAt, serverTime }: SignatureTimes, clockOffset: number): number {
  return signedAt.getTime() - clockOffset - serverTime.getTime();
}

/** Seconds. A connection that is slow to open makes the signature older than the request. */
const SLOWEST_SEND = 60;

function agree(one: ClockSkew, other: ClockSkew): boolean {
  const apart = Math.abs(one.skewSeconds - other.skewSeconds);
  return apart <= SLOWEST_SEND + one.uncertaintySeconds + other.uncertaintySeconds;
}

function skew(milliseconds: number, uncertaintySeconds: number, basis: ClockSkew['basis']): ClockSkew {
  return { skewSeconds: milliseconds / 1000, uncertaintySeconds, basis };
}
