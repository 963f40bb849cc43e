import type { Report } from '../model/report.ts';
import { readRegion } from '../read/region.ts';

/** Every action output, as `action.yml` declares it; a test holds the two against each other. */
export type OutputName =
  | 'verdict'
  | 'diagnosis'
  | 'diagnoses'
  | 'aws-account-id'
  | 'authenticated-arn'
  | 'user-id'
  | 'principal-type'
  | 'credential-source'
  | 'credential-type'
  | 'aws-region'
  | 'aws-partition'
  | 'expires-at'
  | 'seconds-remaining'
  | 'clock-skew-seconds'
  | 'tools'
  | 'report';

/** The outputs of a run; what is not known is an empty string. */
export function outputsOf(report: Report): Readonly<Record<OutputName, string>> {
  const { identity, credentials, session, clock, sts } = report;
  // A notice beside a good verdict is advice, not a thing to fix.
  const problem = report.findings.find(({ severity }) => severity !== 'notice' || report.verdict !== 'ok');
  return {
    verdict: report.verdict,
    diagnosis: problem?.id ?? '',
    diagnoses: JSON.stringify(report.findings.map(({ id }) => id)),
    'aws-account-id': identity?.account ?? '',
    'authenticated-arn': identity?.arn ?? '',
    'user-id': identity?.userId ?? '',
    'principal-type': identity?.principalType ?? '',
    'credential-source': credentials.source,
    'credential-type': credentials.type ?? '',
    'aws-region': sts.region ?? '',
    'aws-partition': (sts.region === null ? undefined : readRegion(sts.region).partition) ?? '',
    'expires-at': session.expiresAt ?? '',
    'seconds-remaining': session.secondsRemaining?.toString() ?? '',
    'clock-skew-seconds': clock?.skewSeconds.toFixed(1) ?? '',
    tools: JSON.stringify(Object.fromEntries(report.tools.map(({ tool, outcome }) => [tool, outcome]))),
    report: reportJson(report),
  };
}

/** The report as the contract has it: of a finding, the fields that scripts may rely on, and none for the summary only. */
export function reportJson(report: Report): string {
  const findings = report.findings.map(
    ({ id, severity, title, explanation, evidence, fix, docs, confirmed, patch }) => ({
      id,
      severity,
      title,
      explanation,
      evidence,
      fix,
      docs,
      confirmed,
      patch: patch ?? null,
    }),
  );
  return JSON.stringify({ ...report, findings });
}
