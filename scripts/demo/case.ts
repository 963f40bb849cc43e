import type { TemporaryCredentials, LongTermCredentials } from '../../simulator/builders.ts';
import type { Simulator } from '../../simulator/server.ts';

/** What the step of the job is given. */
export interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** One job, and what the action must find in it. */
export interface Case {
  readonly title: string;
  /** What happened, in a sentence. */
  readonly story: string;
  readonly verdict: 'ok' | 'bad' | 'unknown';
  /** IDs, in any order. */
  readonly diagnoses: readonly string[];
  /** Also shows the job summary. */
  readonly showSummary?: true;
  readonly arrange: (simulator: Simulator) => Given;
}

/** The variables that AWS tools read; `changes` come last. */
export function environment(
  credentials: LongTermCredentials & Partial<TemporaryCredentials>,
  changes: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    ...changes,
  };
}
