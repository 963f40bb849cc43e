import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

import type { LoopbackServer } from './loopback.ts';

/**
 * A port of 127.0.0.1 on which connecting stalls, as behind a firewall that drops packets: a thread listens with the
 * shortest queue there is and never accepts, and the queue is filled. Linux only: other systems refuse instead.
 */
export async function startUnacceptingServer(): Promise<LoopbackServer> {
  const worker = new Worker(
    `const { createServer } = require('node:net');
     const { parentPort } = require('node:worker_threads');
     const server = createServer();
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     });`,
    { eval: true },
  );
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const fillers = await fillQueue(port);
  return {
    port,
    close: async () => {
      for (const filler of fillers) {
        filler.destroy();
      }
      await worker.terminate();
    },
  };
}

/** Connects until a connection no longer comes about. */
async function fillQueue(port: number): Promise<Socket[]> {
  const fillers: Socket[] = [];
  for (let filled = false; !filled && fillers.length < 16;) {
    const filler = connect({ port, host: '127.0.0.1' });
    filler.on('error', () => undefined);
    fillers.push(filler);
    filled = await new Promise<boolean>((resolve) => {
      filler.once('connect', () => {
        resolve(false);
      });
      setTimeout(resolve, 100, true);
    });
  }
  return fillers;
}
