import { readSignatureTimes, type SignatureTimes } from '../read/aws-error.ts';
import { readRegion } from '../read/region.ts';
import { isOptIn, partitionOf, regionAt, regionIn, type Clues } from './clues.ts';
import { denied } from './denied.ts';
import type { PrintedError } from './errors.ts';
import { nameCauses, unreachable } from './connection-causes.ts';
import type { ExplainedId } from './fixes.ts';
import { SINGLE_CAUSES } from './single-causes.ts';
import type { Kind } from './kinds.ts';

/** A diagnosis that a printed error may come from. */
export interface Candidate {
  readonly id: ExplainedId;
  /** Why it is one and what would show it, in words of our own: of the text only what cannot be secret is repeated. */
  readonly why: string;
  /** What to change, where the error tells more than the diagnosis alone does. */
  readonly fix?: string;
}

/** The causes behind the few sentences that AWS has for many faults, each with what tells it from the others. */
const CAUSES = {
  'access-key-rejected':
    'AWS does not know the key: it was deleted, is inactive, or was replaced. The IAM console shows it, or does not',
  'secret-access-key-rejected': 'the secret access key belongs to another key ID, or was cut off when it was copied',
  'session-token-missing':
    'a temporary key was used without its session token. It is this if the key ID begins with `ASIA`',
  'session-token-stale':
    'a session token that an earlier step left behind was sent with a long-term key. It is this if the key ID begins with `AKIA` and `AWS_SESSION_TOKEN` is set',
  'session-token-mismatched':
    'key and session token come from different sessions. It is this if they were set by different steps',
  'session-token-malformed':
    'the session token was cut off or altered. It is this if its length differs from what STS issued',
  'session-token-expired': 'the session has ended. It is this if the credentials were made hours before',
  'session-token-region-limited':
    'a version 1 session token was used in an opt-in region. It is this if the token begins with `FwoG` or `FQoG`',
  'partition-mismatch': 'the credentials belong to another partition (commercial, GovCloud, China) than the region',
  'region-disabled':
    'the opt-in region is not enabled for the account. It is this if other regions accept the credentials',
  'unresolved-placeholder': 'the value is still a placeholder, such as `${{ … }}` or `<your-key>`',
  'swapped-keys': 'key ID and secret access key are swapped. It is this if the key ID is 40 characters long',
  'clock-skew': 'the clock of the machine is off: EC2 has the same words for that',
} as const;

type Cause = keyof typeof CAUSES;

function listed(...ids: readonly Cause[]): readonly Candidate[] {
  return [...new Set(ids)].map((id) => ({ id, why: CAUSES[id] }));
}

interface Case {
  readonly error: PrintedError;
  readonly clues: Clues;
  readonly region: string | undefined;
  readonly key: Clues['key'];
}

type Causes = (one: Case) => readonly Candidate[];

/** A key ID near the error says more than one elsewhere in the log. */
function keyOf(error: PrintedError, clues: Clues): Clues['key'] {
  const temporary = /\bASIA[A-Z0-9*…]{4,}/.test(error.excerpt);
  const longTerm = /\bAKIA[A-Z0-9*…]{4,}/.test(error.excerpt);
  return temporary === longTerm ? clues.key : temporary ? 'temporary' : 'long-term';
}

/** Where the region explains the refusal, it comes first. */
function withRegion(region: string | undefined, ids: readonly Cause[]): readonly Candidate[] {
  const partition = partitionOf(region);
  if (partition !== undefined && partition !== 'aws') return listed('partition-mismatch', ...ids);
  return isOptIn(region) ? listed('region-disabled', 'session-token-region-limited', ...ids) : listed(...ids);
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

const invalid: Causes = ({ error, region, key }) => {
  // These want a long-term key, so a token that came along is the likeliest fault (the key itself is often good).
  if (/^Get(?:SessionToken|FederationToken)$/.test(error.operation ?? '') && key !== 'temporary') {
    return listed('session-token-stale', 'access-key-rejected', 'session-token-expired', 'session-token-mismatched');
  }
  if (key === 'temporary') return withRegion(region, OF_TEMPORARY);
  if (key === 'long-term') {
    return withRegion(region, ['access-key-rejected', 'session-token-stale', 'partition-mismatch', 'region-disabled']);
  }
  return withRegion(region, [
    'access-key-rejected',
    'session-token-missing',
    'session-token-stale',
    'session-token-mismatched',
    'session-token-malformed',
    'partition-mismatch',
    'session-token-region-limited',
    'region-disabled',
    'unresolved-placeholder',
  ]);
};

const unknownKey: Causes = ({ key, region }) => {
  const partition = partitionOf(region);
  if (partition !== undefined && partition !== 'aws')
    return listed('partition-mismatch', 'access-key-rejected', 'session-token-missing');
  if (key === 'long-term') return listed('access-key-rejected', 'partition-mismatch', 'unresolved-placeholder');
  if (key === 'temporary') return listed('session-token-missing', 'session-token-expired', 'access-key-rejected');
  return listed(
    'access-key-rejected',
    'session-token-missing',
    'session-token-expired',
    'partition-mismatch',
    'unresolved-placeholder',
  );
};

/** S3's code for a token that it cannot use. */
const invalidAtS3: Causes = ({ region, key }) => {
  const rest = [
    'session-token-expired',
    'session-token-malformed',
    'session-token-region-limited',
    'partition-mismatch',
  ] as const;
  const partition = partitionOf(region);
  if (partition !== undefined && partition !== 'aws')
    return listed('partition-mismatch', 'session-token-stale', ...rest);
  if (isOptIn(region)) return listed('session-token-region-limited', 'session-token-stale', ...rest);
  if (key === 'temporary') {
    return listed('session-token-malformed', 'session-token-mismatched', ...rest);
  }
  return listed('session-token-stale', ...rest);
};

const authFailure: Causes = ({ region, key }) =>
  withRegion(region, [
    'access-key-rejected',
    'secret-access-key-rejected',
    ...(key === 'long-term' ? [] : (['session-token-missing', 'session-token-malformed'] as const)),
    'region-disabled',
    'swapped-keys',
    'clock-skew',
  ]);

const expired: Causes = ({ error, clues, key }) => {
  const clock = error.kind === 'expired-ec2' ? (['clock-skew'] as const) : [];
  const since = minutesSinceLogin(error, clues);
  if (key === 'long-term' && since === undefined) return listed('session-token-stale', ...clock);
  const [first, ...others] = listed(
    'session-token-expired',
    ...(key === 'temporary' ? [] : (['session-token-stale'] as const)),
    ...clock,
  );
  if (first === undefined || since === undefined) return first === undefined ? [] : [first, ...others];
  return [{ ...first, why: `the session has ended: the job authenticated ${since} min before this error` }, ...others];
};

/** From the last time that somebody authenticated to the error, where the log has both times. */
export function minutesSinceLogin({ line }: PrintedError, clues: Clues): number | undefined {
  const login = clues.logins.findLast((one) => one.line <= line.number && one.time !== undefined);
  if (login?.time === undefined || line.time === undefined) return undefined;
  const minutes = Math.round((line.time - login.time) / 60_000);
  return minutes >= 1 ? minutes : undefined;
}

const clock: Causes = ({ error }) => [clockSkewOf(readSignatureTimes(error.excerpt))];

/** AWS's message holds both times, so the clock is measured by it. */
function clockSkewOf(times: SignatureTimes | undefined): Candidate {
  if (times === undefined) {
    return { id: 'clock-skew', why: 'the clock of the machine is off by more than AWS allows' };
  }
  const seconds = Math.round((times.signedAt.getTime() - times.serverTime.getTime()) / 1000);
  const amount = Math.abs(seconds) < 120 ? `${Math.abs(seconds)} s` : `${Math.round(Math.abs(seconds) / 60)} min`;
  const window = times.windowMinutes * 60;
  // A request held back until its signature expired is told with the same words, exactly one window later.
  const isHeld = seconds < 0 && Math.abs(-seconds - window) <= 2;
  return {
    id: 'clock-skew',
    why: isHeld
      ? `the request came exactly ${times.windowMinutes} min after it was signed: it was held back or repeated, or the clock is slow`
      : `the clock of the machine was ${amount} ${seconds < 0 ? 'behind' : 'ahead of'} AWS’s when it signed the request`,
  };
}

const signature: Causes = () => [
  { id: 'secret-access-key-rejected', why: 'the secret access key is well-formed, but belongs to another key ID' },
  { id: 'stray-characters', why: 'a line break, a space or quotes were stored with the secret access key' },
  {
    id: 'secret-access-key-malformed',
    why: 'the secret access key was cut off or altered. It is this if it does not have 40 characters',
  },
];

const scope: Causes = ({ error }) => {
  const used = /not ['"]?([a-z0-9-]{1,40})/i.exec(error.message.slice(error.message.indexOf('scoped')))?.[1] ?? '';
  const isRegion = used !== '' && readRegion(used).known;
  const nearest = used === '' || isRegion ? undefined : readRegion(used).nearest[0];
  const why = isRegion
    ? `the request was signed for \`${used}\`, and the endpoint is in another region`
    : 'the region that the request was signed for is not one';
  return [
    { id: 'region-invalid', why: nearest === undefined ? why : `${why}; \`${nearest}\` may be meant` },
    { id: 'custom-endpoint', why: '`AWS_ENDPOINT_URL` sends the requests to an endpoint of another region' },
    { id: 'partition-mismatch', why: 'the endpoint belongs to another partition than the region' },
  ];
};

const wrongRegion: Causes = ({ error }) => {
  const [, used = '', meant = ''] =
    /the region '([a-z0-9-]+)' is wrong; expecting '([a-z0-9-]+)'/i.exec(error.excerpt) ?? [];
  const where = meant === '' ? redirectedTo(error.message) : meant;
  const why =
    where === undefined
      ? 'the request went to another region than the one that the bucket is in'
      : `the request ${used === '' ? 'went to another region' : `was signed for \`${used}\``}, and the bucket is in \`${where}\``;
  const fix = `In the workflow, set the region ${where === undefined ? 'that the bucket is in' : `\`${where}\``} for this step (\`AWS_REGION\`, \`--region\`).`;
  return [
    { id: 'region-invalid', why, fix },
    { id: 'target-region-mismatch', why, fix },
  ];
};

function redirectedTo(text: string): string | undefined {
  return (
    /bucket is in this region: ([a-z]{2}(?:-[a-z]{2,10}){1,3}-\d{1,2})/i.exec(text)?.[1] ??
    /\.s3[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]{2,10}){1,3}-\d{1,2})\.amazonaws/i.exec(text)?.[1]
  );
}

/** A key ID has neither slashes nor spaces, so what stands in its place tells which fault it is. */
const malformedHeader: Causes = ({ error }) => {
  const stray: Candidate = {
    id: 'stray-characters',
    why: 'a space, a line break or quotes were stored with the access key ID',
  };
  const swapped: Candidate = { id: 'swapped-keys', why: CAUSES['swapped-keys'] };
  const malformed: Candidate = {
    id: 'access-key-id-malformed',
    why: 'the value of the access key ID is not an access key ID',
  };
  const behind = error.excerpt.slice(Math.max(0, error.excerpt.indexOf(error.words)));
  const got = /(?:Credential=|got '(?:Credential=)?)(.{0,120}?)\/\d{8}\//i.exec(behind)?.[1];
  if (got === undefined || /^\*+$/.test(got)) return [stray, swapped, malformed];
  if (/\s/.test(got)) return [stray, malformed];
  if (/^A[KS]IA\w{4,40}\/{1,2}$/.test(got) || got === '') return [stray, malformed, swapped];
  return /[/+]/.test(got) || got.length === 40 ? [swapped, stray] : [malformed, stray, swapped];
};

const OF_MANY: Readonly<Partial<Record<Kind, Causes>>> = {
  invalid,
  'invalid-s3': invalidAtS3,
  'unknown-key': unknownKey,
  'auth-failure': authFailure,
  expired,
  'expired-ec2': expired,
  clock,
  signature,
  scope,
  'wrong-region': wrongRegion,
  redirected: wrongRegion,
  'five-elements': malformedHeader,
  'malformed-header': malformedHeader,
  name: nameCauses,
  'time-out': unreachable('the host did not answer in time'),
  refused: unreachable('the connection was refused'),
  'broken-off': unreachable('the connection broke off'),
  certificate: unreachable(
    'a proxy opens TLS connections, and its root certificate is not trusted; or the bundle of roots cannot be read',
  ),
  proxy: unreachable('the proxy refuses the connection, or cannot be reached'),
  unreachable: unreachable('no answer came'),
};

/** What an error may come from, likeliest first; the clues of the same log order them. Never throws. */
export function causesOf(error: PrintedError, clues: Clues): readonly Candidate[] {
  const many = OF_MANY[error.kind];
  if (many !== undefined) {
    const region = regionAt(clues, error.excerpt, error.line.number) ?? regionIn(error.excerpt);
    return many({ error, clues, region, key: keyOf(error, clues) });
  }
  return denied(error, clues) ?? SINGLE_CAUSES[error.kind]?.(error, clues) ?? [];
}
