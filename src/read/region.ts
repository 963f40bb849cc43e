import { distance } from 'fastest-levenshtein';

import { PARTITIONS } from './partitions.generated.ts';
import type { Partition } from './partitions.generated.ts';

export type RegionFlaw =
  'upper-case' | 'white-space' | 'availability-zone' | 'pseudo' | 'short' | 'unknown-name' | 'malformed';

export interface RegionFacts {
  readonly name: string;
  /** In the partition data of the SDK that this was generated from; a new region is not. */
  readonly known: boolean;
  /** Such as aws, aws-cn, aws-us-gov; also of a name that is only flawed in its form. */
  readonly partition: string | undefined;
  readonly dnsSuffix: string | undefined;
  /** An account has to enable it first. True of every region that is newer than the table: AWS adds no others. */
  readonly optIn: boolean;
  /** The region, where the name is one of its zones. */
  readonly availabilityZoneOf: string | undefined;
  /** Known names that may be meant, likeliest first, at most four. */
  readonly nearest: readonly string[];
  readonly flaw: RegionFlaw | undefined;
}

const KNOWN = PARTITIONS.flatMap(({ regions }) => regions);
const PSEUDO = new Set(['global', ...PARTITIONS.flatMap(({ pseudoRegions }) => pseudoRegions)]);
const MOST_NEAREST = 4;
/** Region names have at most 15 characters or so; a longer text is no typo of one. */
const LONGEST_TYPO = 32;
const TYPO = 2;
/** What the word before the number has been in every region so far. */
const DIRECTION = /^(?:central|(?:north|south)(?:east|west)?|east|west)$/;

function partitionOf(region: string): Partition | undefined {
  return (
    PARTITIONS.find(({ regions, pseudoRegions }) => regions.includes(region) || pseudoRegions.includes(region)) ??
    PARTITIONS.find(({ regionRegex }) => new RegExp(regionRegex).test(region))
  );
}

function isOptIn(region: string, partition: Partition | undefined): boolean {
  return partition?.id === 'aws' && (partition.optIn.includes(region) || !partition.regions.includes(region));
}

/** The form in which a region is written; what it is in spite of capitals, spaces and underscores. */
function tidy(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[\s_]/g, '-');
}

function nearestTo(name: string, furthest: number): readonly string[] {
  const text = tidy(name).slice(0, LONGEST_TYPO);
  const starting = text.length < 2 ? [] : KNOWN.filter((known) => known.startsWith(text));
  const near = KNOWN.map((known) => ({ known, off: distance(text, known) }))
    .filter(({ off }) => off <= furthest)
    .sort((a, b) => a.off - b.off)
    .map(({ known }) => known);
  return [...new Set([...near.filter((known) => starting.includes(known)), ...starting, ...near])].slice(
    0,
    MOST_NEAREST,
  );
}

/** us-east-1a, us-east-1-bos-1a (a Local Zone) and use1-az1 (a zone's ID) are zones. */
function zoneOf(name: string): string | undefined {
  const [, base] = /^([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})(?:-?[a-z]$|-[a-z]{2,4}\d?-)/.exec(name) ?? [];
  return base !== undefined && partitionOf(base) !== undefined ? base : undefined;
}

function flawOfForm(name: string): RegionFlaw | undefined {
  if (/\s/.test(name) && partitionOf(name.replaceAll(/\s/g, '')) !== undefined) {
    return 'white-space';
  }
  if (name !== name.toLowerCase() && partitionOf(name.toLowerCase()) !== undefined) {
    return 'upper-case';
  }
  if (PSEUDO.has(tidy(name))) {
    return 'pseudo';
  }
  if (zoneOf(tidy(name)) !== undefined || /^[a-z]{2,4}\d-az\d$/.test(tidy(name))) {
    return 'availability-zone';
  }
  const short = tidy(name).length > 1 && KNOWN.some((known) => known.startsWith(`${tidy(name)}-`));
  return short || /^[a-z]{2}$/.test(tidy(name)) ? 'short' : undefined;
}

function flawOf(name: string): RegionFlaw | undefined {
  const form = flawOfForm(name);
  if (form !== undefined || KNOWN.includes(name)) {
    return form;
  }
  const formed = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(name);
  if (partitionOf(name) !== undefined) {
    // A new region differs in its number or its direction; a typo is in the word.
    const isDirection = DIRECTION.test(name.split('-').at(-2) ?? '');
    return !isDirection && nearestTo(name, TYPO).length > 0 ? 'unknown-name' : undefined;
  }
  return formed ? 'unknown-name' : 'malformed';
}

/** The region that a flawed name stands for, as far as its form tells. */
function meant(name: string): string {
  const bare = name.replaceAll(/\s/g, '').toLowerCase();
  return partitionOf(bare) === undefined ? (zoneOf(tidy(name)) ?? bare) : bare;
}

/**
 * Reads a region's name. A well-formed name that is not known is a flaw only where its direction is none and a known
 * name is within two changes of it: new regions appear every year. Total.
 */
export function readRegion(name: string): RegionFacts {
  const flaw = flawOf(name);
  const region = meant(name);
  const partition = partitionOf(region);
  const zone = flaw === 'availability-zone' ? zoneOf(tidy(name)) : undefined;
  // A typo of a long name may be further off than one of a short name.
  const near = nearestTo(zone ?? (partition === undefined ? name : region), flaw === 'malformed' ? 4 : TYPO);
  return {
    name,
    known: KNOWN.includes(name),
    partition: partition?.id,
    dnsSuffix: partition?.dnsSuffix,
    optIn: flaw !== 'pseudo' && isOptIn(region, partition),
    availabilityZoneOf: zone,
    nearest: flaw === undefined || flaw === 'pseudo' ? [] : near,
    flaw,
  };
}

/** The partition that an ARN names, where it is a known one. */
export function partitionOfArn(arn: string): string | undefined {
  const [scheme, partition] = arn.split(':', 2);
  return scheme === 'arn' ? PARTITIONS.find(({ id }) => id === partition)?.id : undefined;
}

/** The region in which a partition's global services are signed, such as us-east-1 for aws. */
export function defaultRegionOf(partition: string): string | undefined {
  return PARTITIONS.find(({ id }) => id === partition)?.defaultRegion;
}

/**
 * Host of a region's STS endpoint, by the rules of the SDK's endpoint rule set; undefined where the name cannot be part
 * of a host name. An unknown region is taken for one of the partition aws, as the SDK does.
 */
export function stsHost(
  region: string,
  { fips = false, dualStack = false }: { readonly fips?: boolean; readonly dualStack?: boolean } = {},
): string | undefined {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(region)) {
    return undefined;
  }
  const partition = partitionOf(region) ?? PARTITIONS.find(({ id }) => id === 'aws');
  if (partition === undefined) {
    return undefined;
  }
  if (region === 'aws-global' && !fips && !dualStack) {
    return 'sts.amazonaws.com';
  }
  // GovCloud's ordinary endpoints are its FIPS ones.
  const service = fips && (partition.id !== 'aws-us-gov' || dualStack) ? 'sts-fips' : 'sts';
  return `${service}.${region}.${dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix}`;
}
