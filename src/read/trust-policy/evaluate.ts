import type { KeyValues } from './condition-key.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { evaluateAction, evaluatePrincipal } from './evaluate-principal.ts';
import { conditionMistake, principalMistake, statementWarnings, type Mistake, type Warning } from './mistake.ts';
import type { Statement, TrustPolicy } from './policy.ts';
import { providerArn, type WebIdentityRequest } from './request.ts';
import { allOf, type Truth } from './truth.ts';

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
