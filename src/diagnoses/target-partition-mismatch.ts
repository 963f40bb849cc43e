import type { Contradiction } from '../model/beyond.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { contradicting, identityLine, isDeclared, placesOf, targetLines, targetSubject } from './shared/targets.ts';
import { quoted } from './shared/wording.ts';

/** Partitions share no accounts: credentials of one are unknown in another. */
export const targetPartitionMismatch = entry<readonly Contradiction[]>({
  id: 'target-partition-mismatch',
  severity: (all) => (isDeclared(all) ? 'error' : 'warning'),
  otherwise: 'warning',
  phases: ['beyond'],
  when: 'what the job will touch is in another partition (commercial, China, GovCloud, EU sovereign) than the credentials',
  exceptions: 'None: no credentials work in two partitions.',
  references: [DOCS.partitions],
  detect: (evidence) => contradicting(evidence, 'partition'),
  describe(all, evidence) {
    const [place = ''] = placesOf(all);
    const own = all[0]?.expected ?? '';
    return {
      title:
        all.length === 1
          ? `The target is in partition ${place}, the credentials are in ${own}`
          : `${all.length} targets are in other partitions than the credentials, ${own}`,
      explanation: 'AWS keeps its partitions apart: credentials of one are unknown in every other.',
      evidence: [...targetLines(all), ...identityLine(evidence)],
      fix: [
        `In the step that makes the credentials, use a role and a region of the partition ${quoted(place)}.`,
        `If the resource of ${quoted(own)} is meant: write its ARN with \`arn:${own}:\`.`,
      ],
      docs: DOCS.partitions,
    };
  },
  subject: (all) => targetSubject(all),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'target-partition-mismatch': true;
  }
}
