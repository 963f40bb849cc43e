import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';

import { afterEach } from '@jest/globals';

import type { TransportProblem } from '../../src/model/evidence.ts';
import { startDeadline } from '../../src/http/deadline.ts';
import { createSend, TransportError } from '../../src/http/send.ts';
import type { HttpAnswer, HttpRequest, NetworkSettings } from '../../src/http/send.ts';
import type { KeyAndCertificate } from '../../simulator/network/certificates.ts';
import { keep, listenOnLoopback } from '../../simulator/network/loopback.ts';
import type { LoopbackServer } from '../../simulator/network/loopback.ts';

/** Ends everything that a test opened. */
export function closingAfterEach(): <T extends { close(): unknown }>(thing: T | Promise<T>) => Promise<T> {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((thing) => thing.close()));
  });
  return async (thing) => {
    const opened = await thing;
    open.push(opened);
    return opened;
  };
}

export const STS_HOST = 'sts.eu-west-1.amazonaws.com';

/** Every name is found on loopback. */
export const onLoopback: NonNullable<NetworkSettings['lookup']> = (_host, options, callback) => {
  setImmediate(() => {
    if (options.all === true) {
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    } else {
      callback(null, '127.0.0.1', 4);
    }
  });
};

/** An HTTP or HTTPS server on loopback. */
export async function startServer(listener: RequestListener, tls?: KeyAndCertificate): Promise<LoopbackServer> {
  const server = tls === undefined ? createServer(listener) : createTlsServer({ ...tls }, listener);
  const sockets = new Set<Duplex>();
  server.on('connection', (socket: Duplex) => {
    keep(sockets, socket);
  });
  return await listenOnLoopback(server, sockets);
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

interface SendOptions {
  readonly deadline?: number;
  readonly attemptTimeout?: number;
  readonly request?: Partial<HttpRequest>;
}

export interface Sent {
  readonly answer?: HttpAnswer;
  readonly problem?: TransportProblem;
  readonly transient?: boolean;
  readonly took: number;
}

/** Sends a POST as STS gets one; gives the answer, or the problem. Anything but a TransportError is thrown on. */
export async function sendTo(
  url: string,
  network: Partial<NetworkSettings> = {},
  { deadline = 3000, attemptTimeout, request }: SendOptions = {},
): Promise<Sent> {
  const start = performance.now();
  const send = createSend({ env: {}, caBundle: undefined, now: Date.now, ...network });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = { method: 'POST', url: new URL(url), headers, body: 'Action=GetCallerIdentity', ...request };
  try {
    const answer = await send(post, startDeadline(deadline), attemptTimeout);
    return { answer, took: performance.now() - start };
  } catch (error) {
    if (!(error instanceof TransportError)) {
      throw error;
    }
    return { problem: error.problem, transient: error.transient, took: performance.now() - start };
  }
}
