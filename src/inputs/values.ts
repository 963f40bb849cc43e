import { parseAccountIds } from '../read/account-ids.ts';
import { parseDuration, parseExpiration } from '../read/expiration.ts';
import { reachOf } from '../read/reach.ts';

/** A value that can be used, or the sentence that says what is allowed instead. */
export type Parsed<T> = { readonly value: T } | { readonly allowed: string; readonly shown?: string };

/** One of a fixed set of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): (text: string) => Parsed<Word> {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    return word === undefined ? { allowed: `one of ${words.map((w) => `"${w}"`).join(', ')}` } : { value: word };
  };
}

/** Words of a fixed set, separated by commas, spaces or new lines. */
export function someOf<const Word extends string>(words: readonly Word[]): (text: string) => Parsed<readonly Word[]> {
  return (text) => {
    const given = text.split(/[\s,]+/).filter((word) => word !== '');
    const wrong = given.find((word) => !words.some((known) => known === word));
    if (wrong === undefined && given.length > 0) return { value: words.filter((word) => given.includes(word)) };
    const allowed = `${words.map((word) => `"${word}"`).join(', ')}, separated by commas or new lines`;
    return wrong === undefined ? { allowed } : { allowed, shown: wrong };
  };
}

/** The booleans of YAML 1.2's core schema, which are the ones GitHub's toolkit takes. */
export function boolean(text: string): Parsed<boolean> {
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(?:false|False|FALSE)$/.test(text)) return { value: false };
  return { allowed: '"true" or "false"' };
}

/** A duration in seconds, within bounds. */
export function duration(bounds: { min: number; max: number; say: string }): (text: string) => Parsed<number> {
  return (text) => {
    const seconds = parseDuration(text);
    return seconds === undefined || seconds < bounds.min || seconds > bounds.max
      ? { allowed: `a duration such as 45m, 1h30m, PT45M or plain seconds, ${bounds.say}` }
      : { value: seconds };
  };
}

/** A point in time; JSON quotes around it are taken off. */
export function pointInTime(text: string): Parsed<Date> {
  const parsed = parseExpiration(text);
  return 'at' in parsed
    ? { value: parsed.at }
    : { allowed: 'a date and time such as 2026-11-21T10:00:00Z (RFC 3339), with or without quotes' };
}

/** Account IDs, each exactly 12 digits. A list that holds none must not pass for "any account". */
export function accountIds(text: string): Parsed<readonly string[]> {
  const parsed = parseAccountIds(text);
  if ('ids' in parsed) return { value: parsed.ids };
  const first = parsed.problems[0];
  return {
    allowed: `account IDs of exactly 12 digits, separated by commas or new lines${first === undefined ? '' : `; ${first.why}`}`,
    ...(first === undefined ? {} : { shown: first.value }),
  };
}

/** ARN patterns, one a line; a comma also separates where a new `arn:` follows it (IAM paths may hold commas). */
export function arnPatterns(text: string): Parsed<readonly string[]> {
  const patterns = text
    .split(/[\r\n]+|,(?=[ \t]*(?:arn:|\*))/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '' && pattern !== ',');
  const allowed =
    'one ARN pattern a line, such as arn:aws:iam::123456789012:role/deploy or arn:aws:sts::*:assumed-role/deploy/*';
  if (patterns.length === 0) return { allowed };
  const odd = patterns.find((pattern) => !/^(?:arn:|[*?])/.test(pattern) || /\s/.test(pattern));
  return odd === undefined ? { value: patterns } : { allowed, shown: odd };
}

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
