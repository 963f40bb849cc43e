import { phraseOfPlace } from '../model/place.ts';
import type { Contradiction } from '../model/beyond.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { contradicting, isDeclared, placesOf, targetLines, targetSubject } from './shared/targets.ts';
import { quoted } from './shared/wording.ts';

/** A regional call goes to the region that is set, and finds nothing there. */
export const targetRegionMismatch = entry<readonly Contradiction[]>({
  id: 'target-region-mismatch',
  severity: (all) => (isDeclared(all) ? 'error' : 'warning'),
  otherwise: 'warning',
  phases: ['beyond'],
  when: 'what the job will touch is in another region than the one that is set',
  exceptions: 'Where a step names its region itself (`--region`): leave what it touches out of `targets`.',
  references: [DOCS.regions],
  detect: (evidence) => contradicting(evidence, 'region'),
  describe(all, evidence) {
    const places = placesOf(all);
    const [place = ''] = places;
    const set = all[0]?.expected ?? '';
    return {
      title:
        all.length === 1
          ? `The target is in ${place}, but the job’s region is ${set}`
          : `${all.length} targets are in other regions than the job’s, ${set}`,
      explanation: 'A call to the region that is set does not find the resource.',
      evidence: [...targetLines(all), `${from(evidence)} is ${quoted(set)}`],
      fix:
        places.length === 1
          ? [
              `In ${from(evidence)}, set ${quoted(place)}.`,
              `If the resource of ${quoted(set)} is meant: correct its name in \`targets\` and in the step that uses it.`,
            ]
          : [
              'In the step that uses each target, set `AWS_REGION` (in its `env:`) to the target’s own region, and check them one region a step.',
            ],
      docs: DOCS.regions,
    };
  },
  subject: (all) => targetSubject(all),
});

function from({ gathered }: Evidence): string {
  const place = gathered.region?.from;
  if (place === undefined) return 'the region';
  return place.kind === 'input' ? `the input ${quoted(place.name)}` : phraseOfPlace(place);
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'target-region-mismatch': true;
  }
}
