import { readRegion } from '../read/region.ts';
import { readRoleArn, type NotRoleArnKind } from '../read/role-arn.ts';
import { holdsSecret } from '../read/unsafe-content.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { refusalEvidence } from './shared/refusal.ts';
import { roleRefusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

type Kind = NotRoleArnKind | 'other-partition' | 'refused';

interface Invalid {
  readonly is: Kind;
  readonly text: string;
  readonly correction: string | undefined;
}

const WHAT: Readonly<Record<Kind, string>> = {
  'oidc-provider': 'the ARN of the OIDC provider, not of a role',
  user: 'the ARN of a user, not of a role',
  'assumed-role': 'the ARN of a role’s session, not of the role',
  'instance-profile': 'the ARN of an instance profile, not of a role',
  policy: 'the ARN of a policy, not of a role',
  'other-resource': 'the ARN of something else in IAM, not of a role',
  'bare-name': 'a name alone, not an ARN',
  'account-id': 'an account ID, not an ARN',
  placeholder: 'a placeholder that nobody filled in',
  'white-space': 'an ARN with white space or invisible characters in it',
  'other-service': 'the ARN of another service, not of IAM',
  'bad-account': 'an ARN whose account ID has not exactly 12 digits',
  'bad-partition': 'an ARN whose partition is none of AWS’s',
  'other-partition': 'the ARN of a role in another partition than the region’s',
  malformed: 'not a role’s ARN',
  refused: 'an ARN that AWS does not take',
};

/** Told before STS is asked: it would answer with a validation error, or as if the trust policy did not match. */
export const roleArnInvalid = entry<Invalid>({
  id: 'role-arn-invalid',
  severity: 'error',
  phases: ['role', 'end'],
  when: '`role-to-assume` is not a role’s ARN',
  exceptions: 'None.',
  references: [DOCS.partitions, DOCS.identifiers],
  detect(evidence) {
    const text = evidence.settings.roleToAssume;
    if (text === undefined) return undefined;
    const read = readRoleArn(text);
    if (!read.ok) return { is: read.is, text, correction: read.correction ?? inOwnAccount(read.is, text, evidence) };
    if (evidence.role?.identity !== undefined) return undefined;
    const asked = askedPartition(evidence);
    if (asked !== undefined && asked !== read.partition) return { is: 'other-partition', text, correction: undefined };
    return roleRefusalOf(evidence)?.kind === 'arn' ? { is: 'refused', text, correction: undefined } : undefined;
  },
  describe({ is, text, correction }, evidence) {
    const region = regionOf(evidence);
    return {
      title: `role-to-assume is ${WHAT[is]}`,
      explanation:
        is === 'other-partition'
          ? 'The role cannot be assumed from here, because the partitions of AWS (commercial, China, GovCloud, EU sovereign) have separate accounts and roles.'
          : 'The role cannot be assumed, because AWS takes the ARN of a role and nothing else.',
      evidence: [
        `\`role-to-assume\` is ${shown(is, text)}`,
        ...(is === 'other-partition' && region !== undefined
          ? [`${quoted(region)} is a region of the partition ${quoted(askedPartition(evidence) ?? '')}`]
          : []),
        ...refusalEvidence(evidence),
      ],
      fix: fixes(is, correction),
      docs: is === 'other-partition' ? DOCS.partitions : DOCS.identifiers,
    };
  },
  subject: () => ({ kind: 'input', name: 'role-to-assume' }),
  change: ({ text, correction }) =>
    correction === undefined || holdsSecret(text) !== undefined
      ? undefined
      : { kind: 'replace', entry: { kind: 'input', name: 'role-to-assume' }, from: text, to: correction },
});

/** A name alone is a role of the account whose credentials were checked, as configure-aws-credentials takes it. */
function inOwnAccount(is: Kind, text: string, { answer }: Evidence): string | undefined {
  if (is !== 'bare-name' || answer?.kind !== 'accepted') return undefined;
  const { account, arn } = answer.identity;
  return `arn:${arn.split(':')[1] ?? 'aws'}:iam::${account}:role/${text}`;
}

function fixes(is: Kind, correction: string | undefined): readonly string[] {
  if (is === 'other-partition') {
    return [
      'In this step, set `role-to-assume` to a role of the region’s own partition; its ARN begins with `arn:aws:`, `arn:aws-cn:` or `arn:aws-us-gov:`.',
      'In the workflow, set `aws-region` to a region of the role’s partition, if the region is what is wrong.',
    ];
  }
  return [
    correction === undefined
      ? 'In this step, set `role-to-assume` to an ARN such as `arn:aws:iam::123456789012:role/deploy`; the IAM console shows it at the top of the role’s page.'
      : `In this step, set \`role-to-assume\` to ${quoted(correction)}, if that is the role (a path, if it has one, comes before its name).`,
  ];
}

/** Somebody may have put a secret's value here. */
function shown(is: Kind, text: string): string {
  if (is === 'placeholder') return 'a placeholder';
  return !text.startsWith('arn:') && holdsSecret(text) !== undefined
    ? `a text of ${text.length} characters that looks like a secret, and is not shown`
    : quoted(text);
}

/** The partition of the region that was asked; undefined where the region itself is the fault. */
function askedPartition(evidence: Evidence): string | undefined {
  if (evidence.found.some((id) => id === 'region-invalid' || id === 'partition-mismatch')) return undefined;
  const region = regionOf(evidence);
  return region === undefined ? undefined : readRegion(region).partition;
}

function regionOf({ facts, gathered }: Evidence): string | undefined {
  return facts?.region.name ?? gathered.region?.value;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'role-arn-invalid': true;
  }
}
