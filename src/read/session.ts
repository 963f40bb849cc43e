import type { ClockSkew, Identity } from '../model/evidence.ts';
import type { Place } from '../model/place.ts';
import { parseExpiration } from './expiration.ts';
import type { SessionTokenFacts } from './session-token.ts';

const HOUR = 3600_000;
/** AssumeRole and its kin last 12 h at most; GetSessionToken and GetFederationToken 36 h (STS API Reference). */
export const LONGEST_ROLE_SESSION = 12 * HOUR;
export const LONGEST_SESSION = 36 * HOUR;

/** What says when a session ends: the input `expires-at`, a statement beside the credentials, or the token's age. */
export type SessionBasis =
  | { readonly kind: 'input' }
  | { readonly kind: 'stated'; readonly place: Place }
  /** Time of issue plus the longest lifetime of a session: an upper bound. */
  | { readonly kind: 'upper-bound' };

/** When the session ends, and on what evidence. Times are on AWS's clock where it was measured. */
export interface Session {
  readonly now: Date;
  readonly issuedAt: Date | undefined;
  readonly issuedIn: string | undefined;
  readonly expiresAt: Date | undefined;
  /** The session ends before this, whatever its expiration. */
  readonly endsBefore: Date | undefined;
  /** What says so. */
  readonly basis: SessionBasis | undefined;
  readonly secondsRemaining: number | undefined;
}

export interface SessionInputs {
  readonly isTemporary: boolean;
  readonly localNow: number;
  readonly clock: ClockSkew | undefined;
  /** The input `expires-at`. */
  readonly expiresAt: Date | undefined;
  /** What the sources state, most trustworthy first. */
  readonly stated: readonly { readonly text: string; readonly place: Place }[];
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
    return { ...none, ...endOf(inputs.expiresAt && { at: inputs.expiresAt, basis: { kind: 'input' } }, now) };
  const issuedAt = inputs.token?.issuedAt;
  const longest = inputs.identity?.principalType === 'assumed-role' ? LONGEST_ROLE_SESSION : LONGEST_SESSION;
  const bound = issuedAt && new Date(issuedAt.getTime() + longest);
  const endsBefore = inputs.identity !== undefined && bound !== undefined && bound <= now ? undefined : bound;
  const end = endOf(expirationOf(inputs), now);
  const basis = endsBefore && ({ kind: 'upper-bound' } as const);
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
  end: { at: Date; basis: SessionBasis } | undefined,
  now: Date,
): Pick<Session, 'expiresAt' | 'basis' | 'secondsRemaining'> {
  return {
    expiresAt: end?.at,
    basis: end?.basis,
    secondsRemaining: end && Math.floor((end.at.getTime() - now.getTime()) / 1000),
  };
}

function expirationOf(inputs: SessionInputs): { at: Date; basis: SessionBasis } | undefined {
  if (inputs.expiresAt !== undefined) return { at: inputs.expiresAt, basis: { kind: 'input' } };
  for (const { text, place } of inputs.stated) {
    const parsed = parseExpiration(text);
    if ('at' in parsed) return { at: parsed.at, basis: { kind: 'stated', place } };
  }
  return undefined;
}
