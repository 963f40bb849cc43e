import type { Attempt } from '../evidence.ts';
import type { RegionFacts } from '../read/region.ts';
import type { WorkflowChange } from '../report.ts';
import { DOCS } from './docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { moveTo } from './move-to.ts';
import { quoted } from './wording.ts';

/** Not a region's name: there is no such endpoint, so the nearest region is asked about the credentials instead. */
export const regionInvalid = entry<RegionFacts>({
  id: 'region-invalid',
  severity: 'error',
  phases: ['before'],
  when: 'the text is not a region (the nearest one is named), or it is an availability zone',
  exceptions: 'A region newer than this release is passed over as long as it has a region’s form.',
  detect: ({ facts }) => (facts?.region.flaw === undefined ? undefined : facts.region),
  repair: (attempt, region): Attempt => moveTo(attempt, region.availabilityZoneOf ?? region.nearest[0] ?? 'us-east-1'),
  describe(region, evidence) {
    const zone = region.availabilityZoneOf;
    const from = evidence.gathered.region?.from ?? 'the region';
    return {
      title: titleOf(region),
      explanation:
        'No AWS tool finds an endpoint, because host names are made from the region’s name, and there is none of this name.',
      evidence: [
        `${from} is ${quoted(region.name)}`,
        ...(zone === undefined ? [] : [`${quoted(region.name)} is an availability zone of ${quoted(zone)}`]),
        ...(region.nearest.length === 0 ? [] : [`the nearest regions: ${region.nearest.map(quoted).join(', ')}`]),
      ],
      fix: [
        zone === undefined && region.nearest[0] === undefined
          ? `In ${from}, put a region such as \`eu-west-1\`.`
          : `In ${from}, put ${quoted(zone ?? region.nearest[0] ?? '')}${region.nearest.length > 1 && zone === undefined ? ', if that is the one you mean' : ''}.`,
      ],
      docs: DOCS.regions,
      ...changeTo(zone ?? region.nearest[0], region, evidence),
    };
  },
  subject: (_detail, evidence) => regionSubject(evidence),
});

function changeTo(to: string | undefined, { name }: RegionFacts, evidence: Evidence): { change?: WorkflowChange } {
  if (to === undefined) return {};
  if (evidence.settings.region !== undefined) return { change: { kind: 'set-input', name: 'aws-region', value: to } };
  return { change: { kind: 'replace', entry: regionSubject(evidence), from: name, to } };
}

function titleOf(region: RegionFacts): string {
  const name = quoted(region.name).slice(1, -1).slice(0, 30);
  if (region.availabilityZoneOf !== undefined) return `${name} is an availability zone, not a region`;
  const [nearest] = region.nearest;
  return nearest === undefined
    ? `${name} is not an AWS region`
    : `${name} is not an AWS region; the nearest is ${nearest}`;
}

function regionSubject({ settings, gathered }: Evidence): { kind: 'input' | 'environment'; name: string } {
  if (settings.region !== undefined) return { kind: 'input', name: 'aws-region' };
  return { kind: 'environment', name: gathered.region?.from ?? 'AWS_REGION' };
}
