import type { Operator } from './operator.ts';

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
