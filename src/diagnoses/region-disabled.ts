import type { Attempt } from '../evidence.ts';
import { defaultRegionOf, readRegion } from '../read/region.ts';
import { DOCS } from './docs.ts';
import { entry } from './diagnosis.ts';
import { moveTo } from './move-to.ts';
import { refusalEvidence, refusalOf } from './refusal-of.ts';
import { quoted } from './wording.ts';

interface Disabled {
  readonly region: string;
  readonly optIn: boolean;
}

const texts = {
  id: 'region-disabled',
  severity: 'error',
  when: 'an opt-in region is not enabled for the account, or its STS is deactivated',
  exceptions: 'A region enabled some minutes ago may still answer so.',
  describe({ region, optIn }: Disabled, evidence: Parameters<typeof refusalEvidence>[0]) {
    return {
      title: optIn
        ? `The region ${region.slice(0, 30)} is not enabled for this account`
        : `STS is deactivated in ${region.slice(0, 30)} for this account`,
      explanation: optIn
        ? 'AWS does not know the credentials there, because an opt-in region takes an account’s keys only once it is enabled.'
        : 'AWS makes no credentials there, because STS is deactivated in this region for the account.',
      evidence: [
        `${quoted(region)} is ${optIn ? 'an opt-in region' : 'a region that every account has, where only STS can be deactivated'}`,
        ...refusalEvidence(evidence),
      ],
      fix: [
        ...(optIn
          ? [`In the account’s settings (AWS Account → AWS Regions), enable ${quoted(region)}; it takes some minutes.`]
          : []),
        `In IAM (Account settings → Security Token Service), activate STS for ${quoted(region)}${optIn ? ', if it is deactivated there' : ''}.`,
        'In the workflow, set `aws-region` to the region that you meant.',
      ],
      docs: DOCS.stsRegions,
    };
  },
  subject: (_detail: Disabled, { settings }: Parameters<typeof refusalEvidence>[0]) =>
    settings.region === undefined
      ? ({ kind: 'environment', name: 'AWS_REGION' } as const)
      : ({ kind: 'input', name: 'aws-region' } as const),
} as const;

const elsewhere = (attempt: Attempt): Attempt => moveTo(attempt, defaultRegionOf('aws') ?? 'us-east-1');

/** AWS says so itself. */
export const regionDisabled = entry<Disabled>({
  ...texts,
  phases: ['refused', 'role'],
  detect(evidence) {
    const { answer } = evidence;
    if (answer?.kind !== 'refused' || refusalOf(evidence) !== 'region-disabled') return undefined;
    const { name, optIn } = readRegion(answer.attempt.region);
    return { region: name, optIn };
  },
  repair: elsewhere,
});

/** AWS says merely "invalid": true only if the same credentials are accepted in a region that is always enabled. */
export const regionPerhapsDisabled = entry<Disabled>({
  ...texts,
  phases: ['refused'],
  hypothesis: true,
  detect(evidence) {
    if (refusalOf(evidence) !== 'invalid' || evidence.facts === undefined) return undefined;
    const { region } = evidence.facts;
    const perhapsOptIn = region.optIn || (!region.known && region.partition === 'aws');
    return perhapsOptIn ? { region: region.name, optIn: region.optIn } : undefined;
  },
  repair: elsewhere,
});
