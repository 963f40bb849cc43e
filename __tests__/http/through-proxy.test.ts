import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';

import { startBrokenServer } from '../../simulator/network/broken-server.ts';
import type { Fault } from '../../simulator/network/broken-server.ts';
import { createAuthority } from '../../simulator/network/certificates.ts';
import { startProxy } from '../../simulator/network/proxy.ts';
import type { ProxyOptions } from '../../simulator/network/proxy.ts';
import { bodyOf, closingAfterEach, sendTo, startServer, STS_HOST } from './network.ts';
import type { Sent } from './network.ts';

const closing = closingAfterEach();
const authority = createAuthority('Corp Root');
const interceptor = createAuthority('Corp Interception CA');
const PASSWORD = 'hunter2%2F';
let folder = '';
let caBundle = { variable: 'AWS_CA_BUNDLE', path: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxy-'));
  caBundle = { variable: 'AWS_CA_BUNDLE', path: join(folder, 'ca.pem') };
  await writeFile(caBundle.path, authority.certificate);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The host itself is never looked up here: that is the proxy's work. */
const noLookup = {
  lookup: (host: string): never => {
    throw new Error(`${host} was looked up`);
  },
};

interface Way {
  readonly scheme?: 'http' | 'https';
  readonly proxy?: ProxyOptions;
  readonly login?: string;
  readonly deadline?: number;
}

async function throughProxy({
  scheme = 'https',
  proxy = {},
  login = '',
  deadline = 3000,
}: Way): Promise<
  Sent & { connects: readonly string[]; requests: readonly string[]; seen: string[]; proxyPort: number }
> {
  const seen: string[] = [];
  const server = await closing(
    startServer(
      (request, response) => {
        void bodyOf(request).then((body) => {
          seen.push(JSON.stringify([request.method, request.url, request.headers, body]));
          response.end('from the server');
        });
      },
      scheme === 'https' ? authority.issue({ names: [STS_HOST] }) : undefined,
    ),
  );
  const route = (): { host: string; port: number } => ({ host: '127.0.0.1', port: server.port });
  const started = await closing(startProxy({ route, ...proxy }));
  const value = started.url.replace('://', `://${login}`);
  const env = { [scheme === 'https' ? 'HTTPS_PROXY' : 'http_proxy']: value };
  const sent = await sendTo(`${scheme}://${STS_HOST}/p?q=1`, { env, caBundle, ...noLookup }, { deadline });
  expect(JSON.stringify(sent)).not.toMatch(/hunter|%2F/);
  return { ...sent, connects: started.connects, requests: started.requests, seen, proxyPort: started.port };
}

describe('a proxy lets through', () => {
  test.each<[string, Way]>([
    ['HTTPS', {}],
    ['HTTPS with a login', { proxy: { auth: { user: 'u', password: 'hunter2/' } }, login: `u:${PASSWORD}@` }],
    ['HTTPS over TLS to the proxy', { proxy: { tls: authority.issue() } }],
    ['HTTPS intercepted by an authority that is trusted', { proxy: { intercept: authority } }],
  ])('%s', async (_name, way) => {
    const { answer, connects, requests, seen } = await throughProxy(way);
    expect(answer?.body).toBe('from the server');
    expect([connects, requests]).toEqual([[`${STS_HOST}:443`], []]);
    expect(seen.join()).toContain('/p?q=1');
    expect(seen.join()).not.toMatch(/proxy-|Basic/);
  });

  test.each<[string, Way]>([
    ['HTTP', { scheme: 'http' }],
    [
      'HTTP with a login',
      { scheme: 'http', proxy: { auth: { user: 'u', password: 'hunter2/' } }, login: `u:${PASSWORD}@` },
    ],
    ['HTTP over TLS to the proxy', { scheme: 'http', proxy: { tls: authority.issue() } }],
  ])('%s', async (_name, way) => {
    const { answer, connects, requests, seen } = await throughProxy(way);
    expect(answer?.body).toBe('from the server');
    expect([connects, requests]).toEqual([[], [`http://${STS_HOST}/p?q=1`]]);
    expect(seen.join()).toContain(`"host":"${STS_HOST}"`);
  });

  it('nothing where NO_PROXY exempts the host', async () => {
    const proxy = await closing(startProxy());
    const server = await closing(startServer((_request, response) => response.end('direct')));
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };
    const sent = await sendTo(`http://127.0.0.1:${String(server.port)}/`, { env });
    expect([sent.answer?.body, proxy.requests]).toEqual(['direct', []]);
  });

  it('loopback as well, without NO_PROXY', async () => {
    const proxy = await closing(startProxy());
    const server = await closing(startServer((_request, response) => response.end('proxied')));
    const url = `http://127.0.0.1:${String(server.port)}/`;
    const sent = await sendTo(url, { env: { HTTP_PROXY: proxy.url } });
    expect([sent.answer?.body, proxy.requests]).toEqual(['proxied', [url]]);
  });
});

describe('a proxy refuses', () => {
  const auth = { user: 'u', password: 'right' };
  test.each<[string, Way, string, RegExp, boolean]>([
    [
      'for want of a login',
      { proxy: { auth } },
      'HTTP_407',
      /407: it asks for a login \(Basic\), and HTTPS_PROXY holds none/,
      false,
    ],
    [
      'the login',
      { proxy: { auth }, login: `u:${PASSWORD}@` },
      'HTTP_407',
      /407: it does not accept the login \(Basic\) in HTTPS_PROXY/,
      false,
    ],
    [
      'the login over HTTP',
      { scheme: 'http', proxy: { auth }, login: `u:${PASSWORD}@` },
      'HTTP_407',
      /407: it does not accept the login \(Basic\) in http_proxy/,
      false,
    ],
    ['the host', { proxy: { refuse: 403 } }, 'HTTP_403', /^the proxy answered 403$/, false],
    ['for a fault of its own', { proxy: { refuse: 502 } }, 'HTTP_502', /^the proxy answered 502$/, true],
  ])('%s', async (_name, way, code, detail, transient) => {
    const sent = await throughProxy(way);
    expect(sent).toMatchObject({
      problem: { step: 'proxy', code, host: STS_HOST, proxy: { host: '127.0.0.1', port: sent.proxyPort } },
      transient,
    });
    expect(sent.problem?.detail).toMatch(detail);
    expect(sent.seen).toEqual([]);
  });

  it('and its 403 over plain HTTP is an answer, to be judged as any other', async () => {
    expect((await throughProxy({ scheme: 'http', proxy: { refuse: 403 } })).answer?.status).toBe(403);
  });
});

describe('a tunnel', () => {
  test.each<[NonNullable<ProxyOptions['tunnel']>, string, RegExp]>([
    ['stall', 'time-out', /TLS handshake/],
    ['reset', 'reset', /TLS handshake/],
    ['close', 'reset', /TLS handshake/],
  ])('that is granted, then %s', async (tunnel, step, detail) => {
    const sent = await throughProxy({ proxy: { tunnel }, deadline: 300 });
    expect(sent).toMatchObject({ problem: { step, proxy: { variable: 'HTTPS_PROXY' } }, transient: true });
    expect(sent.problem?.detail).toMatch(detail);
    expect(sent.took).toBeLessThan(600);
  });

  it('that is intercepted is told from a wrong host', async () => {
    const sent = await throughProxy({ proxy: { intercept: interceptor } });
    expect(sent).toMatchObject({ problem: { step: 'tls' }, transient: false });
    expect(sent.problem?.detail).toMatch(/for this host, issued by "Corp Interception CA".*TLS-intercepting proxy/);
    expect(sent.seen).toEqual([]);
  });
});

describe('a broken proxy', () => {
  test.each<[Fault, string, RegExp, boolean]>([
    ['refuse', 'proxy', /^ECONNREFUSED connecting to the proxy/, true],
    ['reset-accept', 'proxy', /^ECONNRESET/, true],
    ['reset-first-byte', 'proxy', /^ECONNRESET .*CONNECT/, true],
    ['close-first-byte', 'proxy', /^ECONNRESET .*CONNECT/, true],
    ['close-head', 'proxy', /^ECONNRESET .*CONNECT/, true],
    ['garbage', 'proxy', /^HPE_\w+ .*CONNECT/, true],
    ['endless-head', 'proxy', /^HPE_HEADER_OVERFLOW/, true],
    ['stall-first-byte', 'time-out', /CONNECT/, true],
    ['stall-head', 'time-out', /CONNECT/, true],
    ['drip-head', 'time-out', /CONNECT/, true],
    ['endless-continue', 'proxy', /answered 100/, false],
    ['oversize', 'tls', /does not speak TLS/, false],
  ])('%s', async (fault, step, detail, transient) => {
    const proxy = await closing(startBrokenServer(fault));
    const env = { HTTPS_PROXY: `u:${PASSWORD}@127.0.0.1:${String(proxy.port)}` };
    const sent = await sendTo(`https://${STS_HOST}/`, { env, ...noLookup }, { deadline: 300 });
    expect(sent).toMatchObject({ problem: { step, proxy: { host: '127.0.0.1', port: proxy.port } }, transient });
    expect([sent.problem?.code, sent.problem?.detail].filter(Boolean).join(' ')).toMatch(detail);
    expect(JSON.stringify(sent)).not.toContain('hunter');
    expect(sent.took).toBeLessThan(600);
  });

  it('whose own certificate is not trusted', async () => {
    const sent = await throughProxy({ proxy: { tls: interceptor.issue() } });
    expect(sent).toMatchObject({ problem: { step: 'proxy', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, transient: false });
    expect(sent.connects).toEqual([]);
  });

  it('whose name is not found', async () => {
    const lookup = (_host: string, _options: unknown, callback: (error: Error, all: never[]) => void): void => {
      callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    };
    const env = { HTTPS_PROXY: 'http://proxy.corp:3128' };
    expect(await sendTo(`https://${STS_HOST}/`, { env, lookup })).toMatchObject({
      problem: {
        step: 'proxy',
        code: 'ENOTFOUND',
        detail: "looking up the proxy's host",
        proxy: { variable: 'HTTPS_PROXY', host: 'proxy.corp', port: 3128 },
      },
      transient: false,
    });
  });

  it('that is not named by a URL', async () => {
    const env = { HTTPS_PROXY: `http://u:${PASSWORD}#@proxy` };
    const sent = await sendTo(`https://${STS_HOST}/`, { env });
    expect(sent).toMatchObject({ problem: { step: 'proxy', code: 'ERR_PROXY_URL' }, transient: false });
    expect(JSON.stringify(sent)).not.toMatch(/hunter/);
  });
});
