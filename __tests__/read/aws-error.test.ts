import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readSignatureTimes, readStsBody } from '../../src/read/aws-error.ts';

const REQUEST_ID = '01234567-89ab-cdef-0123-456789abcdef';
const QUERY_ERROR = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>InvalidClientTokenId</Code>
    <Message>The security token included in the request is invalid.</Message>
  </Error>
  <RequestId>${REQUEST_ID}</RequestId>
</ErrorResponse>
`;
const IDENTITY = `<?xml version="1.0"?><GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <GetCallerIdentityResult>
    <Arn>arn:aws:sts::123456789012:assumed-role/deploy/a&amp;b</Arn>
    <UserId>AROARZPUZDIKGB2VALC4A:a&amp;b</UserId>
    <Account>123456789012</Account>
  </GetCallerIdentityResult>
  <ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata>
</GetCallerIdentityResponse>`;

describe('the body of an error', () => {
  const read = { kind: 'error', requestId: REQUEST_ID };
  test.each([
    [
      'of STS',
      QUERY_ERROR,
      { code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' },
    ],
    [
      'of EC2',
      `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>AuthFailure</Code><Message>AWS was not able to validate</Message></Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`,
      { code: 'AuthFailure', message: 'AWS was not able to validate' },
    ],
    [
      'of the emulator moto',
      `<ErrorResponse><Errors><Error><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></Errors><RequestID>${REQUEST_ID}</RequestID></ErrorResponse>`,
      { code: 'InvalidClientTokenId', message: 'The security token included in the request is invalid.' },
    ],
    [
      'of S3',
      `<Error><Code>InvalidToken</Code><Message>malformed</Message><Token-0>x</Token-0><RequestId>${REQUEST_ID}</RequestId></Error>`,
      { code: 'InvalidToken', message: 'malformed' },
    ],
    [
      'with escaped text',
      `<ErrorResponse><Error><Code>A</Code><Message>it&apos;s &lt;b&gt; &#x41;</Message></Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`,
      { code: 'A', message: "it's <b> A" },
    ],
    [
      'without a message',
      `<ErrorResponse><Error><Code>A</Code></Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`,
      { code: 'A', message: '' },
    ],
  ])('%s', (_, body, error) => {
    expect(readStsBody(body)).toEqual({ ...read, ...error });
  });

  it('has no request ID where it is none', () => {
    expect(readStsBody('<Error><Code>A</Code><RequestId>a b</RequestId></Error>')).toEqual({
      kind: 'error',
      code: 'A',
      message: '',
    });
  });
});

const FAULT = (attribute: string, code = '<Code>ExpiredToken</Code>'): string =>
  `<ErrorResponse${attribute}><Error>${code}<Message>m</Message></Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`;
const STS = 'https://sts.amazonaws.com/doc/2011-06-15/';

describe('a namespace', () => {
  test.each([
    ['none', IDENTITY.replace(` xmlns="${STS}"`, '')],
    ['an empty one', IDENTITY.replace(STS, '')],
    ['an error with none', FAULT('')],
    ['an error of AWS’s front door', FAULT(' xmlns="http://webservices.amazon.com/AWSFault/2005-15-09"')],
    ['an error of another service of AWS', FAULT(' xmlns="https://iam.amazonaws.com/doc/2010-05-08/"')],
  ])('%s is fine', (_, body) => {
    expect(readStsBody(body)).not.toMatchObject({ kind: 'foreign' });
  });

  test.each([
    ['somebody else’s', IDENTITY.replace(STS, 'http://evil/')],
    ['one that begins as STS’s does', IDENTITY.replace(STS, `${STS}x`)],
    ['another service’s', IDENTITY.replace('sts.amazonaws', 'iam.amazonaws')],
    ['somebody else’s within', IDENTITY.replace('<GetCallerIdentityResult>', '<GetCallerIdentityResult xmlns="e">')],
    ['somebody else’s around one value', IDENTITY.replace('<Account>', '<Account xmlns="http://evil/">')],
    ['an error of somebody else', FAULT(' xmlns="http://evil/"')],
    ['an error of somebody who looks like AWS', FAULT(' xmlns="http://evil/sts.amazonaws.com/doc/2011-06-15/"')],
  ])('%s is foreign', (_, body) => {
    expect(readStsBody(body)).toEqual({ kind: 'foreign', what: 'xml' });
  });
});

describe('a value that is there twice', () => {
  const twice = (value: string): string => IDENTITY.replace('<Account>', `<Account>${value}</Account><Account>`);

  it('counts once where both are the same', () => {
    expect(readStsBody(twice('123456789012'))).toMatchObject({ fields: { Account: '123456789012' } });
  });

  test.each([
    ['two accounts', twice('210987654321')],
    ['an account elsewhere', IDENTITY.replace('</Arn>', '</Arn><More><Account>210987654321</Account></More>')],
    [
      'two results',
      IDENTITY.replace(/(<GetCallerIdentityResult>.*<\/GetCallerIdentityResult>)/s, '$1$1').replace('a&amp;b', 'c'),
    ],
    ['two codes', FAULT('', '<Code>ExpiredToken</Code><Code>AccessDenied</Code>')],
  ])('and differs is foreign: %s', (_, body) => {
    expect(readStsBody(body)).toEqual({ kind: 'foreign', what: 'xml' });
  });
});

describe('the body of a result', () => {
  it('of GetCallerIdentity', () => {
    expect(readStsBody(IDENTITY)).toEqual({
      kind: 'result',
      action: 'GetCallerIdentity',
      fields: {
        Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/a&b',
        UserId: 'AROARZPUZDIKGB2VALC4A:a&b',
        Account: '123456789012',
      },
      requestId: REQUEST_ID,
    });
  });

  it('gives the texts of nested elements by their own names', () => {
    const body =
      '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId></Credentials></AssumeRoleResult></AssumeRoleResponse>';
    expect(readStsBody(body)).toEqual({ kind: 'result', action: 'AssumeRole', fields: { AccessKeyId: 'ASIA' } });
  });

  it('takes no part of it for a property of objects', () => {
    const body =
      '<AResponse><AResult><__proto__><x>y</x></__proto__><constructor>z</constructor></AResult></AResponse>';
    expect(readStsBody(body).kind).toBe('result');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('a body that is not from STS', () => {
  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
    ['<html><body>407</body></html>', 'html'],
    ['{"message":"Missing Authentication Token"}', 'json'],
    ['[]', 'json'],
    ['{"message":', 'text'],
    ['Bad gateway', 'text'],
    ['<feed><entry/></feed>', 'xml'],
    ['<GetCallerIdentityResponse></GetCallerIdentityResponse>', 'xml'],
    ['<Error><Code>not a code!</Code></Error>', 'xml'],
    ['<a><b></a>', 'xml'],
    [`${QUERY_ERROR}${QUERY_ERROR}x`, 'truncated-xml'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><Error><Code>A</Code></Error>', 'xml'],
    [`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`, 'xml'],
    [`<Error><Code>A</Code><Message>${'x'.repeat(300_000)}</Message></Error>`, 'xml'],
  ])('%#', (body, what) => {
    expect(readStsBody(body)).toEqual({ kind: 'foreign', what });
  });

  it('is truncated XML at every cut of a result', () => {
    for (let length = 1; length < IDENTITY.length; length += 1) {
      expect(readStsBody(IDENTITY.slice(0, length))).toEqual({ kind: 'foreign', what: 'truncated-xml' });
    }
  });

  it('is told for any text in bounded time', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'Error',
      '<Error>',
      '</Error>',
      '<Code>',
      'A',
      '</Code>',
      '&#x41;',
      '<!--',
      '<![CDATA[',
      '"',
      '=',
      ' ',
      '<?',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (body) => {
          expect(['error', 'result', 'foreign']).toContain(readStsBody(body).kind);
        },
      ),
      { numRuns: 2000 },
    );
    const before = performance.now();
    for (const part of ['<!DOCTYPE>', '<!---->', '<a>', '<a b="', '&', '<?x?>']) {
      readStsBody(`${part.repeat(250_000 / part.length)}<a></a>`);
    }
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('the times in a message about a signature', () => {
  test.each([
    [
      'Signature expired: 20191029T154623Z is now earlier than 20191029T163344Z (20191029T164844Z - 15 min.)',
      {
        signedAt: '2019-10-29T15:46:23.000Z',
        serverTime: '2019-10-29T16:48:44.000Z',
        windowMinutes: 15,
        direction: 'expired',
      },
    ],
    [
      'Signature not yet current: 20201002T065532Z is still later than 20201002T062118Z (20201002T061618Z + 5 min.)',
      {
        signedAt: '2020-10-02T06:55:32.000Z',
        serverTime: '2020-10-02T06:16:18.000Z',
        windowMinutes: 5,
        direction: 'not-yet-current',
      },
    ],
    [
      'An error occurred: signature not yet current: 20210502T183640Z is still later\n  than 20210502T175140Z (20210502T173640Z + 15 min.)',
      {
        signedAt: '2021-05-02T18:36:40.000Z',
        serverTime: '2021-05-02T17:36:40.000Z',
        windowMinutes: 15,
        direction: 'not-yet-current',
      },
    ],
  ])('%#', (message, times) => {
    expect(JSON.parse(JSON.stringify(readSignatureTimes(message)))).toEqual(times);
  });

  test.each([
    'The request signature we calculated does not match the signature you provided.',
    'Signature expired: 20191329T154623Z is now earlier than 20191029T163344Z (20191029T164844Z - 15 min.)',
    'Signature expired',
    '',
  ])('are not in %j', (message) => {
    expect(readSignatureTimes(message)).toBeUndefined();
  });
});
