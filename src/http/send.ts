import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type CaBundle, trustedRoots } from './certificates.ts';
import { RequestContext, openSocket, openTunnel, proxyRefusal, startTls } from './connection.ts';
import { type Deadline, within } from './deadline.ts';
import { checkHeaders, exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { failureOf } from './failure.ts';
import { type Environment, type Proxy, proxyFor, whyDirect } from './proxy.ts';

export { TransportError, triesFor } from './failure.ts';
export type { HttpAnswer, HttpRequest } from './exchange.ts';

/** How requests leave this machine, as the job's environment says. */
export interface NetworkSettings {
  /** Where the proxy variables are read, and `NODE_EXTRA_CA_CERTS`. */
  readonly env: Environment;
  /** Certificates to trust besides Node's own. */
  readonly caBundle: CaBundle | undefined;
  /** Stands in for the system's resolver. */
  readonly lookup?: LookupFunction;
  /** The wall clock, in milliseconds: dates in answers are compared with it. */
  readonly now: () => number;
  /** Called when a whole request has gone out: the time to do something else until the answer comes. */
  readonly onSent?: () => void;
}

/**
 * Sends one request and gives the whole answer, whatever its status.
 *
 * @param attemptTimeout milliseconds for this request alone, within the deadline
 * @throws TransportError and nothing else
 */
export type Send = (request: HttpRequest, deadline: Deadline, attemptTimeout?: number) => Promise<HttpAnswer>;

/**
 * A `Send` over Node's own HTTP client: a connection for each request, through the proxy that the environment names,
 * every socket closed when the request ends or its time is up.
 */
export function createSend(network: NetworkSettings): Send {
  return async (request, deadline, attemptTimeout) => {
    const context = new RequestContext(request.url, network.now, network.onSent);
    try {
      return await within(sendRequest(context, request, network), deadline, attemptTimeout);
    } catch (error) {
      throw failureOf(context, error);
    } finally {
      context.close();
    }
  };
}

async function sendRequest(
  context: RequestContext,
  request: HttpRequest,
  network: NetworkSettings,
): Promise<HttpAnswer> {
  checkHeaders(request.headers);
  const { url } = request;
  context.proxy = proxyFor(url, network.env);
  context.direct = context.proxy === undefined ? whyDirect(url, network.env) : undefined;
  const secure = url.protocol === 'https:';
  const roots =
    secure || context.proxy?.secure === true ? await trustedRoots(network.caBundle, network.env) : undefined;
  const stream = await connect(context, context.proxy, network.lookup, roots);
  if (!secure) {
    return await exchangePlain(context, stream, request, context.proxy);
  }
  const tunnel = context.proxy === undefined ? stream : await openTunnel(context, stream, context.proxy);
  context.stage = 'tls';
  const socket = await startTls(context, tunnel, context.host, roots);
  return (await exchange(context, socket, request, url.pathname + url.search, {})).answer;
}

/** Connects to the host itself, or to the proxy in front of it. */
async function connect(
  context: RequestContext,
  proxy: Proxy | undefined,
  lookup: LookupFunction | undefined,
  roots: string[] | undefined,
): Promise<Duplex> {
  const socket: Socket = await openSocket(context, proxy ?? context, lookup);
  if (proxy?.secure !== true) {
    return socket;
  }
  context.stage = 'proxy-tls';
  return await startTls(context, socket, proxy.host, roots);
}

/** Over plain HTTP the request line for a proxy holds the whole URL, and the answer is the proxy's own or the server's. */
async function exchangePlain(
  context: RequestContext,
  stream: Duplex,
  request: HttpRequest,
  proxy: Proxy | undefined,
): Promise<HttpAnswer> {
  const { url } = request;
  if (proxy === undefined) {
    return (await exchange(context, stream, request, url.pathname + url.search, {})).answer;
  }
  const login = proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() };
  const target = `${url.origin}${url.pathname}${url.search}`;
  const { answer, raw } = await exchange(context, stream, request, target, login ?? {});
  if (answer.status === 407) {
    throw proxyRefusal(raw, proxy);
  }
  return answer;
}
