import type { DeniedBy, NotSimulated, Permission } from '../../model/beyond.ts';
import type { SummaryTable } from '../../model/report.ts';
import type { Evidence } from '../diagnosis.ts';
import { quoted } from './wording.ts';

export type Denied = Extract<Permission, { kind: 'denied' }>;

/** `s3:PutObject` on `arn:…`; the resource is left out where any was asked for. */
export function actionOn(action: string, resource: string): string {
  return resource === '*' ? quoted(action) : `${quoted(action)} on ${quoted(resource)}`;
}

/** Who says no, as it goes on after the action. */
export function deniedBy({ by, decision }: Denied): string {
  const names = decision.policies.map(quoted).join(', ');
  const reasons: Readonly<Record<DeniedBy, string>> = {
    quarantine: `denied by AWS’s quarantine policy ${names}`,
    policy: `explicit deny${names === '' ? '' : ` in ${names}`}`,
    organization: 'not allowed by the organization’s policies',
    boundary: 'not allowed by the permissions boundary',
    nothing: 'no policy of the principal allows it',
  };
  return reasons[by];
}

/** How many actions were asked about in all. */
export function asked({ beyond }: Evidence): number {
  const undecided = beyond?.undecided.reduce((sum, { actions }) => sum + actions.length, 0) ?? 0;
  return (beyond?.permissions.length ?? 0) + undecided;
}

/** As many as a reader looks at; the rest is counted. */
export function some(lines: readonly string[], most = 5): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `and ${more} more`] : lines;
}

/** Why the simulator gave no decision, in a sentence without its end. */
export function notSimulated(reason: NotSimulated): string {
  switch (reason.why) {
    case 'denied':
      return `IAM refuses \`iam:SimulatePrincipalPolicy\` to these credentials${reason.explicit ? ', by an explicit deny' : ''}`;
    case 'no-entity':
      return `IAM knows no ${quoted(reason.source)}: STS leaves out a role’s path`;
    case 'no-source':
      return `the policy simulator takes users and roles only, and the credentials are ${NOT_A_SOURCE[reason.principal]}`;
    case 'evaluation':
      return 'IAM cannot evaluate the policies of this principal (`PolicyEvaluation`)';
    case 'refused':
      return `IAM refuses the question (${quoted(reason.code)})`;
    case 'no-answer':
      return `${quoted(reason.host)} did not answer (${reason.detail})`;
    case 'left-out':
      return 'the policy simulator’s answer leaves them out';
    case 'endpoint':
      return `${reason.from} leads to no endpoint that signed requests may be sent to`;
  }
}

const NOT_A_SOURCE = {
  root: 'the root user’s',
  'federated-user': 'a federated user’s',
  other: 'neither',
} as const;

/** All decisions, for the job summary. */
export function permissionTable({ beyond }: Pick<Evidence, 'beyond'>): SummaryTable {
  const permissions = (beyond?.permissions ?? []).map((permission) => {
    const { action, resource, policies } = permission.decision;
    return [action, resource, outcomeOf(permission), policies.join(', ')];
  });
  const undecided = (beyond?.undecided ?? []).flatMap(({ actions, resources, reason }) =>
    actions.map((action) => [
      action,
      resources.join(', '),
      `not decided: ${notSimulated(reason)}`.replaceAll('`', ''),
      '',
    ]),
  );
  return { head: ['Action', 'Resource', 'Decision', 'Policy'], rows: [...permissions, ...undecided] };
}

function outcomeOf(permission: Permission): string {
  if (permission.kind === 'allowed') return 'allowed';
  if (permission.kind === 'denied') {
    const words: Readonly<Record<DeniedBy, string>> = {
      quarantine: 'explicit deny (AWS’s quarantine policy)',
      policy: 'explicit deny',
      organization: 'not allowed by the organization',
      boundary: 'not allowed by the permissions boundary',
      nothing: 'not allowed',
    };
    return words[permission.by];
  }
  return permission.why === 'context'
    ? `not decided: depends on ${permission.decision.missing.join(', ')}`
    : 'not decided: the resource’s own policy may allow it';
}
