import type { Contradiction, Target } from '../model/beyond.ts';
import type { Identity } from '../model/evidence.ts';
import { parseArn } from '../read/arn.ts';
import { readRegion } from '../read/region.ts';
import type { BucketPlace } from './bucket.ts';

/** Where the checked credentials are, and where the job works. */
export interface Here {
  readonly identity: Identity;
  /** The region that is set; undefined where none is. */
  readonly region: string | undefined;
}

/** What a target's own name contradicts. Another partition is told alone: account and region differ with it. */
export function contradictionsOf(
  { text, partition, account, region }: Target,
  { identity, region: set }: Here,
  literal: Contradiction['literal'],
): readonly Contradiction[] {
  const own = parseArn(identity.arn)?.partition;
  const common = { target: text, saidByS3: false, literal };
  const regional = set === undefined ? undefined : readRegion(set);
  if (partition !== undefined && own !== undefined && partition !== own) {
    return [{ ...common, kind: 'partition', is: partition, expected: own }];
  }
  return [
    ...(account !== undefined && account !== identity.account
      ? [{ ...common, kind: 'account', is: account, expected: identity.account } as const]
      : []),
    ...(region !== undefined && set !== undefined && regional?.flaw === undefined && region !== set
      ? [{ ...common, kind: 'region', is: region, expected: set } as const]
      : []),
  ];
}

/** What S3 said of a bucket. */
export function bucketContradictions(
  target: Target,
  place: BucketPlace,
  { region, host }: { readonly region: string | undefined; readonly host: string },
): readonly Contradiction[] {
  const common = { target: target.text, saidByS3: true, literal: undefined };
  if (place.kind === 'missing') return [{ ...common, kind: 'missing', is: target.bucket ?? '', expected: host }];
  if (place.kind !== 'in' || region === undefined || place.region === region) return [];
  return [{ ...common, kind: 'region', is: place.region, expected: region }];
}
