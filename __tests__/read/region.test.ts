import { describe, expect, it, test } from '@jest/globals';
import { STSClient } from '@aws-sdk/client-sts';
import fc from 'fast-check';

import { PARTITIONS } from '../../src/read/partitions.generated.ts';
import { defaultRegionOf, partitionOfArn, readRegion, stsHost } from '../../src/read/region.ts';

const REGIONS = PARTITIONS.flatMap(({ id, regions }) => regions.map((region) => ({ id, region })));

describe('a region', () => {
  test.each(REGIONS)('$region is known and of $id', ({ id, region }) => {
    expect(readRegion(region)).toMatchObject({
      known: true,
      partition: id,
      flaw: undefined,
      nearest: [],
      availabilityZoneOf: undefined,
    });
  });

  it('is of one of eight partitions', () => {
    expect(PARTITIONS.map(({ id }) => id).sort()).toEqual([
      'aws',
      'aws-cn',
      'aws-eusc',
      'aws-iso',
      'aws-iso-b',
      'aws-iso-e',
      'aws-iso-f',
      'aws-us-gov',
    ]);
  });

  test.each([
    ['us-east-1', false],
    ['eu-north-1', false],
    ['ap-northeast-3', false],
    ['af-south-1', true],
    ['ap-east-1', true],
    ['eu-south-2', true],
    ['me-central-1', true],
    ['mx-central-1', true],
    ['us-gov-west-1', false],
    ['cn-north-1', false],
    ['eusc-de-east-1', false],
    // Newer than the table.
    ['mx-northeastern-1', true],
    ['us-gov-central-7', false],
  ])('%s is opt-in: %s', (region, optIn) => {
    expect(readRegion(region).optIn).toBe(optIn);
  });
});

describe('a name that is no region', () => {
  test.each([
    ['us-est-1', 'unknown-name', 'aws', 'us-east-1'],
    ['eu-wst-1', 'unknown-name', 'aws', 'eu-west-1'],
    ['cn-nort-1', 'unknown-name', 'aws-cn', 'cn-north-1'],
    ['uk-south-1', 'unknown-name', undefined, 'af-south-1'],
    ['US-WEST-2', 'upper-case', 'aws', 'us-west-2'],
    [' eu-west-1', 'white-space', 'aws', 'eu-west-1'],
    ['eu-west-1\n', 'white-space', 'aws', 'eu-west-1'],
    ['eu -west-1', 'white-space', 'aws', 'eu-west-1'],
    ['us-east-1a', 'availability-zone', 'aws', 'us-east-1'],
    ['US-East-1a', 'availability-zone', 'aws', 'us-east-1'],
    ['us-east-1-bos-1a', 'availability-zone', 'aws', 'us-east-1'],
    ['us-gov-west-1b', 'availability-zone', 'aws-us-gov', 'us-gov-west-1'],
    ['use1-az1', 'availability-zone', undefined, undefined],
    ['us-east', 'short', undefined, 'us-east-1'],
    ['cn-north', 'short', undefined, 'cn-north-1'],
    ['us-gov', 'short', undefined, 'us-gov-east-1'],
    ['eu', 'short', undefined, 'eu-central-1'],
    ['it', 'short', undefined, undefined],
    ['aws-global', 'pseudo', 'aws', undefined],
    ['aws-cn-global', 'pseudo', 'aws-cn', undefined],
    ['global', 'pseudo', undefined, undefined],
    ['eu_west_1', 'malformed', undefined, 'eu-west-1'],
    ['useast1', 'malformed', undefined, 'us-east-1'],
    ['us-east1', 'malformed', undefined, 'us-east-1'],
    ['Ireland', 'malformed', undefined, undefined],
    ['', 'malformed', undefined, undefined],
  ])('%j: %s', (name, flaw, partition, nearest) => {
    const facts = readRegion(name);
    expect({ ...facts, nearest: facts.nearest[0] }).toMatchObject({ name, known: false, flaw, partition, nearest });
  });

  it('names the region of a zone', () => {
    expect(readRegion('eu-central-1c').availabilityZoneOf).toBe('eu-central-1');
  });

  it('is no flaw where it fits a partition and resembles no other: new regions appear', () => {
    expect(readRegion('mx-northeastern-1')).toMatchObject({
      known: false,
      flaw: undefined,
      partition: 'aws',
      nearest: [],
    });
  });

  it('gives an answer with at most four proposals for any text, in bounded time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z]{2}-[a-z]{3,9}-\d$/)), (name) => {
        expect(readRegion(name).nearest.length).toBeLessThanOrEqual(4);
      }),
    );
    const before = performance.now();
    readRegion('a-'.repeat(100_000));
    readRegion(' '.repeat(100_000));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('the host of STS', () => {
  const sdk = new STSClient({ region: 'us-east-1' });
  const options = [
    { fips: false, dualStack: false },
    { fips: true, dualStack: false },
    { fips: false, dualStack: true },
    { fips: true, dualStack: true },
  ];
  test.each(options)('is the one that the SDK resolves in every region with %j', ({ fips, dualStack }) => {
    for (const region of [...REGIONS.map(({ region: known }) => known), 'aws-global', 'mx-northeastern-1', 'nowhere']) {
      const { url } = sdk.config.endpointProvider({
        Region: region,
        UseFIPS: fips,
        UseDualStack: dualStack,
        UseGlobalEndpoint: false,
      });
      expect(stsHost(region, { fips, dualStack })).toBe(url.host);
    }
  });

  test.each(['', 'eu west 1', 'eu-west-1/', 'evil.example.org#', 'a'.repeat(64), '-a', 'eu-west-1\n'])(
    'is not made of %j',
    (region) => {
      expect(stsHost(region)).toBeUndefined();
    },
  );
});

describe('a partition', () => {
  test.each([
    ['arn:aws-cn:iam::123456789012:user/ci', 'aws-cn'],
    ['arn:aws-eusc:sts::123456789012:assumed-role/a/b', 'aws-eusc'],
    ['arn:aws-moon:iam::123456789012:user/ci', undefined],
    ['urn:aws:x', undefined],
    ['', undefined],
  ])('of %s is %s', (arn, id) => {
    expect(partitionOfArn(arn)).toBe(id);
  });

  test.each([
    ['aws', 'us-east-1'],
    ['aws-cn', 'cn-northwest-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-iso-f', 'us-isof-south-1'],
    ['aws-moon', undefined],
  ])('%s has the default region %s', (id, region) => {
    expect(defaultRegionOf(id)).toBe(region);
  });
});
