import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Credentials } from './ask.ts';

class Sha256 {
  readonly #hash: { update(data: Uint8Array): unknown; digest(): Buffer };

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Uint8Array);
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    throw new Error('not asked for');
  }
}

/** A call of the Query protocol, signed by AWS's own signer; gives the answer's status and body. */
export async function signedCall(
  endpoint: string,
  credentials: Credentials,
  scope: { readonly service: string; readonly region: string },
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string }> {
  const url = new URL(endpoint);
  const body = new URLSearchParams(parameters).toString();
  const signer = new SignatureV4({ ...scope, sha256: Sha256, applyChecksum: false, credentials });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
    body,
    query: {},
  });
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.text() };
}
