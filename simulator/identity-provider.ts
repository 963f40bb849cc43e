import type { Answer } from './answer.ts';
import { nowOf, type Clock } from './clock.ts';
import { DEFAULT_JOB, GITHUB_ISSUER, githubClaims, type Job } from './github-claims.ts';
import { newSigningKey, publicJwk, signJwt, type Claims, type SigningKey } from './jwt.ts';
import { json, type Outage } from './outage.ts';
import { headerOf, type WireRequest } from './signature.ts';

/** GitHub's OIDC provider: the tokens a job may ask for, and how it answers. May change while it runs. */
export interface IdentityProvider {
  /** `iss` of the tokens. STS verifies them with this provider's key, wherever the URL points. */
  issuer: string;
  job: Job;
  /** Claims that replace or, where undefined, remove the usual ones. */
  claims: Record<string, unknown>;
  /** Replaces the whole token in the answer. */
  token: string | undefined;
  outage: Outage | undefined;
  /** Each for one request to come, in order. */
  readonly outages: Outage[];
  readonly key: SigningKey;
  /** What the runner puts into `ACTIONS_ID_TOKEN_REQUEST_URL` and `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestUrl: string;
  readonly requestToken: string;
  /** Audiences that were asked for, in order; an empty text is GitHub's default. */
  readonly requestedAudiences: string[];
  /** Every token that was given out, in order. */
  readonly issued: string[];
  /** A token as the endpoint would issue it. */
  mint(audience?: string): string;
}

export function createIdentityProvider(url: string, clock: Clock): IdentityProvider {
  const provider: IdentityProvider = {
    issuer: GITHUB_ISSUER,
    job: DEFAULT_JOB,
    claims: {},
    token: undefined,
    outage: undefined,
    outages: [],
    key: newSigningKey(),
    requestUrl: `${url}/_github/token?api-version=2.0`,
    requestToken: `request-token-of-the-runner-${'0123456789abcdef'.repeat(2)}`,
    requestedAudiences: [],
    issued: [],
    mint: (audience = 'sts.amazonaws.com') => signJwt(claimsOf(provider, audience, nowOf(clock)), provider.key),
  };
  return provider;
}

/** `GET /_github/token?api-version=2.0&audience=…` with the runner's bearer token. */
export function answerTokenRequest(request: WireRequest, provider: IdentityProvider): Answer {
  const parameters = new URLSearchParams(request.target.split('?')[1]);
  const audience = parameters.get('audience') ?? '';
  if (headerOf(request, 'authorization') !== `Bearer ${provider.requestToken}`) {
    return json(401, { message: 'Unauthorized' });
  }
  provider.requestedAudiences.push(audience);
  const value =
    provider.token ?? provider.mint(audience === '' ? `https://github.com/${provider.job.owner}` : audience);
  provider.issued.push(value);
  return json(200, { count: value.length, value });
}

/** Discovery document and keys, as an identity provider publishes them. */
export function answerIssuer(path: string, url: string, provider: IdentityProvider): Answer | undefined {
  if (path === '/_issuer/.well-known/jwks') return json(200, { keys: [publicJwk(provider.key)] });
  if (path !== '/_issuer/.well-known/openid-configuration') return undefined;
  return json(200, {
    issuer: provider.issuer,
    jwks_uri: `${url}/_issuer/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: Object.keys(claimsOf(provider, '', new Date())),
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  });
}

function claimsOf(provider: IdentityProvider, audience: string, now: Date): Claims {
  return { ...githubClaims(provider.job, audience, provider.issuer, now), ...provider.claims };
}
