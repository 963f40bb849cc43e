import { readSignatureTimes } from '../read/aws-error.ts';
import { anyOf, firstIn, type Candidate, type Clues, type Sign } from './sign.ts';
import { clockSkewOf, expired, invalid } from './causes.ts';

const INVALID = ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken'];
const EXPIRED = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'TokenRefreshRequired'];
const SIGNATURE = ['SignatureDoesNotMatch', 'InvalidSignatureException', 'InvalidSignature'];
const INCOMPLETE = ['IncompleteSignatureException', 'IncompleteSignature', 'AuthorizationHeaderMalformed'];
const UNSIGNED = ['MissingAuthenticationTokenException', 'MissingAuthenticationToken'];
const SKEWED = ['RequestTimeTooSkewed', 'RequestInTheFuture'];

/** The code that the tool printed, and AWS's words for it. */
function named(codes: readonly string[], words: string): Sign['matched'] {
  return ({ excerpt }) => {
    const code = firstIn(excerpt, codes);
    return code === undefined ? words : `${code}: ${words}`;
  };
}

const OTHER_SIGNATURE = /Signature\s+expired|Signature\s+not\s+yet\s+current|should\s+be\s+scoped/i;
/** The JSON Web Token that GitHub gives a job, not a session of AWS's. */
const WEB_TOKEN = /Token expired: current date|Token too old/i;

/** What AWS answers to credentials that it does not take. The codes are those of facts about STS, EC2, S3 and the JSON services. */
export const REFUSALS: readonly Sign[] = [
  {
    rank: 'cause',
    form: anyOf(
      ...INVALID.slice(0, 3),
      'security token included in the request is invalid',
      'Access Key Id you provided does not exist in our records',
      'provided token is malformed or otherwise invalid',
    ),
    matched: ({ excerpt }) => {
      const code = firstIn(excerpt, INVALID) ?? 'InvalidClientTokenId';
      return `${code}: ${INVALID_WORDS[code] ?? 'The security token included in the request is invalid'}`;
    },
    candidates: (clues) => invalid(clues, firstIn(clues.excerpt, INVALID)),
  },
  {
    rank: 'cause',
    form: anyOf('AuthFailure', 'AWS was not able to validate the provided access credentials'),
    matched: 'AuthFailure: AWS was not able to validate the provided access credentials',
    candidates: (clues) => invalid(clues, 'AuthFailure'),
  },
  {
    rank: 'cause',
    form: anyOf(
      ...EXPIRED,
      'security token included in the request is expired',
      'provided token has expired',
      'Request has expired.',
    ),
    unless: WEB_TOKEN,
    matched: named(EXPIRED, 'The security token included in the request is expired'),
    candidates: expired,
  },
  {
    rank: 'cause',
    form: anyOf(
      'Signature expired:',
      'Signature not yet current:',
      'difference between the request time and the current time is too large',
      "request time and the server's time is too large",
      ...SKEWED,
    ),
    matched: ({ excerpt }) =>
      firstIn(excerpt, ['Signature not yet current', 'Signature expired', ...SKEWED]) ?? 'RequestTimeTooSkewed',
    candidates: ({ excerpt }) => [clockSkewOf(readSignatureTimes(excerpt))],
  },
  {
    rank: 'cause',
    form: anyOf('Credential should be scoped to'),
    matched: 'Credential should be scoped to a valid region',
    candidates: () => [
      { id: 'region-invalid', why: 'the request was signed for a region that the endpoint is not in, or that is none' },
      { id: 'partition-mismatch', why: 'the endpoint belongs to another partition than the region' },
      { id: 'custom-endpoint', why: '`AWS_ENDPOINT_URL` sends the requests to an endpoint of another region' },
    ],
  },
  {
    rank: 'cause',
    form: anyOf(...SIGNATURE, 'request signature we calculated does not match'),
    unless: OTHER_SIGNATURE,
    matched: named(SIGNATURE, 'The request signature we calculated does not match the signature you provided'),
    candidates: () => [
      { id: 'secret-access-key-rejected', why: 'the secret access key is well-formed, but another key’s' },
      { id: 'stray-characters', why: 'a line end, a space or quotes were stored with the secret access key' },
      { id: 'secret-access-key-malformed', why: 'the secret access key was cut off or altered when it was copied' },
    ],
  },
  {
    rank: 'cause',
    form: /the region '[a-z0-9-]{1,40}' is wrong; expecting '[a-z0-9-]{1,40}'/i,
    matched: 'AuthorizationHeaderMalformed: the region is wrong',
    candidates: ({ excerpt }) => {
      const [, used = '', meant = ''] =
        /the region '([a-z0-9-]+)' is wrong; expecting '([a-z0-9-]+)'/i.exec(excerpt) ?? [];
      return [
        {
          id: 'region-invalid',
          why: `the request was signed for \`${used}\`, and what it is about is in \`${meant}\``,
        },
      ];
    },
  },
  {
    rank: 'cause',
    unless: /the region '[a-z0-9-]{1,40}' is wrong/i,
    form: anyOf(
      ...INCOMPLETE,
      'not a valid key=value pair',
      'Credential must have exactly 5 slash-delimited elements',
      'authorization header is malformed',
    ),
    matched: named(INCOMPLETE, 'the Authorization header cannot be taken apart'),
    candidates: incomplete,
  },
  {
    rank: 'cause',
    form: anyOf(...UNSIGNED, 'Missing Authentication Token'),
    matched: named(UNSIGNED, 'Request is missing Authentication Token'),
    candidates: () => [
      { id: 'no-credentials', why: 'the request was sent unsigned, as with empty credentials' },
      { id: 'incomplete-credentials', why: 'the key ID came without its secret access key, or the other way round' },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('RegionDisabledException', 'STS is not activated in this region'),
    matched: 'RegionDisabledException: STS is not activated in this region',
    candidates: () => [{ id: 'region-disabled', why: 'STS is deactivated in this region for the account' }],
  },
  {
    rank: 'cause',
    form: anyOf('OptInRequired', 'You are not subscribed to this service'),
    matched: 'OptInRequired: You are not subscribed to this service',
    candidates: () => [
      {
        id: 'region-disabled',
        why: 'the opt-in region is not enabled for the account, or the account is not active yet',
      },
    ],
  },
  {
    rank: 'cause',
    // These words alone are used by many; with the operation of an AWS tool around them they are AWS's.
    form: /\bThrottlingException\b|\bThrottling: Rate exceeded|(?:error occurred \(|api error |Error Code: )(?:Throttling|RequestLimitExceeded|TooManyRequestsException|SlowDown)\b/i,
    matched: 'Throttling: Rate exceeded',
    candidates: () => [{ id: 'sts-throttled', why: 'the account makes more calls than AWS allows at once' }],
  },
  {
    rank: 'cause',
    form: /(?:error occurred \(|api error )(?:InternalFailure|InternalError|ServiceUnavailable(?:Exception)?)\b.{0,60}\b(?:GetCallerIdentity|AssumeRole\w*)?/i,
    matched: 'ServiceUnavailable: AWS has a fault of its own',
    candidates: () => [{ id: 'sts-unavailable', why: 'the service failed to answer; the credentials may be fine' }],
  },
];

const INVALID_WORDS: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'The AWS Access Key Id you provided does not exist in our records',
  InvalidToken: 'The provided token is malformed or otherwise invalid',
};

/** A key ID has neither slashes nor spaces, so what stands in its place tells which fault it is. */
function incomplete({ excerpt }: Clues): readonly Candidate[] {
  const stray: Candidate = {
    id: 'stray-characters',
    why: 'a space, a line end or quotes were stored with the access key ID',
  };
  const swapped: Candidate = { id: 'swapped-keys', why: 'key ID and secret access key are in each other’s place' };
  const malformed: Candidate = {
    id: 'access-key-id-malformed',
    why: 'what stands in the place of the access key ID is none',
  };
  const inPlaceOfKey = /Credential=(.{0,120}?)\/\d{8}\//i.exec(excerpt)?.[1];
  if (inPlaceOfKey === undefined || /^\*+$/.test(inPlaceOfKey)) return [stray, swapped, malformed];
  if (/\s/.test(inPlaceOfKey)) return [stray, malformed];
  return /[/+]/.test(inPlaceOfKey) || inPlaceOfKey.length === 40 ? [swapped, stray] : [malformed, stray, swapped];
}
