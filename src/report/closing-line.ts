import type { Report } from '../report.ts';

/** The last line of the log: positive and factual when all is well, else the count and the first thing to fix. */
export function closingLine(report: Report): string {
  const { verdict, identity, session, findings, provedRole } = report;
  switch (verdict) {
    case 'ok': {
      const who = identity === null ? 'the credentials' : `\`${identity.arn}\` in account ${identity.account}`;
      const role = provedRole === undefined ? '' : `, and the role \`${provedRole}\` can be assumed`;
      return `Authenticated as ${who}${left(session.secondsRemaining)}${role}.`;
    }
    case 'skipped':
      return 'Skipped: GitHub withholds the secrets from this event by design.';
    case 'unknown':
      return 'Could not check the AWS credentials: they are neither good nor bad.';
    case 'bad': {
      if (findings[0]?.id === 'usage') return 'The AWS credentials were not checked: correct the inputs first.';
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      return `The AWS credentials are not fit for use: ${errors} ${errors === 1 ? 'thing' : 'things'} to fix.`;
    }
  }
}

function left(seconds: number | null): string {
  if (seconds === null || seconds < 0) return '';
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60 ? `, ${Math.floor(minutes / 60)} h ${minutes % 60} min left` : `, ${minutes} min left`;
}
