import type { DeniedBy } from '../model/beyond.ts';
import type { Explanation } from '../model/report.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { actionOn, asked, deniedBy, some, type Denied } from './shared/permissions.ts';
import { quoted } from './shared/wording.ts';

/** The simulator does not see everything, so the step does not fail for it; but a deny it sees is one. */
export const permissionDenied = entry<readonly Denied[]>({
  id: 'permission-denied',
  severity: 'warning',
  phases: ['beyond'],
  when: 'IAM’s policy simulator says that the job may not do what `required-actions` names: an explicit deny, the organization, the permissions boundary, or nothing allows it',
  exceptions:
    'The simulator sees neither session policies nor VPC endpoint policies, and takes conditions on what it is not told for unmet.',
  references: [DOCS.policyEvaluation],
  detect({ beyond }) {
    const denied = beyond?.permissions.filter(
      (permission): permission is Denied => permission.kind === 'denied' && permission.by !== 'quarantine',
    );
    return denied === undefined || denied.length === 0 ? undefined : denied;
  },
  describe(denied, evidence) {
    const [first] = denied;
    const statement = statementFor(denied);
    return {
      title:
        denied.length === 1 && first !== undefined
          ? `The credentials may not call ${first.decision.action}`
          : `The credentials may not call ${denied.length} of ${asked(evidence)} required actions`,
      explanation: 'The step that calls it would stop with `AccessDenied`.',
      evidence: [
        ...some(denied.map((one) => `${actionOn(one.decision.action, one.decision.resource)}: ${deniedBy(one)}`)),
        ...missingKeys(denied),
        `IAM’s policy simulator was asked about ${quoted(evidence.beyond?.source ?? '')}`,
      ],
      fix: fixesFor(denied, evidence),
      docs: DOCS.policyEvaluation,
      ...(statement && { snippet: { language: 'json', text: statement } }),
    };
  },
  subject: () => ({ kind: 'input', name: 'required-actions' }),
});

/** A condition on a key that was not given may have decided. */
function missingKeys(denied: readonly Denied[]): readonly string[] {
  const keys = [...new Set(denied.flatMap(({ decision }) => decision.missing))];
  return keys.length === 0
    ? []
    : [`its policies ask for ${keys.slice(0, 5).map(quoted).join(', ')}, which the simulator was not told`];
}

/** One fix for what weighs most, and one for what remains. Nobody is told to allow more against a deny. */
function fixesFor(denied: readonly Denied[], evidence: Evidence): Explanation['fix'] {
  const order: readonly DeniedBy[] = ['policy', 'organization', 'boundary', 'nothing'];
  const kinds = order.filter((kind) => denied.some(({ by }) => by === kind));
  return kinds.slice(0, 2).map((kind) => fixFor(kind, denied, evidence));
}

function fixFor(kind: DeniedBy, denied: readonly Denied[], { beyond }: Evidence): string {
  const of = denied.filter(({ by }) => by === kind);
  const actions = some([...new Set(of.map(({ decision }) => quoted(decision.action)))], 3).join(', ');
  const policies = [...new Set(of.flatMap(({ decision }) => decision.policies.map(quoted)))].slice(0, 3).join(', ');
  switch (kind) {
    case 'organization':
      return `Ask the administrators of the AWS organization whether this account should call ${actions}: their policies do not allow it, and no policy of the account can.`;
    case 'boundary':
      return `Ask whoever set the permissions boundary of ${quoted(beyond?.source ?? '')} whether it should allow ${actions}: no other policy can.`;
    case 'nothing':
      return `In IAM, add the statement in the job summary to a policy of ${quoted(beyond?.source ?? '')}: it allows ${actions}, and nothing more.`;
    default:
      return `Take ${actions} out of the job, or ask whoever owns ${policies === '' ? 'the denying policy' : policies} whether this job should call it: a deny wins over every policy that allows.`;
  }
}

/** Only for what nothing denies, and only on what the job names. */
function statementFor(denied: readonly Denied[]): string | undefined {
  const missing = denied.filter(({ by }) => by === 'nothing').map(({ decision }) => decision);
  if (missing.length === 0) return undefined;
  const actions = [...new Set(missing.map(({ action }) => action))];
  const resources = [...new Set(missing.map(({ resource }) => resource))];
  const named = resources.map((resource) => (resource === '*' ? 'the ARNs that the job uses' : resource));
  return JSON.stringify({ Effect: 'Allow', Action: actions, Resource: named }, undefined, 2);
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'permission-denied': true;
  }
}
