import { readDenial } from '../read/role-refusal.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { roleRefusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

/** GetCallerIdentity needs no permission and no IAM policy can deny it; only a policy on the network's way can. */
export const accessDenied = entry<{ readonly host: string; readonly action: string }>({
  id: 'access-denied',
  severity: 'error',
  phases: ['refused', 'role'],
  when: 'a policy on the way (a VPC endpoint’s) refused the call',
  exceptions: 'None: no IAM policy can deny GetCallerIdentity, so the credentials themselves are not the fault.',
  references: [DOCS.vpcEndpoint],
  detect(evidence) {
    const { answer } = evidence;
    if (answer?.kind !== 'refused' || refusalOf(evidence) !== 'denied') return undefined;
    const { host } = answer.attempt.endpoint;
    const ofRole = roleRefusalOf(evidence);
    if (ofRole === undefined) return { host, action: 'sts:GetCallerIdentity' };
    // What refuses a role is mostly a policy of the two sides; only AWS's own words tell of the network's.
    const { by, action } = readDenial(ofRole.message);
    return by === 'vpc-endpoint-policy' ? { host, action: action ?? 'sts:AssumeRole' } : undefined;
  },
  describe({ host, action }, evidence) {
    return {
      title: 'A network policy refuses STS calls from this runner',
      explanation:
        action === 'sts:GetCallerIdentity'
          ? 'The call is refused although it needs no permission, because a policy of the network, such as a VPC endpoint’s, does not allow it for this principal.'
          : 'The role cannot be assumed from here, because the policy of the VPC endpoint does not allow it, whatever the role’s own policies say.',
      evidence: [`the call went to ${quoted(host)}`, ...refusalEvidence(evidence)],
      fix: [
        `In the VPC console, in the policy of the STS endpoint that this runner uses, allow ${quoted(action)} (and what else the deployment calls) for this account’s principals.`,
      ],
      docs: DOCS.vpcEndpoint,
    };
  },
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'access-denied': true;
  }
}
