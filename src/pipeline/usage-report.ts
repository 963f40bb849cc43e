import { usageFinding } from '../diagnoses/usage.ts';
import type { Report } from '../report.ts';
import type { UsageProblem } from '../settings.ts';

/** The report of a run that asked nobody, because its inputs cannot be used. */
export function usageReport(problems: readonly UsageProblem[]): Report {
  return { ...emptyReport(), verdict: 'bad', findings: [usageFinding(problems)] };
}

/** The report of a run that has looked at no credentials. */
export function emptyReport(): Report {
  return {
    schema: 1,
    verdict: 'unknown',
    findings: [],
    identity: null,
    credentials: { source: 'none', location: null, type: null, accessKeyId: null, account: null },
    clock: null,
    session: { expiresAt: null, secondsRemaining: null, issuedAt: null, issuedIn: null, endsBefore: null, basis: null },
    sts: { endpoint: null, region: null, requests: 0, requestIds: [] },
  };
}
