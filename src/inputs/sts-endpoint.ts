import { reachOf } from '../read/reach.ts';
import type { Parsed } from './values.ts';

/** The `sts-endpoint` input. Plain HTTP would put the session token on the wire in clear, so it must stay local. */
export function stsEndpoint(text: string): Parsed<URL> {
  const url = URL.parse(text);
  const allowed =
    'a URL such as https://vpce-0123-abcd.sts.eu-west-1.vpce.amazonaws.com, without user, password, query or fragment';
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    return { allowed, shown: withoutUserInfo(text) };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { allowed, shown: withoutUserInfo(text) };
  }
  if (url.protocol === 'http:' && reachOf(url.hostname) === 'public') {
    return { allowed: 'an https URL; plain http only on loopback, a private address or a single-label host name' };
  }
  return { value: url };
}

function withoutUserInfo(text: string): string {
  return text.replace(/^([a-z]*:)?\/*.*@/is, '$1//***@').replace(/[?#].*$/s, '');
}
