import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type CaBundle, trustedRoots } from './certificates.ts';
import { Journey, openSocket, openTunnel, proxyRefusal, startTls } from './connection.ts';
import { type Deadline, within } from './deadline.ts';
import { checkHeaders, exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { failureOf } from './failure.ts';
import { type Environment, type Proxy, proxyFor, whyDirect } from './proxy.ts';

export { TransportError, triesFor } from './failure.ts';
export type { HttpAnswer, HttpRequest } from './exchange.ts';

/** What the job's environment says of the way to AWS. */
export interface NetworkSettings {
  /** Where the proxy variables are read, and `NODE_EXTRA_CA_CERTS`. */
  readonly env: Environment;
  /** Certificates to trust besides Node's own. */
  readonly caBundle: CaBundle | undefined;
  /** Stands in for the system's resolver. */
  readonly lookup?: LookupFunction;
  /** Told of every request when the whole of it has gone out: the time to do something else until the answer comes. */
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
    const journey = new Journey(request.url, network.onSent);
    try {
      return await within(travel(journey, request, network), deadline, attemptTimeout);
    } catch (error) {
      throw failureOf(journey, error);
    } finally {
      journey.close();
    }
  };
}

async function travel(journey: Journey, request: HttpRequest, network: NetworkSettings): Promise<HttpAnswer> {
  checkHeaders(request.headers);
  const { url } = request;
  journey.proxy = proxyFor(url, network.env);
  journey.direct = journey.proxy === undefined ? whyDirect(url, network.env) : undefined;
  const secure = url.protocol === 'https:';
  const roots =
    secure || journey.proxy?.secure === true ? await trustedRoots(network.caBundle, network.env) : undefined;
  const way = await openWay(journey, journey.proxy, network.lookup, roots);
  if (!secure) {
    return await exchangePlain(journey, way, request, journey.proxy);
  }
  const tunnel = journey.proxy === undefined ? way : await openTunnel(journey, way, journey.proxy);
  journey.stage = 'tls';
  const socket = await startTls(journey, tunnel, journey.host, roots);
  return (await exchange(journey, socket, request, url.pathname + url.search, {})).answer;
}

/** Connects to the host itself, or to the proxy in front of it. */
async function openWay(
  journey: Journey,
  proxy: Proxy | undefined,
  lookup: LookupFunction | undefined,
  roots: string[] | undefined,
): Promise<Duplex> {
  const socket: Socket = await openSocket(journey, proxy ?? journey, lookup);
  if (proxy?.secure !== true) {
    return socket;
  }
  journey.stage = 'proxy-tls';
  return await startTls(journey, socket, proxy.host, roots);
}

/** Over plain HTTP a proxy is asked for the whole URL, and answers in the server's place. */
async function exchangePlain(
  journey: Journey,
  way: Duplex,
  request: HttpRequest,
  proxy: Proxy | undefined,
): Promise<HttpAnswer> {
  const { url } = request;
  if (proxy === undefined) {
    return (await exchange(journey, way, request, url.pathname + url.search, {})).answer;
  }
  const login = proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() };
  const target = `${url.origin}${url.pathname}${url.search}`;
  const { answer, raw } = await exchange(journey, way, request, target, login ?? {});
  if (answer.status === 407) {
    throw proxyRefusal(raw, proxy);
  }
  return answer;
}
