import type { RoleEvidence } from '../model/role-evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { roleFaultOf, roleFaultEvidence } from './shared/role-fault.ts';
import { quoted, spell } from './shared/wording.ts';

interface Exceeded {
  readonly role: RoleEvidence;
  readonly asked: number;
  /** AWS limits a role that is assumed from another role's session to 1 hour, whatever its maximum. */
  readonly chaining: boolean;
}

/** Seconds: what configure-aws-credentials asks for where nothing is set. */
const USUAL = 3600;

/** The session would be longer than AWS lets it be. */
export const roleDurationExceeded = entry<Exceeded>({
  id: 'role-duration-exceeded',
  severity: 'error',
  phases: ['role'],
  when: '`role-duration-seconds` is above the role’s maximum session duration, or above 1 hour for a chained role',
  exceptions: 'A maximum that was raised seconds ago may not be in force everywhere yet.',
  detect(evidence) {
    const fault = roleFaultOf(evidence, 'duration');
    if (fault === undefined) return undefined;
    const chaining = /1 hour session limit|role chaining/i.test(fault.refusal.message.reveal());
    return { role: fault.role, asked: evidence.settings.role.durationSeconds ?? USUAL, chaining };
  },
  describe({ role, asked, chaining }, evidence) {
    return {
      title: chaining
        ? `A chained role lasts 1 hour at most; ${spell(asked)} are asked for`
        : `The role’s sessions may not last the ${spell(asked)} that are asked for`,
      explanation: chaining
        ? 'AWS refuses to make the session, because a role that is assumed from another role’s session lasts 1 hour at most.'
        : 'AWS refuses to make the session, because it would last longer than the role’s maximum session duration.',
      evidence: [
        `\`role-duration-seconds\` is ${quoted(String(asked))}`,
        `the role is ${quoted(role.role.arn)}`,
        ...(role.chainedFrom === undefined ? [] : [`the caller is ${quoted(role.chainedFrom.arn)}`]),
        ...roleFaultEvidence(evidence, 'duration'),
      ],
      fix: chaining
        ? [
            'In this step and in the step that assumes the role, set `role-duration-seconds: 3600`.',
            'If the job needs longer: let it assume the role by OIDC directly, without the other role before it.',
          ]
        : [
            'In this step and in the step that assumes the role, set `role-duration-seconds: 3600`, which every role allows.',
            `If the job needs longer: in IAM (Roles → ${quoted(role.role.name)} → Edit), raise the maximum session duration to ${spell(asked)}.`,
          ],
      docs: DOCS.roleDuration,
    };
  },
  subject: () => ({ kind: 'input', name: 'role-duration-seconds' }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'role-duration-exceeded': true;
  }
}
