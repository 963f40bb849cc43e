import type { Target } from '../model/beyond.ts';
import { parseArn } from '../read/arn.ts';
import { readRegion } from '../read/region.ts';

/** A line that cannot be used, and what is allowed instead. */
export interface BadLine {
  readonly line: string;
  readonly allowed: string;
}

export type TargetList = { readonly targets: readonly Target[] } | { readonly bad: readonly BadLine[] };

/** The longest ARN has 2,048 characters (IAM quotas). */
const LONGEST_LINE = 2_048;
const MOST_TARGETS = 500;

const ALLOWED =
  'one a line: an ARN such as arn:aws:ecs:eu-west-1:123456789012:cluster/prod, s3://bucket, or an ECR host or image such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1.0';

/** Reads the input `targets`: one a line, empty lines and comments (`#`) left out. Never throws. */
export function readTargets(text: string): TargetList {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) return { bad: [{ line: 'only white space or comments', allowed: ALLOWED }] };
  if (lines.length > MOST_TARGETS) {
    return { bad: [{ line: `${lines.length} lines`, allowed: `at most ${MOST_TARGETS} lines` }] };
  }
  const read = lines.map((line) => readTarget(line));
  const bad = read.filter((one): one is BadLine => 'allowed' in one);
  return bad.length > 0 ? { bad } : { targets: read.filter((one): one is Target => 'text' in one) };
}

/** Reads one line without white space around it. */
export function readTarget(line: string): Target | BadLine {
  if (line.length > LONGEST_LINE) return { line, allowed: `${ALLOWED}; at most ${LONGEST_LINE} characters` };
  if (line.startsWith('arn:')) return readArnTarget(line);
  if (line.startsWith('s3://')) return readBucketUrl(line);
  return readImage(line) ?? readQueueUrl(line) ?? { line, allowed: ALLOWED };
}

const PARTITION = /^aws(?:-[a-z0-9]+)*$/;
const SERVICE = /^[a-z0-9-]+$/;

function readArnTarget(line: string): Target | BadLine {
  const arn = parseArn(line);
  const bad = (why: string): BadLine => ({ line, allowed: `${ALLOWED}; ${why}` });
  if (arn === undefined || /\s/.test(line)) return bad('an ARN has six parts, separated by colons, and no spaces');
  const { partition, service, region, account, resource } = arn;
  if (!PARTITION.test(partition)) return bad('an ARN begins with arn:aws:, arn:aws-cn:, arn:aws-us-gov: or the like');
  if (!SERVICE.test(service)) return bad('the third part of an ARN is the service, in small letters');
  const named = literal(region);
  if (named !== undefined && readRegion(named).flaw !== undefined)
    return bad(`"${named}" is no region${nearest(named)}`);
  // AWS's own resources, such as managed policies, have `aws` in the account's place.
  const owner = account === 'aws' ? undefined : literal(account);
  if (owner !== undefined && !/^\d{12}$/.test(owner))
    return bad('the fifth part of an ARN is an account ID of 12 digits');
  const bucket =
    service === 's3' && region === '' && account === '' ? literal(resource.split('/')[0] ?? '') : undefined;
  if (bucket !== undefined && !BUCKET.test(bucket))
    return bad('a bucket name has 3 to 63 small letters, digits, dots and hyphens');
  return { text: line, partition, account: owner, region: named, bucket: headable(bucket) };
}

/** Undefined where nothing is said, or a wildcard is. */
function literal(part: string): string | undefined {
  return part === '' || /[*?]/.test(part) ? undefined : part;
}

function nearest(region: string): string {
  const [first] = readRegion(region).nearest;
  return first === undefined ? '' : `: did you mean "${first}"?`;
}

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; buckets from before 2018 in us-east-1
 * may have capital letters, underscores and up to 255 characters.
 */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
/** Directory buckets (`--x-s3`) and access point aliases (`-s3alias`) do not answer at the regional endpoint as buckets do. */
const NOT_HEADABLE = /--x-s3$|-s3alias$|--ol-s3$/;

function headable(bucket: string | undefined): string | undefined {
  return bucket === undefined || NOT_HEADABLE.test(bucket) ? undefined : bucket;
}

function readBucketUrl(line: string): Target | BadLine {
  const rest = line.slice('s3://'.length);
  // The AWS CLI takes an access point's ARN in a bucket's place.
  if (rest.startsWith('arn:')) return renamed(line, readArnTarget(rest));
  const [bucket = ''] = rest.split('/');
  if (!BUCKET.test(bucket)) {
    return { line, allowed: `${ALLOWED}; a bucket name has 3 to 63 small letters, digits, dots and hyphens` };
  }
  return { text: line, partition: undefined, account: undefined, region: undefined, bucket: headable(bucket) };
}

function renamed(line: string, read: Target | BadLine): Target | BadLine {
  return 'text' in read ? { ...read, text: line } : { ...read, line };
}

/**
 * A private registry's host, alone or before an image: `ACCOUNT.dkr.ecr.REGION.amazonaws.com`, with `-fips`, in other
 * partitions, or dual-stack as `ACCOUNT.dkr-ecr.REGION.on.aws`
 * (https://docs.aws.amazon.com/general/latest/gr/ecr.html).
 */
const ECR =
  /^(?:https:\/\/|docker:\/\/)?(\d{12})\.dkr(?:\.ecr(?:-fips)?|-ecr(?:-fips)?)\.([a-z0-9-]{1,40})\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))(?=[:/@]|$)[^\s]*$/;
const PUBLIC_ECR = /^(?:https:\/\/)?public\.ecr\.aws(?:\/\S*)?$/;

function readImage(line: string): Target | BadLine | undefined {
  if (PUBLIC_ECR.test(line)) {
    return { text: line, partition: undefined, account: undefined, region: undefined, bucket: undefined };
  }
  const [, account, region] = ECR.exec(line) ?? [];
  if (account === undefined || region === undefined) return undefined;
  return inRegion(line, account, region);
}

const QUEUE =
  /^https:\/\/(?:sqs\.([a-z0-9-]{1,40})|([a-z0-9-]{1,40})\.queue)\.amazonaws\.(?:com(?:\.cn)?|eu)\/(\d{12})\/[\w.-]+$/;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
function readQueueUrl(line: string): Target | BadLine | undefined {
  const [, region, older, account] = QUEUE.exec(line) ?? [];
  return account === undefined ? undefined : inRegion(line, account, region ?? older ?? '');
}

function inRegion(line: string, account: string, region: string): Target | BadLine {
  const { flaw, partition } = readRegion(region);
  if (flaw !== undefined) return { line, allowed: `${ALLOWED}; "${region}" is no region${nearest(region)}` };
  return { text: line, partition, account, region, bucket: undefined };
}
