import { element, refusal, type Refusal } from './answer.ts';
import type { Checkpoint } from './authenticate.ts';
import { decodeJwt, isSignedBy, type Claims } from './jwt.ts';
import {
  durationRefusal,
  findRole,
  mintSession,
  packedRefusal,
  readRoleRequest,
  regionRefusal,
  sessionXml,
  validation,
} from './roles.ts';
import type { UnsignedAction } from './sts-actions.ts';
import { evaluateTrust, type TrustRequest } from './trust.ts';
import { partitionOfAccount, type OidcProvider } from './world.ts';

/** A token issued longer ago than this is refused although it has not expired. The true limit is not published. */
const OLDEST_TOKEN_SECONDS = 86_400;
/** An unsigned request does not say which region it means. */
const REGION_OF_UNSIGNED = 'us-east-1';

/** Claims of GitHub's tokens that trust policies may name beside `aud` and `sub` (AWS's announcement of January 2026). */
const GITHUB_CONDITION_KEYS = [
  'actor',
  'actor_id',
  'job_workflow_ref',
  'repository',
  'repository_id',
  'workflow',
  'ref',
  'environment',
  'enterprise_id',
];

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const assumeRoleWithWebIdentity: UnsignedAction = (parameters, at) => {
  const asked = readRoleRequest(parameters);
  if ('refused' in asked) return asked;
  const token = parameters.get('WebIdentityToken') ?? '';
  if (token.length < 4) {
    return validation(
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    );
  }
  const region = at.behaviour.regions?.[0] ?? REGION_OF_UNSIGNED;
  const account = asked.roleArn.split(':')[4] ?? '';
  const disabled = regionRefusal(at.world, account, region);
  if (disabled !== undefined) return disabled;
  const verified = verifyToken(token, account, at);
  if ('refused' in verified) return verified;
  const role = findRole(at.world, asked.roleArn);
  const request = trustRequest(verified, account, partitionOfAccount(at.world, account), asked.sessionName);
  if (role === undefined || evaluateTrust(role.trustPolicy, request) !== 'allow') {
    return refusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  const tooLong = durationRefusal(role, asked.duration, false) ?? packedRefusal(parameters);
  if (tooLong !== undefined) return tooLong;
  const { subject, audience, provider } = verified;
  return [
    `    ${element('SubjectFromWebIdentityToken', subject)}`,
    `    ${element('Audience', audience)}`,
    sessionXml(mintSession(at.world, role, asked, { region, now: at.now })),
    `    ${element('Provider', providerArn(provider, partitionOfAccount(at.world, account)))}`,
  ].join('\n');
};

interface Verified {
  readonly claims: Claims;
  readonly subject: string;
  readonly audience: string;
  readonly provider: OidcProvider;
}

function verifyToken(token: string, account: string, { world, now, providerKey }: Checkpoint): Verified | Refusal {
  const decoded = decodeJwt(token);
  if (decoded === undefined) {
    return invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
  }
  const { claims } = decoded;
  const issuer = text(claims['iss']);
  const provider = world.oidcProviders.find((known) => known.account === account && known.issuer === issuer);
  if (provider === undefined) return invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  if (provider.broken === 'thumbprint') {
    return invalid("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint");
  }
  if (provider.broken === 'unreachable') {
    return refusal(400, 'IDPCommunicationError', 'An error occurred while communicating with the identity provider.');
  }
  if (provider.broken === 'verification-key' || decoded.keyId !== providerKey.id || !isSignedBy(token, providerKey)) {
    return invalid(
      "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  }
  const audience = text(claims['aud']);
  const refused = ageRefusal(claims, now);
  if (refused !== undefined) return refused;
  if (!provider.audiences.includes(audience)) return invalid('Incorrect token audience');
  return { claims, subject: text(claims['sub']), audience, provider };
}

function ageRefusal(claims: Claims, now: Date): Refusal | undefined {
  const current = Math.floor(now.getTime() / 1000);
  const [issued, expires] = [Number(claims['iat']), Number(claims['exp'])];
  if (current >= expires) {
    return refusal(
      400,
      'ExpiredTokenException',
      `Token expired: current date/time ${current} must be before the expiration date/time ${expires}`,
    );
  }
  if (current - issued <= OLDEST_TOKEN_SECONDS) return undefined;
  return refusal(400, 'ExpiredTokenException', `Token too old: ${current - issued}`);
}

function trustRequest(verified: Verified, account: string, partition: string, sessionName: string): TrustRequest {
  const host = hostOf(verified.provider);
  const keys = host.startsWith('token.actions.githubusercontent.com') ? GITHUB_CONDITION_KEYS : [];
  const context = new Map<string, readonly string[]>([['sts:rolesessionname', [sessionName]]]);
  for (const claim of ['aud', 'sub', 'amr', ...keys]) {
    const value = verified.claims[claim];
    if (value !== undefined)
      context.set(`${host}:${claim}`.toLowerCase(), Array.isArray(value) ? value.map(text) : [text(value)]);
  }
  return {
    action: 'sts:AssumeRoleWithWebIdentity',
    principals: [{ type: 'Federated', id: `arn:${partition}:iam::${account}:oidc-provider/${host}` }],
    context,
  };
}

function providerArn(provider: OidcProvider, partition: string): string {
  return `arn:${partition}:iam::${provider.account}:oidc-provider/${hostOf(provider)}`;
}

function hostOf(provider: OidcProvider): string {
  return provider.issuer.replace(/^https?:\/\//, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function invalid(message: string): Refusal {
  return refusal(400, 'InvalidIdentityToken', message);
}
