import type { Decision } from '../model/beyond.ts';
import { child, isElement, parseDocument } from '../read/xml.ts';

export interface SimulationPage {
  readonly decisions: readonly Decision[];
  /** What to ask the next page with; undefined at the end. */
  readonly marker: string | undefined;
}

const DECISIONS = ['allowed', 'explicitDeny', 'implicitDeny'] as const;
/** Names from the wire that may be shown. */
const NAME = /^[\w+=,.@:/ -]{1,256}$/;

/**
 * Reads a SimulatePrincipalPolicy result. Where a result names its resources one by one, they count: the name at its
 * top is only a template then (https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html).
 *
 * @param asked - the resources of the question, since a template stands for them
 * @returns undefined for anything else. Never throws.
 */
export function readSimulation(body: string, asked: readonly string[]): SimulationPage | undefined {
  const document = parseDocument(body.trim());
  if (document?.name !== 'SimulatePrincipalPolicyResponse') return undefined;
  const result = child(document.root, 'SimulatePrincipalPolicyResult');
  if (!isElement(result)) return undefined;
  const decisions = members(result, 'EvaluationResults').flatMap((one) => decisionsOf(one, asked));
  const marker = text(result, 'Marker');
  const more = text(result, 'IsTruncated') === 'true' && marker !== undefined && marker !== '';
  return { decisions, marker: more ? marker : undefined };
}

function decisionsOf(result: unknown, asked: readonly string[]): readonly Decision[] {
  const action = text(result, 'EvalActionName');
  if (action === undefined || !NAME.test(action)) return [];
  const organization = flag(result, 'OrganizationsDecisionDetail', 'AllowedByOrganizations');
  const boundary = flag(result, 'PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary');
  const specific = members(result, 'ResourceSpecificResults').flatMap((one): readonly Decision[] => {
    const decision = DECISIONS.find((word) => word === text(one, 'EvalResourceDecision'));
    const resource = text(one, 'EvalResourceName');
    if (decision === undefined || resource === undefined) return [];
    const own = flag(one, 'PermissionsBoundaryDecisionDetail', 'AllowedByPermissionsBoundary');
    return [{ action, resource, decision, ...basisOf(one), organization, boundary: own ?? boundary }];
  });
  if (specific.length > 0) return specific;
  const decision = DECISIONS.find((word) => word === text(result, 'EvalDecision'));
  if (decision === undefined) return [];
  const named = text(result, 'EvalResourceName');
  const resources = named !== undefined && asked.includes(named) ? [named] : asked;
  return resources.map((resource) => ({ action, resource, decision, ...basisOf(result), organization, boundary }));
}

function basisOf(result: unknown): Pick<Decision, 'policies' | 'missing'> {
  const policies = members(result, 'MatchedStatements').map((statement) => text(statement, 'SourcePolicyId'));
  return { policies: distinct(policies), missing: distinct(members(result, 'MissingContextValues')) };
}

function distinct(names: readonly unknown[]): readonly string[] {
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && NAME.test(name)))];
}

/** The `<member>`s of a list: none, one or several. */
function members(parent: unknown, name: string): readonly unknown[] {
  const list = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  const member: unknown = isElement(list) && Object.hasOwn(list, 'member') ? list['member'] : undefined;
  if (member === undefined) return [];
  return Array.isArray(member) ? (member as unknown[]) : [member];
}

function text(parent: unknown, name: string): string | undefined {
  const value = child(parent, name);
  return typeof value === 'string' ? value.trim() : undefined;
}

function flag(parent: unknown, group: string, name: string): boolean | undefined {
  const value = text(child(parent, group), name);
  return value === undefined ? undefined : value === 'true';
}
