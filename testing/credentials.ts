import type { LongTermCredentials, TemporaryCredentials } from '../simulator/builders.ts';

/** Key IDs that decode to account 123456789012, fixed so that goldens are stable. Secrets and tokens are random. */
export const KEY_ID = 'AKIARZPUZDIKGB2VALC4';
export const OTHER_KEY_ID = 'AKIARZPUZDIKM7Q3XWTN';
export const SESSION_KEY_ID = 'ASIARZPUZDIKGB2VALC4';
/** Decodes to account 000000000000. */
export const FOREIGN_SESSION_KEY_ID = 'ASIAQAAAAAAAGMKEM7X5';
export const ACCOUNT = '123456789012';

/** The variables that AWS tools read. */
export function environment(
  credentials: LongTermCredentials & Partial<TemporaryCredentials>,
  changes: Record<string, string> = {},
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    ...changes,
  };
}

/** The same as inputs of the step. */
export function inputs(
  credentials: LongTermCredentials & Partial<TemporaryCredentials>,
  changes: Record<string, string> = {},
): Record<string, string> {
  return {
    'aws-access-key-id': credentials.accessKeyId,
    'aws-secret-access-key': credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { 'aws-session-token': credentials.sessionToken }),
    ...changes,
  };
}

/** A lasting wrong secret: the last character is another. */
export function altered(text: string, at = text.length - 1): string {
  const other = text.charAt(at) === 'k' ? 'w' : 'k';
  return text.slice(0, at) + other + text.slice(at + 1);
}
