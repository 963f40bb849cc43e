import type { Report } from '../report.ts';

/** The report as the contract has it: of a finding, the fields that scripts may rely on, and none for the summary only. */
export function reportJson(report: Report): string {
  const findings = report.findings.map(({ id, severity, title, explanation, evidence, fix, docs, confirmed }) => ({
    id,
    severity,
    title,
    explanation,
    evidence,
    fix,
    docs,
    confirmed,
  }));
  // For the closing line alone: JSON leaves out what is undefined.
  return JSON.stringify({ ...report, findings, provedRole: undefined });
}
