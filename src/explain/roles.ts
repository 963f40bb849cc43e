import { anyOf, type Candidate, type Clues, type Sign } from './sign.ts';

const AUDIENCE: Candidate = {
  id: 'oidc-audience-rejected',
  why: 'the identity provider in the account does not list the audience of the token',
};
const PROVIDER: Candidate = {
  id: 'oidc-provider-missing',
  why: 'the account of the role has no identity provider for the issuer of the token, or the role’s ARN names another account',
};
const BAD_ARN: Candidate = {
  id: 'role-arn-invalid',
  why: 'what was given as the role is not a role’s ARN, or of a role that does not exist',
};
const DENIED = 'role-assumption-denied';
const ACTION = /not authorized to perform:? ([\w-]{1,40}:\w{1,60})/i;

/** What AWS answers where a role is to be assumed, and where an identity that it knows lacks a permission. */
export const ROLES: readonly Sign[] = [
  {
    rank: 'cause',
    form: anyOf(
      'not authorized to perform sts:AssumeRoleWithWebIdentity',
      'not authorized to perform: sts:AssumeRoleWithWebIdentity',
    ),
    matched: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    candidates: () => [
      {
        id: 'oidc-trust-denied',
        why: 'the role’s trust policy does not match the token: mostly its `sub` (branch, environment, case, or the new form with IDs), then its `aud`',
      },
      BAD_ARN,
      PROVIDER,
    ],
  },
  {
    rank: 'cause',
    form: anyOf('No OpenIDConnect provider found in your account'),
    matched: 'InvalidIdentityToken: No OpenIDConnect provider found in your account',
    candidates: () => [PROVIDER],
  },
  {
    rank: 'cause',
    form: anyOf('Incorrect token audience'),
    matched: 'InvalidIdentityToken: Incorrect token audience',
    candidates: () => [AUDIENCE],
  },
  {
    rank: 'cause',
    form: anyOf("doesn't match configured thumbprint", 'does not match configured thumbprint'),
    matched: 'OpenIDConnect provider’s HTTPS certificate does not match configured thumbprint',
    candidates: () => [
      {
        id: 'oidc-provider-missing',
        why: 'the identity provider in the account holds an old thumbprint of the issuer',
      },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('retrieve verification key from your identity provider', 'IDPCommunicationError'),
    matched: 'Couldn’t retrieve verification key from your identity provider',
    candidates: () => [
      {
        id: 'oidc-provider-missing',
        why: 'AWS cannot read the issuer’s `/.well-known/openid-configuration` or keys: not public on GitHub Enterprise Server',
      },
      { id: 'oidc-token-unavailable', why: 'the issuer was out of AWS’s reach for a moment: run the job again' },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('Token expired: current date/time', 'Token too old'),
    matched: 'ExpiredTokenException: Token expired',
    candidates: () => [
      {
        id: 'oidc-token-unavailable',
        why: 'the OIDC token was too old when it was used: it lives for minutes, and retries outlive it',
      },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('ID Token provided is not a valid JWT', 'IDPRejectedClaim'),
    matched: 'InvalidIdentityToken: The ID Token provided is not a valid JWT',
    candidates: () => [
      {
        id: 'oidc-token-unavailable',
        why: 'what was sent as the OIDC token is none, or one of its claims was rejected',
      },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('Request ARN is invalid', "at 'roleArn' failed to satisfy constraint", 'Source Account ID is needed'),
    matched: 'ValidationError: Request ARN is invalid',
    candidates: () => [{ id: 'role-arn-invalid', why: 'what was given as the role is not a role’s ARN' }],
  },
  {
    rank: 'cause',
    form: anyOf('DurationSeconds exceeds'),
    matched: 'ValidationError: The requested DurationSeconds exceeds the longest session',
    candidates: ({ excerpt }) => [
      {
        id: 'expires-too-soon',
        why: /chaining/i.test(excerpt)
          ? 'a session that is assumed from another role’s session lasts one hour at most'
          : 'the session is asked to last longer than the role’s maximum session duration',
      },
    ],
  },
  {
    rank: 'cause',
    form: anyOf('PackedPolicyTooLarge'),
    matched: 'PackedPolicyTooLarge',
    candidates: () => [{ id: DENIED, why: 'the session tags and policies together are larger than AWS allows' }],
  },
  {
    rank: 'cause',
    form: /\bis\s{1,40}not\s{1,40}authorized\s{1,40}to\s{1,40}perform:?\s{1,40}(?!sts:AssumeRoleWithWebIdentity)[\w-]{1,40}:\w{1,60}|\bUnauthorizedOperation\b|(?:error occurred \(|api error )AccessDenied(?:Exception)?\b/i,
    unless: /perform:? sts:AssumeRoleWithWebIdentity/i,
    matched: ({ excerpt }) =>
      `AccessDenied: not authorized to perform ${ACTION.exec(excerpt)?.[1] ?? 'this operation'}`,
    candidates: denied,
  },
];

/** An identity that AWS names is one that it has accepted. */
function denied({ excerpt }: Clues): readonly Candidate[] {
  if (/VPC endpoint policy/i.test(excerpt)) {
    return [{ id: 'access-denied', why: 'the policy of the VPC endpoint on the way refuses the call' }];
  }
  if (/perform:?\s+sts:TagSession/i.test(excerpt)) {
    return [
      {
        id: DENIED,
        why: 'the session is to be tagged, and the role’s trust policy or the caller’s policy does not allow `sts:TagSession`; also where `id-token: write` is missing and the runner’s own role is used instead',
      },
    ];
  }
  if (/perform:?\s+sts:AssumeRole\b/i.test(excerpt)) {
    return [
      {
        id: DENIED,
        why: 'the caller’s policy or the role’s trust policy does not allow `sts:AssumeRole`, or the role does not exist',
      },
    ];
  }
  return [
    {
      id: 'identity-unexpected',
      why: 'the credentials are accepted, and the identity lacks the permission: it may be another one than the job should use',
    },
    { id: 'account-not-allowed', why: 'the credentials are accepted, and may be those of another account' },
  ];
}
