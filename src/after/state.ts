import { createHash } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Secret } from '../model/secret.ts';

/** What the check leaves behind for the step after the job: hashes of what it checked, and never a credential. */
export interface CheckedState {
  readonly version: 1;
  /** SHA-256 in hex, salted with the run's ID; null where no credentials of the job's own were checked. */
  readonly accessKeyId: string | null;
  readonly sessionToken: string | null;
  /** As STS answered. */
  readonly arn: string;
  readonly account: string;
  /** Local clock minus AWS's, in seconds, where it was measured. */
  readonly skewSeconds: number | null;
  /** RFC 3339. */
  readonly expiresAt: string | null;
  /** RFC 3339, on AWS's clock where it was measured. */
  readonly checkedAt: string;
}

/** Under this name the runner hands the state on, as `STATE_preflight`. */
export const STATE_NAME = 'preflight';

/** SHA-256 in hex, salted with the run's ID: enough to tell whether a value is the same, and of no use elsewhere. */
export function hashOf(value: Secret, runId: string): string {
  return createHash('sha256').update(`${runId}\0${value.reveal()}`).digest('hex');
}

const LONGEST = 10_000;
const HASH = /^[0-9a-f]{64}$/;

/** Reads what `JSON.stringify` made of a state; undefined for anything else. Never throws. */
export function readState(text: string | undefined): CheckedState | undefined {
  if (text === undefined || text === '' || text.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isState(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is CheckedState {
  if (typeof value !== 'object' || value === null) return false;
  const state = value as Partial<Record<keyof CheckedState, unknown>>;
  return (
    state.version === 1 &&
    isNullOr(state.accessKeyId, isHash) &&
    isNullOr(state.sessionToken, isHash) &&
    typeof state.arn === 'string' &&
    typeof state.account === 'string' &&
    isNullOr(state.skewSeconds, (skew) => typeof skew === 'number') &&
    isNullOr(state.expiresAt, isTime) &&
    isTime(state.checkedAt)
  );
}

function isNullOr(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === null || test(value);
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** What the runner is to keep for the step after the job, of a check that found the credentials good. */
export function stateOf(
  checked: {
    readonly accessKeyId: Secret | undefined;
    readonly sessionToken: Secret | undefined;
    readonly identity: { readonly arn: string; readonly account: string };
    readonly skewSeconds: number | undefined;
    readonly expiresAt: string | null;
  },
  at: { readonly now: number; readonly runId: string },
): CheckedState {
  const { accessKeyId, sessionToken, identity, skewSeconds, expiresAt } = checked;
  const hash = (value: Secret | undefined): string | null => (value === undefined ? null : hashOf(value, at.runId));
  return {
    version: 1,
    accessKeyId: hash(accessKeyId),
    sessionToken: hash(sessionToken),
    arn: identity.arn,
    account: identity.account,
    skewSeconds: skewSeconds ?? null,
    expiresAt,
    checkedAt: new Date(at.now - (skewSeconds ?? 0) * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  };
}

/** The variable that turns the step after the job off. */
export function isTurnedOff(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['AWS_PREFLIGHT_POST']?.trim().toLowerCase() === 'false';
}

/** Appends the state to the runner's file for it (GITHUB_STATE): one line, as JSON has no line breaks. */
export async function saveState(file: string, state: CheckedState): Promise<void> {
  await appendFile(file, `${STATE_NAME}=${JSON.stringify(state)}\n`);
}
