/** What a refusal says about the credentials, as far as its code and message tell. */
export type RefusalKind =
  | 'expired' // the session token's time is over
  | 'invalid' // "The security token included in the request is invalid": eight causes
  | 'signature' // "The request signature we calculated does not match"
  | 'time' // the signature's date is outside AWS's window
  | 'scope' // the credential scope names another region or service than the endpoint's
  | 'incomplete' // the Authorization header cannot be taken apart
  | 'unsigned' // no credentials arrived
  | 'denied' // a policy refused
  | 'region-disabled' // STS is not activated in this region, or the account is not subscribed
  | 'other';

const BY_CODE: Readonly<Record<string, RefusalKind>> = {
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  InvalidClientTokenId: 'invalid',
  UnrecognizedClientException: 'invalid',
  InvalidAccessKeyId: 'invalid',
  InvalidToken: 'invalid',
  AuthFailure: 'invalid',
  SignatureDoesNotMatch: 'signature',
  InvalidSignatureException: 'signature',
  RequestTimeTooSkewed: 'time',
  RequestExpired: 'time',
  RequestInTheFuture: 'time',
  IncompleteSignature: 'incomplete',
  IncompleteSignatureException: 'incomplete',
  AuthorizationHeaderMalformed: 'incomplete',
  MissingAuthenticationToken: 'unsigned',
  MissingAuthenticationTokenException: 'unsigned',
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  UnauthorizedOperation: 'denied',
  RegionDisabledException: 'region-disabled',
  OptInRequired: 'region-disabled',
};

/**
 * Splits AWS's error codes by what they mean. SignatureDoesNotMatch alone has several meanings that only its message
 * tells apart; texts differ in case, full stops and wording, so a middle part is matched.
 */
export function readRefusal(code: string, message: string): RefusalKind {
  const kind = BY_CODE[code] ?? 'other';
  if (kind !== 'signature') return kind;
  const text = message.toLowerCase();
  if (text.includes('signature expired') || text.includes('signature not yet current')) return 'time';
  if (text.includes('credential should be scoped')) return 'scope';
  return 'signature';
}

const THROTTLING: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
  'PriorRequestNotComplete',
]);

/** STS throttles with HTTP 400, so the status alone does not tell (aws-sdk-go-v2#2481). */
export function isThrottlingCode(code: string): boolean {
  return THROTTLING.has(code);
}

const SERVICE_FAULT: ReadonlySet<string> = new Set([
  'InternalFailure',
  'InternalError',
  'InternalServerError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'RequestTimeout',
  'RequestTimeoutException',
]);

/** AWS's own fault, whatever the status: asking again may help. */
export function isServiceFaultCode(code: string): boolean {
  return SERVICE_FAULT.has(code);
}
