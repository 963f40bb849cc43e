import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';

/** A warning only: STS itself can be asked without a region. */
export const regionMissing = entry<true>({
  id: 'region-missing',
  severity: 'warning',
  phases: ['end'],
  when: 'no region is set anywhere',
  exceptions: 'Jobs that only use global services do without one.',
  references: [DOCS.regions],
  detect: ({ gathered, attempt, role }) =>
    gathered.region === undefined && (attempt !== undefined || role !== undefined) ? true : undefined,
  describe: () => ({
    title: 'No AWS region is set; us-east-1 was asked',
    explanation: 'Most tools of a deployment stop without a region, because every regional call needs one.',
    evidence: ['the input `aws-region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the profile’s `region` are empty'],
    fix: [
      'In the workflow, set `AWS_REGION` in the job’s `env:`, or `aws-region` in the step that makes the credentials.',
    ],
    docs: DOCS.regions,
  }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'region-missing': true;
  }
}
