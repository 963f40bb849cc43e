import { Secret } from '../model/secret.ts';
import type { FoundCredentials } from '../model/gathered.ts';

/** The four values that credential processes, container endpoints and instance metadata all answer in JSON. */
export interface CredentialsAnswer {
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
  readonly sessionToken: string | undefined;
  readonly expiration: string | undefined;
}

/** A JSON object's own fields, or undefined for anything else. Never throws. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty string, or undefined. */
export function nonEmptyText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @param tokenField - `SessionToken` from a credential process, `Token` from an endpoint */
export function readAnswer(
  body: Readonly<Record<string, unknown>>,
  tokenField: 'SessionToken' | 'Token',
): CredentialsAnswer {
  return {
    accessKeyId: nonEmptyText(body['AccessKeyId']),
    secretAccessKey: nonEmptyText(body['SecretAccessKey']),
    sessionToken: nonEmptyText(body[tokenField]),
    expiration: nonEmptyText(body['Expiration']),
  };
}

/** @param speaker - who answered, as in `AccessKeyId from the container endpoint` */
export function fromAnswer(
  answer: CredentialsAnswer,
  tokenField: string,
  speaker: string,
  origin: Pick<FoundCredentials, 'source' | 'location'>,
): FoundCredentials {
  const secret = (text: string | undefined): Secret | undefined => (text === undefined ? undefined : new Secret(text));
  return {
    ...origin,
    accessKeyId: secret(answer.accessKeyId),
    secretAccessKey: secret(answer.secretAccessKey),
    sessionToken: secret(answer.sessionToken),
    names: {
      accessKeyId: { kind: 'answer', name: 'AccessKeyId', speaker },
      secretAccessKey: { kind: 'answer', name: 'SecretAccessKey', speaker },
      sessionToken: { kind: 'answer', name: tokenField, speaker },
    },
    expirations:
      answer.expiration === undefined
        ? []
        : [{ text: answer.expiration, place: { kind: 'answer', name: 'Expiration', speaker } }],
  };
}
