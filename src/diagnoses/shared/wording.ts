import { entryOfPlace, nameOfPlace } from '../../model/place.ts';
import type { WorkflowSubject } from '../../model/report.ts';
import { quoted } from '../../model/text.ts';
import { showAccessKeyId } from '../../read/access-key-id.ts';
import type { Field } from '../../read/facts.ts';
import type { SessionBasis } from '../../read/session.ts';
import type { Evidence } from '../diagnosis.ts';

export { quoted };

/** "1 h 5 min", "40 min 12 s", "12 s": two units at most. */
export function spell(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** "42 minutes ago" as titles say it: one unit, in full. */
export function ago(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [count, unit] =
    whole < 90
      ? [whole, 'second']
      : whole < 5400
        ? [Math.round(whole / 60), 'minute']
        : whole < 172_800
          ? [Math.round(whole / 3600), 'hour']
          : [Math.round(whole / 86_400), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** "1 character", "41 characters". */
export function characters(count: number): string {
  return `${count} ${count === 1 ? 'character' : 'characters'}`;
}

/** RFC 3339 in UTC, whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

const NOUN: Readonly<Record<Field, string>> = {
  accessKeyId: 'access key ID',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
};

export function nounOf(field: Field): string {
  return NOUN[field];
}

/** What the value is called where it stands: `AWS_SESSION_TOKEN`, `aws-session-token`, `aws_session_token of [prod] …`. */
export function nameOf(field: Field, evidence: Evidence): string {
  const place = evidence.gathered.credentials?.names[field];
  return place === undefined ? NOUN[field] : nameOfPlace(place);
}

/** First four and last four characters. */
export function keyOf(evidence: Evidence): string {
  const key = evidence.attempt?.accessKeyId;
  return key === undefined ? 'the access key' : showAccessKeyId(key.reveal());
}

/** The beginning of a fix: where to put a value right, for the source that it came from. */
export function whereToFix(field: Field, evidence: Evidence): string {
  const { credentials, job } = evidence.gathered;
  const name = quoted(nameOf(field, evidence));
  switch (credentials?.source) {
    case 'inputs':
      return job.runsInActions
        ? `In the GitHub secret that the input ${name} reads`
        : 'In the credentials given on standard input';
    case 'environment':
      return job.runsInActions
        ? `In the GitHub secret (or the step) that sets ${name}`
        : `In the environment variable ${name}`;
    case 'profile':
      return `In ${name}`;
    case 'process':
      return `In the program that credential_process runs, which gives the ${NOUN[field]}`;
    default:
      return `Where ${credentials?.location ?? 'the credentials'} come${credentials === undefined ? '' : 's'} from`;
  }
}

/** Where an annotation about this value points. */
export function subjectOf(field: Field, evidence: Evidence): WorkflowSubject | undefined {
  return entryOfPlace(evidence.gathered.credentials?.names[field]);
}

/** What says when a session ends, in a sentence. */
export function basisOf(basis: SessionBasis | undefined): string {
  switch (basis?.kind) {
    case undefined:
    case 'upper-bound':
      return 'its time of issue and the longest lifetime of a session';
    case 'input':
      return 'the input `expires-at`';
    case 'stated':
      return quoted(nameOfPlace(basis.place));
  }
}

/** What gives a job the permission to ask GitHub for an OIDC token. */
export const GRANT = [
  'In the job, add `permissions:` with `id-token: write` and `contents: read`. The block replaces the defaults, so list all that the job needs.',
  'If this is a reusable workflow, or the job grants it already: grant the same permission on the job that calls it.',
] as const;

/** The same as lines to paste. */
export const PERMISSIONS = {
  snippet: { language: 'yaml', text: 'permissions:\n  id-token: write\n  contents: read\n' },
  change: { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } },
} as const;
