import { element, refusal, type Refusal } from './answer.ts';
import type { Caller } from './authenticate.ts';
import { evaluatePolicies, type PolicyEvaluation } from './policy.ts';
import { roleArn, userArn, type Role, type User, type World } from './world.ts';

const SOURCE_ARN = /^arn:[\w-]+:iam::\d{12}:(?:user|role|group)\/.+$/;
const ACTION = /^[\w-]+:[\w*?]+$/;

interface Simulation {
  readonly world: World;
  readonly pageSize: number;
  readonly policyEvaluationFails: boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export function simulatePrincipalPolicy(
  caller: Caller,
  parameters: URLSearchParams,
  { world, pageSize, policyEvaluationFails }: Simulation,
): string | Refusal {
  const source = parameters.get('PolicySourceArn') ?? '';
  const actions = listOf(parameters, 'ActionNames');
  const odd = actions.find((action) => !ACTION.test(action) || action.includes('*'));
  if (!SOURCE_ARN.test(source)) {
    return refusal(400, 'InvalidInput', `Invalid Entity Arn: ${source} does not clearly define entity type and name.`);
  }
  if (actions.length === 0 || odd !== undefined) {
    return refusal(400, 'InvalidInput', `Invalid action: ${odd ?? ''}. Action names cannot contain wildcards.`);
  }
  const entity = findEntity(world, source);
  if (entity?.account !== caller.account) {
    const [, kind = '', name = ''] = /:(user|role|group)\/(?:.*\/)?([^/]+)$/.exec(source) ?? [];
    const what = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    return refusal(404, 'NoSuchEntity', `${what} ${name} does not exist.`);
  }
  if (policyEvaluationFails) {
    return refusal(500, 'PolicyEvaluation', 'The policy evaluation failed: an attached policy is not valid.');
  }
  const resources = listOf(parameters, 'ResourceArns');
  const all = actions.flatMap((action) =>
    (resources.length === 0 ? ['*'] : resources).map((resource) =>
      resultXml(action, resource, evaluate(world, entity, { action, resource, context: contextOf(parameters) })),
    ),
  );
  return page(all, parameters, pageSize);
}

/** `Marker` is where the next page begins; AWS's own is opaque. */
function page(results: readonly string[], parameters: URLSearchParams, pageSize: number): string | Refusal {
  const marker = parameters.get('Marker');
  const from = marker === null ? 0 : Number(Buffer.from(marker, 'base64url').toString());
  if (!Number.isInteger(from)) return refusal(400, 'ValidationError', 'Invalid Marker.');
  const to = from + Math.min(pageSize, Number(parameters.get('MaxItems') ?? pageSize));
  const more = to < results.length;
  return [
    `    ${element('IsTruncated', String(more))}`,
    ...(more ? [`    ${element('Marker', Buffer.from(String(to)).toString('base64url'))}`] : []),
    `    <EvaluationResults>\n${results.slice(from, to).join('\n')}\n    </EvaluationResults>`,
  ].join('\n');
}

interface Decision {
  readonly identity: PolicyEvaluation;
  readonly organization: boolean | undefined;
  readonly boundary: boolean | undefined;
  readonly decision: PolicyEvaluation['decision'];
}

function evaluate(world: World, entity: User | Role, request: Parameters<typeof evaluatePolicies>[1]): Decision {
  const identity = evaluatePolicies(entity.policies ?? [], request);
  const scps = world.accounts.get(entity.account)?.organization;
  const scp = scps && evaluatePolicies(scps, request).decision;
  const boundary = entity.boundary && evaluatePolicies([entity.boundary], request).decision;
  const decisions = [identity.decision, scp, boundary].filter((one) => one !== undefined);
  const isDenied = decisions.includes('explicitDeny');
  const isAllowed = decisions.every((one) => one === 'allowed');
  return {
    identity,
    organization: scp === undefined ? undefined : scp === 'allowed',
    boundary: boundary === undefined ? undefined : boundary === 'allowed',
    decision: isDenied ? 'explicitDeny' : isAllowed ? 'allowed' : 'implicitDeny',
  };
}

/** The top names what the action works on, not what was asked for; that stands among the results by resource. */
function resultXml(action: string, resource: string, { identity, organization, boundary, decision }: Decision): string {
  const statements = identity.matched.map(
    (name) =>
      `<member>${element('SourcePolicyId', name)}${element('SourcePolicyType', 'IAM Policy')}<StartPosition><Line>3</Line><Column>19</Column></StartPosition><EndPosition><Line>11</Line><Column>10</Column></EndPosition></member>`,
  );
  const matched = `<MatchedStatements>${statements.join('')}</MatchedStatements>`;
  const missing = `<MissingContextValues>${identity.missing.map((key) => element('member', key)).join('')}</MissingContextValues>`;
  const template = resource === '*' ? '*' : resource.replace(/[^:]*$/, '*');
  return [
    '      <member>',
    `        ${element('EvalActionName', action)}`,
    `        ${element('EvalResourceName', template)}`,
    `        ${element('EvalDecision', decision)}`,
    `        ${matched}${missing}`,
    ...(organization === undefined
      ? []
      : [
          `        <OrganizationsDecisionDetail>${element('AllowedByOrganizations', String(organization))}</OrganizationsDecisionDetail>`,
        ]),
    ...(boundary === undefined
      ? []
      : [
          `        <PermissionsBoundaryDecisionDetail>${element('AllowedByPermissionsBoundary', String(boundary))}</PermissionsBoundaryDecisionDetail>`,
        ]),
    ...(resource === '*'
      ? []
      : [
          `        <ResourceSpecificResults><member>${element('EvalResourceName', resource)}${element('EvalResourceDecision', decision)}${matched}${missing}</member></ResourceSpecificResults>`,
        ]),
    '      </member>',
  ].join('\n');
}

function findEntity(world: World, arn: string): User | Role | undefined {
  return (
    world.users.find((user) => userArn(world, user) === arn) ?? world.roles.find((role) => roleArn(world, role) === arn)
  );
}

function listOf(parameters: URLSearchParams, name: string): string[] {
  const pattern = new RegExp(`^${name}\\.member\\.\\d+$`);
  return [...parameters].flatMap(([key, value]) => (pattern.test(key) ? [value] : []));
}

function contextOf(parameters: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const names = [...parameters].flatMap(([key, value]) => {
    const [, index] = /^ContextEntries\.member\.(\d+)\.ContextKeyName$/.exec(key) ?? [];
    return index === undefined ? [] : [[index, value] as const];
  });
  return new Map(
    names.map(([index, name]) => [
      name.toLowerCase(),
      listOf(parameters, `ContextEntries\\.member\\.${index}\\.ContextKeyValues`),
    ]),
  );
}
