import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { DiagnosisId } from '../../src/model/evidence.ts';
import { explain } from '../../src/explain/explain.ts';

const KEY = 'AKIARZPUZDIKGB2VALC4';
const SESSION_KEY = 'ASIARZPUZDIKGB2VALC4';
const SECRET = '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';

function ids(text: string): readonly DiagnosisId[] {
  return explain(text).flatMap(({ candidates }) => candidates.map(({ id }) => id));
}

const WRONG =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.';
const INVALID = 'The security token included in the request is invalid.';

/** As each tool prints them; the first cause is the likeliest. */
const PRINTED: readonly (readonly [tool: string, text: string, first: DiagnosisId, matched: RegExp])[] = [
  [
    'AWS CLI',
    `An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: ${INVALID}`,
    'access-key-rejected',
    /^InvalidClientTokenId: /,
  ],
  [
    'old botocore',
    `A client error (SignatureDoesNotMatch) occurred when calling the ListBuckets operation: ${WRONG}`,
    'secret-access-key-rejected',
    /^SignatureDoesNotMatch: The request signature we calculated/,
  ],
  [
    'Go v1',
    'ExpiredToken: The security token included in the request is expired\n\tstatus code: 403, request id: 5b1a',
    'session-token-expired',
    /^ExpiredToken: /,
  ],
  [
    'Go v2, as Terraform wraps it',
    'Error: configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS:\n│ operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: 5b1a, api error\nInvalidClientTokenId: The security token included in the request is invalid.',
    'access-key-rejected',
    /^InvalidClientTokenId/,
  ],
  [
    'Java',
    'Credential should be scoped to a valid region, not us-est-1. (Service: Sts, Status Code: 403, Request ID: 5b1a)',
    'region-invalid',
    /^Credential should be scoped/,
  ],
  ['PHP', `SignatureDoesNotMatch (client): ${WRONG} - <ErrorResponse>`, 'secret-access-key-rejected', /^Signature/],
  [
    'CDK',
    'Unable to determine the default AWS account (ExpiredToken): The security token included in the request is expired',
    'session-token-expired',
    /^ExpiredToken/,
  ],
  [
    'JSON services',
    `{"__type":"com.amazon.coral.service#UnrecognizedClientException","message":"${INVALID}"}`,
    'access-key-rejected',
    /^UnrecognizedClientException: /,
  ],
  [
    'STS in XML',
    '<Error><Type>Sender</Type><Code>MissingAuthenticationToken</Code><Message>Request is missing Authentication Token</Message></Error>',
    'no-credentials',
    /^MissingAuthenticationToken/,
  ],
  [
    'S3, with a temporary key',
    `<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><AWSAccessKeyId>${SESSION_KEY}</AWSAccessKeyId></Error>`,
    'session-token-missing',
    /^InvalidAccessKeyId: The AWS Access Key Id/,
  ],
  [
    'S3, InvalidToken',
    'An error occurred (InvalidToken) when calling the ListBuckets operation: The provided token is malformed or otherwise invalid.',
    'session-token-region-limited',
    /^InvalidToken: /,
  ],
  ['S3, expired', 'The provided token has expired.', 'session-token-expired', /expired$/],
  [
    'S3, clock',
    'RequestTimeTooSkewed: The difference between the request time and the current time is too large.',
    'clock-skew',
    /^RequestTimeTooSkewed$/,
  ],
  [
    'EC2',
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials',
    'access-key-rejected',
    /^AuthFailure/,
  ],
  [
    'EC2, expired',
    'An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.',
    'session-token-expired',
    /^RequestExpired/,
  ],
  [
    'IncompleteSignature, a space behind the key ID',
    `IncompleteSignature: '/20260620/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=${KEY} /20260620/us-east-1/sts/aws4_request'`,
    'stray-characters',
    /^IncompleteSignature/,
  ],
  [
    'IncompleteSignature, swapped',
    `(IncompleteSignature) Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'Credential=${SECRET}/20260620/us-east-1/sts/aws4_request'`,
    'swapped-keys',
    /^IncompleteSignature/,
  ],
  ['Node.js', 'TypeError: Invalid character in header content ["authorization"]', 'stray-characters', /header content/],
  [
    'configure-aws-credentials, no credentials',
    'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    'no-credentials',
    /^Could not load credentials/,
  ],
  [
    'configure-aws-credentials, trust',
    'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'oidc-trust-denied',
    /sts:AssumeRoleWithWebIdentity/,
  ],
  [
    'configure-aws-credentials, provider',
    'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    'oidc-provider-missing',
    /No OpenIDConnect provider/,
  ],
  ['configure-aws-credentials, audience', 'Incorrect token audience', 'oidc-audience-rejected', /audience/],
  [
    'configure-aws-credentials, its hint',
    'It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?\nError: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    'oidc-permission-missing',
    /id-token/,
  ],
  [
    'toolkit',
    'Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
    'oidc-permission-missing',
    /URL/,
  ],
  [
    'configure-aws-credentials, region',
    'Error: Input required and not supplied: aws-region',
    'region-missing',
    /region/,
  ],
  [
    'an old OIDC token',
    'ExpiredTokenException: Token expired: current date/time 1624482533 must be before the expiration date/time1624482335',
    'oidc-token-unavailable',
    /Token expired/,
  ],
  ['role ARN', 'ValidationError: Request ARN is invalid', 'role-arn-invalid', /Request ARN is invalid/],
  [
    'role',
    'User: arn:aws:sts::123456789012:assumed-role/runner/i-0 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/deploy',
    'role-assumption-denied',
    /sts:AssumeRole$/,
  ],
  [
    'session tags',
    'User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: sts:TagSession on resource: arn:aws:iam::123456789012:role/deploy',
    'role-assumption-denied',
    /sts:TagSession$/,
  ],
  [
    'a permission',
    'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::bucket/x" because no identity-based policy allows the s3:PutObject action',
    'identity-unexpected',
    /s3:PutObject$/,
  ],
  [
    'a VPC endpoint',
    'User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: sts:GetCallerIdentity because no VPC endpoint policy allows the action',
    'access-denied',
    /GetCallerIdentity$/,
  ],
  [
    'role chaining',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    'expires-too-soon',
    /DurationSeconds/,
  ],
  [
    'deactivated STS',
    'An error occurred (RegionDisabledException) when calling the AssumeRole operation: STS is not activated in this region for account:123456789012.',
    'region-disabled',
    /^RegionDisabledException/,
  ],
  [
    'throttling',
    'An error occurred (Throttling) when calling the GetCallerIdentity operation (reached max retries: 4): Rate exceeded',
    'sts-throttled',
    /^Throttling/,
  ],
  [
    'AWS CLI, none',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    'no-credentials',
    /^Unable to locate/,
  ],
  [
    'Go, none',
    'NoCredentialProviders: no valid providers in chain. Deprecated.',
    'no-credentials',
    /^NoCredentialProviders/,
  ],
  [
    'AWS CLI, half',
    'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY',
    'incomplete-credentials',
    /^Partial/,
  ],
  ['AWS CLI, profile', 'The config profile (prod) could not be found', 'profile-not-found', /profile/],
  ['Go, profile', 'failed to get shared config profile, prod', 'profile-not-found', /profile/],
  [
    'AWS CLI, file',
    'Unable to parse config file: /home/runner/.aws/credentials',
    'credentials-file-invalid',
    /^Unable to parse/,
  ],
  [
    'AWS CLI, process',
    'Error when retrieving credentials from custom-process: no such program',
    'credential-process-failed',
    /custom-process/,
  ],
  ['AWS CLI, SSO', 'Error loading SSO Token: Token for corp does not exist', 'source-unavailable', /SSO/],
  [
    'Terraform, account',
    'Error: AWS account ID not allowed: 123456789012',
    'account-not-allowed',
    /account ID not allowed/i,
  ],
  [
    'AWS CLI, region',
    'Could not connect to the endpoint URL: "https://sts.us-est-1.amazonaws.com/"',
    'region-invalid',
    /endpoint URL/,
  ],
  [
    'old Go',
    'net/http: invalid header field value "AWS AKIARZPUZDIKGB2VALC4\\n:XXXX" for key Authorization',
    'stray-characters',
    /header field value/,
  ],
  [
    'configure-aws-credentials, another source',
    'Credentials loaded by the SDK do not match the expected access key ID configured by the action',
    'ambiguous-sources',
    /do not match/,
  ],
  ['a gateway', '{"message":"Missing Authentication Token"}', 'no-credentials', /Authentication Token/],
  [
    'S3, another region',
    "AuthorizationHeaderMalformed: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    'region-invalid',
    /region is wrong/,
  ],
  [
    'S3, denied',
    'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    'identity-unexpected',
    /^AccessDenied/,
  ],
  [
    'SDK, old, China',
    "Inaccessible host: `sts.cn-northwest-1.amazonaws.com'. This service may not be available in the `cn-northwest-1' region.",
    'partition-mismatch',
    /^Inaccessible host/,
  ],
  [
    'SDK, metadata',
    'Error: connect EHOSTUNREACH 169.254.169.254:80 (AWS instance metadata)',
    'source-unavailable',
    /EHOSTUNREACH/,
  ],
  ['Node.js, DNS', 'getaddrinfo ENOTFOUND sts.eu-west-1.amazonaws.com', 'sts-unreachable', /^getaddrinfo ENOTFOUND/],
  [
    'Node.js, TLS',
    'Error: self-signed certificate in certificate chain, from https://sts.eu-west-1.amazonaws.com',
    'sts-unreachable',
    /certificate/,
  ],
];

describe('what a tool printed', () => {
  test.each(PRINTED)('%s', (_tool, text, first, matched) => {
    const [recognised, ...others] = explain(text);
    expect(others).toEqual([]);
    expect(recognised?.candidates[0]?.id).toBe(first);
    expect(recognised?.matched).toMatch(matched);
    for (const { why } of recognised?.candidates ?? []) expect(why).toMatch(/[^.]$/);
  });

  test.each([
    ['nothing', ''],
    ['a healthy log', 'Authenticated as arn:aws:iam::123456789012:user/deployer in account 123456789012.'],
    ['a database that is down', 'Error: connect ECONNREFUSED 127.0.0.1:5432'],
    ['another service', 'HTTP 429: Rate exceeded'],
    ['a time-out of a test', 'TimeoutError: locator.click: Timeout 30000ms exceeded.'],
    ['a permission of the file system', 'EACCES: permission denied, open "/root/x"'],
    ['a word in a word', 'class MyExpiredTokenHandler; const isAuthFailure = false'],
  ])('%s tells nothing', (_what, text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe('what the text gives away', () => {
  it('measures the clock by the two times', () => {
    const text =
      'Signature expired: 20260320T150000Z is now earlier than 20260320T154500Z (20260320T160000Z - 15 min.)';
    expect(explain(text)[0]?.candidates).toEqual([
      { id: 'clock-skew', why: 'the clock of the machine was 60 min behind AWS’s when it signed the request' },
    ]);
    const ahead =
      'Signature not yet current: 20260320T160600Z is still later than 20260320T160500Z (20260320T160000Z + 5 min.)';
    expect(explain(ahead)[0]?.candidates[0]?.why).toMatch(/6 min ahead of AWS’s/);
  });

  it('knows a request that was held back from a slow clock', () => {
    const text =
      'Signature expired: 20260320T154500Z is now earlier than 20260320T154500Z (20260320T160000Z - 15 min.)';
    expect(explain(text)[0]?.candidates[0]?.why).toMatch(/exactly 15 min after it was signed/);
  });

  it('rules out what the kind of key rules out', () => {
    expect(ids(`key ${KEY}: ${INVALID}`)).not.toContain('session-token-missing');
    expect(ids(`key ${SESSION_KEY}: ${INVALID}`)[0]).toBe('session-token-missing');
    expect(ids(`key ${SESSION_KEY}: ${INVALID}`)).not.toContain('session-token-stale');
    expect(ids(`${KEY} The security token included in the request is expired`)).toEqual(['session-token-stale']);
    expect(ids(`AKIA…VALC4: ${INVALID}`)[0]).toBe('access-key-rejected');
  });

  it('names the region that may be meant', () => {
    const [first] = explain('getaddrinfo ENOTFOUND sts.us-est-1.amazonaws.com')[0]?.candidates ?? [];
    expect(first?.why).toMatch(/`us-est-1` is no known region; `us-east-1` may be meant/);
  });

  it('takes a connection that failed for one to AWS where an AWS tool is known to have printed it', () => {
    const text = 'Error: connect ETIMEDOUT 203.0.113.7:443';
    expect(explain(text)).toEqual([]);
    expect(explain(text, true)).toMatchObject([{ candidates: [{ id: 'sts-unreachable' }] }]);
    expect(explain('connect ECONNREFUSED 127.0.0.1:5432', true)).toEqual([]);
  });

  it('prefers AWS’s answer to what a tool makes of it, and the first to the later', () => {
    const text = [
      'Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
      'connect ETIMEDOUT sts.amazonaws.com',
      'api error ExpiredToken: The security token included in the request is expired',
      `api error SignatureDoesNotMatch: ${WRONG}`,
    ].join('\n');
    expect(explain(text).map(({ matched, line }) => [matched.split(':')[0], line])).toEqual([
      ['ExpiredToken', 3],
      ['SignatureDoesNotMatch', 4],
    ]);
  });
});

describe('a job’s log', () => {
  const LOG = [
    '\uFEFF2026-11-21T12:00:00.1234567Z ##[group]Run aws s3 sync',
    '2026-11-21T12:00:01.1234567Z \u001b[31mfatal error: An error occurred (ExpiredToken) when calling the',
    '2026-11-21T12:00:02.1234567Z ListObjectsV2 operation: The provided token has expired.\u001b[0m',
    '2026-11-21T12:00:03.1234567Z ##[error]Process completed with exit code 1.',
  ];

  it.each([
    ['line feeds', '\n'],
    ['Windows line ends', '\r\n'],
  ])('is read through times, colours and %s', (_name, end) => {
    expect(explain(LOG.join(end))).toMatchObject([{ line: 2, candidates: [{ id: 'session-token-expired' }, {}] }]);
  });

  it('is understood where the words are wrapped or the annotation is escaped', () => {
    expect(ids('2026-11-21T12:00:00Z Unable to locate\n2026-11-21T12:00:00Z credentials.')[0]).toBe('no-credentials');
    expect(ids('::error title=Deploy::failed:%0ARequest is missing Authentication Token')[0]).toBe('no-credentials');
  });
});

describe('any text', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...PRINTED.map(([, text]) => text), '\n', '2026-11-21T12:00:00Z ', '##[error]', '\u001b[31m'),
  );
  const texts = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(' '));

  it('has an answer, with causes once each and the lines in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const recognised = explain(text);
        const lines = recognised.map(({ line }) => line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        expect(new Set(recognised.map(({ matched }) => matched)).size).toBe(recognised.length);
        for (const { candidates } of recognised) {
          expect(candidates.length).toBeGreaterThan(0);
          expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is never given back', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9/+]{40}$/);
    fc.assert(
      fc.property(texts, secret, (text, canary) => {
        const planted = text.replaceAll(/aws|the|error|[Cc]redential/g, (word) => `${word} ${canary} `);
        expect(JSON.stringify(explain(`${canary}${planted}`))).not.toContain(canary);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in bounded time', () => {
    const before = performance.now();
    for (const text of [
      'profile ',
      'ECONNREFUSED ',
      'Credential=',
      'is not authorized to perform ',
      'https://sts.',
      '%0A',
    ]) {
      explain(text.repeat(40_000));
    }
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
