/** A role's trust policy as IAM writes it. */
export interface TrustPolicy {
  readonly Version?: string;
  readonly Statement: TrustStatement | readonly TrustStatement[];
}

export interface TrustStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  /** Operator, then condition key, then the values. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Who asks, and with which condition keys; a key that is missing from the map is missing from the request. */
export interface TrustRequest {
  readonly action: string;
  readonly principals: readonly { readonly type: 'AWS' | 'Federated'; readonly id: string }[];
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** An explicit deny wins; without a matching allow it is an implicit one. */
export function evaluateTrust(policy: TrustPolicy, request: TrustRequest): 'allow' | 'explicit-deny' | 'implicit-deny' {
  const matching = listOf(policy.Statement).filter((statement) => matches(statement, request));
  if (matching.some((statement) => statement.Effect === 'Deny')) return 'explicit-deny';
  return matching.length > 0 ? 'allow' : 'implicit-deny';
}

function matches(statement: TrustStatement, request: TrustRequest): boolean {
  return (
    listOf(statement.Action).some((action) => like(action.toLowerCase(), request.action.toLowerCase())) &&
    matchesPrincipal(statement.Principal, request) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => matchesCondition(operator, key, listOf(values), request.context)),
    )
  );
}

function matchesPrincipal(principal: TrustStatement['Principal'], request: TrustRequest): boolean {
  if (principal === '*') return true;
  return request.principals.some(({ type, id }) =>
    listOf(principal[type] ?? []).some((named) => named === '*' || named === id),
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function matchesCondition(
  operator: string,
  key: string,
  wanted: readonly string[],
  context: TrustRequest['context'],
): boolean {
  const [, set, plain = '', ifExists] = /^(ForAnyValue:|ForAllValues:)?(\w+?)(IfExists)?$/i.exec(operator) ?? [];
  const actual = context.get(key.toLowerCase());
  if (plain.toLowerCase() === 'null') return wanted.includes(String(actual === undefined));
  const test = OPERATORS[plain.toLowerCase()];
  if (test === undefined) throw new Error(`The simulator does not know the condition operator ${operator}`);
  if (actual === undefined) {
    if (ifExists !== undefined || set?.toLowerCase() === 'forallvalues:') return true;
    return test.negated && set === undefined;
  }
  const satisfied = (value: string) => test.negated !== wanted.some((pattern) => test.match(pattern, value));
  return set?.toLowerCase() === 'foranyvalue:' ? actual.some(satisfied) : actual.every(satisfied);
}

interface Operator {
  readonly match: (pattern: string, value: string) => boolean;
  readonly negated: boolean;
}

const equal = (pattern: string, value: string) => pattern === value;
const equalIgnoringCase = (pattern: string, value: string) => pattern.toLowerCase() === value.toLowerCase();

const OPERATORS: Readonly<Partial<Record<string, Operator>>> = {
  stringequals: { match: equal, negated: false },
  stringnotequals: { match: equal, negated: true },
  stringequalsignorecase: { match: equalIgnoringCase, negated: false },
  stringnotequalsignorecase: { match: equalIgnoringCase, negated: true },
  stringlike: { match: like, negated: false },
  stringnotlike: { match: like, negated: true },
  arnequals: { match: like, negated: false },
  arnlike: { match: like, negated: false },
  arnnotequals: { match: like, negated: true },
  arnnotlike: { match: like, negated: true },
  bool: { match: equalIgnoringCase, negated: false },
};

/** `*` is any run of characters, `?` exactly one; case counts. */
function like(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`).test(value);
}

function listOf<T extends string | TrustStatement>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
