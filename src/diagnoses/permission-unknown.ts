import type { NotSimulated, Permission, Undecided } from '../model/beyond.ts';
import type { Explanation } from '../model/report.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { actionOn, notSimulated, some } from './shared/permissions.ts';
import { quoted } from './shared/wording.ts';

interface Open {
  readonly permissions: readonly Extract<Permission, { kind: 'unknown' }>[];
  readonly undecided: readonly Undecided[];
}

/** What the policy simulator could not be asked, or does not see, is neither allowed nor denied. */
export const permissionUnknown = entry<Open>({
  id: 'permission-unknown',
  severity: 'notice',
  phases: ['beyond'],
  when: 'IAM’s policy simulator could not be asked, or does not see what decides: a resource’s own policy (S3, KMS, SQS, SNS, Lambda and others), or a condition',
  exceptions: 'None: it only says what was not found out.',
  references: [DOCS.policySimulator],
  detect({ beyond }) {
    const permissions = (beyond?.permissions ?? []).filter((one) => one.kind === 'unknown');
    const undecided = beyond?.undecided ?? [];
    return permissions.length + undecided.length === 0 ? undefined : { permissions, undecided };
  },
  describe(open, evidence) {
    const actions = [
      ...open.permissions.map(({ decision }) => decision.action),
      ...open.undecided.flatMap((one) => one.actions),
    ];
    const [first = ''] = actions;
    const statement = statementFor(open);
    return {
      title:
        actions.length === 1
          ? `Whether the credentials may call ${first} could not be decided`
          : `${actions.length} required actions could not be decided`,
      explanation: 'They may be allowed or denied: the step that calls them will show it.',
      evidence: [...some(linesOf(open))],
      fix: fixesFor(open, evidence),
      docs: DOCS.policySimulator,
      ...(statement && { snippet: { language: 'json', text: statement } }),
    };
  },
  subject: () => ({ kind: 'input', name: 'required-actions' }),
});

function linesOf({ permissions, undecided }: Open): readonly string[] {
  return [
    ...undecided.map(
      ({ actions, reason }) =>
        `${actions.slice(0, 3).map(quoted).join(', ')}${actions.length > 3 ? ` and ${actions.length - 3} more` : ''}: ${notSimulated(reason)}`,
    ),
    ...permissions.map(({ decision, why }) =>
      why === 'context'
        ? `${actionOn(decision.action, decision.resource)} depends on ${decision.missing.slice(0, 3).map(quoted).join(', ')}, which the simulator was not told`
        : `${actionOn(decision.action, decision.resource)}: no policy of the principal allows it, but it may still be allowed by the resource’s policy`,
    ),
  ];
}

function fixesFor({ permissions, undecided }: Open, { beyond }: Evidence): Explanation['fix'] {
  const reason = undecided[0]?.reason;
  const byResource = permissions.some(({ why }) => why === 'resource-policy')
    ? [
        `In the resource’s own policy (a bucket’s, a key’s, a queue’s), see whether it allows ${quoted(beyond?.source ?? 'the principal')}; an allow in either policy is enough.`,
      ]
    : [];
  const byContext = permissions.some(({ why }) => why === 'context')
    ? ['In IAM, look at the conditions of the policies that allow the action: they decide when the job calls it.']
    : [];
  return [...(reason === undefined ? [] : [fixFor(reason)]), ...byResource, ...byContext].slice(0, 2);
}

function fixFor(reason: NotSimulated): string {
  switch (reason.why) {
    case 'denied':
      return reason.explicit
        ? 'In this step, leave `required-actions` out: a policy denies the question to this principal on purpose.'
        : `In IAM, allow \`iam:SimulatePrincipalPolicy\` on ${quoted(reason.source)}, and on nothing else, to this principal: it may then ask about its own permissions, and gets no others.`;
    case 'no-entity':
      return 'In this step, set `expected-arn` to the role’s ARN as IAM shows it (Roles → the role → ARN), with its path.';
    case 'no-source':
      return 'In the workflow, use a role for the job: only users and roles can be asked about.';
    case 'evaluation':
      return 'In IAM, open the policies of the principal: the console marks the one that is not valid.';
    case 'refused':
      return 'In `required-actions`, check the names of the actions and the ARNs against the Service Authorization Reference.';
    case 'no-answer':
      return `On the runner’s network, allow ${quoted(reason.host)}, or run the job again.`;
    case 'left-out':
      return 'In `required-actions`, check the names of the actions against the Service Authorization Reference.';
    case 'endpoint':
      return 'In the job’s `env:`, set `AWS_ENDPOINT_URL_IAM` to an https endpoint of IAM.';
  }
}

/** Nothing where a policy denies the question. */
function statementFor({ undecided }: Open): string | undefined {
  const reason = undecided[0]?.reason;
  if (reason?.why !== 'denied' || reason.explicit) return undefined;
  return JSON.stringify(
    { Effect: 'Allow', Action: 'iam:SimulatePrincipalPolicy', Resource: reason.source },
    undefined,
    2,
  );
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'permission-unknown': true;
  }
}
