import type { Attempt } from '../model/evidence.ts';
import { indicesOutside, placeAt, type CharacterPlace } from '../read/characters.ts';
import type { RegionFacts, RegionFlaw } from '../read/region.ts';
import { holdsSecret } from '../read/unsafe-content.ts';
import { entryOfPlace, phraseOfPlace } from '../model/place.ts';
import type { WorkflowChange, WorkflowSubject } from '../model/report.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { moveTo } from './shared/region-change.ts';
import { quoted } from './shared/wording.ts';

/** Not a region's name: there is no such endpoint, so the nearest region is asked about the credentials instead. */
export const regionInvalid = entry<RegionFacts>({
  id: 'region-invalid',
  severity: 'error',
  phases: ['before'],
  when: 'the text is not a region (the nearest one is named), or it is an availability zone',
  exceptions: 'A region newer than this release is passed over as long as it has a region’s form.',
  references: [DOCS.regions],
  detect: ({ facts }) => (facts?.region.flaw === undefined ? undefined : facts.region),
  repair: (attempt, region): Attempt => moveTo(attempt, region.availabilityZoneOf ?? region.nearest[0] ?? 'us-east-1'),
  once: (region) => `it is asked in ${quoted(region.availabilityZoneOf ?? region.nearest[0] ?? 'us-east-1')}`,
  describe(region, evidence) {
    const zone = region.availabilityZoneOf;
    const place = evidence.gathered.region?.from;
    const from = place === undefined ? 'the region' : phraseOfPlace(place);
    return {
      title: titleOf(region),
      explanation: WHY[region.flaw ?? 'malformed'] ?? NO_HOST,
      evidence: [
        `${from} is ${shown(region)}`,
        ...strangers(region).map(
          ({ codePoint, name, position }) =>
            `its ${typeof position === 'number' ? `character ${position}` : `${position} character`} is ${codePoint}${name === codePoint ? '' : ` (${name})`}`,
        ),
        ...(zone === undefined ? [] : [`${quoted(region.name)} is an availability zone of ${quoted(zone)}`]),
        ...(region.nearest.length === 0 ? [] : [`the nearest regions: ${region.nearest.map(quoted).join(', ')}`]),
      ],
      fix: [
        zone === undefined && region.nearest[0] === undefined
          ? `In ${from}, put a region such as \`eu-west-1\`.`
          : `In ${from}, put ${quoted(zone ?? region.nearest[0] ?? '')}${region.nearest.length > 1 && zone === undefined ? ', if that is the one you mean' : ''}.`,
        ...(isSecret(region)
          ? ['If it is a secret, replace it where it was made: other tools print the region in errors and logs.']
          : []),
      ],
      docs: DOCS.regions,
      ...changeTo(zone ?? region.nearest[0], region, evidence),
    };
  },
  subject: (_detail, evidence) => regionSubject(evidence),
});

function changeTo(to: string | undefined, region: RegionFacts, evidence: Evidence): { change?: WorkflowChange } {
  if (to === undefined || isSecret(region)) return {};
  if (evidence.settings.region !== undefined) return { change: { kind: 'set-input', name: 'aws-region', value: to } };
  return { change: { kind: 'replace', entry: regionSubject(evidence), from: region.name, to } };
}

const NO_HOST = 'AWS tools make host names from the region, and there is no such host.';

const WHY: Readonly<Partial<Record<RegionFlaw, string>>> = {
  'upper-case':
    'Host names take capitals, but the signature names the region as it is written, and AWS knows it in small letters only.',
  'white-space': 'A tool that does not trim it finds no endpoint, because host names are made from the region’s name.',
  pseudo:
    'Some tools take it for a service’s global endpoint, and others look for a host of this name in vain, because it names no place.',
};

/** Somebody may have put a secret's value here. */
function isSecret(region: RegionFacts): boolean {
  return holdsSecret(region.name) !== undefined;
}

function shown(region: RegionFacts): string {
  return isSecret(region)
    ? `a text of ${region.name.length} characters that looks like a secret, and is not shown`
    : quoted(region.name);
}

/** Characters of the name that cannot be seen. */
function strangers({ name }: RegionFacts): readonly CharacterPlace[] {
  return indicesOutside(name, /^[\x20-\x7e]$/, 3).map((index) => placeAt(name, index));
}

function titleOf(region: RegionFacts): string {
  if (isSecret(region)) return 'A text that looks like a secret is where the region belongs';
  const [stranger] = strangers(region);
  if (region.flaw === 'white-space' && stranger !== undefined && region.nearest[0] !== undefined)
    return `The region ${region.nearest[0]} is written with ${stranger.codePoint} in it`;
  const name = quoted(region.name).slice(1, -1).slice(0, 30);
  if (region.availabilityZoneOf !== undefined) return `${name} is an availability zone, not a region`;
  const [nearest] = region.nearest;
  return nearest === undefined
    ? `${name} is not an AWS region`
    : `${name} is not an AWS region; the nearest is ${nearest}`;
}

function regionSubject({ gathered }: Evidence): WorkflowSubject {
  return entryOfPlace(gathered.region?.from) ?? { kind: 'environment', name: 'AWS_REGION' };
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'region-invalid': true;
  }
}
