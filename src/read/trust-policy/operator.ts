/** How an operator compares; `other` are those whose keys no web identity request of ours holds. */
export type Comparison = 'equals' | 'equals-ignore-case' | 'like' | 'arn' | 'bool' | 'null' | 'other';

/**
 * A condition operator with its prefix and suffix.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Operator {
  /** As the policy writes it. */
  readonly name: string;
  readonly comparison: Comparison;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly set: 'ForAnyValue' | 'ForAllValues' | undefined;
}

type Base = readonly [name: string, comparison: Comparison, negated: boolean];

const BASES: readonly Base[] = [
  ['StringEquals', 'equals', false],
  ['StringNotEquals', 'equals', true],
  ['StringEqualsIgnoreCase', 'equals-ignore-case', false],
  ['StringNotEqualsIgnoreCase', 'equals-ignore-case', true],
  ['StringLike', 'like', false],
  ['StringNotLike', 'like', true],
  ['ArnEquals', 'arn', false],
  ['ArnLike', 'arn', false],
  ['ArnNotEquals', 'arn', true],
  ['ArnNotLike', 'arn', true],
  ['Bool', 'bool', false],
  ['Null', 'null', false],
  ['NumericEquals', 'other', false],
  ['NumericNotEquals', 'other', true],
  ['NumericLessThan', 'other', false],
  ['NumericLessThanEquals', 'other', false],
  ['NumericGreaterThan', 'other', false],
  ['NumericGreaterThanEquals', 'other', false],
  ['DateEquals', 'other', false],
  ['DateNotEquals', 'other', true],
  ['DateLessThan', 'other', false],
  ['DateLessThanEquals', 'other', false],
  ['DateGreaterThan', 'other', false],
  ['DateGreaterThanEquals', 'other', false],
  ['BinaryEquals', 'other', false],
  ['IpAddress', 'other', false],
  ['NotIpAddress', 'other', true],
];

const SETS = ['ForAnyValue', 'ForAllValues'] as const;
const IF_EXISTS = 'ifexists';

/** The operators' names, to name the nearest one to a name that is none. */
export const OPERATOR_NAMES: readonly string[] = BASES.map(([name]) => name);

/**
 * Reads an operator's name; undefined when IAM has none of that name. AWS does not say whether case counts
 * here, so it does not: a policy that IAM took is not to be called wrong.
 */
export function readOperator(name: string): Operator | undefined {
  const colon = name.indexOf(':');
  const set = colon < 0 ? undefined : SETS.find((prefix) => same(prefix, name.slice(0, colon)));
  if (colon >= 0 && set === undefined) return undefined;
  const rest = name.slice(colon + 1);
  const ifExists = rest.toLowerCase().endsWith(IF_EXISTS);
  const baseName = ifExists ? rest.slice(0, -IF_EXISTS.length) : rest;
  const base = BASES.find(([candidate]) => same(candidate, baseName));
  if (base === undefined || (base[1] === 'null' && ifExists)) return undefined;
  return { name, comparison: base[1], negated: base[2], ifExists, set };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
