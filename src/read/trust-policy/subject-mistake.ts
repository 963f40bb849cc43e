import type { Claims } from '../json-web-token.ts';
import { stringLike } from '../string-like.ts';
import { contextForm, readSubject, subjectParts, type SubjectForm, type SubjectParts } from '../subject.ts';

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
