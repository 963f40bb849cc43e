import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Delivery, Manner } from './faults.ts';

/** Puts an answer on the wire in the manner asked for. Never rejects: the other side may hang up at any time. */
export async function deliver(response: ServerResponse, { answer, manner }: Delivery): Promise<void> {
  switch (manner?.kind) {
    case undefined:
      send(response, answer);
      return;
    case 'delay':
      await sleep(manner.ms, undefined, { ref: false });
      send(response, answer);
      return;
    case 'garbage':
      response.socket?.end(Buffer.concat([Buffer.from([0x15, 0x03, 0x00, 0xff]), randomBytes(200)]));
      return;
    case 'drip':
      await drip(response, answer, manner);
      return;
    case 'hang':
      begin(response, answer, manner.after);
      return;
    case 'reset':
      begin(response, answer, manner.after);
      // A moment for what was written to leave, so that the other side sees exactly that much.
      await sleep(manner.after === undefined || manner.after === 'nothing' ? 0 : 30);
      response.socket?.resetAndDestroy();
      return;
  }
}

export function send(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  writeHead(response, answer, body);
  response.end(body);
}

function begin(response: ServerResponse, answer: Answer, after: 'nothing' | 'headers' | 'half-body' = 'nothing'): void {
  if (after === 'nothing') return;
  const body = Buffer.from(answer.body);
  writeHead(response, answer, body);
  response.flushHeaders();
  if (after === 'half-body') response.write(body.subarray(0, body.length / 2));
}

async function drip(response: ServerResponse, answer: Answer, pace: Extract<Manner, { kind: 'drip' }>): Promise<void> {
  const body = Buffer.from(answer.body);
  const step = pace.bytes ?? 1;
  writeHead(response, answer, body);
  for (let at = 0; at < body.length && !response.destroyed; at += step) {
    response.write(body.subarray(at, at + step));
    await sleep(pace.everyMs ?? 100, undefined, { ref: false });
  }
  response.end();
}

function writeHead(response: ServerResponse, answer: Answer, body: Buffer): void {
  response.sendDate = false;
  response.writeHead(answer.status, { 'Content-Length': body.length, ...answer.headers });
}
