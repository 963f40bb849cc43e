import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Attempt } from '../evidence.ts';
import { VERSION } from '../version.ts';
import type { HttpRequest } from './transport.ts';

/** A stable name for those who read CloudTrail. */
export const USER_AGENT = `aws-credentials-preflight/${VERSION}`;

/**
 * One call of the Query protocol, signed by the SDK's own signer. The whole client is twenty times its size, and would
 * take longer to load than AWS takes to answer: this request stands in front of every deployment.
 *
 * @param body - `Action=…&Version=…`
 */
export async function signedRequest(attempt: Attempt, body: string): Promise<HttpRequest> {
  const { endpoint, sessionToken } = attempt;
  const signer = new SignatureV4({
    service: 'sts',
    region: attempt.region,
    credentials: {
      accessKeyId: attempt.accessKeyId.reveal(),
      secretAccessKey: attempt.secretAccessKey.reveal(),
      ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
    },
    sha256: Sha256,
    applyChecksum: false,
  });
  const headers = {
    host: endpoint.host,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': USER_AGENT,
  };
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: endpoint.pathname,
      query: {},
      headers,
      body,
    },
    { signingDate: new Date(Date.now() + attempt.clockOffset) },
  );
  return { method: 'POST', url: endpoint, headers: signed.headers, body };
}

/** The checksum that the signer asks for, over Node's own. */
class Sha256 {
  readonly #hash: { update(data: Uint8Array): unknown; digest(): Buffer };

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    throw new Error('The signer does not use a checksum twice');
  }
}

function bytesOf(secret: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof secret === 'string') return Buffer.from(secret);
  if (secret instanceof ArrayBuffer) return Buffer.from(secret);
  return Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength);
}
