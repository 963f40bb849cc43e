import type { IncomingMessage } from 'node:http';
import type { WireRequest } from './signature.ts';

/** The whole request with its bytes as sent, or undefined where the other side hung up before its end. */
export async function readRequest(incoming: IncomingMessage): Promise<WireRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const headers: [string, string][] = [];
  const raw = incoming.rawHeaders;
  for (let i = 0; i + 1 < raw.length; i += 2) headers.push([raw[i] ?? '', raw[i + 1] ?? '']);
  const target = Buffer.from(incoming.url ?? '/', 'latin1').toString();
  return { method: incoming.method ?? 'GET', target, headers, body: Buffer.concat(chunks) };
}
