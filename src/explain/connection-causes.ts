import { readRegion } from '../read/region.ts';
import type { Candidate } from './causes.ts';
import { ownerOf } from './context.ts';
import type { PrintedError } from './errors.ts';

type Causes = (one: { readonly error: PrintedError }) => readonly Candidate[];

/** A host without an address is most often a region with a typing error. */
export const nameCauses: Causes = ({ error }) => {
  const host = error.hosts.find((one) => ownerOf(one) === 'aws');
  const region = host === undefined ? undefined : regionOfHost(host);
  const unreached: Candidate = {
    id: 'sts-unreachable',
    why: `the host has no address, or cannot be reached${host === undefined ? '' : ` (\`${host}\`)`}`,
  };
  if (host === undefined && /endpoint URL: "?https?:\/\//i.test(error.excerpt)) {
    return [
      { id: 'custom-endpoint', why: 'the endpoint that is configured is not AWS’s, and does not answer' },
      unreached,
    ];
  }
  if (region === undefined || host === undefined) return [unreached];
  const { known, nearest, dnsSuffix, flaw } = readRegion(region);
  if (!known) {
    if (
      flaw === undefined &&
      nearest.length === 0 &&
      dnsSuffix !== undefined &&
      /^[a-z]{2}-(?:[a-z]{3,9}-){1,2}\d$/.test(region)
    ) {
      return [
        { id: 'region-invalid', why: `the host has no address, and \`${region}\` is no known region` },
        unreached,
      ];
    }
    const meant = nearest[0] === undefined ? '' : `; \`${nearest[0]}\` may be meant`;
    return [
      { id: 'region-invalid', why: `the host has no address, and \`${region}\` is no known region${meant}` },
      unreached,
    ];
  }
  if (dnsSuffix !== undefined && host.includes('amazonaws.') && !host.endsWith(`.${dnsSuffix}`)) {
    const why = `the hosts of \`${region}\` end in \`${dnsSuffix}\`: the tool does not know the region’s partition`;
    return [{ id: 'partition-mismatch', why }, unreached];
  }
  return [unreached];
};

/** The label of a host that should be a region: the one before the suffix, unless the service is global. */
function regionOfHost(host: string): string | undefined {
  const labels = host.replace(/\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws)$/, '').split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2) return /^[a-z]{2}-[a-z]+-\d$/.test(last) ? last : undefined;
  if (
    /^s3-?(?:accelerate|website|control|dualstack)?$|^dualstack$|^(?:s3|iam|sts|ecr|elb|es|rds|route53|cloudfront)$/.test(
      last,
    )
  )
    return undefined;
  return last;
}

export const unreachable =
  (why: string): Causes =>
  ({ error }) => {
    const host = error.hosts.find((one) => ownerOf(one) === 'aws');
    const region = host === undefined ? undefined : regionOfHost(host);
    const isBad = region !== undefined && !readRegion(region).known && readRegion(region).nearest.length > 0;
    return [
      { id: 'sts-unreachable', why: `${why}${host === undefined ? '' : ` (\`${host}\`)`}` },
      ...(isBad ? [{ id: 'region-invalid', why: `\`${region}\` is no known region` } as const] : []),
    ];
  };
