import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';

import { ANSWER_FAULTS, startBrokenServer } from '../../simulator/network/broken-server.ts';
import type { Fault } from '../../simulator/network/broken-server.ts';
import { createAuthority, selfSigned } from '../../simulator/network/certificates.ts';
import { startUnacceptingServer } from '../../simulator/network/unaccepting.ts';
import { bodyOf, closingAfterEach, onLoopback, sendTo, startServer, STS_HOST } from './network.ts';

const closing = closingAfterEach();
const authority = createAuthority('Corp Root');
const DAY = 86_400_000;
let folder = '';
let bundle = { variable: 'AWS_CA_BUNDLE', path: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'transport-'));
  bundle = { variable: 'AWS_CA_BUNDLE', path: join(folder, 'ca.pem') };
  await writeFile(bundle.path, authority.certificate);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('an answer', () => {
  it.each(['http', 'https'])('comes whole over %s', async (scheme) => {
    const before = Date.now();
    const server = await closing(
      startServer(
        (request, response) => {
          void bodyOf(request).then((body) => {
            response.writeHead(403, { 'X-Amzn-RequestId': 'abc', 'set-cookie': ['a=1', 'b=2'] });
            response.end(
              [request.method, request.url, request.headers.host, request.headers.connection, body].join('|'),
            );
          });
        },
        scheme === 'https' ? authority.issue() : undefined,
      ),
    );
    const host = `localhost:${String(server.port)}`;
    const { answer } = await sendTo(`${scheme}://${host}/path?a=b`, { caBundle: bundle });
    expect(answer?.status).toBe(403);
    expect(answer?.headers).toMatchObject({ 'x-amzn-requestid': 'abc', 'set-cookie': 'a=1, b=2' });
    expect(answer?.body).toBe(`POST|/path?a=b|${host}|close|Action=GetCallerIdentity`);
    expect(answer?.sentAt).toBeGreaterThanOrEqual(before);
    expect(answer?.receivedAt).toBeGreaterThanOrEqual(answer?.sentAt ?? Infinity);
    expect(Date.now()).toBeGreaterThanOrEqual(answer?.receivedAt ?? Infinity);
  });

  it('is measured from when the request is written, not from when the connection is sought', async () => {
    const server = await closing(startServer((_request, response) => response.end()));
    const slowly: typeof onLoopback = (host, options, callback) => setTimeout(onLoopback, 300, host, options, callback);
    const start = Date.now();
    const { answer } = await sendTo(`http://${STS_HOST}:${String(server.port)}/`, { lookup: slowly });
    expect((answer?.sentAt ?? 0) - start).toBeGreaterThan(250);
    expect((answer?.receivedAt ?? Infinity) - (answer?.sentAt ?? 0)).toBeLessThan(200);
  });

  it('that redirects is an answer like any other', async () => {
    let requests = 0;
    const server = await closing(
      startServer((_request, response) => {
        requests += 1;
        response.writeHead(302, { location: '/elsewhere' }).end();
      }),
    );
    const { answer } = await sendTo(`http://127.0.0.1:${String(server.port)}/`);
    expect([answer?.status, answer?.headers['location'], requests]).toEqual([302, '/elsewhere', 1]);
  });

  it.each([1024 * 1024, 1024 * 1024 + 1])('of %i bytes is within or above the limit', async (size) => {
    const server = await closing(startServer((_request, response) => response.end('x'.repeat(size))));
    const { answer, problem, transient } = await sendTo(`http://127.0.0.1:${String(server.port)}/`);
    expect(answer?.body.length ?? problem?.code).toBe(size > 1024 * 1024 ? 'ERR_BODY_TOO_LARGE' : size);
    expect(transient).toBe(size > 1024 * 1024 ? false : undefined);
  });

  it('of a server that sends interim answers first', async () => {
    const server = await closing(
      startServer((_request, response) => {
        response.writeProcessing();
        response.writeContinue();
        response.end('done');
      }),
    );
    expect((await sendTo(`http://127.0.0.1:${String(server.port)}/`)).answer?.body).toBe('done');
  });
});

describe('a header that cannot be sent', () => {
  test.each([
    ['authorization', 'AKIA\nX', 'ERR_INVALID_CHAR'],
    ['x-amz-security-token', 'tok\u200ben', 'ERR_INVALID_CHAR'],
    ['bad name', 'x', 'ERR_INVALID_HTTP_TOKEN'],
  ])('%s: %j opens no connection', async (name, value, code) => {
    let connections = 0;
    const server = await closing(startServer(() => undefined));
    const counting: typeof onLoopback = (...call) => {
      connections += 1;
      onLoopback(...call);
    };
    const sent = await sendTo(
      `http://${STS_HOST}:${String(server.port)}/`,
      { lookup: counting },
      { request: { headers: { [name]: value } } },
    );
    expect(sent).toMatchObject({ problem: { step: 'send', code }, transient: false });
    expect(sent.problem?.detail).toContain(name);
    expect(sent.problem?.detail).not.toContain(value);
    expect(connections).toBe(0);
  });
});

describe('no connection', () => {
  it.each([
    ['ENOTFOUND', false],
    ['EAI_AGAIN', true],
  ])('%s', async (code, transient) => {
    const lookup: typeof onLoopback = (_host, _options, callback) => {
      callback(Object.assign(new Error('not found'), { code }), []);
    };
    const sent = await sendTo(`https://${STS_HOST}/`, { lookup });
    expect(sent).toMatchObject({
      problem: { step: 'dns', code, host: STS_HOST, port: 443, proxy: undefined },
      transient,
    });
  });

  it('stalls in the look-up', async () => {
    const sent = await sendTo(`https://${STS_HOST}/`, { lookup: () => undefined }, { deadline: 300 });
    expect(sent).toMatchObject({ problem: { step: 'time-out', detail: 'looking up the host' }, transient: true });
    expect(sent.took).toBeLessThan(600);
  });

  it('is refused', async () => {
    const { port } = await startBrokenServer('refuse');
    const sent = await sendTo(`http://127.0.0.1:${String(port)}/`);
    expect(sent).toMatchObject({ problem: { step: 'connect', code: 'ECONNREFUSED', port }, transient: true });
    // Two addresses: Node collects the errors of both.
    const both = await sendTo(`http://localhost:${String(port)}/`);
    expect(both).toMatchObject({ problem: { step: 'connect', code: 'ECONNREFUSED' } });
  });

  (process.platform === 'linux' ? it : it.skip)('stalls while connecting', async () => {
    const server = await closing(startUnacceptingServer());
    const sent = await sendTo(`http://127.0.0.1:${String(server.port)}/`, {}, { deadline: 300 });
    expect(sent).toMatchObject({ problem: { step: 'time-out', detail: 'connecting' }, transient: true });
    expect(sent.took).toBeLessThan(600);
  });

  it('has no time left', async () => {
    const sent = await sendTo('http://127.0.0.1:1/', {}, { deadline: 0 });
    expect(sent).toMatchObject({ problem: { step: 'time-out', port: 1 } });
  });
});

interface Expected {
  readonly step: string;
  readonly code?: RegExp;
  readonly detail?: RegExp;
  readonly transient: boolean;
}
const timeOut = (detail: RegExp): Expected => ({ step: 'time-out', detail, transient: true });
const reset = (detail: RegExp): Expected => ({ step: 'reset', code: /^ECONNRESET$/, detail, transient: true });
const notHttp: Expected = { step: 'answer', code: /^HPE_/, detail: /not HTTP/, transient: true };
const tooLarge: Expected = { step: 'answer', code: /^ERR_BODY_TOO_LARGE$/, detail: /1 MiB/, transient: false };

const ANSWER_EXPECTED: Record<(typeof ANSWER_FAULTS)[number], Expected> = {
  'stall-first-byte': timeOut(/first byte/),
  'stall-head': timeOut(/first byte/),
  'stall-body': timeOut(/body/),
  'reset-first-byte': reset(/first byte/),
  'reset-head': reset(/first byte/),
  'reset-body': reset(/body/),
  'close-first-byte': reset(/first byte/),
  'close-head': reset(/first byte/),
  'close-body': reset(/body/),
  garbage: notHttp,
  'garbage-chunks': notHttp,
  'drip-head': timeOut(/first byte/),
  'drip-body': timeOut(/body/),
  oversize: tooLarge,
  'endless-body': tooLarge,
  'endless-head': { step: 'answer', code: /^HPE_HEADER_OVERFLOW$/, transient: true },
  'endless-continue': { step: 'answer', code: /^ERR_INTERIM_ANSWERS$/, transient: false },
  upgrade: { step: 'answer', code: /^ERR_UNEXPECTED_UPGRADE$/, transient: false },
};

const TLS_EXPECTED: Partial<Record<Fault, Expected>> = {
  'stall-tls': timeOut(/TLS handshake/),
  'reset-tls': reset(/TLS handshake/),
  'close-tls': reset(/TLS handshake/),
  'garbage-tls': { step: 'tls', code: /^(ERR_SSL_|EPROTO)/, detail: /does not speak TLS/, transient: false },
  'http-on-tls-port': { step: 'tls', code: /^(ERR_SSL_|EPROTO)/, detail: /does not speak TLS/, transient: false },
  // The reset may overtake the news of the connection.
  'reset-accept': reset(/connecting|TLS handshake/),
};

async function expectFault(fault: Fault, expected: Expected, secure: boolean): Promise<void> {
  const server = await closing(startBrokenServer(fault, secure ? authority.issue() : undefined));
  const url = `${secure ? 'https' : 'http'}://localhost:${String(server.port)}/`;
  const sent = await sendTo(url, { caBundle: bundle, lookup: onLoopback }, { deadline: 300 });
  expect(sent.answer).toBeUndefined();
  expect(sent).toMatchObject({ problem: { step: expected.step, host: 'localhost' }, transient: expected.transient });
  expect(sent.problem?.code ?? '').toMatch(expected.code ?? /^/);
  expect(sent.problem?.detail ?? '').toMatch(expected.detail ?? /^/);
  expect(sent.took).toBeLessThan(600);
  expect(server.connections()).toBe(1);
}

describe('a broken answer over HTTP', () => {
  it.each(ANSWER_FAULTS)('%s', (fault) => expectFault(fault, ANSWER_EXPECTED[fault], false));
});

describe('a broken answer over HTTPS', () => {
  it.each(ANSWER_FAULTS)('%s', (fault) => expectFault(fault, ANSWER_EXPECTED[fault], true));
});

describe('broken TLS', () => {
  it.each(Object.entries(TLS_EXPECTED) as [Fault, Expected][])('%s', (fault, expected) =>
    expectFault(fault, expected, true),
  );

  it('time-outs of one attempt are told from none', async () => {
    const server = await closing(startBrokenServer('stall-tls'));
    const url = `https://127.0.0.1:${String(server.port)}/`;
    const sent = await sendTo(url, {}, { deadline: 5000, attemptTimeout: 200 });
    expect(sent).toMatchObject({ problem: { step: 'time-out' }, transient: true });
    expect(sent.took).toBeLessThan(500);
  });
});

describe('a certificate', () => {
  const other = createAuthority('Corp "Proxy"\n\u202eCA ' + 'x'.repeat(100));
  const trusted = true;
  test.each([
    [
      'of an authority unknown here',
      other.issue({ names: [STS_HOST] }),
      !trusted,
      'SELF_SIGNED_CERT_IN_CHAIN',
      /for this host, issued by "Corp "Proxy"\?\?CA x+\.\.\.", .*TLS-intercepting proxy/,
    ],
    [
      'without its authority',
      authority.issue({ names: [STS_HOST], withAuthority: false }),
      !trusted,
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      /issued by "Corp Root".*TLS-intercepting proxy/,
    ],
    [
      'of nobody',
      selfSigned(['portal.example']),
      !trusted,
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      /other names \(portal\.example\).*another server/,
    ],
    [
      'for other names',
      authority.issue({ names: ['a.example', 'b.example', '10.0.0.1', 'c.example'] }),
      trusted,
      'ERR_TLS_CERT_ALTNAME_INVALID',
      /other names \(a\.example, b\.example, 10\.0\.0\.1, and more\)/,
    ],
    [
      'that has expired',
      authority.issue({ names: [STS_HOST], notBefore: new Date('2020-01-02'), notAfter: new Date('2021-03-04') }),
      trusted,
      'CERT_HAS_EXPIRED',
      /expired \(it is valid from 2020-01-02 to 2021-03-04\): is the clock right/,
    ],
    [
      'that is not yet valid',
      authority.issue({ names: [STS_HOST], notBefore: new Date('2060-01-02'), notAfter: new Date('2061-03-04') }),
      trusted,
      'CERT_NOT_YET_VALID',
      /not yet valid \(it is valid from 2060-01-02 to 2061-03-04\)/,
    ],
  ])('%s is refused', async (_name, certificate, isTrusted, code, detail) => {
    let requests = 0;
    const server = await closing(
      startServer((_request, response) => {
        requests += 1;
        response.end();
      }, certificate),
    );
    const url = `https://${STS_HOST}:${String(server.port)}/`;
    const sent = await sendTo(url, { lookup: onLoopback, caBundle: isTrusted ? bundle : undefined });
    expect(sent).toMatchObject({ problem: { step: 'tls', code, host: STS_HOST }, transient: false });
    expect(sent.problem?.detail).toMatch(detail);
    expect(requests).toBe(0);
  });

  it('is refused even where NODE_TLS_REJECT_UNAUTHORIZED is 0', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const server = await closing(startServer((_request, response) => response.end(), selfSigned()));
      expect(await sendTo(`https://127.0.0.1:${String(server.port)}/`)).toMatchObject({ problem: { step: 'tls' } });
    } finally {
      if (before === undefined) {
        delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      } else {
        process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      }
    }
  });

  it('for an IP address is accepted', async () => {
    const tls = authority.issue({ names: ['127.0.0.1'], notAfter: new Date(Date.now() + DAY) });
    const server = await closing(startServer((_request, response) => response.end('in'), tls));
    const sent = await sendTo(`https://127.0.0.1:${String(server.port)}/`, { caBundle: bundle });
    expect(sent.answer?.body).toBe('in');
  });
});

describe('AWS_CA_BUNDLE', () => {
  test.each([
    ['names no file', () => join(folder, 'none.pem'), 'ENOENT', /AWS_CA_BUNDLE names cannot be read/],
    ['names a folder', () => folder, 'ERR_CA_BUNDLE', /AWS_CA_BUNDLE does not name a regular file/],
    ['names a device', () => '/dev/zero', 'ERR_CA_BUNDLE', /AWS_CA_BUNDLE does not name a regular file/],
    ['holds no certificate', () => join(folder, 'empty.pem'), 'ERR_CA_BUNDLE', /AWS_CA_BUNDLE names holds no PEM/],
    ['holds a broken one', () => join(folder, 'broken.pem'), undefined, /^/],
  ])('%s', async (_name, path, code, detail) => {
    await writeFile(join(folder, 'empty.pem'), 'nothing');
    await writeFile(join(folder, 'broken.pem'), authority.certificate.replace(/^M.*$/m, 'M!!!'));
    const server = await closing(startServer((_request, response) => response.end(), authority.issue()));
    const caBundle = { variable: 'AWS_CA_BUNDLE', path: path() };
    const sent = await sendTo(`https://127.0.0.1:${String(server.port)}/`, { caBundle });
    expect(sent).toMatchObject({ problem: { step: 'tls', ...(code && { code }) }, transient: false });
    expect(sent.problem?.detail ?? '').toMatch(detail);
  });

  it('is not read over plain HTTP', async () => {
    const server = await closing(startServer((_request, response) => response.end('fine')));
    const caBundle = { variable: 'AWS_CA_BUNDLE', path: join(folder, 'none.pem') };
    expect((await sendTo(`http://127.0.0.1:${String(server.port)}/`, { caBundle })).answer?.body).toBe('fine');
  });
});

it('closes its connection when the time is up', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await sendTo(`http://127.0.0.1:${String(port)}/`, {}, { deadline: 200 });
  // Ends only when no connection is left.
  await new Promise((resolve) => server.close(resolve));
});
