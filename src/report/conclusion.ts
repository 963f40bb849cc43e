import type { Severity } from '../evidence.ts';
import type { Report, Verdict } from '../report.ts';
import type { Settings } from '../settings.ts';

type Rules = Pick<Settings, 'failOn' | 'onUnknown'>;

/** Whether the step turns red. `fail-on: never` means never, an unknown verdict included. */
export function isFailure({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>, rules: Rules): boolean {
  if (rules.failOn === 'never') return false;
  if (verdict === 'bad') return true;
  if (verdict === 'unknown' && rules.onUnknown === 'fail') return true;
  return rules.failOn === 'warning' && findings.some(({ severity }) => severity === 'warning');
}

export type AnnotationType = 'error' | 'warning' | 'notice';

/** GitHub knows three types; what could not be checked is as grave as the user says. */
export function annotationTypeOf(severity: Severity, { onUnknown }: Pick<Rules, 'onUnknown'>): AnnotationType {
  if (severity === 'unknown') return onUnknown === 'fail' ? 'error' : 'warning';
  return severity;
}

/** Exit status of the command line. */
export const EXIT_STATUS: Readonly<Record<Verdict, number>> = { ok: 0, skipped: 0, bad: 1, unknown: 3 };
export const USAGE_EXIT_STATUS = 2;
