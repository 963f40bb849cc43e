import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { startDeadline } from '../../src/http/deadline.ts';
import { createSend } from '../../src/http/send.ts';

it('tells when the whole request has gone out, while the answer is still to come', async () => {
  const events: string[] = [];
  let release = (): void => undefined;
  const sent = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createServer((request, response) => {
    request.on('end', () => events.push('arrived')).resume();
    // The answer waits for the word; without it the deadline would come.
    void sent.then(() => {
      events.push('told');
      response.end('done');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    const send = createSend({
      env: {},
      now: Date.now,
      caBundle: undefined,
      onSent: () => {
        release();
      },
    });
    const answer = await send({ method: 'POST', url, headers: {}, body: 'question' }, startDeadline(3000));
    expect(answer.body).toBe('done');
    expect(events.toSorted()).toEqual(['arrived', 'told']);
  } finally {
    server.close();
  }
});
