import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { actionOn, some, type Denied } from './shared/permissions.ts';
import { keyOf, quoted, subjectOf } from './shared/wording.ts';

/** AWS attaches its quarantine policy to the user of a key that it found in public: the key is in other hands. */
export const accessKeyCompromised = entry<readonly Denied[]>({
  id: 'access-key-compromised',
  severity: 'error',
  phases: ['beyond'],
  when: 'AWS’s quarantine policy (`AWSCompromisedKeyQuarantine…`) denies an action: AWS found the access key in public',
  exceptions: 'None: AWS attaches the policy only to the user of a key that leaked.',
  references: [DOCS.compromisedKey],
  detect({ beyond }) {
    const denied = beyond?.permissions.filter(
      (permission): permission is Denied => permission.kind === 'denied' && permission.by === 'quarantine',
    );
    return denied === undefined || denied.length === 0 ? undefined : denied;
  },
  describe(denied, evidence) {
    const policies = [...new Set(denied.flatMap(({ decision }) => decision.policies))].filter((name) =>
      name.includes('Quarantine'),
    );
    return {
      title: 'AWS has quarantined this access key: it leaked',
      explanation:
        'AWS found the key in public, so others have it too; AWS’s policy keeps it from the most harmful calls.',
      evidence: [
        ...some(
          denied.map(
            ({ decision }) =>
              `${actionOn(decision.action, decision.resource)} is denied by ${policies.map(quoted).join(', ')}`,
          ),
          3,
        ),
        `the policy is attached to ${quoted(evidence.beyond?.source ?? '')}, whose key ${quoted(keyOf(evidence))} the job uses`,
      ],
      fix: [
        'In IAM, deactivate the key at once, and let the job assume a role by OIDC instead. Then follow AWS’s support case about the key. Do not detach the policy before the key is deleted.',
        'If a key cannot be avoided: make a new one for another user, put it into the secret, and delete this one.',
      ],
      docs: DOCS.compromisedKey,
    };
  },
  subject: (_detail, evidence) => subjectOf('accessKeyId', evidence),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'access-key-compromised': true;
  }
}
