import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { certificateDetail, type PresentedCertificate, readCertificate } from './certificates.ts';
import { StepError, codeOf } from './failure.ts';
import type { Direct, Proxy } from './proxy.ts';

/** Connects to a host. `lookup` stands in for the system's resolver. */
export async function openSocket(
  context: RequestContext,
  target: { readonly host: string; readonly port: number },
  lookup: LookupFunction | undefined,
): Promise<Socket> {
  context.stage = isIP(target.host) === 0 ? 'dns' : 'connect';
  const socket = context.track(connectTcp({ host: target.host, port: target.port, ...(lookup && { lookup }) }));
  socket.once('lookup', (error: Error | null) => {
    if (error === null) {
      context.stage = 'connect';
    }
  });
  await waitFor(socket, 'connect');
  socket.setNoDelay(true);
  return socket;
}

/**
 * Asks the proxy for a tunnel. Node's own HTTP client does the talking: the usual proxy agents take no signal, keep
 * their socket to a proxy that never answers, read an endless head and write the proxy's password to their debug log.
 */
export async function openTunnel(context: RequestContext, socket: Duplex, proxy: Proxy): Promise<Duplex> {
  context.stage = 'tunnel';
  const authority = `${isIP(context.host) === 6 ? `[${context.host}]` : context.host}:${String(context.port)}`;
  const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() };
  const request = httpRequest({
    createConnection: () => socket,
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, ...authorization },
  });
  const [answer, tunnel, head] = await new Promise<[IncomingMessage, Duplex, Buffer]>((resolve, reject) => {
    request.once('connect', (...met) => {
      resolve(met);
    });
    request.on('error', reject);
    limitInterim(request, reject);
    request.end();
  });
  if (answer.statusCode !== 200) {
    throw proxyRefusal(answer, proxy);
  }
  tunnel.unshift(head);
  return tunnel;
}

/** What a proxy's refusal means: 407 wants a login, anything else is its own word on the host beyond it. */
export function proxyRefusal(answer: IncomingMessage, proxy: Proxy): StepError {
  const status = String(answer.statusCode);
  return new StepError(
    'proxy',
    `HTTP_${status}`,
    `the proxy answered ${status}${status === '407' ? login(answer, proxy) : ''}`,
  );
}

function login(answer: IncomingMessage, proxy: Proxy): string {
  const asked = (answer.headers['proxy-authenticate'] ?? []).toString().toLowerCase();
  const schemes = ['Basic', 'Digest', 'NTLM', 'Negotiate', 'Bearer'].filter((scheme) =>
    asked.includes(scheme.toLowerCase()),
  );
  const wanted = schemes.length === 0 ? '' : ` (${schemes.join(', ')})`;
  return proxy.authorization === undefined
    ? `: it asks for a login${wanted}, and ${proxy.variable} holds none`
    : `: it does not accept the login${wanted} in ${proxy.variable}`;
}

/** Speaks TLS over `socket`, and accepts nothing but a certificate for `host` that ends in a trusted root. */
export async function startTls(
  context: RequestContext,
  socket: Duplex,
  host: string,
  roots: string[] | undefined,
): Promise<TLSSocket> {
  const options: ConnectionOptions = {
    socket,
    host,
    ALPNProtocols: ['http/1.1'],
    // NODE_TLS_REJECT_UNAUTHORIZED=0 must not make anybody's answer AWS's.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 && { servername: host }),
    ...(roots && { ca: roots }),
  };
  const secure = context.track(connectTls(options));
  let presented: PresentedCertificate | undefined;
  // Node gives up the certificate together with the socket, so it is read before Node judges it.
  secure.prependOnceListener('secure', () => {
    presented = attempt(() => readCertificate(secure, host));
  });
  try {
    await waitFor(secure, 'secureConnect');
  } catch (error) {
    const detail = certificateDetail(codeOf(error), presented);
    throw detail === undefined ? error : new StepError('tls', codeOf(error), detail);
  }
  return secure;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Waits for an event of a socket; its error, or its end, is the failure. */
async function waitFor(socket: Duplex, event: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once(event, () => {
      resolve();
    });
    socket.once('error', reject);
    socket.once('close', () => {
      reject(connectionLost());
    });
  });
}

/** RFC 9110 allows any number of 1xx responses; give up after 20. */
const MOST_INTERIM = 20;

/** Gives up a request whose server sends 1xx responses without end. */
export function limitInterim(request: ClientRequest, giveUp: (error: Error) => void): void {
  let count = 0;
  request.on('information', () => {
    count += 1;
    if (count > MOST_INTERIM) {
      giveUp(new StepError('answer', 'ERR_INTERIM_ANSWERS', 'interim answers follow one another without end'));
    }
  });
}

/** The server ended the connection before it answered. */
export function connectionLost(): Error {
  return Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' });
}

/** How far a request has come. What its failure is called depends on it. */
export type Stage = 'start' | 'dns' | 'connect' | 'proxy-tls' | 'tunnel' | 'tls' | 'send' | 'first-byte' | 'body';

/**
 * The state of one request: where it goes, how far it came, and the sockets it opened. `close` ends them all, and any
 * that is opened later, so that nothing of an abandoned request keeps the process alive.
 */
export class RequestContext {
  readonly host: string;
  readonly port: number;
  proxy: Proxy | undefined;
  direct: Direct | undefined;
  stage: Stage = 'start';
  readonly #sockets: Duplex[] = [];
  readonly #onSent: (() => void) | undefined;
  /** The wall clock, right or wrong, in milliseconds. */
  readonly now: () => number;
  #closed = false;

  /**
   * @param url where the request goes; the host is kept without the brackets of an IPv6 address
   * @param now the wall clock, in milliseconds
   * @param onSent called when the whole request has gone out
   */
  constructor(url: URL, now: () => number, onSent?: () => void) {
    this.now = now;
    this.#onSent = onSent;
    this.host = url.hostname.replace(/^\[|\]$/g, '');
    this.port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  }

  /** The whole request has gone out; an answer may have begun before. */
  sent(): void {
    this.stage = this.stage === 'send' ? 'first-byte' : this.stage;
    this.#onSent?.();
  }

  /** Adds a socket to those that `close` ends. */
  track<S extends Duplex>(socket: S): S {
    // A socket may fail after its request was given up; nothing else listens then.
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
