import type { Attempt } from '../model/evidence.ts';
import { readAccessKeyId, type AccessKeyIdFacts } from './access-key-id.ts';
import { readPlaceholder, type PlaceholderFacts } from './placeholder.ts';
import { readRegion, type RegionFacts } from './region.ts';
import { readSecretAccessKey, type SecretAccessKeyFacts } from './secret-access-key.ts';
import { readSessionToken, type SessionTokenFacts } from './session-token.ts';
import { readStray, type StrayFacts } from './stray-characters.ts';

/** The three values, in the order in which they are named everywhere. */
export const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;
export type Field = (typeof FIELDS)[number];

/** What the values tell by themselves, offline. A field that is not there has no entry. */
export interface Facts {
  readonly accessKeyId: AccessKeyIdFacts;
  readonly secretAccessKey: SecretAccessKeyFacts;
  readonly sessionToken: SessionTokenFacts | undefined;
  readonly region: RegionFacts;
  readonly stray: Readonly<Partial<Record<Field, StrayFacts>>>;
  readonly placeholder: Readonly<Partial<Record<Field, PlaceholderFacts>>>;
}

export function readFacts(attempt: Attempt): Facts {
  const values = {
    accessKeyId: attempt.accessKeyId.reveal(),
    secretAccessKey: attempt.secretAccessKey.reveal(),
    sessionToken: attempt.sessionToken?.reveal(),
  };
  const stray: Partial<Record<Field, StrayFacts>> = {};
  const placeholder: Partial<Record<Field, PlaceholderFacts>> = {};
  for (const field of FIELDS) {
    const value = values[field];
    if (value === undefined) continue;
    const strayFacts = readStray(value, field);
    const placeholderFacts = readPlaceholder(value.trim());
    if (placeholderFacts !== undefined) placeholder[field] = placeholderFacts;
    else if (strayFacts !== undefined) stray[field] = strayFacts;
  }
  return {
    accessKeyId: readAccessKeyId(values.accessKeyId),
    secretAccessKey: readSecretAccessKey(values.secretAccessKey),
    sessionToken: values.sessionToken === undefined ? undefined : readSessionToken(values.sessionToken),
    region: readRegion(attempt.region),
    stray,
    placeholder,
  };
}
