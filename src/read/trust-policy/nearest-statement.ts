import { distance } from 'fastest-levenshtein';

import type { Check, Evaluation, StatementEvaluation } from './evaluate.ts';

/** The statement that decides, or comes closest to allowing, and the element of it to look at first. */
export interface NearestStatement {
  readonly statement: StatementEvaluation;
  /** Undefined when every element holds: the statement of an explicit Deny. */
  readonly check: Check | undefined;
}

/** How far a failing element puts a statement from this job: one for another principal is hardly meant for it. */
const PRINCIPAL_WEIGHT = 100;
const ACTION_WEIGHT = 10;
const CONDITION_WEIGHT = 1;
const LONGEST_COMPARED = 512;

/**
 * The statement to show. An explicit Deny: that statement. Otherwise, of the statements that allow, the one with the
 * fewest and nearest elements that do not hold. Undefined when the job is allowed, or nothing in the policy allows.
 */
export function nearestStatement(evaluation: Evaluation): NearestStatement | undefined {
  if (evaluation.outcome === 'allow') return undefined;
  const denying = evaluation.statements.find(
    ({ effect, outcome }) => effect === 'Deny' && outcome === denied(evaluation),
  );
  const allowing = evaluation.statements.filter(({ effect }) => effect === 'Allow');
  if (denying !== undefined && (evaluation.explicit || allowing.some(({ outcome }) => outcome === 'holds'))) {
    return { statement: denying, check: denying.checks.find(({ outcome }) => outcome !== 'holds') };
  }
  const [nearest] = allowing
    .map((statement) => ({ statement, far: far(statement) }))
    .sort((one, other) => one.far - other.far);
  return nearest === undefined ? undefined : { statement: nearest.statement, check: firstCheck(nearest.statement) };
}

function denied(evaluation: Evaluation): StatementEvaluation['outcome'] {
  return evaluation.explicit ? 'holds' : 'undetermined';
}

function far(statement: StatementEvaluation): number {
  return statement.checks.reduce((sum, check) => sum + weight(check), 0);
}

function weight(check: Check): number {
  if (check.outcome === 'holds') return 0;
  const share = check.outcome === 'undetermined' ? 0.25 : 0.5 + 0.5 * difference(check);
  if (check.element === 'Condition') return CONDITION_WEIGHT * share;
  return (check.element.endsWith('Action') ? ACTION_WEIGHT : PRINCIPAL_WEIGHT) * share;
}

/** Between 0 (the same) and 1 (nothing in common), for the nearest of the expected values. */
function difference({ expected, actual }: Check): number {
  if (typeof actual === 'string') return 1;
  const shares = expected.flatMap((one) => actual.map((other) => editShare(one, other)));
  return Math.min(1, ...shares);
}

/** The expected values, those that come closest to what the request holds first. */
export function nearestFirst({ expected, actual }: Pick<Check, 'expected' | 'actual'>): readonly string[] {
  if (typeof actual === 'string') return expected;
  const share = (one: string): number => Math.min(1, ...actual.map((other) => editShare(one, other)));
  return expected
    .map((one) => ({ one, far: share(one) }))
    .sort((left, right) => left.far - right.far)
    .map(({ one }) => one);
}

function editShare(one: string, other: string): number {
  const [left, right] = [one.slice(0, LONGEST_COMPARED), other.slice(0, LONGEST_COMPARED)];
  return distance(left, right) / Math.max(left.length, right.length, 1);
}

/** What fails comes before what cannot be told, and a named mistake before another failure. */
function firstCheck(statement: StatementEvaluation): Check | undefined {
  const failing = statement.checks.filter(({ outcome }) => outcome === 'fails');
  const principal = failing.find(({ element }) => element !== 'Condition');
  const named = failing.find(({ mistake }) => mistake !== undefined);
  return principal ?? named ?? failing[0] ?? statement.checks.find(({ outcome }) => outcome !== 'holds');
}
