import type { Severity } from '../model/evidence.ts';
import type { Report, Verdict } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';

type Rules = Pick<Settings, 'failOn' | 'onUnknown'>;

/** Whether the step turns red. `fail-on: never` means never, an unknown verdict included. */
export function isFailure({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>, rules: Rules): boolean {
  if (rules.failOn === 'never') return false;
  if (verdict === 'bad') return true;
  if (verdict === 'unknown' && rules.onUnknown === 'fail') return true;
  return rules.failOn === 'warning' && findings.some(({ severity }) => severity === 'warning');
}

export type AnnotationType = 'error' | 'warning' | 'notice';

/**
 * GitHub knows three types; what could not be checked is as grave as the user says. A step that never fails shows no
 * error.
 */
export function annotationTypeOf(severity: Severity, { failOn, onUnknown }: Rules): AnnotationType {
  const type = severity === 'unknown' ? (onUnknown === 'fail' ? 'error' : 'warning') : severity;
  return type === 'error' && failOn === 'never' ? 'warning' : type;
}

const MARK: Readonly<Record<Severity, string>> = { error: '✗', unknown: '?', warning: '!', notice: 'i' };

/** One line of the log for each finding, since the log shows no titles of annotations. */
export function findingLines({ findings }: Pick<Report, 'findings'>): readonly string[] {
  return findings.map(({ severity, title, id }) => `${MARK[severity]} ${title} [${id}]`);
}

/** Exit status of the command line. */
export const EXIT_STATUS: Readonly<Record<Verdict, number>> = { ok: 0, skipped: 0, bad: 1, unknown: 3 };
export const USAGE_EXIT_STATUS = 2;

/** The last line of the log: positive and factual when all is well, else the count and the first thing to fix. */
export function closingLine(report: Report): string {
  const { verdict, identity, session, findings } = report;
  // Without credentials of the job's own, the role is the identity itself.
  const role = report.role?.identity === null || report.credentials.source === 'none' ? null : report.role;
  const isOwn = role !== null && role.identity?.arn !== identity?.arn;
  switch (verdict) {
    case 'ok': {
      const who = identity === null ? 'the credentials' : `\`${identity.arn}\` in account ${identity.account}`;
      const proved = isOwn ? `, and the role \`${role.arn}\` can be assumed` : '';
      return `Authenticated as ${who}${left(session.secondsRemaining)}${proved}.`;
    }
    case 'skipped':
      return 'Skipped: GitHub withholds the secrets from this event by design.';
    case 'unknown':
      return 'The AWS credentials could not be checked.';
    case 'bad': {
      if (findings[0]?.id === 'usage') return 'The AWS credentials were not checked: correct the inputs first.';
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      return `The AWS credentials cannot be used: ${errors} ${errors === 1 ? 'thing' : 'things'} to fix.`;
    }
  }
}

function left(seconds: number | null): string {
  if (seconds === null || seconds < 0) return '';
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60 ? `, ${Math.floor(minutes / 60)} h ${minutes % 60} min left` : `, ${minutes} min left`;
}
