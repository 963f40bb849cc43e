import { describe, expect, it } from '@jest/globals';
import {
  canonicalRequest,
  sameSignature,
  signatureOf,
  stringToSign,
  type WireRequest,
} from '../../simulator/signature.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const SCOPE = { date: '20150830', region: 'us-east-1', service: 'service', terminator: 'aws4_request' };
const DATE = '20150830T123600Z';
const COMMON: WireRequest['headers'] = [
  ['Host', 'example.amazonaws.com'],
  ['X-Amz-Date', DATE],
];
const TOKEN =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';

interface Vector {
  readonly name: string;
  readonly signature: string;
  readonly method?: string;
  readonly target?: string;
  readonly headers?: WireRequest['headers'];
  /** Where they differ from all headers there are. */
  readonly signed?: readonly string[];
  readonly body?: string;
}

/** AWS's published Signature Version 4 test suite, by the names of its folders (aws-sig-v4-test-suite). */
const VECTORS: readonly Vector[] = [
  { name: 'get-vanilla', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    name: 'get-vanilla-query-order-key-case',
    target: '/?Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-vanilla-query-order-value',
    target: '/?Param1=value2&Param1=value1',
    signature: '5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694',
  },
  {
    name: 'get-vanilla-utf8-query',
    target: '/?ሴ=bar',
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  {
    name: 'get-unreserved',
    target: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  {
    name: 'get-utf8',
    target: '/ሴ',
    signature: '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85',
  },
  {
    name: 'get-slashes',
    target: '//example//',
    signature: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
  },
  {
    name: 'get-header-value-trim',
    headers: [
      ['My-Header1', ' value1'],
      ['My-Header2', ' "a   b   c"'],
    ],
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'get-header-key-duplicate',
    headers: [
      ['My-Header1', 'value2'],
      ['My-Header1', 'value2'],
      ['My-Header1', 'value1'],
    ],
    signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
  },
  {
    name: 'get-header-value-order',
    headers: [
      ['My-Header1', 'value4'],
      ['My-Header1', 'value1'],
      ['My-Header1', 'value3'],
      ['My-Header1', 'value2'],
    ],
    signature: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
  },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'Param1=value1',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
  {
    name: 'post-sts-header-before',
    method: 'POST',
    headers: [['X-Amz-Security-Token', TOKEN]],
    signature: '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
  },
  {
    name: 'post-sts-header-after',
    method: 'POST',
    headers: [['X-Amz-Security-Token', TOKEN]],
    signed: ['host', 'x-amz-date'],
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'get-vanilla-with-session-token',
    headers: [['X-Amz-Security-Token', '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267']],
    signature: '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
  },
];

function requestOf(vector: Vector): { request: WireRequest; signed: readonly string[] } {
  const headers = [...COMMON, ...(vector.headers ?? [])];
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))].sort();
  return {
    request: { method: vector.method ?? 'GET', target: vector.target ?? '/', headers, body: vector.body ?? '' },
    signed: vector.signed ?? names,
  };
}

describe("AWS's published test suite", () => {
  it.each(VECTORS)('$name', (vector) => {
    const { request, signed } = requestOf(vector);
    const text = stringToSign(canonicalRequest(request, signed), DATE, SCOPE);
    expect(signatureOf(SECRET, SCOPE, text)).toBe(vector.signature);
  });

  it('get-vanilla, step by step', () => {
    const { request, signed } = requestOf({ name: 'get-vanilla', signature: '' });
    const canonical = canonicalRequest(request, signed);
    expect(canonical).toBe(
      'GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n' +
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(stringToSign(canonical, DATE, SCOPE)).toBe(
      'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n' +
        'bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63',
    );
  });
});

describe('paths', () => {
  it.each([
    ['/example/..', '/'],
    ['/example1/example2/../..', '/'],
    ['/./', '/'],
    ['/./example', '/example'],
    ['/example/', '/example/'],
    ['/a/./', '/a/'],
    ['/a%2Fb', '/a%252Fb'],
    ['', '/'],
  ])('%s is signed as %s', (target, path) => {
    const request = { method: 'GET', target, headers: COMMON, body: '' };
    expect(canonicalRequest(request, ['host']).split('\n')[1]).toBe(path);
  });
});

describe('sameSignature', () => {
  it.each([
    ['a'.repeat(64), 'a'.repeat(64), true],
    ['a'.repeat(64), `${'a'.repeat(63)}b`, false],
    ['a'.repeat(64), '', false],
  ])('%s, %s: %s', (one, other, same) => {
    expect(sameSignature(one, other)).toBe(same);
  });
});
