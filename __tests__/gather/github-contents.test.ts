import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, test } from '@jest/globals';
import { githubContents } from '../../src/gather/github-contents.ts';
import { Secret } from '../../src/secret.ts';

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

test.each<[string, typeof answer]>([
  ['403', (_, response) => response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"no"}')],
  ['404', (_, response) => response.writeHead(404).end()],
  ['500', (_, response) => response.writeHead(500).end('<html>')],
  ['a directory', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('[]')],
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
