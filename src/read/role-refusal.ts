/** What STS's refusal of AssumeRole or AssumeRoleWithWebIdentity says, as far as its text tells. */
export type RoleRefusalKind =
  | 'no-provider'
  | 'audience'
  | 'thumbprint'
  | 'verification-key'
  | 'token-expired'
  | 'not-a-token'
  | 'rejected-claim'
  | 'trust-denied'
  | 'denied'
  | 'arn'
  | 'duration'
  | 'region-disabled'
  | 'packed-policy'
  | 'other';

/** Texts as STS words them; a middle part is matched, since full stops, spaces and case vary. */
const TEXTS: readonly (readonly [string, RoleRefusalKind])[] = [
  ['no openidconnect provider found', 'no-provider'],
  ['incorrect token audience', 'audience'],
  ['configured thumbprint', 'thumbprint'],
  ['retrieve verification key', 'verification-key'],
  ['token expired:', 'token-expired'],
  ['token too old', 'token-expired'],
  ["at 'webidentitytoken' failed", 'not-a-token'],
  ['request arn is invalid', 'arn'],
  ["at 'rolearn' failed", 'arn'],
  ['not authorized to perform sts:assumerolewithwebidentity', 'trust-denied'],
  ['not authorized to perform: sts:assumerolewithwebidentity', 'trust-denied'],
];

const CODES: Readonly<Record<string, RoleRefusalKind>> = {
  RegionDisabledException: 'region-disabled',
  InvalidIdentityToken: 'not-a-token',
  IDPRejectedClaim: 'rejected-claim',
  IDPCommunicationError: 'verification-key',
  ExpiredTokenException: 'token-expired',
  PackedPolicyTooLarge: 'packed-policy',
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
};

/** The text decides before the code: `InvalidIdentityToken` alone has five meanings. Total. */
export function readRoleRefusal(code: string, message: string): RoleRefusalKind {
  const text = message.toLowerCase();
  const told = TEXTS.find(([part]) => text.includes(part))?.[1];
  if (told !== undefined) return told;
  if (Object.hasOwn(CODES, code)) return CODES[code] ?? 'other';
  return code === 'ValidationError' && text.includes('durationseconds') ? 'duration' : 'other';
}

const TOKEN_TIME = /token expired: {1,3}current date\/time {0,3}(\d{9,11})(?!\d)/i;

/**
 * AWS's clock, whole seconds of it, as its refusal of an expired OIDC token tells it: "Token expired: current date/time
 * 1624482533 must be before …" (aws/aws-sdk-java-v2#5709). Total.
 */
export function readTokenRefusalTime(message: string): Date | undefined {
  const seconds = TOKEN_TIME.exec(message)?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}

/** Which kind of policy a denial names (IAM User Guide, "Troubleshoot access denied error messages"). */
export interface Denial {
  /** The action that was refused, as AWS names it: `sts:AssumeRole`, `sts:TagSession`, `sts:SetSourceIdentity`. */
  readonly action: `sts:${string}` | undefined;
  readonly by: PolicyKind | undefined;
  /** A Deny statement did it, not merely the lack of an Allow. */
  readonly explicit: boolean;
}

export type PolicyKind =
  | 'identity-policy'
  | 'trust-policy'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'vpc-endpoint-policy';

/** In a role's case, the resource-based policy is its trust policy. */
const POLICIES: readonly (readonly [string, PolicyKind])[] = [
  ['service control policy', 'service-control-policy'],
  ['resource control policy', 'resource-control-policy'],
  ['permissions boundary', 'permissions-boundary'],
  ['session policy', 'session-policy'],
  ['vpc endpoint policy', 'vpc-endpoint-policy'],
  ['identity-based policy', 'identity-policy'],
  ['resource-based policy', 'trust-policy'],
  ['trust policy', 'trust-policy'],
];

/** Reads the words that AWS adds to many denials, not to all: ` because no … policy allows …`, ` with an explicit deny in …`. Total. */
export function readDenial(message: string): Denial {
  const text = message.toLowerCase();
  const action = /not authorized to perform:? {0,3}sts:([a-z]{1,40})/i.exec(message)?.[1];
  return {
    action: action === undefined ? undefined : `sts:${action}`,
    by: POLICIES.find(([part]) => text.includes(part))?.[1],
    explicit: text.includes('explicit deny'),
  };
}

/** "Roles may not be assumed by root accounts." Total. */
export function refusesRoot(message: string): boolean {
  return message.toLowerCase().includes('may not be assumed by root');
}
