import type { RoleEvidence } from '../model/role-evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { roleFaultOf, roleFaultEvidence } from './shared/role-fault.ts';
import { quoted } from './shared/wording.ts';

interface TooLarge {
  readonly role: RoleEvidence;
  /** Of what there is room for, as AWS says it. */
  readonly percent: string | undefined;
  /** This step sends a session policy. */
  readonly sendsPolicy: boolean;
  /** AWS made the session without the policies and tags of this step. */
  readonly isOurs: boolean;
}

/** `PackedPolicyTooLarge`: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors */
export const sessionPolicyTooLarge = entry<TooLarge>({
  id: 'session-policy-too-large',
  severity: 'error',
  phases: ['role'],
  when: 'the session’s policies and tags, packed together, are larger than AWS allows',
  exceptions: 'None.',
  detect(evidence) {
    const fault = roleFaultOf(evidence, 'packed-policy');
    if (fault === undefined) return undefined;
    const { policy, policyArns } = evidence.settings.role;
    return {
      role: fault.role,
      percent: /(?<!\d)\d{1,6}(?= ?%)/.exec(fault.refusal.message.reveal())?.[0],
      sendsPolicy: policy !== undefined || policyArns.length > 0,
      isOurs: fault.confirmed,
    };
  },
  describe({ role, percent, sendsPolicy, isOurs }, evidence) {
    const size = percent === undefined ? '' : `: ${percent} % of the room there is`;
    return {
      title: `The session’s ${sendsPolicy ? 'policies' : 'tags'} are too large for the role ${role.role.name.slice(0, 28)}`,
      explanation:
        'AWS refuses to make the session, because its tags and policies, packed together, are larger than it allows.',
      evidence: [
        `AWS says that their packed size is too large${size}`,
        `this step sends ${sendsPolicy ? 'session policies' : 'no session policy'}, and the tags of \`aws-actions/configure-aws-credentials\` where a key assumes the role`,
        ...(role.chainedFrom === undefined ? [] : [`the caller is ${quoted(role.chainedFrom.arn)}`]),
        `the role is ${quoted(role.role.arn)}`,
        ...roleFaultEvidence(evidence, 'packed-policy'),
      ],
      fix: [
        ...(sendsPolicy
          ? [
              'In this step and in the step that assumes the role, shorten `inline-session-policy`, or put its statements into a managed policy and name that in `managed-session-policies`.',
            ]
          : []),
        ...(isOurs && !sendsPolicy
          ? ['In this step and in the step that assumes the role, set `role-skip-session-tagging: true`.']
          : [
              'If it is still too large: in the step that makes the caller’s credentials, pass fewer or shorter tags; transitive tags go with every role that is assumed from them.',
            ]),
      ],
      docs: DOCS.roleTroubleshooting,
    };
  },
  subject: ({ sendsPolicy }) => ({ kind: 'input', name: sendsPolicy ? 'inline-session-policy' : 'role-to-assume' }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-policy-too-large': true;
  }
}
