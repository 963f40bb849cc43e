import type { Duplex } from 'node:stream';

import type { Direct, Proxy } from './proxy.ts';

/** How far a request has come. What its failure is called depends on it. */
export type Stage = 'start' | 'dns' | 'connect' | 'proxy-tls' | 'tunnel' | 'tls' | 'send' | 'first-byte' | 'body';

/**
 * One request on its way: where it goes, how far it came, and the sockets it opened. `close` ends them all, and any
 * that is opened later, so that nothing of an abandoned request keeps the process alive.
 */
export class Journey {
  readonly host: string;
  readonly port: number;
  proxy: Proxy | undefined;
  direct: Direct | undefined;
  stage: Stage = 'start';
  readonly #sockets: Duplex[] = [];
  readonly #onSent: (() => void) | undefined;
  #closed = false;

  /**
   * @param url where the request goes; the host is kept without the brackets of an IPv6 address
   * @param onSent told when the whole request has gone out
   */
  constructor(url: URL, onSent?: () => void) {
    this.#onSent = onSent;
    this.host = url.hostname.replace(/^\[|\]$/g, '');
    this.port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  }

  /** The whole request has gone out; an answer may have begun before. */
  sent(): void {
    this.stage = this.stage === 'send' ? 'first-byte' : this.stage;
    this.#onSent?.();
  }

  /** Takes charge of a socket. */
  own<S extends Duplex>(socket: S): S {
    // A socket that fails after its request was given up has nobody else to tell.
    socket.on('error', () => undefined);
    this.#sockets.push(socket);
    if (this.#closed) {
      socket.destroy();
    }
    return socket;
  }

  /** Closes every socket of the request, now and later. */
  close(): void {
    this.#closed = true;
    for (const socket of this.#sockets.toReversed()) {
      socket.destroy();
    }
  }
}
