import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Bodies are cut off here, in bytes: no credentials are anywhere near as long. */
const MAX_BODY_BYTES = 64 * 1024;

export type EndpointAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  /** `why` goes on after the address: `did not answer within 1 s`, `refused the connection (ECONNREFUSED)`. */
  | { readonly kind: 'no-answer'; readonly why: string };

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
    if (limit.aborted) return { kind: 'no-answer', why: `did not answer within ${seconds} s` };
    if (deadline.aborted) return { kind: 'no-answer', why: 'did not answer before the time-out of this step' };
    return { kind: 'no-answer', why: describe(error as NodeJS.ErrnoException) };
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

function describe(error: NodeJS.ErrnoException): string {
  if (error.message === 'too long') return `answered more than ${MAX_BODY_BYTES / 1024} KiB`;
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'refused the connection (ECONNREFUSED)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `has a host name that cannot be resolved (${error.code})`;
    case 'ERR_INVALID_CHAR':
      return 'cannot be asked: the authorization token holds a character that cannot stand in a header';
    default:
      return `could not be reached${error.code === undefined ? '' : ` (${error.code})`}`;
  }
}
