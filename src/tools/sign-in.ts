import { createHash } from 'node:crypto';
import type { SsoFault } from '../model/tools.ts';
import type { Search } from './step.ts';
import type { Profile } from './shared-files.ts';

const SSO_SETTINGS = ['sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name'];
const REQUIRED = ['sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name'];

/**
 * What keeps an IAM Identity Center profile from being used: its settings, or the sign-in that a person made. Undefined
 * where nothing does.
 */
export function ssoFault(search: Search, profile: Profile): SsoFault | 'no-sso' | 'unknown' | undefined {
  const { rules, files, facts, ask } = search;
  const has = (key: string): boolean =>
    rules.emptyVariable === 'a value' ? profile.values.has(key) : (profile.values.get(key) ?? '') !== '';
  // botocore looks at these two alone.
  const telling = rules.files.grammar === 'python' ? ['sso_role_name', 'sso_account_id'] : SSO_SETTINGS;
  if (!telling.some(has)) return 'no-sso';
  const name = profile.values.get('sso_session');
  const session = name === undefined ? undefined : files.ssoSessions.get(name.trim());
  if (name !== undefined && session === undefined) return 'session-missing';
  for (const [key, value] of session ?? []) {
    const own = profile.values.get(key);
    if (rules.tool !== 'javascript' && own !== undefined && own !== value && SSO_SETTINGS.includes(key))
      return 'session-differs';
  }
  const whole = new Map([...profile.values, ...(session ?? [])]);
  // The SDK for Go leaves it to the portal where the session is named.
  const required = rules.tool === 'go' && name !== undefined ? REQUIRED.slice(0, 2) : REQUIRED;
  if (required.some((key) => (whole.get(key) ?? '') === '')) return 'incomplete';
  const cached = createHash('sha1')
    .update(name ?? whole.get('sso_start_url') ?? '')
    .digest('hex');
  const file = ask.file(`${facts.homedir}/.aws/sso/cache/${cached}.json`);
  return file.kind === 'text' ? tokenFault(file.text, facts.now) : 'not-signed-in';
}

function tokenFault(text: string, now: number): SsoFault | 'unknown' | undefined {
  let token: Readonly<Record<string, unknown>>;
  try {
    token = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return 'not-signed-in';
  }
  const expires = token['expiresAt'];
  if (typeof token['accessToken'] !== 'string' || typeof expires !== 'string') return 'not-signed-in';
  const ends = Date.parse(expires.replace(/UTC$/, 'Z'));
  if (ends > now) return undefined;
  // It may be renewed without a person.
  return typeof token['refreshToken'] === 'string' ? 'unknown' : 'sign-in-ended';
}
