import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { certificateDetail, type PresentedCertificate, readCertificate } from './certificates.ts';
import { Breakdown, codeOf } from './failure.ts';
import type { Direct, Proxy } from './proxy.ts';

/** Connects to a host. `lookup` stands in for the system's resolver. */
export async function openSocket(
  journey: Journey,
  target: { readonly host: string; readonly port: number },
  lookup: LookupFunction | undefined,
): Promise<Socket> {
  journey.stage = isIP(target.host) === 0 ? 'dns' : 'connect';
  const socket = journey.own(connectTcp({ host: target.host, port: target.port, ...(lookup && { lookup }) }));
  socket.once('lookup', (error: Error | null) => {
    if (error === null) {
      journey.stage = 'connect';
    }
  });
  await happening(socket, 'connect');
  socket.setNoDelay(true);
  return socket;
}

/**
 * Asks the proxy for a tunnel. Node's own HTTP client does the talking: the usual proxy agents take no signal, keep
 * their socket to a proxy that never answers, read an endless head and write the proxy's password to their debug log.
 */
export async function openTunnel(journey: Journey, socket: Duplex, proxy: Proxy): Promise<Duplex> {
  journey.stage = 'tunnel';
  const authority = `${isIP(journey.host) === 6 ? `[${journey.host}]` : journey.host}:${String(journey.port)}`;
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
export function proxyRefusal(answer: IncomingMessage, proxy: Proxy): Breakdown {
  const status = String(answer.statusCode);
  return new Breakdown(
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
  journey: Journey,
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
  const secure = journey.own(connectTls(options));
  let presented: PresentedCertificate | undefined;
  // Node gives up the certificate together with the socket, so it is read before Node judges it.
  secure.prependOnceListener('secure', () => {
    presented = attempt(() => readCertificate(secure, host));
  });
  try {
    await happening(secure, 'secureConnect');
  } catch (error) {
    const detail = certificateDetail(codeOf(error), presented);
    throw detail === undefined ? error : new Breakdown('tls', codeOf(error), detail);
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
async function happening(socket: Duplex, event: string): Promise<void> {
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

/** RFC 9110 allows any number of interim answers (1xx); who sends one after the other would never come to the point. */
const MOST_INTERIM = 20;

/** Gives a request up whose other side only ever announces an answer. */
export function limitInterim(request: ClientRequest, giveUp: (error: Error) => void): void {
  let count = 0;
  request.on('information', () => {
    count += 1;
    if (count > MOST_INTERIM) {
      giveUp(new Breakdown('answer', 'ERR_INTERIM_ANSWERS', 'interim answers follow one another without end'));
    }
  });
}

/** The other side ended the connection without a word. */
export function connectionLost(): Error {
  return Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' });
}

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
