import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { startDeadline, TimeIsUp, within } from '../../src/http/deadline.ts';

describe('startDeadline', () => {
  it('counts down and aborts', async () => {
    const deadline = startDeadline(80);
    expect(deadline.remaining()).toBeGreaterThan(50);
    expect(deadline.remaining()).toBeLessThanOrEqual(80);
    expect(deadline.signal.aborted).toBe(false);
    await sleep(120);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remaining()).toBe(0);
  });

  it.each([0, -5])('of %i ms is over at once', (milliseconds) => {
    const deadline = startDeadline(milliseconds);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.remaining()).toBe(0);
  });

  it('of two months is not cut to one millisecond', async () => {
    const deadline = startDeadline(60 * 24 * 3_600_000);
    await sleep(20);
    expect(deadline.signal.aborted).toBe(false);
  });

  it('does not follow the wall clock', () => {
    const now = Date.now;
    const deadline = startDeadline(1000);
    try {
      Date.now = () => now() + 3_600_000;
      expect(deadline.remaining()).toBeGreaterThan(900);
    } finally {
      Date.now = now;
    }
  });
});

describe('within', () => {
  const never = new Promise<never>(() => undefined);

  it('gives the outcome of the work', async () => {
    await expect(within(Promise.resolve(7), startDeadline(1000), 1000)).resolves.toBe(7);
    await expect(within(Promise.reject(new Error('no')), startDeadline(1000), undefined)).rejects.toThrow('no');
  });

  it.each([
    ['the deadline', 50, undefined],
    ['the attempt', 5000, 50],
    ['a deadline that is over', 0, undefined],
  ])('ends with %s', async (_name, deadline, attempt) => {
    const start = performance.now();
    await expect(within(never, startDeadline(deadline), attempt)).rejects.toBeInstanceOf(TimeIsUp);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
