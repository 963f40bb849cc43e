import { describe, expect, it, test } from '@jest/globals';

import type { Deadline } from '../../src/http/deadline.ts';
import { retry, retryAfterOf } from '../../src/http/retry.ts';
import type { TryResult } from '../../src/http/retry.ts';

/** A clock that only moves when somebody sleeps. */
function virtualTime(length: number): { deadline: Deadline; sleep: (ms: number) => Promise<void>; slept: number[] } {
  const slept: number[] = [];
  const passed = (): number => slept.reduce((sum, ms) => sum + ms, 0);
  return {
    slept,
    deadline: { signal: new AbortController().signal, remaining: () => Math.max(0, length - passed()) },
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
  };
}

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const failed = <T>(value: T, more: object = {}): Promise<TryResult<T>> =>
  Promise.resolve({ done: false, value, ...more });

describe('retry', () => {
  it('asks once when the first outcome is done', async () => {
    const { deadline, sleep, slept } = virtualTime(1000);
    const value = await retry((n) => Promise.resolve({ done: true, value: n }), deadline, { sleep });
    expect([value, slept]).toEqual([1, []]);
  });

  it('asks until it is done', async () => {
    const { deadline, sleep, slept } = virtualTime(1e6);
    const ask = (n: number): Promise<TryResult<number>> =>
      n < 4 ? failed(n) : Promise.resolve({ done: true, value: n });
    expect(await retry(ask, deadline, { sleep })).toBe(4);
    expect(slept).toHaveLength(3);
  });

  it('gives the last outcome when no tries are left', async () => {
    const { deadline, sleep, slept } = virtualTime(1e6);
    expect(await retry((n) => failed(n, { triesLeft: 3 - n }), deadline, { sleep })).toBe(3);
    expect(slept).toHaveLength(2);
  });

  it('passes over a last try that the deadline cut short', async () => {
    const { deadline, sleep } = virtualTime(1e6);
    expect(await retry((n) => failed(n, { cutShort: n === 3 }), deadline, { sleep })).toBe(2);
  });

  it('gives a try that the deadline cut short when it is the only one', async () => {
    const { deadline, sleep, slept } = virtualTime(1e6);
    expect(await retry((n) => failed(n, { cutShort: true }), deadline, { sleep })).toBe(1);
    expect(slept).toEqual([]);
  });

  it.each([1, 2, 3])('goes on almost to the deadline, but never beyond, seed %i', async (seed) => {
    const random = seeded(seed);
    for (let run = 0; run < 300; run += 1) {
      const { deadline, sleep, slept } = virtualTime(30_000);
      await retry((n) => failed(n), deadline, { sleep, random });
      const last = slept.reduce((sum, delay) => sum + delay, 0);
      expect(last).toBeGreaterThan(29_400);
      expect(last).toBeLessThanOrEqual(29_700);
    }
  });

  it('does not come earlier than asked', async () => {
    const { deadline, sleep, slept } = virtualTime(10_000);
    await retry((n) => failed(n, { retryAfter: 4000 }), deadline, { sleep, random: () => 0 });
    expect(slept).toEqual([4000, 4000]);
  });

  it.each([1, 2, 3])('draws every delay from the whole range, seed %i', async (seed) => {
    const ceilings = [200, 400, 800, 1600, 3200, 5000, 5000];
    const draws: number[][] = ceilings.map(() => []);
    const random = seeded(seed);
    for (let run = 0; run < 400; run += 1) {
      const { deadline, sleep, slept } = virtualTime(1e9);
      await retry((n) => failed(n, { triesLeft: ceilings.length + 1 - n }), deadline, { sleep, random });
      slept.forEach((delay, index) => draws[index]?.push(delay));
    }
    ceilings.forEach((ceiling, index) => {
      const drawn = draws[index] ?? [];
      expect(drawn).toHaveLength(400);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
      expect(Math.min(...drawn)).toBeLessThan(0.05 * ceiling);
      expect(Math.max(...drawn)).toBeLessThanOrEqual(ceiling);
      expect(Math.max(...drawn)).toBeGreaterThan(0.95 * ceiling);
      const mean = drawn.reduce((sum, delay) => sum + delay, 0) / drawn.length;
      expect(mean / ceiling).toBeCloseTo(0.5, 1);
    });
  });

  test.each([
    [1000, 1000],
    [3_600_000, 5000],
  ])('waits %i ms as asked, at most the cap, and the jitter on top', async (retryAfter, atLeast) => {
    const { deadline, sleep, slept } = virtualTime(1e6);
    await retry((n) => failed(n, { triesLeft: 2 - n, retryAfter }), deadline, { sleep, random: () => 0.5 });
    expect(slept).toEqual([atLeast + 100]);
  });

  it('lets what is thrown through', async () => {
    const { deadline, sleep } = virtualTime(1000);
    await expect(retry(() => Promise.reject(new Error('bug')), deadline, { sleep })).rejects.toThrow('bug');
  });

  it('really sleeps without a sleep of the test', async () => {
    const start = performance.now();
    const { deadline } = virtualTime(1000);
    await retry((n) => failed(n, { triesLeft: 2 - n }), deadline, { base: 60, random: () => 0.9 });
    expect(performance.now() - start).toBeGreaterThan(45);
  });
});

describe('retryAfterOf', () => {
  const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
  test.each([
    [{}, undefined],
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' }, undefined],
    [{ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT', date }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT', date }, 0],
    [{ 'retry-after': '9'.repeat(400) }, undefined],
  ])('%j', (headers, expected) => {
    expect(retryAfterOf(headers)).toBe(expected);
  });
});

describe('five hundred jobs that start at once', () => {
  /** Events in the order of a clock that jumps from one to the next. */
  function virtualClock(): { now: () => number; sleep: (ms: number) => Promise<void>; run: () => Promise<void> } {
    let now = 0;
    const waiting: { at: number; wake: () => void }[] = [];
    return {
      now: () => now,
      sleep: (ms) => new Promise((wake) => waiting.push({ at: now + ms, wake })),
      run: async () => {
        for (let next = earliest(waiting); next !== undefined; next = earliest(waiting)) {
          now = next.at;
          next.wake();
          await new Promise(setImmediate);
        }
      },
    };
  }

  function earliest<T extends { at: number }>(waiting: T[]): T | undefined {
    const next = waiting.reduce<T | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined);
    if (next !== undefined) {
      waiting.splice(waiting.indexOf(next), 1);
    }
    return next;
  }

  it.each([11, 12, 13])('all get their answer from an STS limited to 100 a second, seed %i', async (seed) => {
    const clock = virtualClock();
    const random = seeded(seed);
    const perSecond = new Map<number, number>();
    const ask = async (): Promise<TryResult<string>> => {
      await clock.sleep(20);
      const second = Math.floor(clock.now() / 1000);
      const asked = (perSecond.get(second) ?? 0) + 1;
      perSecond.set(second, asked);
      return asked > 100 ? { done: false, value: 'throttled' } : { done: true, value: 'answered' };
    };
    const deadline: Deadline = {
      signal: new AbortController().signal,
      remaining: () => Math.max(0, 30_000 - clock.now()),
    };
    const jobs = Array.from({ length: 500 }, () => retry(ask, deadline, { sleep: clock.sleep, random }));
    await clock.run();
    const verdicts = await Promise.all(jobs);
    expect(verdicts.filter((verdict) => verdict !== 'answered')).toEqual([]);
    expect(clock.now()).toBeLessThan(20_000);
    // After the first rush nobody comes back together.
    const counts = [...perSecond.entries()].filter(([second]) => second >= 3).map(([, asked]) => asked);
    expect(Math.max(...counts)).toBeLessThan(300);
  });
});
