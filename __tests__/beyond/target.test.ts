import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTargets } from '../../src/beyond/target.ts';

const NOTHING = { partition: undefined, account: undefined, region: undefined, bucket: undefined };

describe('readTargets', () => {
  it.each<[string, Partial<typeof NOTHING> | Record<string, string>]>([
    [
      'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
      { partition: 'aws', account: '123456789012', region: 'eu-west-1' },
    ],
    ['arn:aws:iam::123456789012:role/team/deploy', { partition: 'aws', account: '123456789012' }],
    ['arn:aws:iam::aws:policy/AdministratorAccess', { partition: 'aws' }],
    ['arn:aws:route53:::hostedzone/Z1', { partition: 'aws' }],
    ['arn:aws:cloudfront::123456789012:distribution/E1', { partition: 'aws', account: '123456789012' }],
    ['arn:aws-cn:s3:::bucket/key', { partition: 'aws-cn', bucket: 'bucket' }],
    ['arn:aws:s3:::my.bucket', { partition: 'aws', bucket: 'my.bucket' }],
    ['arn:aws:s3:::logs-*/x', { partition: 'aws' }],
    [
      'arn:aws:s3:eu-west-1:123456789012:accesspoint/a',
      { partition: 'aws', account: '123456789012', region: 'eu-west-1' },
    ],
    ['arn:aws:lambda:*:*:function:x', { partition: 'aws' }],
    ['s3://bucket', { bucket: 'bucket' }],
    ['s3://bucket/some/key', { bucket: 'bucket' }],
    ['s3://data--euw1-az1--x-s3', {}],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      { partition: 'aws', account: '123456789012', region: 'eu-west-1' },
    ],
    [
      '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app:1@sha256:abc',
      { partition: 'aws-us-gov', account: '123456789012', region: 'us-gov-west-1' },
    ],
    [
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app',
      { partition: 'aws-cn', account: '123456789012', region: 'cn-north-1' },
    ],
    [
      '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/app',
      { partition: 'aws-eusc', account: '123456789012', region: 'eusc-de-east-1' },
    ],
    ['123456789012.dkr-ecr.eu-west-1.on.aws/app', { partition: 'aws', account: '123456789012', region: 'eu-west-1' }],
    [
      'https://sqs.eu-west-1.amazonaws.com/123456789012/queue',
      { partition: 'aws', account: '123456789012', region: 'eu-west-1' },
    ],
    ['public.ecr.aws/docker/library/node:24', {}],
  ])('%s', (text, expected) => {
    expect(readTargets(` ${text}\r\n`)).toEqual({ targets: [{ text, ...NOTHING, ...expected }] });
  });

  it('leaves out empty lines and comments', () => {
    const read = readTargets('\n# the bucket\n  s3://one\n\n\ts3://two  \n');
    expect('targets' in read && read.targets.map(({ bucket }) => bucket)).toEqual(['one', 'two']);
  });

  it.each([
    ['prod', /an ARN such as/],
    ['arn:aws:ecs:eu-west-1:1234:cluster/x', /12 digits/],
    ['arn:aws:ecs:eu-west1:123456789012:cluster/x', /"eu-west1" is no region: did you mean "eu-west-1"\?/],
    ['arn:AWS:ecs:eu-west-1:123456789012:cluster/x', /begins with arn:aws:/],
    ['arn:aws:ecs', /six parts/],
    ['arn:aws:s3:::b', /bucket name/],
    ['s3://', /bucket name/],
    ['s3://my bucket', /bucket name/],
    ['12345.dkr.ecr.eu-west-1.amazonaws.com', /an ARN such as/],
    ['123456789012.dkr.ecr.eu-west1.amazonaws.com', /did you mean "eu-west-1"/],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.org/x', /an ARN such as/],
    ['# nothing', /an ARN such as/],
  ])('%s is a usage error', (text, allowed) => {
    const read = readTargets(text);
    expect('bad' in read && read.bad[0]?.allowed).toMatch(allowed);
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'arn:', 's3://', '1'.repeat(12)),
        (text, prefix) => {
          readTargets(prefix + text);
        },
      ),
    );
  });
});
