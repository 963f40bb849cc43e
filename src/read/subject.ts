import type { Claims } from './json-web-token.ts';

export type SubjectForm = 'branch' | 'tag' | 'environment' | 'pull-request' | 'customised' | 'unknown';

/**
 * `repo:OWNER/REPO` and what follows it, taken apart. In a policy's value any part may hold wildcards.
 */
export interface SubjectParts {
  readonly owner: string;
  readonly ownerId: string | undefined;
  readonly repository: string;
  readonly repositoryId: string | undefined;
  /** What follows the colon after the repository; undefined when nothing does. */
  readonly context: string | undefined;
}

export interface Subject {
  readonly form: SubjectForm;
  /** It carries the IDs of owner and repository: the default of repositories made or renamed since 2026-07-15. */
  readonly immutable: boolean;
  /** The same subject in the older form, without IDs; the subject itself where it is in that form. */
  readonly legacy: string | undefined;
  /** The same subject with IDs; undefined when the token does not carry them. */
  readonly immutableForm: string | undefined;
}

/** The context of a job and the form it gives the subject; what comes after must hold no colon of its own. */
const CONTEXTS: readonly (readonly [prefix: string, form: SubjectForm])[] = [
  ['ref:refs/heads/', 'branch'],
  ['ref:refs/tags/', 'tag'],
  ['environment:', 'environment'],
];

const DIGITS = /^\d+$/;
const CLAIM_KEY = /^[A-Za-z0-9_]+/;

/**
 * Which form a GitHub subject has. Values inside it have `:` written as `%3A`, so a further colon means
 * that the organisation or repository customised the subject (`include_claim_keys`).
 * https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
export function readSubject(sub: string, claims: Claims): Subject {
  const parts = subjectParts(sub);
  if (parts === undefined) return { form: withoutRepository(sub, claims), ...NO_OTHER_FORM };
  const form = contextForm(parts.context);
  const immutable = parts.ownerId !== undefined && parts.repositoryId !== undefined;
  return {
    form,
    immutable,
    legacy: immutable ? written(parts, undefined, undefined) : sub,
    immutableForm: immutable ? sub : form === 'customised' ? undefined : withIds(parts, claims),
  };
}

const NO_OTHER_FORM = { immutable: false, legacy: undefined, immutableForm: undefined } as const;

/** Takes `repo:OWNER[@ID]/REPO[@ID][:CONTEXT]` apart; undefined for anything else. */
export function subjectParts(sub: string): SubjectParts | undefined {
  if (!sub.startsWith('repo:')) return undefined;
  const rest = sub.slice('repo:'.length);
  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const [owner, repository, ...more] = path.split('/');
  if (owner === undefined || repository === undefined || more.length > 0) return undefined;
  if (owner === '' || repository === '') return undefined;
  const [ownerName, ownerId] = nameAndId(owner);
  const [repositoryName, repositoryId] = nameAndId(repository);
  const context = colon < 0 ? undefined : rest.slice(colon + 1);
  return { owner: ownerName, ownerId, repository: repositoryName, repositoryId, context };
}

/** The form that a context gives; `customised` for any that GitHub's default never writes. */
export function contextForm(context: string | undefined): SubjectForm {
  if (context === undefined) return 'customised';
  if (context === 'pull_request') return 'pull-request';
  for (const [prefix, form] of CONTEXTS) {
    if (!context.startsWith(prefix)) continue;
    const value = context.slice(prefix.length);
    return value === '' || value.includes(':') ? 'customised' : form;
  }
  return context.startsWith('ref:') && !context.slice('ref:'.length).includes(':') ? 'unknown' : 'customised';
}

function nameAndId(text: string): readonly [name: string, id: string | undefined] {
  const at = text.indexOf('@');
  if (at < 0) return [text, undefined];
  const id = text.slice(at + 1);
  return DIGITS.test(id) ? [text.slice(0, at), id] : [text, undefined];
}

function withIds(parts: SubjectParts, claims: Claims): string | undefined {
  const { repository_owner_id: ownerId, repository_id: repositoryId } = claims;
  return ownerId === undefined || repositoryId === undefined ? undefined : written(parts, ownerId, repositoryId);
}

function written(parts: SubjectParts, ownerId: string | undefined, repositoryId: string | undefined): string {
  const owner = ownerId === undefined ? parts.owner : `${parts.owner}@${ownerId}`;
  const repository = repositoryId === undefined ? parts.repository : `${parts.repository}@${repositoryId}`;
  const context = parts.context === undefined ? '' : `:${parts.context}`;
  return `repo:${owner}/${repository}${context}`;
}

/** A customised subject is `claim:value:claim:value…`; one that starts with no claim of the token is not GitHub's. */
function withoutRepository(sub: string, claims: Claims): SubjectForm {
  const key = CLAIM_KEY.exec(sub)?.[0];
  if (key === undefined || sub[key.length] !== ':') return 'unknown';
  return key in claims.text || key === 'context' ? 'customised' : 'unknown';
}
