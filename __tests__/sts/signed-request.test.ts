import { describe, expect, it, jest } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { signedRequest } from '../../src/sts/sign.ts';
import type { HttpRequest } from '../../src/http/send.ts';
import type { Attempt } from '../../src/model/evidence.ts';
import { Secret } from '../../src/model/secret.ts';

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';

interface Given {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  readonly region: string;
  readonly endpoint: URL;
  readonly clockOffset: number;
}

function attemptOf({ accessKeyId, secretAccessKey, sessionToken, ...rest }: Given): Attempt {
  return {
    ...rest,
    accessKeyId: new Secret(accessKeyId),
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: sessionToken === undefined ? undefined : new Secret(sessionToken),
  };
}

function sign(attempt: Attempt): HttpRequest {
  const { endpoint: url, region } = attempt;
  return signedRequest(attempt, { method: 'POST', url, service: 'sts', region, body: BODY });
}

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

/** What the AWS SDK's signer makes of the same request. */
async function bySdk({ endpoint, region, clockOffset, ...credentials }: Given): Promise<string | undefined> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    service: 'sts',
    region,
    sha256: Sha256,
    applyChecksum: false,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
  });
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: endpoint.pathname,
      query: {},
      headers: { host: endpoint.host, 'content-type': 'application/x-www-form-urlencoded' },
      body: BODY,
    },
    { signingDate: new Date(Date.now() + clockOffset) },
  );
  return headers['authorization'];
}

const header = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});
const path = fc.oneof(fc.constant(''), fc.webPath(), fc.constantFrom('sts', "/a'b(c)*!", '/a//b/', '%2F%7E~', 'ü'));
const given: fc.Arbitrary<Given> = fc.record({
  accessKeyId: header,
  secretAccessKey: fc.string({ unit: 'binary' }),
  sessionToken: fc.option(header, { nil: undefined }),
  region: fc.constantFrom('eu-west-1', 'us-gov-west-1', 'cn-north-1', 'nowhere'),
  endpoint: fc
    .tuple(fc.constantFrom('https://sts.eu-west-1.amazonaws.com', 'http://127.0.0.1:4566', 'https://[::1]:8443'), path)
    .map(([origin, rest]) => new URL(`${origin}/${rest}`)),
  clockOffset: fc.integer({ min: -1e9, max: 1e9 }),
});

describe('a signed request', () => {
  it('carries the signature that the SDK gives the same request', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T12:00:00.500Z') });
    try {
      await fc.assert(
        fc.asyncProperty(given, async (each) => {
          const { headers } = sign(attemptOf(each));
          expect(headers['authorization']).toBe(await bySdk(each));
        }),
        { numRuns: 2000 },
      );
    } finally {
      jest.useRealTimers();
    }
  });

  it('is dated on the clock that the attempt asks for', () => {
    const attempt = attemptOf({
      accessKeyId: 'AKIARZPUZDIKGB2VALC4',
      secretAccessKey: 'x'.repeat(40),
      sessionToken: undefined,
      region: 'eu-west-1',
      endpoint: new URL('https://sts.eu-west-1.amazonaws.com'),
      clockOffset: 3_600_000,
    });
    jest.useFakeTimers({ now: Date.parse('2026-12-31T23:30:00Z') });
    try {
      const { headers } = sign(attempt);
      expect(headers['x-amz-date']).toBe('20270101T003000Z');
      expect(headers['authorization']).toContain('/20270101/eu-west-1/sts/aws4_request');
    } finally {
      jest.useRealTimers();
    }
  });
});
