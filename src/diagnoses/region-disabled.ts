import type { Attempt } from '../model/evidence.ts';
import { defaultRegionOf, readRegion } from '../read/region.ts';
import type { Explanation } from '../model/report.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { moveTo } from './shared/region-change.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

interface Disabled {
  readonly region: string;
  readonly optIn: boolean;
  /** AWS says only that the account is not subscribed, which may mean the account or the region. */
  readonly isSubscription?: true;
}

const texts = {
  id: 'region-disabled',
  severity: 'error',
  when: 'an opt-in region is not enabled for the account, or its STS is deactivated',
  exceptions: 'A region enabled some minutes ago may still answer so.',
  references: [DOCS.stsRegions],
  once: () => 'it is asked in a region that is enabled by default',
  describe(disabled: Disabled, evidence: Parameters<typeof refusalEvidence>[0]) {
    const { region, optIn } = disabled;
    if (disabled.isSubscription) return describeSubscription(disabled, evidence);
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

/** OptInRequired: "You are not subscribed to this service". */
function describeSubscription(
  { region, optIn }: Disabled,
  evidence: Parameters<typeof refusalEvidence>[0],
): Explanation {
  return {
    title: `AWS says that the account is not subscribed in ${region.slice(0, 30)}`,
    explanation:
      'AWS knows the credentials but refuses the call, because the account is not activated yet, or the region is not enabled for it.',
    evidence: [
      `${quoted(region)} is ${optIn ? 'an opt-in region, which an account has to enable' : 'a region that every active account has'}`,
      ...refusalEvidence(evidence),
    ],
    fix: [
      'In the AWS console, sign in as the account’s owner and finish what it asks for: a new account works only once its payment method and telephone number are verified.',
      `In the account’s settings (AWS Account → AWS Regions), see that ${quoted(region)} is enabled.`,
      'In the workflow, set `aws-region` to the region that you meant.',
    ],
    docs: DOCS.stsRegions,
  };
}

const elsewhere = (attempt: Attempt): Attempt => moveTo(attempt, defaultRegionOf('aws') ?? 'us-east-1');

/** AWS says so itself. */
export const regionDisabled = entry<Disabled>({
  ...texts,
  phases: ['refused', 'role'],
  detect(evidence) {
    const { answer } = evidence;
    if (answer?.kind !== 'refused' || refusalOf(evidence) !== 'region-disabled') return undefined;
    const { name, optIn } = readRegion(answer.attempt.region);
    return { region: name, optIn, ...(answer.code === 'OptInRequired' && { isSubscription: true }) };
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

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'region-disabled': true;
  }
}
