import { patternTokens } from '../string-like.ts';
import { conditionMistake, type Mistake, principalMistake, statementWarnings, type Warning } from './mistake.ts';
import {
  type Action,
  type Condition,
  type KeyValues,
  keyValues,
  type Operator,
  type Principal,
  type Statement,
  type TrustPolicy,
} from './policy.ts';
import { providerArn, type WebIdentityRequest } from './request.ts';
import { arnMatches, patternMatches, valuePattern } from './value-pattern.ts';

/** One element of a statement held against the request: expected and actual side by side. */
export interface Check {
  readonly element: 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Condition';
  /** Operator and key as the policy writes them; only a condition has them. */
  readonly operator: string | undefined;
  readonly key: string | undefined;
  readonly expected: readonly string[];
  /** `absent`: the request has no such key. `unheld`: only AWS knows its value. */
  readonly actual: KeyValues;
  readonly outcome: Truth;
  /** What went wrong, where it is a mistake often made; only where the outcome is `fails`. */
  readonly mistake: Mistake | undefined;
}

export interface StatementEvaluation {
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** `holds`: the statement applies, so its effect is in force. */
  readonly outcome: Truth;
  readonly checks: readonly Check[];
  /** What makes a statement that allows wider than its author may think. */
  readonly warnings: readonly Warning[];
}

export interface Evaluation {
  readonly outcome: 'allow' | 'deny' | 'undetermined';
  /** The denial is a Deny statement's, and not only that nothing allows. */
  readonly explicit: boolean;
  readonly statements: readonly StatementEvaluation[];
}

/**
 * Evaluates a role trust policy for AssumeRoleWithWebIdentity: an explicit Deny wins, then any Allow, then nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateTrustPolicy(policy: TrustPolicy, request: WebIdentityRequest): Evaluation {
  const statements = policy.statements.map((statement) => evaluateStatement(statement, policy.version, request));
  const some = (effect: 'Allow' | 'Deny', outcome: Truth): boolean =>
    statements.some((statement) => statement.effect === effect && statement.outcome === outcome);
  if (some('Deny', 'holds')) return { outcome: 'deny', explicit: true, statements };
  const allowed = some('Allow', 'holds');
  if (!allowed && !some('Allow', 'undetermined')) return { outcome: 'deny', explicit: false, statements };
  const certain = allowed && !some('Deny', 'undetermined');
  return { outcome: certain ? 'allow' : 'undetermined', explicit: false, statements };
}

function evaluateStatement(
  statement: Statement,
  version: TrustPolicy['version'],
  request: WebIdentityRequest,
): StatementEvaluation {
  const { index, sid, effect } = statement;
  const checks = [
    checkPrincipal(statement, request),
    checkAction(statement, request),
    ...checkConditions(statement, version, request),
  ];
  const outcome = allOf(checks.map((check) => check.outcome));
  return { index, sid, effect, outcome, checks, warnings: statementWarnings(statement, request) };
}

function checkPrincipal(statement: Statement, request: WebIdentityRequest): Check {
  const { principal } = statement;
  const outcome = evaluatePrincipal(principal, request);
  return {
    element: principal.negated ? 'NotPrincipal' : 'Principal',
    operator: undefined,
    key: undefined,
    expected: principal.everyone ? ['*'] : principal.entries.flatMap(({ values }) => values),
    actual: [providerArn(request.partition, request.roleAccount, request.provider)],
    outcome,
    mistake: mistaken(statement, outcome) ? principalMistake(principal, request) : undefined,
  };
}

function checkAction(statement: Statement, request: WebIdentityRequest): Check {
  const { action } = statement;
  const outcome = evaluateAction(action, request);
  return {
    element: action.negated ? 'NotAction' : 'Action',
    operator: undefined,
    key: undefined,
    expected: action.patterns,
    actual: [request.action],
    outcome,
    mistake: mistaken(statement, outcome) && !action.negated ? 'action-missing' : undefined,
  };
}

function checkConditions(
  statement: Statement,
  version: TrustPolicy['version'],
  request: WebIdentityRequest,
): readonly Check[] {
  return statement.conditions.map((condition) => {
    const { outcome, actual } = evaluateCondition(condition, version, request);
    return {
      element: 'Condition',
      operator: condition.operator.name,
      key: condition.key,
      expected: condition.values,
      actual,
      outcome,
      mistake: mistaken(statement, outcome) ? conditionMistake(condition, version, actual, request) : undefined,
    };
  });
}

/** A Deny statement that does not apply is no mistake. */
function mistaken(statement: Statement, outcome: Truth): boolean {
  return statement.effect === 'Allow' && outcome === 'fails';
}

/** Whether one operator with one key matches the request, and what the request holds for the key. */
export interface ConditionResult {
  readonly outcome: Truth;
  readonly actual: KeyValues;
}

/**
 * Evaluates one condition by AWS's documented rules: several values are alternatives (none of them, for a negated
 * operator), a missing key fails a plain operator and satisfies a negated one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function evaluateCondition(
  condition: Condition,
  version: TrustPolicy['version'],
  request: WebIdentityRequest,
): ConditionResult {
  const actual = keyValues(condition.key, request);
  if (actual === 'unheld') return { outcome: 'undetermined', actual };
  const { operator } = condition;
  if (operator.comparison === 'null') return { outcome: nullCheck(condition, actual), actual };
  if (actual === 'absent') return { outcome: withoutKey(operator), actual };
  // What a condition without any value does is not documented.
  if (condition.values.length === 0) return { outcome: 'undetermined', actual };
  const matches = (value: string): Truth => {
    const any = anyOf(condition.values.map((expected) => compare(operator, expected, value, version)));
    return operator.negated ? not(any) : any;
  };
  return { outcome: overValues(operator, actual, matches), actual };
}

/** `"Null": "true"` holds when the key is absent. Whether an empty value counts as one is not documented here. */
function nullCheck(condition: Condition, actual: readonly string[] | 'absent'): Truth {
  if (condition.operator.set !== undefined || condition.values.length === 0) return 'undetermined';
  if (actual !== 'absent' && actual.every((value) => value === '')) return 'undetermined';
  const isNull = actual === 'absent';
  return anyOf(
    condition.values.map((value) => {
      const expected = value.toLowerCase();
      return expected === 'true' || expected === 'false' ? truth(isNull === (expected === 'true')) : 'undetermined';
    }),
  );
}

function withoutKey(operator: Operator): Truth {
  if (operator.set === 'ForAllValues') return 'holds';
  if (operator.set === 'ForAnyValue') return operator.ifExists ? 'undetermined' : 'fails';
  return truth(operator.ifExists || operator.negated);
}

function overValues(operator: Operator, actual: readonly string[], matches: (value: string) => Truth): Truth {
  // An empty string is an empty set to the set operators.
  const members = actual.filter((value) => value !== '');
  if (operator.set === 'ForAllValues') return allOf(members.map(matches));
  if (operator.set === 'ForAnyValue') return anyOf(members.map(matches));
  const [only, ...more] = actual;
  // AWS asks for a set operator where a key has several values, and does not say what happens without one.
  return only === undefined || more.length > 0 ? 'undetermined' : matches(only);
}

function compare(operator: Operator, expected: string, value: string, version: TrustPolicy['version']): Truth {
  const { comparison } = operator;
  if (comparison === 'other' || comparison === 'null') return 'undetermined';
  if (comparison === 'bool') return truth(expected.toLowerCase() === value.toLowerCase());
  const wildcards = comparison === 'like' || comparison === 'arn';
  const pattern = valuePattern(expected, wildcards, version === '2012-10-17');
  if (pattern === undefined) return 'undetermined';
  if (comparison === 'arn') return truth(arnMatches(pattern, value));
  return truth(patternMatches(pattern, value, comparison === 'equals-ignore-case'));
}

/**
 * Whether the identity provider of the request is the statement's principal: the one of its issuer in the role's own
 * account. A part of an ARN cannot be a wildcard there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function evaluatePrincipal(principal: Principal, request: WebIdentityRequest): Truth {
  const arn = providerArn(request.partition, request.roleAccount, request.provider);
  const matches = principal.everyone ? 'holds' : anyOf(federated(principal).map((value) => isProvider(value, arn)));
  return principal.negated ? not(matches) : matches;
}

/** AWS does not say what `"Federated": "*"` matches. */
function isProvider(value: string, arn: string): Truth {
  return value === '*' ? 'undetermined' : truth(value === arn);
}

/** The identity providers that a principal names. */
export function federated(principal: Principal): readonly string[] {
  return principal.entries.filter(({ type }) => type === 'Federated').flatMap(({ values }) => values);
}

/**
 * Whether a statement is about the request's action. Prefix and name of an action are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function evaluateAction(action: Action, request: WebIdentityRequest): Truth {
  const matches = action.patterns.some((pattern) => patternMatches(patternTokens(pattern), request.action, true));
  return truth(matches !== action.negated);
}

/** Whether an element of a statement matches the request, as far as it can be told without asking AWS. */
export type Truth = 'holds' | 'fails' | 'undetermined';

export function truth(holds: boolean): Truth {
  return holds ? 'holds' : 'fails';
}

export function not(value: Truth): Truth {
  return value === 'undetermined' ? value : truth(value === 'fails');
}

export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes('holds')) return 'holds';
  return values.includes('undetermined') ? 'undetermined' : 'fails';
}

export function allOf(values: readonly Truth[]): Truth {
  if (values.includes('fails')) return 'fails';
  return values.includes('undetermined') ? 'undetermined' : 'holds';
}
