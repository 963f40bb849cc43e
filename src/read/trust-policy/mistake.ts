import type { KeyValues } from './condition-key.ts';
import { federated } from './evaluate-principal.ts';
import type { Condition, Principal, Statement, TrustPolicy } from './policy.ts';
import { isConditionKey, isNeverSent, providerArn, SESSION_NAME_KEY, type WebIdentityRequest } from './request.ts';
import { subjectMistake, type SubjectMistake } from './subject-mistake.ts';
import { hasWildcard, patternMatches, valuePattern } from './value-pattern.ts';
import { patternTokens } from '../string-like.ts';

/** Mistakes often made in trust policies, and only recognised where they explain why an element fails. */
export type Mistake =
  | SubjectMistake
  /** A value would match but for white space around it. */
  | 'white-space-in-value'
  /** StringEquals takes `*` and `?` for themselves. */
  | 'wildcard-in-string-equals'
  /** A value, key or ARN would match but for its case. */
  | 'case-differs'
  | 'wrong-audience'
  /** The key or the principal has `https://` in front of the provider's name. */
  | 'url-in-provider-key'
  /** The key is another provider's: another host, or the enterprise's slug missing or added. */
  | 'key-of-another-provider'
  /** AWS offers no condition key for this claim. */
  | 'claim-not-supported'
  /** AWS offers the key, and this token has no such claim (`environment` in a job without one). */
  | 'claim-not-in-token'
  /** The identity provider belongs to another account than the role. */
  | 'provider-of-another-account'
  | 'provider-of-another-partition'
  /** The principal is the provider of another issuer. */
  | 'another-provider'
  /** The principal is no identity provider at all: an account, a service. */
  | 'principal-not-federated'
  | 'action-missing'
  /** Whoever asks for the role names the session: the deployment's name may be another than the check's. */
  | 'session-name-of-this-step'
  /** No request with a token of GitHub's holds an external ID or tags. */
  | 'never-sent';

/** What makes a statement wider than its author may think; no reason for a refusal. */
export type Warning =
  /** Nothing in it says which repository: IAM refuses to save it, or anybody's workflow may take the role. */
  | 'sub-missing-condition'
  /** ForAllValues holds when the claim is absent or misspelt. */
  | 'for-all-values-allows-absent';

/** Why a principal does not match. */
export function principalMistake(principal: Principal, request: WebIdentityRequest): Mistake | undefined {
  if (principal.negated) return undefined;
  const values = federated(principal);
  if (values.length === 0) return 'principal-not-federated';
  const arn = providerArn(request.partition, request.roleAccount, request.provider);
  const [, partition, , , account] = arn.split(':');
  for (const value of values) {
    if (value.trim() === arn) return 'white-space-in-value';
    if (value.toLowerCase() === arn.toLowerCase()) return 'case-differs';
    if (value.replace(/https?:\/\//, '') === arn) return 'url-in-provider-key';
  }
  const same = values
    .map((value) => value.split(':'))
    .find(([, , , , , ...resource]) => resource.join(':') === resourceOf(arn));
  if (same === undefined) return 'another-provider';
  return same[1] === partition && same[4] !== account ? 'provider-of-another-account' : 'provider-of-another-partition';
}

function resourceOf(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

/** Why a condition does not hold. */
export function conditionMistake(
  condition: Condition,
  version: TrustPolicy['version'],
  actual: KeyValues,
  request: WebIdentityRequest,
): Mistake | undefined {
  if (actual === 'absent') return absentKeyMistake(condition.key, request);
  const [value, ...more] = actual === 'unheld' ? [] : actual;
  const { comparison, negated } = condition.operator;
  if (value === undefined || more.length > 0 || negated) return undefined;
  if (comparison !== 'equals' && comparison !== 'equals-ignore-case' && comparison !== 'like') return undefined;
  return (
    valueMistake(condition, version, value) ??
    (condition.key.toLowerCase() === SESSION_NAME_KEY ? 'session-name-of-this-step' : undefined) ??
    claimMistake(condition, value, request) ??
    (comparison !== 'like' && condition.values.some(hasWildcard) ? 'wildcard-in-string-equals' : undefined)
  );
}

function absentKeyMistake(key: string, request: WebIdentityRequest): Mistake | undefined {
  const provider = request.provider.toLowerCase();
  const name = key.toLowerCase();
  if (isNeverSent(name)) return 'never-sent';
  if (name.startsWith('https://') || name.startsWith('http://')) return 'url-in-provider-key';
  if (name.startsWith(`${provider}:`)) {
    const claim = name.slice(provider.length + 1);
    if (claim !== claim.trim()) return 'white-space-in-value';
    return isConditionKey(request.provider, claim) ? 'claim-not-in-token' : 'claim-not-supported';
  }
  return name.trim().startsWith(`${provider}:`) ? 'white-space-in-value' : 'key-of-another-provider';
}

/** Mistakes that any value can have: each is tried in the way that would have made it match. */
function valueMistake(condition: Condition, version: TrustPolicy['version'], actual: string): Mistake | undefined {
  const variables = version === '2012-10-17';
  const { comparison } = condition.operator;
  const ignoreCase = comparison === 'equals-ignore-case';
  const some = (change: (value: string) => string, wildcards: boolean, anyCase: boolean): boolean =>
    condition.values.some((value) => {
      const pattern = valuePattern(change(value), wildcards, variables);
      return pattern !== undefined && patternMatches(pattern, actual, anyCase);
    });
  const asIs = (value: string): string => value;
  const trimmed = (value: string): string => value.trim();
  if (some(trimmed, comparison === 'like', ignoreCase)) return 'white-space-in-value';
  if (comparison !== 'like' && some(asIs, true, ignoreCase)) return 'wildcard-in-string-equals';
  return some(asIs, comparison === 'like', true) ? 'case-differs' : undefined;
}

function claimMistake(condition: Condition, actual: string, request: WebIdentityRequest): Mistake | undefined {
  const claim = condition.key.slice(request.provider.length + 1).toLowerCase();
  if (claim === 'aud') return 'wrong-audience';
  return claim === 'sub' ? subjectMistake(condition.values, actual, request.claims) : undefined;
}

/** What to warn of in a statement that allows this provider. */
export function statementWarnings(statement: Statement, request: WebIdentityRequest): readonly Warning[] {
  if (statement.effect === 'Deny' || federated(statement.principal).length === 0) return [];
  const sub = `${request.provider}:sub`.toLowerCase();
  const pinned = statement.conditions.some(
    ({ key, operator, values }) =>
      key.toLowerCase() === sub && !operator.negated && !values.some((value) => matchesAnything(value)),
  );
  const open = statement.conditions.some(({ operator }) => operator.set === 'ForAllValues' && !operator.negated);
  return [
    ...(pinned ? [] : (['sub-missing-condition'] as const)),
    ...(open ? (['for-all-values-allows-absent'] as const) : []),
  ];
}

function matchesAnything(value: string): boolean {
  return value !== '' && patternTokens(value).every((token) => typeof token === 'symbol');
}
