import type { Contradiction } from '../model/beyond.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { contradicting, targetLines, targetSubject } from './shared/targets.ts';
import { quoted } from './shared/wording.ts';

/** S3 tells anybody whether a bucket exists; of nothing else is it asked. */
export const targetNotFound = entry<readonly Contradiction[]>({
  id: 'target-not-found',
  severity: 'error',
  phases: ['beyond'],
  when: 'a bucket in `targets` does not exist',
  exceptions: 'Where the job makes the bucket itself: leave it out of `targets`.',
  references: [DOCS.buckets],
  detect: (evidence) => contradicting(evidence, 'missing'),
  describe(all) {
    const [first] = all;
    return {
      title:
        all.length === 1
          ? `The S3 bucket ${first?.is ?? ''} does not exist`
          : `${all.length} S3 buckets in \`targets\` do not exist`.replaceAll('`', ''),
      explanation: 'Every call to it would end with `NoSuchBucket`.',
      evidence: [
        ...targetLines(all),
        `${quoted(first?.expected ?? '')} answers that there is no such bucket (status 404)`,
      ],
      fix: [
        'In `targets`, and in the step that uses the bucket, correct the name; a variable in it may be empty or of another environment.',
        'If the job makes the bucket itself: take the line out of `targets`.',
      ],
      docs: DOCS.buckets,
    };
  },
  subject: (all) => targetSubject(all),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'target-not-found': true;
  }
}
