import type { SignatureTimes } from '../read/aws-error.ts';
import type { Candidate, Clues } from './sign.ts';

/** The causes behind the few sentences that AWS has for many faults. */
const CAUSES = {
  'access-key-rejected': 'the key was deleted, is inactive, or was replaced while the run was under way',
  'secret-access-key-rejected': 'the secret access key is another key’s, or was cut off when it was copied',
  'session-token-missing': 'a temporary key (`ASIA…`) was used without its session token',
  'session-token-stale': 'a session token left over from an earlier step stands beside a long-term key (`AKIA…`)',
  'session-token-mismatched': 'key and session token come from different sessions',
  'session-token-malformed': 'the session token was cut off or altered on its way',
  'session-token-expired': 'the session is over: it ends at the latest when its duration has passed',
  'session-token-region-limited': 'a version 1 session token was used in an opt-in region',
  'partition-mismatch':
    'the credentials belong to another partition (commercial, GovCloud, China) than the region that was asked',
  'region-disabled': 'the opt-in region is not enabled for the account',
  'unresolved-placeholder': 'the value is still a placeholder, such as `${{ … }}` or `<your-key>`',
  'swapped-keys': 'key ID and secret access key are in each other’s place',
  'clock-skew': 'the clock of the machine is off: EC2 has the same words for that',
} as const;

type Cause = keyof typeof CAUSES;

function listed(...ids: readonly Cause[]): readonly Candidate[] {
  return ids.map((id) => ({ id, why: CAUSES[id] }));
}

const OF_TEMPORARY = [
  'session-token-missing',
  'session-token-mismatched',
  'session-token-malformed',
  'session-token-expired',
  'access-key-rejected',
  'session-token-region-limited',
  'region-disabled',
  'partition-mismatch',
] as const;
const OF_LONG_TERM = ['access-key-rejected', 'session-token-stale', 'partition-mismatch', 'region-disabled'] as const;

/** "The security token included in the request is invalid", by what is known of the key and of the service that said it. */
export function invalid({ key }: Clues, code: string | undefined): readonly Candidate[] {
  if (code === 'AuthFailure') {
    return listed(
      'access-key-rejected',
      'secret-access-key-rejected',
      ...(key === 'long-term' ? [] : (['session-token-missing', 'session-token-malformed'] as const)),
      'region-disabled',
      'swapped-keys',
      'clock-skew',
    );
  }
  if (code === 'InvalidToken') {
    return listed('session-token-region-limited', 'partition-mismatch', 'session-token-malformed');
  }
  if (key === 'temporary') return listed(...OF_TEMPORARY);
  if (key === 'long-term') return listed(...OF_LONG_TERM);
  // S3 says this of temporary keys without their token more often than of unknown ones.
  const first =
    code === 'InvalidAccessKeyId'
      ? (['session-token-missing', 'access-key-rejected'] as const)
      : (['access-key-rejected', 'session-token-missing'] as const);
  return listed(
    ...first,
    'session-token-stale',
    'session-token-mismatched',
    'session-token-malformed',
    'partition-mismatch',
    'session-token-region-limited',
    'region-disabled',
    'unresolved-placeholder',
  );
}

/** "… is expired": EC2 says it of old signatures too. */
export function expired({ key, excerpt }: Clues): readonly Candidate[] {
  const clock = /RequestExpired|Request has expired/i.test(excerpt) ? (['clock-skew'] as const) : [];
  if (key === 'long-term') return listed('session-token-stale', ...clock);
  if (key === 'temporary') return listed('session-token-expired', ...clock);
  return listed('session-token-expired', 'session-token-stale', ...clock);
}

/** AWS's message holds both times, so the clock is measured by it. */
export function clockSkewOf(times: SignatureTimes | undefined): Candidate {
  if (times === undefined) {
    return { id: 'clock-skew', why: 'the clock of the machine is off by more than AWS allows' };
  }
  const seconds = Math.round((times.signedAt.getTime() - times.serverTime.getTime()) / 1000);
  const amount = Math.abs(seconds) < 120 ? `${Math.abs(seconds)} s` : `${Math.round(Math.abs(seconds) / 60)} min`;
  const window = times.windowMinutes * 60;
  // A request held back until its signature expired is told with the same words, exactly one window later.
  const held = seconds < 0 && Math.abs(-seconds - window) <= 2;
  return {
    id: 'clock-skew',
    why: held
      ? `the request came exactly ${times.windowMinutes} min after it was signed: it was held back or repeated, or the clock is slow`
      : `the clock of the machine was ${amount} ${seconds < 0 ? 'behind' : 'ahead of'} AWS’s when it signed the request`,
  };
}
