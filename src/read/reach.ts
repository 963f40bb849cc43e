import { isIP } from 'node:net';

const LOOPBACK = /^(?:localhost|(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** How plain HTTP to this host is to be taken: it never leaves the machine, stays in a private network, or is public. */
export function reachOf(hostname: string): 'loopback' | 'private' | 'public' {
  if (LOOPBACK.test(hostname)) return 'loopback';
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 4) return isPrivateV4(bare) ? 'private' : 'public';
  if (isIP(bare) === 6) return /^f[cd]|^fe[89ab]/i.test(bare) ? 'private' : 'public';
  return bare.includes('.') ? 'public' : 'private';
}

/** RFC 1918 and link-local addresses. */
function isPrivateV4(address: string): boolean {
  const [a = 0, b = 0] = address.split('.').map(Number);
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}
