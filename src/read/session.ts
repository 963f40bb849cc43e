import type { ClockSkew, Identity } from '../model/evidence.ts';
import { parseExpiration } from './expiration.ts';
import type { SessionTokenFacts } from './session-token.ts';

const HOUR = 3600_000;
/** AssumeRole and its kin last 12 h at most; GetSessionToken and GetFederationToken 36 h (STS API Reference). */
export const LONGEST_ROLE_SESSION = 12 * HOUR;
export const LONGEST_SESSION = 36 * HOUR;

/** When the session ends, and on what evidence. Times are on AWS's clock where it was measured. */
export interface Session {
  readonly now: Date;
  readonly issuedAt: Date | undefined;
  readonly issuedIn: string | undefined;
  readonly expiresAt: Date | undefined;
  /** The session ends before this, whatever its expiration. */
  readonly endsBefore: Date | undefined;
  /** What says so, in the reader's terms. */
  readonly basis: string | undefined;
  readonly secondsRemaining: number | undefined;
}

export interface SessionInputs {
  readonly isTemporary: boolean;
  readonly localNow: number;
  readonly clock: ClockSkew | undefined;
  /** The input `expires-at`. */
  readonly expiresAt: Date | undefined;
  /** What the sources state, most trustworthy first. */
  readonly stated: readonly { readonly text: string; readonly name: string }[];
  readonly token: SessionTokenFacts | undefined;
  readonly identity: Identity | undefined;
}

/**
 * Long-term credentials do not end, whatever a left-over variable says. Without credentials, the input `expires-at` counts. An upper bound that lies in the past is refuted where STS accepts the session.
 */
export function readSession(inputs: SessionInputs): Session {
  const now = new Date(inputs.localNow - (inputs.clock?.skewSeconds ?? 0) * 1000);
  const none = { now, issuedAt: undefined, issuedIn: undefined, expiresAt: undefined, endsBefore: undefined };
  if (!inputs.isTemporary)
    return { ...none, ...endOf(inputs.expiresAt && { at: inputs.expiresAt, basis: 'input' }, now) };
  const issuedAt = inputs.token?.issuedAt;
  const longest = inputs.identity?.principalType === 'assumed-role' ? LONGEST_ROLE_SESSION : LONGEST_SESSION;
  const bound = issuedAt && new Date(issuedAt.getTime() + longest);
  const endsBefore = inputs.identity !== undefined && bound !== undefined && bound <= now ? undefined : bound;
  const end = endOf(expirationOf(inputs), now);
  const basis = endsBefore && 'issue time plus the longest lifetime of a session (upper bound)';
  return {
    now,
    issuedAt,
    issuedIn: inputs.token?.issuedIn,
    endsBefore,
    ...end,
    basis: end.basis ?? basis,
  };
}

function endOf(
  end: { at: Date; basis: string } | undefined,
  now: Date,
): Pick<Session, 'expiresAt' | 'basis' | 'secondsRemaining'> {
  return {
    expiresAt: end?.at,
    basis: end?.basis,
    secondsRemaining: end && Math.floor((end.at.getTime() - now.getTime()) / 1000),
  };
}

function expirationOf(inputs: SessionInputs): { at: Date; basis: string } | undefined {
  if (inputs.expiresAt !== undefined) return { at: inputs.expiresAt, basis: 'input' };
  for (const { text, name } of inputs.stated) {
    const parsed = parseExpiration(text);
    if ('at' in parsed) return { at: parsed.at, basis: name };
  }
  return undefined;
}
