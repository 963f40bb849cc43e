import type { ClockSkew } from '../evidence.ts';
import { readSignatureTimes } from '../read/aws-error.ts';
import type { HttpAnswer } from './transport.ts';

/**
 * The local clock against AWS's, from one of AWS's answers. The `Date` header counts whole seconds, so the server's
 * time is taken half a second later. An `Age` header means that a cache kept the answer: its date is of no use.
 * Where there is no date, the times in a "Signature expired" message serve.
 */
export function clockSkewOf(answer: HttpAnswer, message: string | undefined): ClockSkew | undefined {
  const local = (answer.sentAt + answer.receivedAt) / 2;
  const halfTrip = Math.max(0, answer.receivedAt - answer.sentAt) / 2000;
  const date = answer.headers['age'] === undefined ? Date.parse(answer.headers['date'] ?? '') : NaN;
  if (!Number.isNaN(date)) return skew(local - (date + 500), 0.5 + halfTrip, 'date-header');
  const times = message === undefined ? undefined : readSignatureTimes(message);
  return times && skew(local - (times.serverTime.getTime() + 500), 0.5 + halfTrip, 'message');
}

function skew(milliseconds: number, uncertaintySeconds: number, basis: ClockSkew['basis']): ClockSkew {
  return { skewSeconds: milliseconds / 1000, uncertaintySeconds, basis };
}
