import { isAccessKeyId } from './access-key-id.ts';
import { codePointAt, indicesOutside } from './characters.ts';
import { isSecretAccessKey } from './unsafe-content.ts';

/** Another thing that a value in the secret's place looks like. */
export type SecretLookalike =
  'access-key-id' | 'git-sha' | 'base64-of-secret' | 'session-token' | 'documentation-example';

export interface SecretAccessKeyFacts {
  /** UTF-16 code units. */
  readonly length: number;
  /** 40 characters of A–Z a–z 0–9 / +: all that is known of its form, and AWS promises none. */
  readonly wellFormed: boolean;
  readonly looksLike: SecretLookalike | undefined;
  /** The first characters outside the alphabet, at most three; positions count from 1. */
  readonly foreign: readonly { readonly codePoint: string; readonly position: number }[];
  /** Ends in `=`, which a secret never does: it has 30 bytes. */
  readonly hasPadding: boolean;
}

const FOREIGN_SHOWN = 3;

function isBase64OfSecret(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{52,60}={0,2}$/.test(value)) {
    return false;
  }
  return isSecretAccessKey(Buffer.from(value, 'base64').toString('latin1').trim());
}

function lookalikeOf(value: string): SecretLookalike | undefined {
  const text = value.trim();
  if (/EXAMPLE(?:KEY)?$/.test(text)) {
    return 'documentation-example';
  }
  if (isAccessKeyId(text)) {
    return 'access-key-id';
  }
  if (/^[0-9a-f]{40}$/.test(text)) {
    return 'git-sha';
  }
  if (isBase64OfSecret(text)) {
    return 'base64-of-secret';
  }
  return /^(?:IQoJ|FwoG|FQoG|FQoD|AgoJ)[A-Za-z0-9+/]{60}/.test(text) || /^[A-Za-z0-9+/]{101,}={0,2}$/.test(text)
    ? 'session-token'
    : undefined;
}

/** Reads what a secret access key tells by its form alone. Total: any text gives an answer. */
export function readSecretAccessKey(value: string): SecretAccessKeyFacts {
  const body = value.replace(/={1,4}$/, '');
  return {
    length: value.length,
    wellFormed: isSecretAccessKey(value),
    looksLike: lookalikeOf(value),
    foreign: indicesOutside(body, /^[A-Za-z0-9+/]$/, FOREIGN_SHOWN).map((index) => ({
      codePoint: codePointAt(value, index),
      position: index + 1,
    })),
    hasPadding: body.length < value.length,
  };
}
