import { isNeverSent, type WebIdentityRequest } from './request.ts';

/** What is wrong with a policy's text: `where` is a path such as `Statement[1].Condition`, `what` a sentence. */
export class Problem {
  readonly where: string;
  readonly what: string;

  constructor(where: string, what: string) {
    this.where = where;
    this.what = what;
  }
}

/** One operator with one key: a line of a `Condition`. Several values are alternatives. */
export interface Condition {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

export type PrincipalType = 'AWS' | 'Federated' | 'Service' | 'CanonicalUser';

export interface PrincipalEntry {
  readonly type: PrincipalType;
  readonly values: readonly string[];
}

export interface Principal {
  /** Written as `NotPrincipal`. */
  readonly negated: boolean;
  /** Written as `"*"`, or as `{"AWS": "*"}`, which AWS documents as the same. */
  readonly everyone: boolean;
  readonly entries: readonly PrincipalEntry[];
}

export interface Action {
  /** Written as `NotAction`. */
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export interface Statement {
  /** Place in the policy, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly principal: Principal;
  readonly action: Action;
  readonly conditions: readonly Condition[];
}

/**
 * A role trust policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface TrustPolicy {
  /** Policy variables exist from 2012-10-17 on; a policy without a version is of 2008-10-17. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly statements: readonly Statement[];
}

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

/**
 * What the request holds for a key: its values; `absent` where the key is known not to be there; `unheld` where only
 * AWS knows (`aws:SourceIp` and the like).
 */
export type KeyValues = readonly string[] | 'absent' | 'unheld';

/**
 * Looks a key up. Key names are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function keyValues(key: string, request: WebIdentityRequest): KeyValues {
  const name = key.toLowerCase();
  for (const [held, values] of Object.entries(request.context)) {
    if (held.toLowerCase() === name) return values.length === 0 ? 'absent' : values;
  }
  const known = name.startsWith(`${request.provider.toLowerCase()}:`) || isIdentityProviders(name) || isNeverSent(name);
  return known ? 'absent' : 'unheld';
}

/** A key of another identity provider: those start with a host, and AWS's own with one word. */
function isIdentityProviders(name: string): boolean {
  const prefix = name.slice(0, name.indexOf(':'));
  return prefix.includes('.') || prefix.includes('/') || prefix === 'https' || prefix === 'http' || prefix === 'saml';
}
