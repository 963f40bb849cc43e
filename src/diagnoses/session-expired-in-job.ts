import type { AfterEvidence } from '../model/after.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { clockMoved } from './shared/after.ts';
import { basisOf, quoted, spell, timestamp } from './shared/wording.ts';

/** The session was good at the check, and STS says that it has expired now: it ended while the job ran. */
export const sessionExpiredInJob = entry<AfterEvidence>({
  id: 'session-expired-in-job',
  severity: 'error',
  phases: ['after'],
  when: 'after a failed job: the session that the check accepted has expired, so it ended before the job did',
  exceptions: 'The job may have failed for another reason before the session ended: compare the times.',
  detect: ({ after }) => (after?.end.kind === 'expired' ? after : undefined),
  describe({ checked }, evidence) {
    const { session } = evidence;
    // A stated end that has not come yet is not when this session ended.
    const end = [checked.expiresAt, session.expiresAt].find((at) => at !== undefined && at <= session.now);
    const before = end === undefined ? undefined : (session.now.getTime() - end.getTime()) / 1000;
    return {
      title:
        before === undefined
          ? 'The AWS session ended before the job did'
          : `The AWS session ended ${spell(before)} before the job failed`,
      explanation: 'AWS refuses every call after the end of a session with `ExpiredToken`.',
      evidence: [
        ...(session.issuedAt === undefined ? [] : [`the session began at ${timestamp(session.issuedAt)}`]),
        end === undefined
          ? `it ended between ${timestamp(checked.at)}, when STS accepted it, and ${timestamp(session.now)}, when STS refused it`
          : `it ended at ${timestamp(end)}${session.basis === undefined ? '' : `, by ${basisOf(session.basis)}`}; STS accepted it at ${timestamp(checked.at)}`,
        `the job had failed by ${timestamp(session.now)}`,
        ...clockMoved(checked.clockMoved),
      ],
      fix: [longer(evidence, checked.arn), PARTS],
      docs: DOCS.roleDuration,
    };
  },
});

const PARTS =
  'If the role’s maximum is reached (1 hour for a role that was assumed from another role): split the job, or assume the role again right before and behind the long step.';

function longer({ session, gathered }: Evidence, arn: string): string {
  const needed =
    session.issuedAt === undefined ? undefined : Math.ceil((session.now.getTime() - session.issuedAt.getTime()) / 1000);
  const seconds = needed === undefined ? 'more than the job takes' : `more than ${Math.max(needed, 900)} (seconds)`;
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  const where = gathered.job.runsInActions ? 'In the step that assumes the role' : 'Where the role is assumed';
  return `${where}, set \`role-duration-seconds\` to ${seconds}, and in IAM raise the maximum session duration of ${role === undefined ? 'the role' : quoted(role)} to at least that.`;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-expired-in-job': true;
  }
}
