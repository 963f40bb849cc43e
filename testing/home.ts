import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LongTermCredentials, TemporaryCredentials } from '../simulator/builders.ts';

/** Writes files under `folder` by their paths there. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** The variables of a job whose home this is. */
export function home(folder: string, more: Record<string, string> = {}): Record<string, string> {
  return { HOME: folder, USERPROFILE: folder, ...more };
}

/** A section with its keys, as in `~/.aws/credentials`. */
export function keysSection(
  name: string,
  credentials: LongTermCredentials & Partial<TemporaryCredentials>,
  more = '',
): string {
  const token = credentials.sessionToken === undefined ? '' : `aws_session_token = ${credentials.sessionToken}\n`;
  return `[${name}]\naws_access_key_id = ${credentials.accessKeyId}\naws_secret_access_key = ${credentials.secretAccessKey}\n${token}${more}`;
}

/** What a program named by `credential_process` prints. */
export function processOutput(
  credentials: LongTermCredentials & Partial<TemporaryCredentials>,
  expiration?: Date,
): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { SessionToken: credentials.sessionToken }),
    ...(expiration && { Expiration: expiration.toISOString() }),
  });
}
