import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { keyOf, quoted } from './shared/wording.ts';

/** Advice only: a role assumed by OIDC leaves nothing to store. */
export const longTermCredentials = entry<true>({
  id: 'long-term-credentials',
  severity: 'notice',
  phases: ['end'],
  when: 'a long-term key (`AKIA…`) is used in a job',
  exceptions: 'Where OIDC cannot be had, rotate the key; the notice never fails a step.',
  references: [DOCS.oidcGitHub],
  detect: ({ facts, gathered, answer, hasError, found }) =>
    // Of the root user's key there is worse to say.
    gathered.job.runsInActions &&
    !hasError &&
    !found.includes('root-credentials') &&
    answer?.kind === 'accepted' &&
    facts?.accessKeyId.kind === 'long-term'
      ? true
      : undefined,
  describe: (_detail, evidence) => ({
    title: 'The job uses a long-term access key',
    explanation:
      'Such a key works until somebody deletes it, wherever it leaks to; a role assumed by OIDC has nothing to leak.',
    evidence: [
      `${quoted(keyOf(evidence))} begins with \`AKIA\``,
      ...(evidence.settings.expiresAt === undefined
        ? []
        : ['`expires-at` was not used: a long-term key has no expiration']),
    ],
    fix: [insteadOfTheKey(evidence)],
    docs: DOCS.oidcGitHub,
  }),
});

/** A job that has the permission, or the role already, is not told to get it. */
function insteadOfTheKey({ role, gathered }: Evidence): string {
  if (role?.path === 'web-identity' && role.identity !== undefined)
    return 'In the workflow, leave the access key out where the role is enough: this job has just assumed it by OIDC.';
  if (gathered.job.oidc !== undefined)
    return 'In the workflow, let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`: the job may ask for OIDC tokens already.';
  return 'In the workflow, give the job `permissions: id-token: write`, and let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`.';
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'long-term-credentials': true;
  }
}
