import { element, errorAnswer, refusal, success, throttled, type Answer, type Refusal } from './answer.ts';
import { readAuthorization } from './authorization.ts';
import { authenticate, type Caller, type Checkpoint } from './authenticate.ts';
import { applyFaults, replacesAnswer, type Delivery, type Fault, type Faults } from './faults.ts';
import type { WireRequest } from './signature.ts';
import { simulatePrincipalPolicy } from './simulate-policy.ts';
import { parametersOf } from './sts-actions.ts';
import { roleArn, type IdentityDecision, type World } from './world.ts';

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

type IamAction = 'SimulatePrincipalPolicy' | 'GetRole';

/** One request to IAM and how it ended. */
export interface IamRequest {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly status: number;
  readonly code: string | undefined;
}

/** IAM, as far as it answers what a principal may do. Tests change it as they like. */
export interface Iam {
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: IamRequest[];
  readonly faults: Faults;
  /** What the caller may ask of IAM itself; allowed where nothing is said. */
  readonly permissions: Partial<Record<IamAction, IdentityDecision>>;
  /** The most results that one answer has. */
  pageSize: number;
  /** The policies cannot be evaluated: an error with status 500 that is no outage. */
  policyEvaluationFails: boolean;
}

export function createIam(url: string): Iam {
  return {
    url: `${url}/_iam`,
    requests: [],
    faults: { queue: [], standing: [] },
    permissions: {},
    pageSize: 100,
    policyEvaluationFails: false,
  };
}

/** One request to IAM: https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export function answerIam(request: WireRequest, iam: Iam, checkpoint: Checkpoint): Delivery {
  const at: Checkpoint = { ...checkpoint, service: 'iam' };
  const parameters = parametersOf(request);
  const action = parameters.get('Action') ?? '';
  const honest = (pending: readonly Fault[]): Answer => {
    if (pending.some(replacesAnswer)) return throttled(at.now);
    const result = perform(action, request, parameters, { iam, at });
    return typeof result === 'string'
      ? success(action, result, at.now, NAMESPACE)
      : errorAnswer(result, at.now, NAMESPACE);
  };
  const delivery = applyFaults(iam.faults, honest, at.now);
  const authorization = readAuthorization(request, at.behaviour);
  const readable = 'refused' in authorization ? undefined : authorization;
  iam.requests.push({
    action,
    parameters: Object.fromEntries(parameters),
    accessKeyId: readable?.accessKeyId,
    region: readable?.scope.region,
    status: delivery.answer.status,
    code: delivery.answer.code,
  });
  return delivery;
}

interface Place {
  readonly iam: Iam;
  readonly at: Checkpoint;
}

function perform(
  action: string,
  request: WireRequest,
  parameters: URLSearchParams,
  { iam, at }: Place,
): string | Refusal {
  const caller = authenticate(request, at);
  if ('refused' in caller) return caller;
  if (action !== 'SimulatePrincipalPolicy' && action !== 'GetRole') {
    return refusal(400, 'InvalidAction', `Could not find operation ${action || 'null'} for version 2010-05-08`);
  }
  const resource =
    action === 'GetRole'
      ? `role ${parameters.get('RoleName') ?? ''}`
      : `arn:aws:iam::${caller.account}:${parameters.get('PolicySourceArn')?.split(':').at(-1) ?? ''}`;
  const refused = permissionRefusal(caller, action, resource, iam.permissions[action] ?? 'allow');
  if (refused !== undefined) return refused;
  return action === 'GetRole'
    ? getRole(caller, parameters, at.world)
    : simulatePrincipalPolicy(caller, parameters, { ...iam, world: at.world });
}

function permissionRefusal(
  { arn }: Caller,
  action: IamAction,
  resource: string,
  decision: IdentityDecision,
): Refusal | undefined {
  if (decision === 'allow') return undefined;
  const reason = {
    'no-identity-policy': `because no identity-based policy allows the iam:${action} action`,
    'identity-deny': 'with an explicit deny in an identity-based policy',
    'scp-deny': 'with an explicit deny in a service control policy',
    'session-policy': `because no session policy allows the iam:${action} action`,
    boundary: `because no permissions boundary allows the iam:${action} action`,
  }[decision];
  const message = `User: ${arn} is not authorized to perform: iam:${action} on resource: ${resource} ${reason}`;
  return refusal(403, 'AccessDenied', message);
}

function getRole(caller: Caller, parameters: URLSearchParams, world: World): string | Refusal {
  const name = parameters.get('RoleName') ?? '';
  const role = world.roles.find((one) => one.account === caller.account && one.name === name);
  if (role === undefined) return refusal(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`);
  const rows = [
    element('Path', role.path),
    element('Arn', roleArn(world, role)),
    element('RoleName', role.name),
    element('RoleId', role.roleId),
    element('MaxSessionDuration', role.maxSessionDuration),
  ];
  return `    <Role>\n${rows.map((row) => `      ${row}`).join('\n')}\n    </Role>`;
}
