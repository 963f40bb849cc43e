import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, test } from '@jest/globals';
import { githubContents } from '../../src/github/contents.ts';
import { Secret } from '../../src/model/secret.ts';

const never = new AbortController().signal;
const TOKEN = new Secret('ghs_invented');

let server: Server;
let requests: { url: string | undefined; authorization: string | undefined; accept: string | undefined }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push({
      url: request.url,
      authorization: request.headers.authorization,
      accept: request.headers.accept,
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The toolkit chooses its proxy by this variable when it is loaded.
  process.env['GITHUB_API_URL'] = apiUrl();
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function apiUrl(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
}

function read(signal: AbortSignal = never): Promise<string | undefined> {
  return githubContents(apiUrl(), TOKEN)('octocat', 'hello-world', '.github/workflows/a b.yml', 'abc123', signal);
}

it('reads the file as it is, at the commit, with the token', async () => {
  answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }).end('jobs: {}\r\n');
  expect(await read()).toBe('jobs: {}\r\n');
  expect(requests).toEqual([
    {
      url: '/api/v3/repos/octocat/hello-world/contents/.github/workflows/a%20b.yml?ref=abc123',
      authorization: 'token ghs_invented',
      accept: 'application/vnd.github.v3.raw',
    },
  ]);
});

const TEXT = 'name: Über\njobs: {}\n';
/** GitHub breaks the base64 text every 60 characters. */
const BASE64 = Buffer.from(TEXT.repeat(5)).toString('base64').replace(/.{60}/g, '$&\n');

test.each<[string, string | undefined, string | Buffer, string]>([
  ['raw bytes of version 3', 'application/vnd.github.v3.raw', TEXT, TEXT],
  ['raw bytes', 'application/vnd.github.raw+json', TEXT, TEXT],
  ['bytes of any kind', 'application/octet-stream', TEXT, TEXT],
  ['no type', undefined, TEXT, TEXT],
  [
    'JSON',
    'application/json; charset=utf-8',
    JSON.stringify({ type: 'file', encoding: 'base64', content: BASE64 }),
    TEXT.repeat(5),
  ],
  [
    'JSON of version 3',
    'application/vnd.github.v3+json',
    JSON.stringify({ type: 'file', encoding: 'base64', content: BASE64 }),
    TEXT.repeat(5),
  ],
])('reads an answer of %s', async (_, type, body, expected) => {
  answer = (__, response) => response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body);
  expect(await read()).toBe(expected);
});

it('gives up a body without end', async () => {
  let isOpen = true;
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.github.raw+json' });
    const more = (): void => {
      while (isOpen && response.write(Buffer.alloc(64 * 1024, '#')));
    };
    response.on('drain', more).on('close', () => {
      isOpen = false;
    });
    more();
  };
  expect(await read()).toBeUndefined();
});

const json = (value: unknown): typeof answer => {
  return (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

test.each<[string, typeof answer]>([
  ['403', (_, response) => response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"no"}')],
  ['404', (_, response) => response.writeHead(404).end()],
  ['500', (_, response) => response.writeHead(500).end('<html>')],
  ['a directory', json([])],
  ['a submodule', json({ type: 'submodule', content: BASE64, encoding: 'base64' })],
  ['a file that is too large', json({ type: 'file', content: '', encoding: 'none' })],
  ['a captive portal', json(null)],
  ['JSON that is none', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{')],
  ['no text', json({ type: 'file', content: '/////w==', encoding: 'base64' })],
  ['a connection that ends', (request) => request.socket.destroy()],
])('gives undefined for %s', async (_, reply) => {
  answer = reply;
  expect(await read()).toBeUndefined();
  expect(requests).toHaveLength(1);
});

it('gives undefined when the signal fires', async () => {
  answer = () => undefined;
  expect(await read(AbortSignal.timeout(50))).toBeUndefined();
});

it('gives undefined for a server that is not there', async () => {
  expect(await githubContents('http://127.0.0.1:1', TOKEN)('o', 'r', 'f', 'c', never)).toBeUndefined();
});
