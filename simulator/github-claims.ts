import { randomUUID } from 'node:crypto';
import type { Claims } from './jwt.ts';

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** The job that asks for a token, in the terms of the claims. */
export interface Job {
  readonly owner: string;
  readonly ownerId: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly event: string;
  readonly ref: string;
  readonly environment: string | undefined;
  /** `immutable`: the form of repositories created, renamed or transferred since 2026-07-15. */
  readonly subject: 'classic' | 'immutable';
}

export const DEFAULT_JOB: Job = {
  owner: 'octo-org',
  ownerId: '65036',
  repository: 'octo-repo',
  repositoryId: '74481',
  event: 'push',
  ref: 'refs/heads/main',
  environment: undefined,
  subject: 'classic',
};

/**
 * `sub` as GitHub composes it: an environment comes before a pull request, and that before the ref
 * (https://docs.github.com/en/actions/reference/security/oidc).
 */
export function subjectOf(job: Job): string {
  const immutable = job.subject === 'immutable';
  const owner = immutable ? `${job.owner}@${job.ownerId}` : job.owner;
  const repository = immutable ? `${job.repository}@${job.repositoryId}` : job.repository;
  return `repo:${owner}/${repository}:${contextOf(job)}`;
}

function contextOf(job: Job): string {
  if (job.environment !== undefined) return `environment:${job.environment.replace(/:/g, '%3A')}`;
  return job.event === 'pull_request' ? 'pull_request' : `ref:${job.ref}`;
}

/** Every claim of a GitHub token; ten minutes back and five ahead, as in GitHub's own example. */
export function githubClaims(job: Job, audience: string, issuer: string, now: Date): Claims {
  const iat = Math.floor(now.getTime() / 1000);
  const fullName = `${job.owner}/${job.repository}`;
  const workflowRef = `${fullName}/.github/workflows/deploy.yml@${job.ref}`;
  const sha = '2f4c3a9d1b7e6058a4c2f1e0d9b8a7c6e5f40312';
  return {
    jti: randomUUID(),
    sub: subjectOf(job),
    aud: audience,
    iss: issuer,
    nbf: iat - 600,
    iat,
    exp: iat + 300,
    ref: job.ref,
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'true',
    sha,
    repository: fullName,
    repository_id: job.repositoryId,
    repository_owner: job.owner,
    repository_owner_id: job.ownerId,
    repository_visibility: 'private',
    run_id: '1658821493',
    run_number: '10',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor: 'octocat',
    actor_id: '583231',
    event_name: job.event,
    base_ref: job.event === 'pull_request' ? 'main' : '',
    head_ref: job.event === 'pull_request' ? 'change' : '',
    workflow: 'Deploy',
    workflow_ref: workflowRef,
    workflow_sha: sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: sha,
    check_run_id: '31415926535',
    ...(job.environment === undefined ? {} : { environment: job.environment }),
  };
}
