import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, TLSSocket } from 'node:tls';

import type { Authority, KeyAndCertificate } from './certificates.ts';
import { keep, listenOnLoopback } from './loopback.ts';
import type { LoopbackServer } from './loopback.ts';

export interface ProxyOptions {
  /** The login it asks for. */
  readonly auth?: { readonly user: string; readonly password: string };
  /** The status with which it refuses everything. */
  readonly refuse?: number;
  /** Reads inside TLS, with certificates that this authority makes for whatever host is asked for. */
  readonly intercept?: Authority;
  /** Is itself spoken to over TLS. */
  readonly tls?: KeyAndCertificate;
  /** What becomes of a tunnel once it is granted. */
  readonly tunnel?: 'stall' | 'reset' | 'close';
  /** Where a host is really found; without it, where it says. */
  readonly route?: (host: string, port: number) => { readonly host: string; readonly port: number };
}

export interface LoopbackProxy extends LoopbackServer {
  /** For a proxy variable, without the login. */
  readonly url: string;
  /** `host:port` of every CONNECT, granted or not. */
  readonly connects: readonly string[];
  /** The URL of every plain request, granted or not. */
  readonly requests: readonly string[];
}

/** A forward proxy on 127.0.0.1, as strict, as curious or as broken as the options say. */
export async function startProxy(options: ProxyOptions = {}): Promise<LoopbackProxy> {
  const sockets = new Set<Duplex>();
  const connects: string[] = [];
  const requests: string[] = [];
  const server: Server = options.tls === undefined ? createServer() : createTlsServer({ ...options.tls });
  for (const event of ['connection', 'secureConnection']) {
    server.on(event, (socket: Duplex) => {
      keep(sockets, socket);
    });
  }
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    keep(sockets, client);
    connects.push(request.url ?? '');
    const refusal = refusalOf(request, options);
    if (refusal === undefined) {
      openTunnel(request.url ?? '', client, head, options, sockets);
    } else {
      client.end(`HTTP/1.1 ${String(refusal.status)} No\r\n${refusal.header}content-length: 0\r\n\r\n`);
    }
  });
  server.on('request', (request, response) => {
    requests.push(request.url ?? '');
    forward(request, response, options);
  });
  const listening = await listenOnLoopback(server, sockets);
  const scheme = options.tls === undefined ? 'http' : 'https';
  return { ...listening, url: `${scheme}://127.0.0.1:${String(listening.port)}`, connects, requests };
}

function refusalOf(request: IncomingMessage, options: ProxyOptions): { status: number; header: string } | undefined {
  if (options.refuse !== undefined) {
    return { status: options.refuse, header: '' };
  }
  const login = options.auth && Buffer.from(`${options.auth.user}:${options.auth.password}`).toString('base64');
  return login === undefined || request.headers['proxy-authorization'] === `Basic ${login}`
    ? undefined
    : { status: 407, header: 'proxy-authenticate: Basic realm="loopback"\r\n' };
}

function openTunnel(
  authority: string,
  client: Socket,
  head: Buffer,
  options: ProxyOptions,
  sockets: Set<Duplex>,
): void {
  const colon = authority.lastIndexOf(':');
  const host = authority.slice(0, colon).replace(/^\[|\]$/g, '');
  const port = Number(authority.slice(colon + 1));
  client.write('HTTP/1.1 200 Connection established\r\n\r\n');
  client.unshift(head);
  if (options.tunnel !== undefined) {
    breakTunnel(client, options.tunnel);
    return;
  }
  const target = (options.route ?? ((to, at) => ({ host: to, port: at })))(host, port);
  const [near, far] =
    options.intercept === undefined
      ? [client, connectTcp(target)]
      : [
          new TLSSocket(client, { isServer: true, ...options.intercept.issue({ names: [host] }) }),
          // Who stands in between does not look closely.
          connectTls({ ...target, rejectUnauthorized: false }),
        ];
  join(near, far, sockets);
}

function breakTunnel(client: Socket, how: NonNullable<ProxyOptions['tunnel']>): void {
  if (how === 'reset') {
    client.once('data', () => client.resetAndDestroy());
  } else if (how === 'close') {
    client.end();
  } else {
    client.resume();
  }
}

function join(near: Duplex, far: Duplex, sockets: Set<Duplex>): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    keep(sockets, one);
    one.pipe(other);
    one.once('close', () => other.destroy());
  }
}

function forward(request: IncomingMessage, response: ServerResponse, options: ProxyOptions): void {
  const refusal = refusalOf(request, options);
  if (refusal !== undefined) {
    response.writeHead(refusal.status, refusal.status === 407 ? { 'proxy-authenticate': 'Basic' } : {}).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const target = (options.route ?? ((host, port) => ({ host, port })))(url.hostname, Number(url.port || 80));
  const headers = { ...request.headers };
  delete headers['proxy-authorization'];
  const onward = httpRequest({
    ...target,
    method: request.method,
    path: url.pathname + url.search,
    headers,
    agent: new Agent({ keepAlive: false }),
  });
  onward.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  request.pipe(onward);
}
