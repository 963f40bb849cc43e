/** Finds secrets where none may stand: the access key ID travels in clear in the `Authorization` header. */

/** How the tokens of STS begin in base64, by type byte and name: see session-token.ts. */
const TOKEN_HEAD = /^["'\s\uFEFF]*(?:IQoJ|FwoG|FQoG|FQoD|AgoJ)[A-Za-z0-9+/]{12}/;
const TOKEN_RUN = 100;
/** Shorter than a secret's 40 characters: what is left when some were cut off is as good as the whole. */
const SECRET_RUN = 32;

/** True where a run has capital and small letters and is no plain text: no key ID and no hexadecimal digest is so. */
function isMixed(run: string): boolean {
  return /[A-Z]/.test(run) && /[a-z]/.test(run) && (/[0-9+/]/.test(run) || run.length >= 40);
}

/** The text as it was before a shell, a URL or a line wrap changed it. */
function undisguised(value: string): string {
  return value
    .replaceAll(/%2f|\\u002f|\\\//gi, '/')
    .replaceAll(/%2b|\\u002b/gi, '+')
    .replaceAll(/[\r\n\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
}

function runsOf(value: string): readonly string[] {
  return value.match(/[A-Za-z0-9+/]{32,}/g) ?? [];
}

/** True for exactly 40 characters of the alphabet of secret access keys. */
export function isSecretAccessKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{40}$/.test(value);
}

/** True for a key ID that was pasted twice: 40 characters, and no secret. */
export function isDoubledKeyId(value: string): boolean {
  return /^((?:AKIA|ASIA)[A-Z0-9]{16})\1$/.test(value);
}

/**
 * Tells whether a value holds the shape of a secret access key or a session token, also in disguise
 * (URL-encoded, wrapped, quoted, cut short by a few characters). A key ID never does.
 */
export function holdsSecret(value: string): 'secret' | 'session-token' | undefined {
  const plain = undisguised(value);
  const runs = [...runsOf(value), ...runsOf(plain)].filter(isMixed);
  if (TOKEN_HEAD.test(value) || runs.some((run) => run.length > TOKEN_RUN)) {
    return 'session-token';
  }
  const bare = plain.replaceAll(/\s/g, '');
  const exact = isSecretAccessKey(bare) && !isDoubledKeyId(bare);
  return exact || runs.some((run) => run.length >= SECRET_RUN) ? 'secret' : undefined;
}

/** Names and paths are never anywhere near this; more is not looked at. */
const LONGEST_LOOKED_AT = 65_536;
/** What is a secret wherever it stands: a JSON web token, GitHub's tokens, a session token, the password of a URL. */
const TELLING =
  /eyJ[A-Za-z0-9_-]{8,}\.[\w.-]*|\b(?:gh[a-z]|github_pat)_[A-Za-z0-9_]{16,}|(?:IQoJ|FwoG|FQoG|FQoD|AgoJ)[A-Za-z0-9+/=]{24,}|(?<=:\/\/[^\s/@:]{0,200}:)[^\s/@]{1,2000}(?=@)/g;

/** The same text without what is certainly a secret. */
export function withoutSecrets(text: string): string {
  return text.replace(TELLING, '***');
}

/**
 * The secrets in a value that stands where a name, a path, a host or a program is expected. A path may be long and mix
 * its letters, so of those only what has exactly the form of a secret access key counts.
 */
export function pastedSecrets(value: string): readonly string[] {
  const text = value.slice(0, LONGEST_LOOKED_AT);
  const certain = text.match(TELLING) ?? [];
  const whole = text.trim().replace(/^["']|["']$/g, '');
  const parts = whole.includes('://') ? whole.split(/[/:@?&=#]+/, 100) : [whole];
  return [...certain, ...parts.filter(isBareSecret)];
}

function isBareSecret(text: string): boolean {
  const isPath = /^[/~.]/.test(text) || (text.match(/\//g) ?? []).length > 2;
  const form = isPath ? /^[A-Za-z0-9+/]{40}$/ : /^[A-Za-z0-9+/]{36,44}={0,2}$/;
  return form.test(text) && /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text);
}
