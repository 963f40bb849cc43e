import type { InputName } from '../inputs/names.ts';

type Given = Partial<Record<InputName, string>>;

const FIELDS: readonly (readonly [field: string, input: InputName])[] = [
  ['AccessKeyId', 'aws-access-key-id'],
  ['SecretAccessKey', 'aws-secret-access-key'],
  ['SessionToken', 'aws-session-token'],
  ['Expiration', 'expires-at'],
];

/**
 * Credentials as `aws configure export-credentials --format process` prints them, or as STS answers them within
 * `Credentials`. Undefined where the text is neither.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export function readCredentialsJson(text: string): Given | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const outer = asRecord(parsed);
    const values = asRecord(outer?.['Credentials']) ?? outer;
    const given = FIELDS.flatMap(([field, input]) => {
      const value = values?.[field];
      return typeof value === 'string' && value !== '' ? [[input, value] as const] : [];
    });
    return given.length === 0 ? undefined : Object.fromEntries(given);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
