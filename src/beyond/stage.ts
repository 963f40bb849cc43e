import type { BeyondEvidence, Contradiction, Demands, NotSimulated, Target } from '../model/beyond.ts';
import type { Attempt, Identity } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import { parseArn } from '../read/arn.ts';
import { PARTITIONS } from '../read/partitions.generated.ts';
import type { Connection } from '../sts/call.ts';
import { locateBucket } from './bucket.ts';
import { bucketContradictions, contradictionsOf } from './contradictions.ts';
import { iamEndpoint, s3Endpoint } from './endpoint.ts';
import { permissionOf } from './permission.ts';
import { simulate } from './simulate.ts';

/** Whom STS accepted, and with which credentials. */
export interface Principal {
  readonly attempt: Attempt;
  readonly identity: Identity;
}

export interface BeyondStage {
  readonly demands: Demands;
  readonly principal: Principal;
  readonly connection: Connection;
  readonly gathered: Pick<Gathered, 'region' | 'serviceEndpoints'>;
  /** Role ARNs that the user has named. */
  readonly namedRoles: readonly string[];
}

/** Compares targets with the credentials that STS accepted, and asks IAM for permissions. Never throws. */
export async function beyondStage(stage: BeyondStage): Promise<BeyondEvidence> {
  const { demands, principal, gathered } = stage;
  const here = { identity: principal.identity, region: gathered.region?.value };
  const named = demands.targets.flatMap((target) => contradictionsOf(target, here, undefined));
  const [buckets, permissions] = await Promise.all([bucketsOf(stage), permissionsOf(stage)]);
  return { contradictions: [...named, ...buckets], ...permissions };
}

/** Buckets of another partition are in a name space of their own, and each is asked once. */
const MOST_BUCKETS = 50;
const AT_ONCE = 5;

async function bucketsOf({ demands, principal, connection, gathered }: BeyondStage): Promise<readonly Contradiction[]> {
  const own = parseArn(principal.identity.arn)?.partition;
  const byName = new Map<string, Target>();
  for (const target of demands.targets) {
    const isElsewhere = target.partition !== undefined && target.partition !== own;
    if (target.bucket !== undefined && !isElsewhere && !byName.has(target.bucket)) byName.set(target.bucket, target);
  }
  if (byName.size === 0) return [];
  const { attempt } = principal;
  const endpoint = s3Endpoint(attempt.region, gathered.serviceEndpoints.s3, isAws(attempt.endpoint));
  if ('refused' in endpoint) return [];
  const asked = [...byName].slice(0, MOST_BUCKETS);
  const found: Contradiction[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const part = asked.slice(at, at + AT_ONCE).map(async ([name, target]) => {
      const place = await locateBucket(connection, endpoint.url, name);
      return bucketContradictions(target, place, { region: gathered.region?.value, host: endpoint.url.host });
    });
    found.push(...(await Promise.all(part)).flat());
  }
  return found;
}

async function permissionsOf({
  demands,
  principal,
  connection,
  gathered,
  namedRoles,
}: BeyondStage): Promise<Omit<BeyondEvidence, 'contradictions'>> {
  const nothing = { permissions: [], undecided: [], source: undefined };
  if (demands.required.length === 0) return nothing;
  const { attempt, identity } = principal;
  const partition = parseArn(identity.arn)?.partition ?? 'aws';
  const endpoint = iamEndpoint(partition, gathered.serviceEndpoints.iam, isAws(attempt.endpoint));
  if ('refused' in endpoint) {
    const reason: NotSimulated = { why: 'endpoint', from: endpoint.refused };
    return { ...nothing, undecided: demands.required.map((required) => ({ ...required, reason })) };
  }
  const { decisions, undecided, source } = await simulate(demands.required, {
    connection,
    attempt: { ...attempt, endpoint: endpoint.url, region: endpoint.region },
    identity,
    namedRoles,
    region: attempt.region,
  });
  return { permissions: decisions.map((decision) => permissionOf(decision, identity.account)), undecided, source };
}

/** A host of AWS's, a VPC endpoint's included. */
function isAws({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' &&
    PARTITIONS.some(({ dnsSuffix, dualStackDnsSuffix }) =>
      [dnsSuffix, dualStackDnsSuffix].some((suffix) => hostname.endsWith(`.${suffix}`)),
    )
  );
}
