import { refusal, type Refusal } from './answer.ts';
import type { Caller, Checkpoint } from './authenticate.ts';
import {
  durationRefusal,
  findRole,
  mintSession,
  packedRefusal,
  readRoleRequest,
  regionRefusal,
  sessionXml,
} from './roles.ts';
import type { SignedAction } from './sts-actions.ts';
import { evaluateTrust, type TrustRequest } from './trust.ts';
import { partitionOfAccount, roleArn, type IdentityDecision, type Role } from './world.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole: SignedAction = (caller, parameters, at) => {
  const asked = readRoleRequest(parameters);
  if ('refused' in asked) return asked;
  const role = findRole(at.world, asked.roleArn);
  // A role that does not exist and one that does not trust the caller look the same from outside.
  if (role === undefined) return denied(caller, 'sts:AssumeRole', asked.roleArn, '');
  // Root users may not assume any role, whatever a policy says.
  if (caller.arn.endsWith(':root')) return refusal(403, 'AccessDenied', 'Roles may not be assumed by root accounts.');
  const refused =
    regionRefusal(at.world, caller.account, caller.region) ??
    actionsOf(parameters)
      .map((action) => permissionRefusal(caller, role, action, parameters, at))
      .find((refusal) => refusal !== undefined) ??
    durationRefusal(role, asked.duration, caller.session !== undefined) ??
    packedRefusal(parameters);
  return refused ?? sessionXml(mintSession(at.world, role, asked, { region: caller.region, now: at.now }));
};

/** Session tags are a permission of their own. */
function actionsOf(parameters: URLSearchParams): string[] {
  return parameters.has('Tags.member.1.Key') ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
}

/** The words AWS adds to a refusal (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html). */
function reasonOf(decision: Exclude<IdentityDecision, 'allow'>, action: string): string {
  return {
    'no-identity-policy': ` because no identity-based policy allows the ${action} action`,
    'identity-deny': ' with an explicit deny in an identity-based policy',
    'scp-deny': ' with an explicit deny in a service control policy',
    'session-policy': ` because no session policy allows the ${action} action`,
    boundary: ` because no permissions boundary allows the ${action} action`,
  }[decision];
}

function permissionRefusal(
  caller: Caller,
  role: Role,
  action: string,
  parameters: URLSearchParams,
  { world, behaviour }: Checkpoint,
): Refusal | undefined {
  const refuse = (reason: string) =>
    denied(caller, action, roleArn(world, role), behaviour.deniedReasons ? reason : '');
  const request = trustRequest(caller, action, parameters, partitionOfAccount(world, caller.account));
  const trust = evaluateTrust(role.trustPolicy, request);
  if (trust === 'explicit-deny') return refuse(' with an explicit deny in a resource-based policy');
  if (caller.assumeRole !== 'allow' && !(caller.assumeRole === 'no-identity-policy' && trustsByName(role, request))) {
    return refuse(reasonOf(caller.assumeRole, action));
  }
  if (trust === 'implicit-deny') return refuse(` because no resource-based policy allows the ${action} action`);
  return undefined;
}

/** In the caller's own account a trust policy that names the caller, not just the account, is permission enough. */
function trustsByName(role: Role, request: TrustRequest): boolean {
  const named = request.principals.filter(({ id }) => id.includes(`::${role.account}:`) && !id.endsWith(':root'));
  return evaluateTrust(role.trustPolicy, { ...request, principals: named }) === 'allow';
}

function trustRequest(caller: Caller, action: string, parameters: URLSearchParams, partition: string): TrustRequest {
  const { account, arn, session } = caller;
  const sessionRole = session?.role;
  const roleOfSession = sessionRole && `arn:${partition}:iam::${account}:role${sessionRole.path}${sessionRole.name}`;
  const ids = [arn, roleOfSession, `arn:${partition}:iam::${account}:root`, account].filter((id) => id !== undefined);
  const context = new Map<string, readonly string[]>([
    ['aws:principalarn', [roleOfSession ?? arn]],
    ['aws:principalaccount', [account]],
    ['sts:rolesessionname', [parameters.get('RoleSessionName') ?? '']],
  ]);
  const externalId = parameters.get('ExternalId');
  if (externalId !== null) context.set('sts:externalid', [externalId]);
  const tags = tagsOf(parameters);
  if (tags.length > 0)
    context.set(
      'aws:tagkeys',
      tags.map(([key]) => key),
    );
  for (const [key, value] of tags) context.set(`aws:requesttag/${key.toLowerCase()}`, [value]);
  return { action, principals: ids.map((id) => ({ type: 'AWS', id })), context };
}

function tagsOf(parameters: URLSearchParams): [string, string][] {
  const keys = [...parameters].filter(([name]) => /^Tags\.member\.\d+\.Key$/.test(name));
  return keys.map(([name, key]) => [key, parameters.get(name.replace(/Key$/, 'Value')) ?? '']);
}

function denied(caller: Caller, action: string, resource: string, reason: string): Refusal {
  return refusal(
    403,
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource}${reason}`,
  );
}
