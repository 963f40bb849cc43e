import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addUser } from '../../simulator/builders.ts';
import type { Fault } from '../../simulator/faults.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { ask, refusalOf } from './ask.ts';

let simulator: Simulator;
let user: ReturnType<typeof addUser>;
beforeAll(async () => {
  simulator = await startSimulator();
  user = addUser(simulator.world);
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.reset();
});

/** Status, body and header of an unsigned request, which STS answers honestly with MissingAuthenticationToken. */
async function get(fault: Fault) {
  simulator.faults.queue.push(fault);
  const response = await fetch(simulator.url, { redirect: 'manual', signal: AbortSignal.timeout(700) });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe('answers', () => {
  it.each<[Fault, number, RegExp]>([
    [{ kind: 'throttle' }, 400, /<Code>Throttling<\/Code>\s*<Message>Rate exceeded/],
    [{ kind: 'server-error' }, 503, /<Type>Receiver<\/Type>\s*<Code>ServiceUnavailable/],
    [{ kind: 'server-error', status: 500 }, 500, /<Code>InternalFailure/],
    [{ kind: 'server-error', status: 502, shape: 'html' }, 502, /^<!DOCTYPE html>/],
    [{ kind: 'refusal', status: 403, code: 'OptInRequired', message: 'No <b>' }, 403, /OptInRequired[^]*No &lt;b&gt;/],
    [{ kind: 'answer', status: 200, body: 'anything' }, 200, /^anything$/],
    [{ kind: 'captive-portal' }, 200, /sign in/],
    [{ kind: 'captive-portal', form: 'redirect' }, 302, /html/],
    [{ kind: 'proxy-refusal', status: 403 }, 403, /web filter/],
    [{ kind: 'error-body-with-200' }, 200, /<ErrorResponse/],
    [{ kind: 'empty' }, 403, /^$/],
    [{ kind: 'foreign-xml' }, 403, /<rss/],
    [{ kind: 'truncated-xml' }, 403, /^<ErrorResponse(?![^]*<\/ErrorResponse>)/],
  ])('%j', async (fault, status, body) => {
    const answer = await get(fault);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(body);
  });

  it('age, no date, no request ID, oversize', async () => {
    expect((await get({ kind: 'age', seconds: 30 })).headers.get('age')).toBe('30');
    expect((await get({ kind: 'no-date' })).headers.has('date')).toBe(false);
    const anonymous = await get({ kind: 'no-request-id' });
    expect(anonymous.headers.has('x-amzn-requestid')).toBe(false);
    expect(anonymous.body).not.toContain('RequestId');
    expect((await get({ kind: 'oversize', bytes: 100_000 })).body.length).toBeGreaterThan(100_000);
  });

  it('another account, and the ARN of another', async () => {
    simulator.faults.queue.push({ kind: 'account', account: '12345' }, { kind: 'foreign-arn' });
    expect((await ask(simulator.url, user)).Account).toBe('12345');
    expect((await ask(simulator.url, user)).Arn).toBe('arn:aws:iam::999999999999:user/deployer');
  });
});

describe('manners', () => {
  it.each<[Fault, RegExp]>([
    [{ kind: 'hang' }, /timeout/i],
    [{ kind: 'hang', after: 'headers' }, /timeout/i],
    [{ kind: 'hang', after: 'half-body' }, /timeout/i],
    [{ kind: 'drip', everyMs: 200 }, /timeout/i],
    [{ kind: 'reset' }, /fetch failed/],
    [{ kind: 'reset', after: 'headers' }, /terminated/],
    [{ kind: 'reset', after: 'half-body' }, /terminated/],
    [{ kind: 'garbage' }, /fetch failed/],
    [{ kind: 'delay', ms: 5000 }, /timeout/i],
  ])('%j', async (fault, error) => {
    await expect(get(fault)).rejects.toThrow(error);
  });

  it('a fast drip arrives whole', async () => {
    expect((await get({ kind: 'drip', everyMs: 1, bytes: 50 })).body).toContain('</ErrorResponse>');
  });
});

describe('queue and standing', () => {
  it('a queued fault hits once, a standing one always; both may hit one request', async () => {
    simulator.faults.queue.push({ kind: 'throttle' });
    simulator.faults.standing.push({ kind: 'no-date' });
    expect((await refusalOf(ask(simulator.url, user))).slice(0, 2)).toEqual([400, 'Throttling']);
    expect((await ask(simulator.url, user)).Arn).toBe(user.arn);
    expect((await fetch(simulator.url)).headers.has('date')).toBe(false);
    expect(simulator.requests.map(({ code }) => code)).toEqual(['Throttling', undefined, 'MissingAuthenticationToken']);
  });

  it('STS does not remember a wrong signature that never reached it', async () => {
    simulator.faults.queue.push({ kind: 'throttle' });
    await refusalOf(ask(simulator.url, { ...user, secretAccessKey: 'wrong' }));
    expect((await ask(simulator.url, user)).Arn).toBe(user.arn);
  });
});
