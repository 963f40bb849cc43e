import type { PrincipalType } from '../model/evidence.ts';
import { stringLike } from './string-like.ts';

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the fifth colon. */
  readonly resource: string;
}

/** The longest ARN of IAM has 2,048 characters; a longer pattern matches none. */
const LONGEST = 2048;

/** Takes an ARN, or a pattern of one, apart: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function parseArn(text: string): Arn | undefined {
  const [scheme, partition = '', service = '', region = '', account = '', ...rest] = text.split(':');
  const resource = rest.join(':');
  return scheme === 'arn' && resource !== '' ? { partition, service, region, account, resource } : undefined;
}

/** What kind of principal the ARN of an STS answer names; undefined for one that is none of the four. */
export function principalTypeOf(arn: string): PrincipalType | undefined {
  const { service, resource } = parseArn(arn) ?? {};
  if (service === 'iam') {
    return resource === 'root' ? 'root' : resource?.startsWith('user/') ? 'user' : undefined;
  }
  if (service !== 'sts') {
    return undefined;
  }
  return resource?.startsWith('assumed-role/')
    ? 'assumed-role'
    : resource?.startsWith('federated-user/')
      ? 'federated-user'
      : undefined;
}

interface AssumedRole extends Arn {
  readonly role: string;
}

function assumedRole(text: string): AssumedRole | undefined {
  const arn = parseArn(text);
  const [kind, role, session] = arn?.resource.split('/') ?? [];
  return arn?.service === 'sts' && kind === 'assumed-role' && role !== undefined && session !== undefined
    ? { ...arn, role }
    : undefined;
}

/** The ARN of the role whose session this is, without the role's path, which STS does not tell. */
export function roleArnOfAssumedRole(arn: string): string | undefined {
  const session = assumedRole(arn);
  return session && `arn:${session.partition}:iam::${session.account}:role/${session.role}`;
}

/**
 * True for the pattern of a role's ARN with a path and no name, such as `…:role/path/*`. There is nothing to compare: the
 * session's ARN has no path, and a guard must not guess.
 */
export function isPathOnly(pattern: string): boolean {
  const { service, resource = '' } = parseArn(pattern) ?? {};
  const path = resource.split('/');
  return service === 'iam' && path[0] === 'role' && path.length > 2 && /^[*?]*$/.test(path.at(-1) ?? '');
}

function matchesSessionOf(pattern: string, text: string): boolean {
  const role = parseArn(pattern);
  const session = assumedRole(text);
  if (role?.service !== 'iam' || !role.resource.startsWith('role/') || session === undefined) {
    return false;
  }
  const name = role.resource.split('/').at(-1) ?? '';
  if (isPathOnly(pattern)) {
    return false;
  }
  return (
    role.region === '' &&
    stringLike(role.partition, session.partition) &&
    stringLike(role.account, session.account) &&
    stringLike(name, session.role)
  );
}

/**
 * Matches an ARN as IAM's `StringLike` does: case-sensitive, `*` and `?` anywhere. The pattern of a role's own ARN,
 * with or without its path, also matches the role's sessions. Takes at most pattern length times ARN length steps.
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern.length > LONGEST || arn.length > LONGEST) {
    return false;
  }
  return stringLike(pattern, arn) || matchesSessionOf(pattern, arn);
}
