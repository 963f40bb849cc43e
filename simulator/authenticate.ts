import { refusal, type Refusal } from './answer.ts';
import { readAuthorization, type Authorization } from './authorization.ts';
import type { Behaviour } from './behaviour.ts';
import { basicFormat, parseBasicFormat } from './clock.ts';
import type { SigningKey } from './jwt.ts';
import { findPrincipal, type Principal } from './principal.ts';
import { canonicalRequest, headerOf, sameSignature, signatureOf, stringToSign, type WireRequest } from './signature.ts';
import type { World } from './world.ts';

export interface Caller extends Principal {
  /** Region of the endpoint that was asked. */
  readonly region: string;
}

/** When a key ID was last asked with a wrong signature, in milliseconds of the machine's clock. */
export type WrongSignatures = Map<string, number>;

export interface Checkpoint {
  readonly world: World;
  readonly behaviour: Behaviour;
  readonly now: Date;
  readonly wrongSignatures: WrongSignatures;
  /** What web identity tokens must be signed with. */
  readonly providerKey: SigningKey;
  /** Which service is asked, as the credential scope must name it; STS where nothing is said. */
  readonly service?: 'sts' | 'iam';
}

/** Who signed this request, or AWS's refusal. One check after the other; the first to fail answers. */
export function authenticate(request: WireRequest, at: Checkpoint): Caller | Refusal {
  const authorization = readAuthorization(request, at.behaviour);
  if ('refused' in authorization) return authorization;
  const token = headerOf(request, 'x-amz-security-token');
  const region = endpointRegion(authorization, at.behaviour);
  const lookedUp = findPrincipal(at.world, { accessKeyId: authorization.accessKeyId, token, region, now: at.now });
  const tooOldOrNew = dateRefusal(authorization, at);
  const checks = {
    'before-key': [tooOldOrNew, lookedUp.unknown, lookedUp.expired],
    'before-expiry': [lookedUp.unknown, tooOldOrNew, lookedUp.expired],
    'after-expiry': [lookedUp.unknown, lookedUp.expired, tooOldOrNew],
  }[at.behaviour.dateCheck];
  const refused = [formRefusal(request, authorization, at, token), ...checks].find((check) => check !== undefined);
  if (refused !== undefined) return refused;
  const { principal } = lookedUp;
  if (principal === undefined) throw new Error('A lookup gives a principal or a refusal');
  return signatureRefusal(request, authorization, principal.secret, at) ?? { ...principal, region };
}

/** The endpoint's own region; one that serves any is in the region it was asked as. */
function endpointRegion({ scope }: Authorization, { regions }: Behaviour): string {
  if (regions === undefined || regions.includes(scope.region)) return scope.region;
  return regions[0] ?? scope.region;
}

/** What is wrong with the scope and the list of signed headers, whoever signed. */
function formRefusal(
  request: WireRequest,
  authorization: Authorization,
  { behaviour, service = 'sts' }: Checkpoint,
  token: string | undefined,
): Refusal | undefined {
  const { scope, date } = authorization;
  const signed = new Set(authorization.signedHeaders.map((name) => name.toLowerCase()));
  const complaints: string[] = [];
  if (!signed.has('host')) {
    complaints.push("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  for (const name of ['x-amz-date', 'x-amz-security-token']) {
    const sent = name === 'x-amz-date' ? headerOf(request, name) : token;
    if (sent !== undefined && !signed.has(name))
      complaints.push(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
  if (service === 'sts' && behaviour.regions?.includes(scope.region) === false) {
    complaints.push(`Credential should be scoped to a valid region, not '${scope.region}'.`);
  }
  if (scope.service !== service) complaints.push(`Credential should be scoped to correct service: '${service}'.`);
  if (scope.terminator !== 'aws4_request') {
    complaints.push(`Credential should be scoped with a valid terminator: 'aws4_request', not '${scope.terminator}'.`);
  }
  if (scope.date !== date.slice(0, 8)) {
    complaints.push(
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ' +
        `'${scope.date}' != '${date.slice(0, 8)}', from '${date}'.`,
    );
  }
  return complaints.length === 0 ? undefined : mismatch(`${complaints.join(' ')} `);
}

function dateRefusal({ date }: Authorization, { behaviour, now }: Checkpoint): Refusal | undefined {
  const signed = parseBasicFormat(date);
  if (signed === undefined) {
    return refusal(
      400,
      'IncompleteSignature',
      `Date must be in ISO-8601 'basic format'. Got '${date}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  const server = basicFormat(now);
  const earliest = new Date(now.getTime() - behaviour.pastWindowMinutes * 60_000);
  const latest = new Date(now.getTime() + behaviour.futureWindowMinutes * 60_000);
  if (signed < earliest) {
    return mismatch(
      `Signature expired: ${date} is now earlier than ${basicFormat(earliest)} (${server} - ${behaviour.pastWindowMinutes} min.)`,
    );
  }
  if (signed > latest) {
    return mismatch(
      `Signature not yet current: ${date} is still later than ${basicFormat(latest)} (${server} + ${behaviour.futureWindowMinutes} min.)`,
    );
  }
  return undefined;
}

function signatureRefusal(
  request: WireRequest,
  authorization: Authorization,
  secret: string,
  { behaviour, wrongSignatures }: Checkpoint,
): Refusal | undefined {
  const { accessKeyId, scope } = authorization;
  const canonical = canonicalRequest(request, authorization.signedHeaders);
  const text = stringToSign(canonical, authorization.date, scope);
  const right = sameSignature(signatureOf(secret, scope, text), authorization.signature);
  const wrongBefore = wrongSignatures.get(accessKeyId);
  if (!right) wrongSignatures.set(accessKeyId, Date.now());
  const recent = wrongBefore !== undefined && Date.now() - wrongBefore < behaviour.falseMismatchSeconds * 1000;
  if (right && !recent) return undefined;
  const short =
    'The request signature we calculated does not match the signature you provided. ' +
    'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
  return mismatch(
    behaviour.canonicalStringInErrors
      ? `${short}\n\nThe Canonical String for this request should have been\n'${canonical}'\n\nThe String-to-Sign should have been\n'${text}'\n`
      : short,
  );
}

function mismatch(message: string): Refusal {
  return refusal(403, 'SignatureDoesNotMatch', message);
}
