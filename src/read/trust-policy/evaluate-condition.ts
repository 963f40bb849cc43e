import { keyValues, type KeyValues } from './condition-key.ts';
import type { Operator } from './operator.ts';
import type { Condition, TrustPolicy } from './policy.ts';
import type { WebIdentityRequest } from './request.ts';
import { allOf, anyOf, not, truth, type Truth } from './truth.ts';
import { arnMatches, patternMatches, valuePattern } from './value-pattern.ts';

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
