import { describe, expect, it } from '@jest/globals';
import { clockSkewOf } from '../../src/sts/clock-skew.ts';

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);
const MINUTE = 60_000;

function basic(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function expired(signedAt: number, serverTime: number): string {
  return `Signature expired: ${basic(signedAt)} is now earlier than ${basic(serverTime - 15 * MINUTE)} (${basic(serverTime)} - 15 min.)`;
}

/** @param date - of the answer's header; none where it is undefined */
function answered(date: number | undefined): Parameters<typeof clockSkewOf>[0] {
  const headers = date === undefined ? {} : { date: new Date(date).toUTCString() };
  return { status: 403, headers, body: '', bodyComplete: true, sentAt: NOW - 100, receivedAt: NOW + 100 };
}

describe('the clock by a refusal', () => {
  it('is the date that was signed against AWS’s, where there is no Date header', () => {
    const longAgo = NOW - 365 * 86_400_000;
    const skew = clockSkewOf(answered(undefined), expired(longAgo - 40 * MINUTE, longAgo), 0);
    expect(skew?.basis).toBe('message');
    expect(skew?.skewSeconds).toBeCloseTo(-2400, 0);
  });

  it('counts over a Date header that contradicts it', () => {
    const skew = clockSkewOf(answered(NOW), expired(NOW, NOW + 40 * MINUTE), 0);
    expect(skew).toMatchObject({ basis: 'message-over-date' });
    expect(skew?.skewSeconds).toBeCloseTo(-2400, 0);
  });

  it('leaves the Date header its place where they agree', () => {
    expect(clockSkewOf(answered(NOW + 40 * MINUTE), expired(NOW, NOW + 40 * MINUTE), 0)).toMatchObject({
      basis: 'date-header',
    });
  });

  it('does not count what a repair added to the signature’s date', () => {
    const skew = clockSkewOf(answered(undefined), expired(NOW + 5 * MINUTE, NOW + 40 * MINUTE), 5 * MINUTE);
    expect(skew?.skewSeconds).toBeCloseTo(-2400, 0);
  });

  it('is not the age of a request that was held back until its signature expired', () => {
    const message = expired(NOW - 15 * MINUTE, NOW);
    for (const date of [NOW, undefined]) {
      expect(Math.abs(clockSkewOf(answered(date), message, 0)?.skewSeconds ?? 900)).toBeLessThan(1);
    }
  });
});
