import type { Attempt } from '../model/evidence.ts';
import { defaultRegionOf, partitionOfArn, readRegion } from '../read/region.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { moveTo } from './shared/region-change.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

interface Mismatch {
  readonly credentials: string;
  readonly asked: string;
  readonly region: string;
  readonly because: string;
}

const NAME: Readonly<Record<string, string>> = {
  aws: 'commercial AWS',
  'aws-cn': 'AWS China',
  'aws-us-gov': 'AWS GovCloud',
  'aws-eusc': 'the AWS European Sovereign Cloud',
};

/** Credentials exist in one partition only; every other answers that the token is invalid. */
export const partitionMismatch = entry<Mismatch>({
  id: 'partition-mismatch',
  severity: 'error',
  phases: ['refused'],
  when: 'credentials of one partition (commercial, China, GovCloud, EU sovereign) are used in another',
  exceptions: 'A long-term key does not tell its partition: then only an ARN among the inputs can show it.',
  references: [DOCS.partitions],
  detect(evidence) {
    const kind = refusalOf(evidence);
    const asked = evidence.facts?.region.partition;
    if ((kind !== 'invalid' && kind !== 'signature') || asked === undefined) return undefined;
    const home = kind === 'invalid' ? homeOf(evidence) : undefined;
    return home === undefined || home.credentials === asked ? undefined : { ...home, asked };
  },
  repair: (attempt, { region }): Attempt => moveTo(attempt, region),
  once: ({ region }) => `it is asked in ${quoted(region)}`,
  describe({ credentials, asked, region, because }, evidence) {
    return {
      title: `Credentials of ${NAME[credentials] ?? credentials} are used in ${NAME[asked] ?? asked}`,
      explanation: 'AWS does not know the key there, because the partitions have separate accounts and keys.',
      evidence: [
        because,
        `${quoted(evidence.facts?.region.name ?? '')} is a region of the partition ${quoted(asked)}`,
        ...refusalEvidence(evidence),
      ],
      fix: [
        `In the workflow, set \`aws-region\` (and \`AWS_REGION\`) to a region of the partition ${quoted(credentials)}, such as ${quoted(region)}.`,
        `In the GitHub secret, put credentials of the partition ${quoted(asked)}, if that is where you deploy.`,
      ],
      docs: DOCS.partitions,
    };
  },
  subject: (_detail, { settings }) =>
    settings.region === undefined ? { kind: 'environment', name: 'AWS_REGION' } : { kind: 'input', name: 'aws-region' },
});

/** The partition that the credentials are of: the token says where it was issued; ARNs say where they are expected. */
function homeOf({ facts, settings }: Evidence): Omit<Mismatch, 'asked'> | undefined {
  const issuedIn = facts?.sessionToken?.issuedIn;
  const issued = issuedIn === undefined ? undefined : readRegion(issuedIn);
  if (issued?.partition !== undefined && issuedIn !== undefined) {
    return {
      credentials: issued.partition,
      region: issuedIn,
      because: `the session token was issued in ${quoted(issuedIn)}`,
    };
  }
  for (const arn of [settings.roleToAssume, ...settings.expectedArns]) {
    const partition = arn === undefined ? undefined : partitionOfArn(arn);
    const region = partition === undefined ? undefined : defaultRegionOf(partition);
    if (partition !== undefined && region !== undefined) {
      return {
        credentials: partition,
        region,
        because: `${quoted(arn ?? '')} is an ARN of the partition ${quoted(partition)}`,
      };
    }
  }
  return undefined;
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'partition-mismatch': true;
  }
}
