import type { Claims } from '../json-web-token.ts';
import { patternTokens, stringLike } from '../string-like.ts';
import { contextForm, readSubject, type SubjectForm, subjectParts, type SubjectParts } from '../subject.ts';
import { federated } from './evaluate.ts';
import type { Condition, KeyValues, Principal, Statement, TrustPolicy } from './policy.ts';
import { isConditionKey, isNeverSent, providerArn, SESSION_NAME_KEY, type WebIdentityRequest } from './request.ts';
import { hasWildcard, patternMatches, valuePattern } from './value-pattern.ts';

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

/** How a policy's subject can miss the token's. */
export type SubjectMistake =
  /** The policy has the older form without IDs, the token sends the one with IDs. */
  | 'legacy-subject'
  /** The policy has the form with IDs, the token sends the older one. */
  | 'immutable-subject-expected'
  /** The job has an environment, so that its subject names that instead of the branch, tag or pull request. */
  | 'environment-changes-subject'
  /** The policy names an environment, the job has none. */
  | 'environment-expected'
  /** One of the two is a pull request's subject, the other a branch's, tag's or environment's. */
  | 'pull-request-subject'
  /** One of the two is a tag, the other a branch. */
  | 'tag-vs-branch'
  /** The token's subject is customised (`include_claim_keys`), the policy's is of the default form. */
  | 'customised-subject'
  /** A colon in an environment's name is written `%3A` in the subject. */
  | 'colon-not-encoded'
  | 'another-repository'
  | 'another-environment'
  | 'another-ref';

/** What is different between the policy's subjects and the token's; of several values the first that explains it. */
export function subjectMistake(values: readonly string[], actual: string, claims: Claims): SubjectMistake | undefined {
  const subject = readSubject(actual, claims);
  const trials: readonly (readonly [SubjectMistake, string | undefined])[] = [
    ['legacy-subject', subject.immutable ? subject.legacy : undefined],
    ['immutable-subject-expected', subject.immutable ? undefined : subject.immutableForm],
    ['colon-not-encoded', actual.replaceAll('%3A', ':')],
  ];
  for (const [mistake, other] of trials) {
    if (other !== undefined && other !== actual && values.some((value) => stringLike(value, other))) return mistake;
  }
  const parts = subjectParts(actual);
  const found = values.map((value) => compare(value, subject.form, parts));
  return found.find((mistake) => mistake !== undefined && mistake !== 'another-repository') ?? found.find(Boolean);
}

function compare(value: string, form: SubjectForm, actual: SubjectParts | undefined): SubjectMistake | undefined {
  const expected = subjectParts(value);
  if (expected === undefined) return undefined;
  if (form === 'customised') return contextForm(expected.context) === 'customised' ? undefined : 'customised-subject';
  if (actual === undefined) return undefined;
  return repositoryMistake(expected, actual) ?? contextMistake(expected.context, form);
}

/** Names are compared without case here: that case counts has been tried before. */
function repositoryMistake(expected: SubjectParts, actual: SubjectParts): SubjectMistake | undefined {
  const pairs = [
    [withId(expected.owner, expected.ownerId), withId(actual.owner, actual.ownerId)],
    [withId(expected.repository, expected.repositoryId), withId(actual.repository, actual.repositoryId)],
  ] as const;
  if (pairs.every(([pattern, value]) => like(pattern, value))) return undefined;
  if (!pairs.every(([pattern, value]) => like(nameOnly(pattern), nameOnly(value)))) return 'another-repository';
  const [policyHasIds, tokenHasIds] = [0, 1].map((side) => pairs.some((pair) => pair[side]?.includes('@')));
  if (policyHasIds === tokenHasIds) return 'another-repository';
  return tokenHasIds === true ? 'legacy-subject' : 'immutable-subject-expected';
}

function withId(name: string, id: string | undefined): string {
  return id === undefined ? name : `${name}@${id}`;
}

function nameOnly(text: string): string {
  return text.split('@')[0] ?? text;
}

function like(pattern: string, value: string): boolean {
  return stringLike(pattern.toLowerCase(), value.toLowerCase());
}

function contextMistake(context: string | undefined, form: SubjectForm): SubjectMistake | undefined {
  const expected = contextForm(context);
  if (expected === 'customised' || expected === 'unknown') return undefined;
  if (expected === form) return expected === 'environment' ? 'another-environment' : 'another-ref';
  if (form === 'environment') return 'environment-changes-subject';
  if (expected === 'environment') return 'environment-expected';
  return form === 'pull-request' || expected === 'pull-request' ? 'pull-request-subject' : 'tag-vs-branch';
}
