import type { Withholding } from '../model/job.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { GRANT, PERMISSIONS } from './shared/wording.ts';
import { quoted } from './shared/wording.ts';

const SKIP = 'In this step, set `on-missing: skip`: such a run then ends green with a notice.';

/** A role is to be assumed by web identity, and the runner offers no OIDC token. */
export const oidcPermissionMissing = entry<{ readonly withholding: Withholding | undefined }>({
  id: 'oidc-permission-missing',
  severity: 'error',
  phases: ['before'],
  when: 'a role is to be assumed by web identity, and the job has no `id-token: write` permission',
  exceptions:
    'Where the role is to be assumed from other credentials, the fault is that those are missing; then this finding names the wrong one of the two.',
  references: [DOCS.oidcGitHub],
  detect({ settings, gathered }) {
    const { credentials, problems, job } = gathered;
    if (settings.roleToAssume === undefined || settings.role.chaining === 'true') return undefined;
    const isAsked = settings.role.chaining === 'false';
    if (!isAsked && (credentials !== undefined || problems.length > 0)) return undefined;
    // No permission helps a fork's pull request: that is secrets-withheld.
    if (job.withholding === 'fork-pull-request') return undefined;
    return job.runsInActions && job.oidc === undefined ? { withholding: job.withholding } : undefined;
  },
  describe({ withholding }, { gathered, settings }) {
    const lacks = gathered.job.oidcLacks.map(quoted);
    const advice = withholding === undefined || settings.onMissing === 'skip' ? [] : [SKIP];
    return {
      title: 'The job may not ask GitHub for an OIDC token',
      explanation:
        'The role cannot be assumed by web identity, because GitHub issues a token only to jobs with the permission `id-token: write`.',
      evidence: [
        lacks.length === 1
          ? `${lacks.join('')} is empty or not set; GitHub sets it together with its companion to jobs that have the permission`
          : `${lacks.join(' and ')} are not set, which GitHub sets with that permission`,
        'no source has other credentials from which the role could be assumed',
        ...(withholding === 'dependabot'
          ? ['Dependabot started the run, whose permissions are read-only unless the workflow asks for more']
          : []),
      ],
      fix: [GRANT[0], ...(lacks.length === 1 ? [HANDED_ON] : []), ...advice, GRANT[1]],
      docs: DOCS.oidcGitHub,
      ...PERMISSIONS,
    };
  },
  subject: () => ({ kind: 'permissions' }),
});

/** Only one of the two is what a container or a wrapper that passes some variables on leaves behind. */
const HANDED_ON =
  'If a container or a wrapper runs the step: it must pass both `ACTIONS_ID_TOKEN_REQUEST_…` variables.';

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'oidc-permission-missing': true;
  }
}
