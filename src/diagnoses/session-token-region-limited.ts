import type { Attempt } from '../model/evidence.ts';
import { defaultRegionOf } from '../read/region.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { moveTo } from './shared/region-change.ts';
import { refusalEvidence, refusalOf } from './shared/refusal.ts';
import { quoted } from './shared/wording.ts';

/** "Version 1 tokens are valid only in AWS Regions that are available by default" (IAM User Guide). */
export const sessionTokenRegionLimited = entry<{ readonly region: string }>({
  id: 'session-token-region-limited',
  severity: 'error',
  phases: ['refused'],
  when: 'a version 1 session token is used in an opt-in region',
  exceptions: 'None once STS has refused.',
  references: [DOCS.stsRegions],
  detect(evidence) {
    const { facts } = evidence;
    if (refusalOf(evidence) !== 'invalid' || facts?.sessionToken?.version !== 1) return undefined;
    return facts.region.optIn && facts.accessKeyId.kind === 'temporary' ? { region: facts.region.name } : undefined;
  },
  repair: (attempt): Attempt => moveTo(attempt, defaultRegionOf('aws') ?? 'us-east-1'),
  once: () => 'it is asked in a region that is enabled by default',
  describe({ region }, evidence) {
    return {
      title: `The session token is not valid in the opt-in region ${region}`,
      explanation: `AWS refuses it there, because the token is of version 1, from the global STS endpoint: such tokens are valid only in regions that are enabled by default.`,
      evidence: [
        'the token has the form of version 1',
        `${quoted(region)} is an opt-in region`,
        ...refusalEvidence(evidence),
      ],
      fix: [
        `In the step that makes the session, ask a regional endpoint: \`AWS_STS_REGIONAL_ENDPOINTS=regional\`, or an endpoint such as ${quoted(`https://sts.${region}.amazonaws.com`)}.`,
        'In the IAM console (Account settings → Security Token Service), set the global endpoint’s tokens to “Valid in all AWS Regions”.',
      ],
      docs: DOCS.stsRegions,
    };
  },
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'session-token-region-limited': true;
  }
}
