/** Longest token that AssumeRoleWithWebIdentity takes (API reference, `WebIdentityToken`). */
const MAX_TOKEN_LENGTH = 20_000;
/** Longer claims are left out: no claim of GitHub's comes near it, and every claim is matched against patterns. */
const MAX_CLAIM_LENGTH = 4_096;
const MAX_CLAIMS = 200;
const SEGMENT = /^[A-Za-z0-9_-]+$/;

/** Claims that trust policies and explanations speak of, under GitHub's own names. */
const GITHUB_CLAIMS = [
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'ref',
  'ref_type',
  'environment',
  'job_workflow_ref',
  'workflow_ref',
  'event_name',
  'actor',
  'runner_environment',
] as const;

type GitHubClaims = Readonly<Record<(typeof GITHUB_CLAIMS)[number], string | undefined>>;

/**
 * What a token says. Nothing here is proved: the signature is STS's to check.
 * https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims
 */
export interface Claims extends GitHubClaims {
  readonly iss: string;
  readonly aud: readonly string[];
  readonly sub: string;
  readonly iat: Date | undefined;
  readonly nbf: Date | undefined;
  readonly exp: Date | undefined;
  /** Every claim that is a string, a number or a boolean, as text; it has no prototype. */
  readonly text: Readonly<Record<string, string>>;
}

/** Decodes a JSON Web Token; undefined when it is none, or lacks `iss`, `sub` or `aud`. */
export function readToken(jwt: string): Claims | undefined {
  if (jwt.length > MAX_TOKEN_LENGTH) return undefined;
  const [header, payload, signature, ...rest] = jwt.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return undefined;
  if (!SEGMENT.test(signature) || readObject(header) === undefined) return undefined;
  const object = readObject(payload);
  return object === undefined ? undefined : readClaims(object);
}

function readObject(segment: string): Readonly<Record<string, unknown>> | undefined {
  if (!SEGMENT.test(segment)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function readClaims(object: Readonly<Record<string, unknown>>): Claims | undefined {
  const text = readText(object);
  const { iss, sub } = text;
  const aud = readAudience(object['aud']);
  if (iss === undefined || sub === undefined || aud.length === 0) return undefined;
  const github = Object.fromEntries(GITHUB_CLAIMS.map((name) => [name, text[name]])) as GitHubClaims;
  return {
    ...github,
    iss,
    aud,
    sub,
    iat: readTime(object['iat']),
    nbf: readTime(object['nbf']),
    exp: readTime(object['exp']),
    text,
  };
}

function readText(object: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(object).slice(0, MAX_CLAIMS)) {
    if (name.length > MAX_CLAIM_LENGTH) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    const written = String(value);
    if (written.length <= MAX_CLAIM_LENGTH) text[name] = written;
  }
  return text;
}

function readAudience(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => typeof item === 'string' && item.length <= MAX_CLAIM_LENGTH)
    .slice(0, MAX_CLAIMS) as string[];
}

/** RFC 7519 counts seconds since 1970, and allows fractions. */
function readTime(value: unknown): Date | undefined {
  if (typeof value !== 'number') return undefined;
  const date = new Date(value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
