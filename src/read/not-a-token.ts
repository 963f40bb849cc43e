import { isAccessKeyId } from './access-key-id.ts';
import { readPlaceholder } from './placeholder.ts';
import { readTokenMessage } from './session-token-message.ts';
import { isSecretAccessKey } from './unsafe-content.ts';

/** What a value is that cannot be a session token, in our own words. */
export function notAToken(value: string): string | undefined {
  const text = value.trim();
  if (text === '') {
    return 'it is empty';
  }
  if (/^eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(text)) {
    return 'it is a JSON Web Token';
  }
  if (/^(?:gh[a-z]|github_pat)_[A-Za-z0-9_]+$/.test(text)) {
    return 'it is a GitHub token';
  }
  if (isAccessKeyId(text)) {
    return 'it is an access key ID';
  }
  if (isSecretAccessKey(text) && readTokenMessage(Buffer.from(text, 'base64')) === undefined) {
    return 'it has the form of a secret access key';
  }
  if (/^[{[]/.test(text)) {
    return 'it is JSON';
  }
  return readPlaceholder(text) === undefined ? undefined : 'it is a placeholder';
}

/** What base64 is in which no token can be read; fields as in `SessionTokenFacts`. */
export type Unreadable =
  | { readonly state: 'opaque' }
  | { readonly state: 'beheaded' | 'not-a-token'; readonly detail: string }
  | { readonly state: 'encoded'; readonly detail: string; readonly repaired: string };

/** How tokens begin in base64: type, length and name (session-token-message.ts). */
const HEADS = ['IQoJb3JpZ2luX2Vj', 'AgoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoDYXdz'];
/** So much of a head must be left to be told from chance. */
const SHORTEST_HEAD = 6;
/** The shortest tokens seen have some 270 characters. */
const SHORTEST_TOKEN = 100;

/** How many characters of its head a token has lost; undefined where its start is no rest of one. */
function lostOf(value: string): number | undefined {
  for (const head of HEADS) {
    for (let lost = 1; lost <= head.length - SHORTEST_HEAD; lost += 1) {
      if (value.startsWith(head.slice(lost))) return lost;
    }
  }
  return undefined;
}

/** Tells an encoded token, a beheaded one and a fragment apart from a token of unknown make, which is no fault. */
export function readUnreadable(value: string, bytes: Buffer): Unreadable {
  const text = bytes.toString('latin1').trim();
  if (/^[A-Za-z0-9+/]{100,}={0,2}$/.test(text) && readTokenMessage(Buffer.from(text, 'base64')) !== undefined) {
    return { state: 'encoded', detail: 'decoded from base64 it has the form of a session token', repaired: text };
  }
  const lost = lostOf(value);
  if (lost !== undefined) {
    return { state: 'beheaded', detail: `its first ${lost === 1 ? 'character is' : `${lost} characters are`} lost` };
  }
  return value.length < SHORTEST_TOKEN
    ? { state: 'not-a-token', detail: 'session tokens have hundreds of characters' }
    : { state: 'opaque' };
}
