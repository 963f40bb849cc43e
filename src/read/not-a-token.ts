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
