import type { RoleEvidence } from '../model/role-evidence.ts';
import { type Denial, readDenial } from '../read/role-refusal.ts';
import { roleArnOfAssumedRole } from '../read/arn.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { roleFaultOf, roleFaultEvidence } from './shared/role-fault.ts';
import { denyVerb, POLICY } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

interface TaggingDenied {
  readonly role: RoleEvidence;
  readonly denial: Denial;
  readonly tags: readonly string[];
}

const SKIP = 'In this step and in the step that assumes the role, set `role-skip-session-tagging: true`';

/** The role may be assumed, but not with the session tags that configure-aws-credentials sends. */
export const sessionTaggingDenied = entry<TaggingDenied>({
  id: 'session-tagging-denied',
  severity: 'error',
  phases: ['role'],
  when: 'the role’s trust policy does not allow `sts:TagSession` for the tags that configure-aws-credentials sends',
  exceptions: 'Set `role-skip-session-tagging: true` in this step too, if the step that assumes the role has it.',
  detect(evidence) {
    const fault = roleFaultOf(evidence, 'tagging');
    if (fault === undefined) return undefined;
    const tags = evidence.gathered.job.sessionTags.map(([key]) => key);
    return { role: fault.role, denial: readDenial(fault.refusal.message.reveal()), tags };
  },
  describe({ role, denial, tags }, evidence) {
    const { by, explicit } = denial;
    const because = by === undefined ? 'no policy allows it' : `${POLICY[by]} ${denyVerb(by, explicit)}`;
    return {
      title: `The role ${role.role.name.slice(0, 35)} does not allow session tags`,
      explanation: `AWS refuses to make the session with tags, because they need \`sts:TagSession\` and ${because}.`,
      evidence: [
        `the tags are those of \`aws-actions/configure-aws-credentials\`: ${tags.map(quoted).join(', ')}`,
        `the role is ${quoted(role.role.arn)}`,
        ...(role.chainedFrom === undefined ? [] : [`the caller is ${quoted(role.chainedFrom.arn)}`]),
        ...roleFaultEvidence(evidence, 'tagging'),
      ],
      fix: [`${SKIP}.`, ...allow(role, denial)],
      docs: DOCS.roleTroubleshooting,
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});

/** Nobody is told to open a policy against an explicit deny. */
function allow({ role, chainedFrom }: RoleEvidence, { by, explicit }: Denial): readonly string[] {
  if (explicit) return [];
  if (by === 'identity-policy')
    return [`If the tags are needed: in a policy of the caller, allow \`sts:TagSession\` on ${quoted(role.arn)}.`];
  if (by !== undefined && by !== 'trust-policy') return [];
  const caller = chainedFrom && (roleArnOfAssumedRole(chainedFrom.arn) ?? chainedFrom.arn);
  return [
    `If the tags are needed: in the role’s trust policy, add \`sts:TagSession\` to the actions of the statement that allows ${caller === undefined ? 'the caller' : quoted(caller)}.`,
  ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-tagging-denied': true;
  }
}
