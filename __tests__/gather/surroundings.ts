import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { wordsOfFault, wordsOfLook, wordsOfReason } from '../../src/diagnoses/shared/source-words.ts';
import type { SourceUnavailable, UnusableFile } from '../../src/model/source-problem.ts';
import { phraseOfPlace, type Place } from '../../src/model/place.ts';
import type { Environment, Host } from '../../src/model/environment.ts';
import { gather } from '../../src/gather/gather.ts';
import { startDeadline } from '../../src/http/deadline.ts';
import { createSend } from '../../src/http/send.ts';
import type { Connection } from '../../src/sts/call.ts';
import type { Gathered, Look } from '../../src/model/gathered.ts';
import { DEFAULT_ROLE_SETTINGS, type Settings } from '../../src/model/settings.ts';

export const KEY_ID = 'AKIARZPUZDIKGB2VALC4';
export const SESSION_KEY_ID = 'ASIAQAAAAAAAGMKEM7X5';
/** Invented, 40 characters. */
export const SECRET_KEY = 'Sec0ret0Sec1ret1Sec2ret2Sec3ret3Sec4ret4';

/** A home directory with the given files, by path below it. */
export class Home implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'preflight-home-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Buffer): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  get host(): Host {
    return { platform: process.platform, homedir: this.path, release: '6.8.0-generic' };
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function settings(some: Partial<Settings> = {}): Settings {
  return {
    accessKeyId: undefined,
    secretAccessKey: undefined,
    sessionToken: undefined,
    profile: undefined,
    region: undefined,
    allowedAccountIds: [],
    expectedArns: [],
    minRemaining: undefined,
    expiresAt: undefined,
    maxClockSkew: 300,
    roleToAssume: undefined,
    role: DEFAULT_ROLE_SETTINGS,
    tools: [],
    audience: 'sts.amazonaws.com',
    trustPolicy: undefined,
    stsEndpoint: undefined,
    confirm: true,
    onMissing: 'fail',
    failOn: 'error',
    onUnknown: 'fail',
    timeout: 30,
    summary: 'problems',
    maskAccountId: false,
    githubToken: undefined,
    explain: 'off',
    ...some,
  };
}

/** A direct way to the network. */
export function connectWithin(milliseconds: number): () => Connection {
  const send = createSend({ env: {}, caBundle: undefined, now: Date.now });
  return () => ({ send, deadline: startDeadline(milliseconds) });
}

/** Gathers as on a GitHub-hosted runner, so that no instance endpoint is asked unless the test says so. */
export function gatherIn(
  home: Home,
  env: Environment = {},
  some: Partial<Settings> = {},
  milliseconds = 10_000,
): Promise<Gathered> {
  const whole = { PATH: process.env['PATH'], RUNNER_ENVIRONMENT: 'github-hosted', ...env };
  return gather(settings(some), whole, home.host, connectWithin(milliseconds));
}

/** The three values in the open, to compare. */
export function revealed(gathered: Gathered): (string | undefined)[] {
  const { accessKeyId, secretAccessKey, sessionToken } = gathered.credentials ?? {};
  return [accessKeyId?.reveal(), secretAccessKey?.reveal(), sessionToken?.reveal()];
}

export function profileText(heading: string, keyId = KEY_ID, more = ''): string {
  return `[${heading}]\naws_access_key_id = ${keyId}\naws_secret_access_key = ${SECRET_KEY}\n${more}`;
}

export interface Reply {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly stall?: true;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback that answers by a rule and keeps what it was asked. */
export class Loopback implements AsyncDisposable {
  readonly asked: Asked[] = [];
  readonly #server;

  private constructor(answer: (asked: Asked) => Reply) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const asked = {
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        };
        this.asked.push(asked);
        const reply = answer(asked);
        if (reply.stall) return;
        response.writeHead(reply.status ?? 200, reply.headers).end(reply.body ?? '');
      });
    });
  }

  static async start(answer: (asked: Asked) => Reply): Promise<Loopback> {
    const loopback = new Loopback(answer);
    await new Promise<void>((resolve) => loopback.#server.listen(0, '127.0.0.1', resolve));
    return loopback;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const PLACES = new Set(['input', 'variable', 'setting', 'answer']);

/** The same with every place and reason in the words that a reader sees, so that a test says what is told. */
export function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const one = value as Readonly<Record<string, unknown>>;
  if (typeof one['kind'] === 'string' && typeof one['name'] === 'string' && PLACES.has(one['kind']))
    return phraseOfPlace(value as Place);
  if (typeof one['place'] === 'string' && typeof one['result'] === 'object')
    return { place: one['place'], result: wordsOfLook(value as Look) };
  const entries = Object.entries(one).map(([key, inner]) => [key, told(inner)]);
  const why = one['kind'] === 'source-unavailable' ? [['why', wordsOfReason((value as SourceUnavailable).reason)]] : [];
  const unread = one['kind'] === 'unreadable' ? [['why', wordsOfFault(value as UnusableFile)]] : [];
  return Object.fromEntries([...entries, ...why, ...unread]);
}
