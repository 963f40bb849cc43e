import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { EndpointFailure } from '../model/source-problem.ts';

/** Bodies are cut off here, in bytes: no credentials are anywhere near as long. */
const MAX_BODY_BYTES = 64 * 1024;

export type EndpointAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'no-answer'; readonly failure: EndpointFailure };

/**
 * One request to an endpoint on this machine or its own network. Never goes through a proxy, follows no redirect,
 * and never throws. The SDK's own providers for these endpoints have no deadline over the whole body.
 *
 * @param seconds - limit for this one request, within the deadline
 */
export async function askEndpoint(
  url: URL,
  options: { readonly method?: 'GET' | 'PUT'; readonly headers?: Readonly<Record<string, string>> },
  seconds: number,
  deadline: AbortSignal,
): Promise<EndpointAnswer> {
  const limit = AbortSignal.timeout(seconds * 1000);
  const signal = AbortSignal.any([limit, deadline]);
  try {
    return await send(url, options, signal);
  } catch (error) {
    if (limit.aborted) return { kind: 'no-answer', failure: { kind: 'slow', seconds } };
    if (deadline.aborted) return { kind: 'no-answer', failure: { kind: 'time-out' } };
    return { kind: 'no-answer', failure: failureOf(error as NodeJS.ErrnoException) };
  }
}

function send(
  url: URL,
  options: { readonly method?: 'GET' | 'PUT'; readonly headers?: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = { accept: 'application/json', ...options.headers };
    const sent = start(url, { method: options.method ?? 'GET', headers, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MAX_BODY_BYTES) response.destroy(new Error('too long'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        resolve({ kind: 'answer', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

function failureOf(error: NodeJS.ErrnoException): EndpointFailure {
  if (error.message === 'too long') return { kind: 'too-long' };
  const { code } = error;
  switch (code) {
    case 'ECONNREFUSED':
      return { kind: 'refused-connection', code };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { kind: 'unknown-host', code };
    case 'ERR_INVALID_CHAR':
      return { kind: 'bad-header' };
    default:
      return { kind: 'unreachable', ...(code !== undefined && { code }) };
  }
}
