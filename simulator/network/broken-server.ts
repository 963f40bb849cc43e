import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

import type { KeyAndCertificate } from './certificates.ts';
import { keep, listenOnLoopback } from './loopback.ts';
import type { LoopbackServer } from './loopback.ts';

/** One connection on which a fault is played. `stream` is inside TLS where there is TLS. */
interface Stage {
  readonly raw: Socket;
  readonly stream: Duplex;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n';
const ANSWER = `${HEAD}content-length: 1000\r\n\r\n<GetCallerIdentityResponse`;

/** Faults below TLS: what the server does before a word is exchanged. */
const BELOW_TLS = {
  'stall-tls': ({ raw }) => {
    raw.resume();
  },
  'reset-tls': ({ raw }) => {
    raw.once('data', () => raw.resetAndDestroy());
  },
  'close-tls': ({ raw }) => {
    raw.once('data', () => raw.end());
  },
  'garbage-tls': ({ raw }) => {
    raw.once('data', () => raw.end('\x00\xff\x13\x37 this is not TLS\r\n'.repeat(4)));
  },
  'http-on-tls-port': ({ raw }) => {
    raw.once('data', () => raw.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
  },
  'reset-accept': ({ raw }) => {
    raw.resetAndDestroy();
  },
} satisfies Record<string, (stage: Stage) => void>;

/** Faults of the answer, played when the request has come. */
const ABOVE_TLS = {
  'stall-first-byte': () => undefined,
  'stall-head': ({ stream }) => stream.write(HEAD),
  'stall-body': ({ stream }) => stream.write(ANSWER),
  'reset-first-byte': ({ raw }) => raw.resetAndDestroy(),
  'reset-head': ({ stream, raw }) => stream.write(HEAD, resetSoon(raw)),
  'reset-body': ({ stream, raw }) => stream.write(ANSWER, resetSoon(raw)),
  'close-first-byte': ({ stream }) => stream.end(),
  'close-head': ({ stream }) => stream.end(HEAD),
  'close-body': ({ stream }) => stream.end(ANSWER),
  garbage: ({ stream }) => stream.end('\x00\xff\x13\x37 this is not HTTP\r\n\r\n'),
  'garbage-chunks': ({ stream }) => stream.end(`${HEAD}transfer-encoding: chunked\r\n\r\nthis is no size\r\n`),
  'drip-head': ({ stream }) => {
    drip(stream, HEAD.repeat(1000));
  },
  'drip-body': ({ stream }) => {
    drip(stream, `${HEAD}content-length: 100000\r\n\r\n${'<a/>'.repeat(25_000)}`, HEAD.length + 30);
  },
  oversize: ({ stream }) => stream.end(`${HEAD}content-length: 3000000\r\n\r\n${'x'.repeat(3_000_000)}`),
  'endless-body': ({ stream }) => {
    stream.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
    flood(stream, `4000\r\n${'x'.repeat(0x4000)}\r\n`);
  },
  'endless-head': ({ stream }) => {
    stream.write(HEAD);
    flood(stream, `x-more: ${'x'.repeat(1000)}\r\n`);
  },
  'endless-continue': ({ stream }) => {
    flood(stream, 'HTTP/1.1 100 Continue\r\n\r\n');
  },
  upgrade: ({ stream }) => stream.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n'),
} satisfies Record<string, (stage: Stage) => unknown>;

export type Fault = 'refuse' | keyof typeof BELOW_TLS | keyof typeof ABOVE_TLS;

/** Faults that a server over plain HTTP can have too. */
export const ANSWER_FAULTS = Object.keys(ABOVE_TLS) as (keyof typeof ABOVE_TLS)[];
/** Faults of a TLS server alone. */
export const TLS_FAULTS = Object.keys(BELOW_TLS) as (keyof typeof BELOW_TLS)[];

export interface BrokenServer extends LoopbackServer {
  /** Connections that came. */
  connections(): number;
}

/**
 * A server on 127.0.0.1 that fails in one way, on every connection. It may as well stand in for a proxy.
 *
 * @param tls speaks TLS up to the fault
 */
export async function startBrokenServer(fault: Fault, tls?: KeyAndCertificate): Promise<BrokenServer> {
  const sockets = new Set<Duplex>();
  let connections = 0;
  const server = createServer((raw) => {
    connections += 1;
    keep(sockets, raw);
    if (fault in BELOW_TLS) {
      BELOW_TLS[fault as keyof typeof BELOW_TLS]({ raw, stream: raw });
      return;
    }
    const stream = tls === undefined ? raw : new TLSSocket(raw, { isServer: true, ...tls });
    keep(sockets, stream);
    stream.once('data', () => ABOVE_TLS[fault as keyof typeof ABOVE_TLS]({ raw, stream }));
  });
  const listening = await listenOnLoopback(server, sockets);
  if (fault === 'refuse') {
    await listening.close();
    return { port: listening.port, close: () => Promise.resolve(), connections: () => connections };
  }
  return { ...listening, connections: () => connections };
}

/** Gives what was written before the time to arrive: a reset overtakes it. */
function resetSoon(raw: Socket): () => void {
  return () => {
    setTimeout(() => raw.resetAndDestroy(), 30);
  };
}

/** One byte every 20 ms, after the first `atOnce`. */
function drip(stream: Duplex, text: string, atOnce = 0): void {
  let sent = atOnce;
  stream.write(text.slice(0, atOnce));
  const timer = setInterval(() => {
    stream.write(text.charAt(sent));
    sent += 1;
  }, 20);
  stream.once('close', () => {
    clearInterval(timer);
  });
}

/** Writes as fast as the other side reads, until that one has enough. */
function flood(stream: Duplex, text: string): void {
  const block = text.repeat(Math.ceil(0x1_0000 / text.length));
  const more = (): void => {
    if (!stream.destroyed) {
      // Client and server may share one event loop: it must turn in between.
      stream.write(block, () => setImmediate(more));
    }
  };
  more();
}
