import { resolve } from 'node:path';
import type { Gathered } from '../model/gathered.ts';
import type { Settings } from '../model/settings.ts';
import { reachOf } from '../read/reach.ts';
import { readRegion } from '../read/region.ts';
import { readRoleArn } from '../read/role-arn.ts';
import type { Proof } from './prove-role.ts';
import type { Connection } from '../sts/call.ts';
import { endpointFor, regionToAsk } from './attempt.ts';
import type { Diagnosed } from './loop.ts';

/** The role is proved where one is asked for and its ARN is one; what explains a refusal loads only then. */
export async function proveRoleOf(
  settings: Settings,
  gathered: Gathered,
  connection: Connection,
  diagnosed: Diagnosed,
): Promise<Proof> {
  const arn = settings.roleToAssume === undefined ? undefined : readRoleArn(settings.roleToAssume);
  // Found before anything was asked, it is the error: a token would go over the wire in clear.
  const isOpen = diagnosed.found.some(({ occurrence }) => occurrence.id === 'custom-endpoint');
  if (arn?.ok !== true || isOpen || isElsewhere(arn.partition, gathered, diagnosed))
    return { role: undefined, secrets: [] };
  const { proveRole } = await import(/* webpackChunkName: "role" */ './prove-role.ts');
  const region = diagnosed.attempt?.region ?? regionToAsk(gathered);
  const proof = await proveRole({
    role: arn,
    settings: settings.role,
    keysAreInputs: gathered.credentials?.source === 'inputs',
    sessionTags: gathered.job.sessionTags,
    confirm: settings.confirm,
    audience: settings.audience,
    oidc: gathered.job.oidc && { ...gathered.job.oidc, isNear: isNear(gathered.job.oidc.requestUrl) },
    chainFrom: diagnosed.answer?.kind === 'accepted' ? diagnosed.answer : undefined,
    region,
    endpoint: diagnosed.attempt?.endpoint ?? endpointFor(region, settings, gathered),
    connection,
  });
  const ways = [proof.role, proof.role?.other];
  if (proof.role === undefined || settings.trustPolicy === undefined) return proof;
  if (!ways.some((way) => way?.answer?.kind === 'refused')) return proof;
  const { readTrustPolicyText } = await import(/* webpackChunkName: "files" */ '../gather/files.ts');
  const { workspace = '.' } = gathered.job;
  const read = await readTrustPolicyText(settings.trustPolicy, workspace);
  const trustPolicy = 'text' in read ? read : { ...read, path: resolve(workspace, settings.trustPolicy) };
  const other = proof.role.other && { ...proof.role.other, trustPolicy };
  return { ...proof, role: { ...proof.role, other, trustPolicy } };
}

/** In another partition than the region: `role-arn-invalid` tells it, and nothing that could be asked would say more. */
function isElsewhere(partition: string, gathered: Gathered, { attempt, found }: Diagnosed): boolean {
  // Where the region itself is the fault, it says nothing against the role.
  if (found.some(({ occurrence: { id } }) => id === 'region-invalid' || id === 'partition-mismatch')) return false;
  const region = attempt?.region ?? gathered.region?.value;
  const asked = region === undefined ? undefined : readRegion(region).partition;
  return asked !== undefined && asked !== partition;
}

/** A runner of one's own may hand tokens out on its own network; GitHub's is https. */
function isNear(requestUrl: string): boolean {
  const url = URL.parse(requestUrl);
  return url !== null && reachOf(url.hostname) !== 'public';
}
