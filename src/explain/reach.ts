import { hostsIn, namesAws, ownerOf } from './context.ts';
import type { Kind } from './kinds.ts';

/** An error's surroundings. */
export interface Around {
  /** Its own line, or lines. */
  readonly own: string;
  readonly excerpt: string;
  /** Where the telling words stand in the excerpt. */
  readonly at: number;
}

/** Which kind a connection that failed is, by the host that it names; undefined where it was none to AWS. */
export function reached(kind: Kind, { own, excerpt, at }: Around, words: string, isOfAws: boolean): Kind | undefined {
  const near = excerpt.slice(Math.max(0, at - 300), at + words.length + 250);
  const ownOwners = hostsIn(own.slice(0, 3000)).map(ownerOf);
  const owners = ownOwners.length > 0 ? ownOwners : hostsIn(near).map(ownerOf);
  if (owners.includes('metadata'))
    return /ec2imds|no EC2 IMDS|valid credential|providers? in (?:the )?chain/i.test(near) ? 'none-imds' : 'source';
  if (owners.includes('github-oidc')) return 'id-token-unavailable';
  if (owners.includes('aws')) return kind;
  if (/Could not connect to the endpoint URL/i.test(words)) return kind;
  if (/ec2imds|IMDS|instance metadata/i.test(near)) return 'none-imds';
  if (kind === 'unreachable')
    return owners.length === 0 || hostsIn(near).map(ownerOf).includes('aws') ? kind : undefined;
  if (
    /proxyconnect|proxy/i.test(own) &&
    ((isOfAws && /proxy URL/i.test(own)) || namesAws(near) || hostsIn(near).some((host) => ownerOf(host) === 'aws'))
  )
    return 'proxy';
  if (kind === 'proxy')
    return namesAws(near) || (isOfAws && /proxy URL|ProxyConnectionError/.test(own)) ? kind : undefined;
  const nearOwners = hostsIn(near).map(ownerOf);
  if (owners.includes('other') || owners.includes('loopback')) {
    // What a proxy or a name server is called says nothing of the host that was meant.
    return nearOwners.includes('aws') && /proxy|on \d{1,3}\./i.test(own) ? kind : undefined;
  }
  if (owners.includes('private')) return nearOwners.includes('aws') ? kind : undefined;
  if (owners.includes('public-address')) return namesAws(near) || (isOfAws && /:443\b/.test(own)) ? kind : undefined;
  // No host at all: words that only the AWS CLI and boto3 have.
  if (isOfAws && /endpoint URL|Invalid CA bundle|SSL validation failed/i.test(own)) return kind;
  return namesAws(own) || (rankOfFail(kind) && namesAws(near) && /Error|ERROR|error|failed|Unable/.test(own))
    ? kind
    : undefined;
}

function rankOfFail(kind: Kind): boolean {
  return kind !== 'time-out' && kind !== 'broken-off';
}
