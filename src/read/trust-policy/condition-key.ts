import { isNeverSent, type WebIdentityRequest } from './request.ts';

/**
 * What the request holds for a key: its values; `absent` where the key is known not to be there; `unheld` where only
 * AWS knows (`aws:SourceIp` and the like).
 */
export type KeyValues = readonly string[] | 'absent' | 'unheld';

/**
 * Looks a key up. Key names are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function keyValues(key: string, request: WebIdentityRequest): KeyValues {
  const name = key.toLowerCase();
  for (const [held, values] of Object.entries(request.context)) {
    if (held.toLowerCase() === name) return values.length === 0 ? 'absent' : values;
  }
  const known = name.startsWith(`${request.provider.toLowerCase()}:`) || isIdentityProviders(name) || isNeverSent(name);
  return known ? 'absent' : 'unheld';
}

/** A key of another identity provider: those start with a host, and AWS's own with one word. */
function isIdentityProviders(name: string): boolean {
  const prefix = name.slice(0, name.indexOf(':'));
  return prefix.includes('.') || prefix.includes('/') || prefix === 'https' || prefix === 'http' || prefix === 'saml';
}
