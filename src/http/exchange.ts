import {
  type ClientRequest,
  type IncomingMessage,
  request as httpRequest,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { connectionLost, type RequestContext, limitInterim } from './connection.ts';
import { StepError, codeOf } from './failure.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A whole answer, of whatever status. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Wall clock in milliseconds, when the request was written. */
  readonly sentAt: number;
  /** Wall clock in milliseconds, when the head of the answer arrived. */
  readonly receivedAt: number;
  readonly bodyComplete: true;
}

/** AWS's answers take a few kilobytes. */
const LARGEST_BODY = 1024 * 1024;

/**
 * Checks that every header can be sent, before anything is: a control character in a key ID or a token cannot.
 *
 * @throws StepError that names the header, never its value.
 */
export function checkHeaders(headers: HttpRequest['headers']): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (error) {
      throw new StepError('send', codeOf(error), `the value of the header ${name.toLowerCase()} cannot be sent`);
    }
  }
}

/**
 * Sends one request over `socket` and reads the whole answer. Redirects are not followed, compression is not asked for.
 *
 * @param path what stands in the request line: the path, or the whole URL for a proxy
 * @param extraHeaders headers for the proxy
 * @throws StepError or a system error
 */
export async function exchange(
  context: RequestContext,
  socket: Duplex,
  { method, url, headers, body }: HttpRequest,
  path: string,
  extraHeaders: Readonly<Record<string, string>>,
): Promise<{ answer: HttpAnswer; raw: IncomingMessage }> {
  context.stage = 'send';
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const host = names.includes('host') ? {} : { host: url.host };
  const request = httpRequest({
    createConnection: () => socket,
    method,
    path,
    headers: { ...host, ...headers, ...extraHeaders },
  });
  const sentAt = context.now();
  request.end(body, () => {
    context.sent();
  });
  const { raw, receivedAt, text } = await readAnswer(context, request);
  const answer: HttpAnswer = {
    status: raw.statusCode ?? 0,
    headers: headersOf(raw),
    body: text,
    sentAt,
    receivedAt,
    bodyComplete: true,
  };
  return { answer, raw };
}

async function readAnswer(
  context: RequestContext,
  request: ClientRequest,
): Promise<{ raw: IncomingMessage; receivedAt: number; text: string }> {
  return await new Promise((resolve, reject) => {
    // Up to the end of the body: what is not HTTP may come in the same packet as the head.
    request.on('error', reject);
    limitInterim(request, reject);
    request.once('response', (raw) => {
      const receivedAt = context.now();
      context.stage = 'body';
      bodyOf(raw).then((text) => {
        resolve({ raw, receivedAt, text });
      }, reject);
    });
    request.once('close', () => {
      if (context.stage !== 'body') {
        reject(connectionLost());
      }
    });
    request.once('upgrade', () => {
      reject(new StepError('answer', 'ERR_UNEXPECTED_UPGRADE', 'the answer changes to another protocol'));
    });
  });
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  return await new Promise<string>((resolve, reject) => {
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > LARGEST_BODY) {
        answer.destroy();
        reject(new StepError('answer', 'ERR_BODY_TOO_LARGE', 'the answer is larger than 1 MiB'));
      }
    });
    answer.once('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    answer.on('error', reject);
    answer.once('close', () => {
      reject(connectionLost());
    });
  });
}

function headersOf(answer: IncomingMessage): Record<string, string> {
  const entries = Object.entries(answer.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
