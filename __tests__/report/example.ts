import type { Finding, Report } from '../../src/model/report.ts';

/** A finding with the given parts. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'session-token-stale',
    severity: 'error',
    confirmed: false,
    title: 'A session token is left over',
    explanation: 'AWS refuses the key.',
    evidence: ['the key begins with `AKIA`'],
    fix: ['In the step, clear the token.'],
    docs: 'https://docs.aws.amazon.com/IAM/',
    ...changes,
  };
}

/** A report with these findings, and nothing else known. */
export function report(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  return {
    schema: 1,
    role: null,
    verdict: 'bad',
    findings,
    tools: [],
    identity: null,
    credentials: { source: 'none', location: null, type: null, accessKeyId: null, account: null },
    clock: null,
    session: { expiresAt: null, secondsRemaining: null, issuedAt: null, issuedIn: null, endsBefore: null, basis: null },
    sts: { endpoint: null, region: null, requests: 0, requestIds: [] },
    ...changes,
  };
}
