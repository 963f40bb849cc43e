import type { Withholding } from '../gather/job.ts';
import { DOCS } from './docs.ts';
import { entry } from './diagnosis.ts';

const SKIP = 'In this step, set `on-missing: skip`, so that such a run ends green with a notice.';
const GRANT = [
  'In the job, add `permissions:` with `id-token: write` and `contents: read`: a job’s block replaces the defaults, so all that the job needs must be in it.',
  'In the caller of a reusable workflow, grant the same permission on the calling job.',
];
const PERMISSIONS = {
  snippet: { language: 'yaml', text: 'permissions:\n  id-token: write\n  contents: read\n' },
  change: { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } },
} as const;

/** A role is to be assumed by web identity, and the runner offers no OIDC token. */
export const oidcPermissionMissing = entry<{ readonly withholding: Withholding | undefined }>({
  id: 'oidc-permission-missing',
  severity: 'error',
  phases: ['before'],
  when: 'a role is to be assumed by web identity, and the job has no `id-token: write` permission',
  exceptions:
    'Where the role is to be assumed from other credentials, the fault is that those are missing; then this finding names the wrong one of the two.',
  detect({ settings, gathered }) {
    const { credentials, problems, job } = gathered;
    if (settings.roleToAssume === undefined || credentials !== undefined || problems.length > 0) return undefined;
    return job.runsInActions && job.oidc === undefined ? { withholding: job.withholding } : undefined;
  },
  describe({ withholding }) {
    const fork = withholding === 'fork-pull-request';
    return {
      title: fork
        ? 'A pull request from a fork may not ask GitHub for an OIDC token'
        : 'The job may not ask GitHub for an OIDC token',
      explanation: fork
        ? 'The role cannot be assumed by web identity, because GitHub gives `id-token: write` to no run for a fork’s pull request, whatever the workflow says.'
        : 'The role cannot be assumed by web identity, because GitHub issues a token only to jobs with the permission `id-token: write`.',
      evidence: [
        '`ACTIONS_ID_TOKEN_REQUEST_URL` and `ACTIONS_ID_TOKEN_REQUEST_TOKEN` are not set, which GitHub sets with that permission',
        'no source has other credentials from which the role could be assumed',
        ...(withholding === 'dependabot'
          ? ['Dependabot started the run, whose permissions are read-only unless the workflow asks for more']
          : []),
      ],
      fix: fork ? [SKIP] : withholding === undefined ? GRANT : [...GRANT, SKIP],
      docs: DOCS.oidcGitHub,
      ...(fork ? {} : PERMISSIONS),
    };
  },
  subject: ({ withholding }) => (withholding === 'fork-pull-request' ? { kind: 'step' } : { kind: 'permissions' }),
});
