import type { Explanation } from '../../model/report.ts';
import type { RoleEvidence } from '../../model/role-evidence.ts';
import type { Evidence } from '../diagnosis.ts';
import { DOCS } from './docs.ts';
import { refusalEvidence, roleRefusalOf } from './refusal.ts';
import { quoted } from './wording.ts';

/** The session's tags and policies are too large together. */
export interface PackedPolicy {
  readonly isPacked: true;
  readonly role: RoleEvidence;
  /** Of what there is room for, as AWS says it. */
  readonly percent: string | undefined;
}

/** `PackedPolicyTooLarge`: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors */
export function packedPolicyOf(evidence: Evidence): PackedPolicy | undefined {
  const refusal = roleRefusalOf(evidence);
  if (refusal?.kind !== 'packed-policy') return undefined;
  return { isPacked: true, role: refusal.role, percent: /(?<!\d)\d{1,6}(?= ?%)/.exec(refusal.message)?.[0] };
}

export function describePacked({ role, percent }: PackedPolicy, evidence: Evidence): Explanation {
  const size = percent === undefined ? '' : `: ${percent} % of the room there is`;
  return {
    title: `The session’s tags are too large for the role ${role.role.name.slice(0, 28)}`,
    explanation: `AWS refuses to make the session, because its tags and policies, packed together, are larger than it allows.`,
    evidence: [
      `AWS says that their packed size is too large${size}`,
      'this step sends no tags and no policy: they come with the caller’s own session, or with the token',
      ...(role.chainedFrom === undefined ? [] : [`the caller is ${quoted(role.chainedFrom.arn)}`]),
      `the role is ${quoted(role.role.arn)}`,
      ...refusalEvidence(evidence),
    ],
    fix: [
      'In the step that makes the caller’s credentials, hand on fewer or shorter tags: transitive tags go with every role that is assumed from them.',
      'In EKS, turn the session tags of the Pod Identity association off, if the runner’s credentials come from there.',
    ],
    docs: DOCS.roleTroubleshooting,
  };
}
