import type { Words } from './kinds.ts';

/**
 * What AWS answers, code or sentence (the codes' documentation: Common Errors of each service's API reference). Of words
 * that overlap the earlier entry wins: the sentence tells more than the code, and the narrower sentence more than the
 * wider one.
 */
export const SERVICE_WORDS: readonly Words[] = [
  // Sentences that decide against the code they come with.
  { kind: 'quarantine', form: /AWSCompromisedKeyQuarantine\w{0,10}/gi },
  {
    kind: 'web-token-expired',
    form: /Token expired: current date|Token too old: \d|web identity token (?:that was passed )?(?:is|has) expired/gi,
  },
  {
    kind: 'clock',
    form: /Signature expired: ?\d{8}T|Signature not yet current|difference between the request time and the (?:current|server'?s?) time is too large|request time and the server's time is too large|Signature expired: /gi,
  },
  { kind: 'scope', form: /(?:should|must) be scoped to a valid region/gi },
  { kind: 'scope-service', form: /should be scoped to correct service/gi },
  { kind: 'five-elements', form: /Credential must have (?:exactly )?(?:5|five) slash-delimited elements/gi },
  { kind: 'five-elements', form: /not a valid key=value pair/gi },
  { kind: 'wrong-region', form: /the region '[a-z0-9-]{1,40}' is wrong; expecting '[a-z0-9-]{1,40}'/gi },
  {
    kind: 'redirected',
    form: /bucket you are attempting to access must be addressed using the specified endpoint|(?:location constraint is incompatible for the region|IllegalLocationConstraintException)|bucket is in this region: [a-z0-9-]{1,40}|bucket '?[\w.-]{1,80}'? is not in '?[\w-]{1,40}'? region|incorrect region, the bucket is not in '[\w-]{1,40}' region/gi,
  },
  { kind: 'redirected', form: /\bPermanentRedirect\b|\bBucketRegionError\b/gi, needs: 'code' },
  {
    kind: 'malformed-header',
    form: /authorization header is malformed|the Credential is mal-?formed|Authorization header requires (?:'\w+'|\w+)|Unsupported AWS 'algorithm'/gi,
  },
  { kind: 'sts-inactive', form: /STS is not activated in this region/gi },
  {
    kind: 'not-subscribed',
    form: /You are not subscribed to this service|AWS Access Key Id needs a subscription for the service|account is (?:currently )?not (?:enabled|subscribed) (?:for|to|in) (?:this )?region|The region [a-z0-9-]{5,30} is (?:disabled|not enabled)/gi,
  },

  // Roles and web identity.
  { kind: 'trust', form: /not authorized to perform:? sts:AssumeRoleWithWebIdentity/gi },
  { kind: 'provider', form: /No OpenIDConnect provider found in your account/gi },
  { kind: 'audience', form: /Incorrect token audience/gi },
  { kind: 'thumbprint', form: /(?:doesn't|does not|doesnt|don't) match configured thumbprint/gi },
  { kind: 'verification-key', form: /retrieve verification key from your identity provider/gi },
  { kind: 'verification-key', form: /\bIDPCommunicationError\b/gi, needs: 'code' },
  {
    kind: 'not-a-token',
    form: /ID Token provided is not a valid JWT|'webIdentityToken' failed to satisfy constraint|Missing a required claim: \w+/gi,
  },
  { kind: 'not-a-token', form: /\bIDPRejectedClaim\b|\bInvalidIdentityToken(?:Exception)?\b/gi, needs: 'code' },
  {
    kind: 'role-arn',
    form: /Request ARN is invalid|'roleArn' failed to satisfy constraint|Source Account ID is needed if the Role|(?:role[_ -]?arn|RoleArn)\W{1,4}[^ ]{0,120} (?:is not|isn't) a valid (?:role )?ARN|is not a valid (?:IAM )?role ARN|invalid (?:IAM )?role ARN\b|for parameter:? RoleArn, value: \d{1,3}, valid min length: 20|Could not parse (?:the )?role ARN/gi,
  },
  { kind: 'duration', form: /requested DurationSeconds exceeds|'durationSeconds' failed to satisfy constraint/gi },
  { kind: 'policy-size', form: /\bPackedPolicyTooLarge(?:Exception)?\b/gi, needs: 'code' },
  {
    kind: 'policy-size',
    form: /packed policy consumes? \d{1,6}%|Packed size of session tags consumes \d{1,6}%|serialized token too large for session/gi,
  },
  { kind: 'root-assumes', form: /Roles may not be assumed by root/gi },
  {
    kind: 'session-calls-session',
    form: /Cannot call (?:GetSessionToken|GetFederationToken|\w{3,40}) with session credentials|(?:Get(?:SessionToken|FederationToken)) (?:cannot|can't|can not) be called with (?:session|temporary) credentials/gi,
  },
  {
    kind: 'mfa',
    form: /MultiFactorAuthentication failed|invalid MFA one time pass ?code|MFA one time pass code\b|must provide MFA code/gi,
  },

  // Denials.
  {
    kind: 'tags',
    form: /not authorized to perform:? \[?"?sts:TagSession/gi,
  },
  {
    kind: 'denied',
    form: /(?:is |are |am |be )?not authorized to perform:? \[?"?'?`?(?:[a-z0-9-]{1,40}:\*?[A-Za-z*]{1,60})/gi,
  },
  {
    kind: 'denied',
    form: /with an explicit deny in an? (?:[a-z-]{4,20} ){1,3}policy|with an explicit deny in an? permissions boundary|because no (?:[a-zA-Z-]{3,20} ){1,3}(?:policy|boundary) allows the [\w:*-]{3,100} action/gi,
  },
  { kind: 'denied', form: /not authorized to perform (?:[\w-]{1,20} ){0,4}(?:on resource|with an explicit deny)/gi },
  { kind: 'denied-encoded', form: /Encoded authorization failure message/gi },
  { kind: 'denied-encoded', form: /You are not authorized to perform this operation/gi, needs: 'aws' },
  { kind: 'denied-encoded', form: /\b(?:Client\.)?UnauthorizedOperation\b/gi, needs: 'code' },

  // Credentials that are not taken.
  {
    kind: 'session-calls-session',
    form: /\bInvalidClientTokenId\b.{0,40}\b(?:GetSessionToken|GetFederationToken)\b/gi,
    needs: 'code',
  },
  {
    kind: 'invalid-s3',
    form: /provided token is malformed or otherwise invalid/gi,
  },
  { kind: 'invalid-s3', form: /\bInvalidToken\b/g, needs: 'code', isCommon: true },
  {
    kind: 'unknown-key',
    form: /AWS Access Key I[dD] you provided does not exist in our records|\bThe provided security credentials are not valid/gi,
  },
  { kind: 'unknown-key', form: /\bInvalidAccessKeyId\b/g, needs: 'code' },
  { kind: 'auth-failure', form: /AWS was not able to validate the provided access credentials/gi },
  { kind: 'auth-failure', form: /\b(?:Client\.)?AuthFailure\b/g, needs: 'code' },
  {
    kind: 'invalid',
    form: /security token included in the request (?:is|was) (?:invalid|not valid)|X\.509 certificate or AWS access key ID provided does not exist/gi,
  },
  {
    kind: 'invalid',
    form: /\bInvalidClientTokenId\b|\bInvalidClientToken\b|\bUnrecognizedClient(?:Exception)?\b/g,
    needs: 'code',
  },
  {
    kind: 'registry-expired',
    form: /Your authorization token has expired\. Reauthenticate/gi,
  },
  {
    kind: 'expired',
    form: /security token included in the request is expired|provided token has expired|provided token must be refreshed|refreshed credentials are still expired|(?:AWS|temporary|STS|security|session|assumed|role|cached) (?:security |session )?(?:credentials?|tokens?) (?:has|have|is|are) expired|(?:credentials|session token) (?:that were|were|was) (?:loaded|provided|given),? (?:have |has )?expired/gi,
  },
  { kind: 'expired', form: /\bExpiredToken(?:Exception)?\b|\bTokenRefreshRequired\b/g, needs: 'code' },
  { kind: 'expired-ec2', form: /\bRequestExpired\b/g, needs: 'code' },
  { kind: 'expired-ec2', form: /\bRequest has expired\b/gi, needs: 'aws' },
  { kind: 'clock', form: /\bRequestTimeTooSkewed\b|\bRequestInTheFuture\b/g, needs: 'code' },
  { kind: 'clock', form: /timestamps differ by \d{1,9} seconds/gi },
  { kind: 'clock', form: /(?:clock|time) (?:is )?(?:skewed|out of sync|skew (?:too large|detected))/gi, needs: 'aws' },
  {
    kind: 'signature',
    form: /request signature we calculated does not match/gi,
  },
  { kind: 'signature', form: /\bSignatureDoesNotMatch\b|\bInvalidSignatureException\b/g, needs: 'code' },
  { kind: 'signature', form: /\bInvalidSignature\b/g, needs: 'code', isCommon: true },
  {
    kind: 'malformed-header',
    form: /\bIncompleteSignature(?:Exception)?\b|\bAuthorizationHeaderMalformed\b/g,
    needs: 'code',
  },
  {
    kind: 'unsigned',
    form: /Request is missing Authentication Token|\bMissing Authentication Token\b|Request must contain a signature that conforms to AWS standards|User: anonymous is not authorized/gi,
  },
  { kind: 'unsigned', form: /\bMissingAuthenticationToken(?:Exception)?\b|\bMissingSecurityHeader\b/g, needs: 'code' },
  { kind: 'sts-inactive', form: /\bRegionDisabledException\b/g, needs: 'code' },
  { kind: 'not-subscribed', form: /\bOptInRequired\b|\bNotSignedUp\b/g, needs: 'code' },

  // Denials without a reason.
  {
    kind: 'denied-bare',
    form: /(?<!nio\.file\.)\bAccessDenied(?:Exception)?\b|\bAuthorizationError(?:Exception)?\b|\bAllAccessDisabled\b|\bACCESS_DENIED\b|\bKMSAccessDeniedException\b|\bNotAuthorized\b(?=: )/g,
    needs: 'code',
    isCommon: true,
  },
  { kind: 'denied-bare', form: /\bAccess Denied\b|\bAccess denied\b(?! for )/g, needs: 'aws' },
  {
    kind: 'denied-bare',
    form: /error occurred \((?:403|Forbidden|AllAccessDisabled)\) when calling|\bForbidden: (?:Forbidden|null|UnknownError)\b(?=.{0,80}status code: 403)|\(403\) when calling the \w{3,40} operation|HTTP (?:status )?(?:code )?403\b|(?:status(?: ?code)?:? ?|response code:? ?)403\b|(?<!(?:Tunnel connection failed|CONNECT): )\b403 Forbidden\b|\bForbiddenException\b|S3::Errors::Forbidden|status 403\b|error 403\b|error: Forbidden\b|PermissionError: Forbidden/gi,
    needs: 'aws',
  },
  {
    kind: 'denied-bare',
    form: /refers to a customer master key that does not exist|does not have (?:sufficient )?(?:permissions?|access) (?:to perform|for) (?:the )?(?:[a-z0-9-]{2,20}:\w{3,50})|lacks? (?:the )?permission `?[a-z0-9-]{2,20}:\w{3,50}|\bcannot perform (?:the )?[a-z0-9-]{2,20}:[A-Z]\w{3,50}/gi,
    needs: 'aws',
  },
  // Neither taken nor refused.
  {
    kind: 'throttled',
    form: /\bThrottling(?:Exception)?\b|\bRequestLimitExceeded\b|\bTooManyRequestsException\b|\bSlowDown\b|\bRequestThrottled(?:Exception)?\b|\bPriorRequestNotComplete\b|\bProvisionedThroughputExceededException\b/g,
    needs: 'code',
    isCommon: true,
  },
  {
    kind: 'throttled',
    form: /\bRate exceeded\b|Request limit exceeded\.|Please reduce your request rate/gi,
    needs: 'aws',
  },
  {
    kind: 'unavailable',
    form: /\bInternalFailure(?:Exception)?\b|\bServiceUnavailable(?:Exception)?\b|\bInternalError\b|\bServiceFailure(?:Exception)?\b/g,
    needs: 'code',
    isCommon: true,
  },
  {
    kind: 'unavailable',
    form: /StatusCode: 50[0234]\b|Status Code: 50[0234]\b|status code: 50[0234]\b|\(50[0234]\) when calling the/gi,
    needs: 'aws',
  },
];
