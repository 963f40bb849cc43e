/** One statement of an identity policy, as far as the simulator evaluates it. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  /** With `*` and `?`; letters of either case are the same. */
  readonly actions: readonly string[];
  /** With `*` and `?`; any where nothing is said. */
  readonly resources?: readonly string[];
  /** `StringEquals`: what a context key must be, by its name. */
  readonly stringEquals?: Readonly<Record<string, readonly string[]>>;
}

/** A policy under the name that the policy simulator gives as `SourcePolicyId`. */
export interface AttachedPolicy {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
}

export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  /** Names in lower case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export interface PolicyEvaluation {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Names of the policies whose statements decided. */
  readonly matched: readonly string[];
  /** Context keys that a statement asks for and the request does not have. */
  readonly missing: readonly string[];
}

/** A policy that allows these actions on any resource, or on the ones given. */
export function allowing(name: string, actions: readonly string[], resources?: readonly string[]): AttachedPolicy {
  return { name, statements: [{ effect: 'Allow', actions, ...(resources && { resources }) }] };
}

/** A policy that denies these actions on any resource, or on the ones given. */
export function denying(name: string, actions: readonly string[], resources?: readonly string[]): AttachedPolicy {
  return { name, statements: [{ effect: 'Deny', actions, ...(resources && { resources }) }] };
}

/** AWS attaches this one to the user whose key was found in public (here with a few of its actions). */
export const QUARANTINE = denying('AWSCompromisedKeyQuarantineV3', [
  'iam:CreateUser',
  'iam:CreateAccessKey',
  'iam:AttachUserPolicy',
  'ec2:RunInstances',
  'lambda:CreateFunction',
  's3:DeleteObject',
  's3:PutBucketPolicy',
]);

/**
 * What identity policies say of one request: a deny wins over every allow, and what nothing allows is denied
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 */
export function evaluatePolicies(policies: readonly AttachedPolicy[], request: PolicyRequest): PolicyEvaluation {
  const all = policies.flatMap(({ name, statements }) => statements.map((statement) => ({ name, statement })));
  const addressed = all.filter(({ statement }) => concerns(statement, request));
  const missing = addressed.flatMap(({ statement }) =>
    Object.keys(statement.stringEquals ?? {}).filter((key) => !request.context.has(key.toLowerCase())),
  );
  const matching = addressed.filter(({ statement }) => meetsConditions(statement, request));
  const names = (effect: 'Allow' | 'Deny'): string[] => [
    ...new Set(matching.filter(({ statement }) => statement.effect === effect).map(({ name }) => name)),
  ];
  const [denies, allows] = [names('Deny'), names('Allow')];
  const common = { missing: [...new Set(missing)] };
  if (denies.length > 0) return { ...common, decision: 'explicitDeny', matched: denies };
  return allows.length > 0
    ? { ...common, decision: 'allowed', matched: allows }
    : { ...common, decision: 'implicitDeny', matched: [] };
}

function concerns({ actions, resources = ['*'] }: PolicyStatement, { action, resource }: PolicyRequest): boolean {
  return (
    actions.some((pattern) => wildcard(pattern.toLowerCase()).test(action.toLowerCase())) &&
    resources.some((pattern) => wildcard(pattern).test(resource))
  );
}

function meetsConditions({ stringEquals = {} }: PolicyStatement, { context }: PolicyRequest): boolean {
  return Object.entries(stringEquals).every(([key, wanted]) =>
    context.get(key.toLowerCase())?.some((value) => wanted.includes(value)),
  );
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
