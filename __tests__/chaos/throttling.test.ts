import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addSession } from '../../simulator/builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { startDeadline } from '../../src/http/deadline.ts';
import { getCallerIdentity } from '../../src/sts/get-caller-identity.ts';
import { createSend, type Send } from '../../src/http/send.ts';
import { Secret } from '../../src/model/secret.ts';

const JOBS = 500;
const PER_SECOND = 100;
const DEADLINE = 30_000;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ behaviour: { requestsPerSecond: PER_SECOND } });
});
afterAll(() => simulator.stop());

test(`${JOBS} jobs at once against ${PER_SECOND} requests a second all reach the right verdict in time`, async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = addSession(simulator.world);
  const attempt = {
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: new Secret(sessionToken),
    region: 'eu-west-1',
    endpoint: new URL(simulator.url),
    clockOffset: 0,
  };
  const plain = createSend({ env: {}, caBundle: undefined, now: Date.now });
  /** Milliseconds from the start, of each request that is not a job's first. */
  const retries: number[] = [];
  const started = performance.now();
  const job = async (): Promise<{ kind: string; took: number }> => {
    let first = true;
    const send: Send = (request, deadline, attemptTimeout) => {
      if (!first) retries.push(performance.now() - started);
      first = false;
      return plain(request, deadline, attemptTimeout);
    };
    const answer = await getCallerIdentity({ send, deadline: startDeadline(DEADLINE) }, attempt);
    return { kind: answer.kind, took: performance.now() - started };
  };
  const results = await Promise.all(Array.from({ length: JOBS }, job));
  const longest = Math.max(...results.map(({ took }) => took));
  process.stderr.write(
    `throttling: ${JOBS} jobs, ${retries.length} retries, the last verdict after ${(longest / 1000).toFixed(1)} s\n`,
  );
  expect(results.filter(({ kind }) => kind !== 'accepted')).toEqual([]);
  expect(longest).toBeLessThan(DEADLINE);
  // What is synchronised comes in waves: most of a second's retries within a tenth of it. (The first second is the burst itself.)
  expect(retries.length).toBeGreaterThan(JOBS);
  expect(worstWave(retries.filter((at) => at > 1000))).toBeLessThan(0.5);
}, 60_000);

/** The largest share of any second's retries that falls into a tenth of that second. */
function worstWave(times: readonly number[]): number {
  const shares = times.flatMap((at) => {
    const within = (from: number, length: number): number =>
      times.filter((time) => time >= from && time < from + length).length;
    const second = within(at - 450, 1000);
    return second < 50 ? [] : [within(at, 100) / second];
  });
  return Math.max(0, ...shares);
}
