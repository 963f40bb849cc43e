import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { quoted } from './shared/wording.ts';

/** No source has any, and GitHub withholds secrets from this event by design. */
export const secretsWithheld = entry<'fork-pull-request' | 'dependabot'>({
  id: 'secrets-withheld',
  severity: 'error',
  phases: ['before'],
  when: 'there are no credentials, and the event is a fork’s pull request or Dependabot’s, which get no secrets',
  exceptions: 'The step is right to stop a deployment, but a check on pull requests can set `on-missing: skip`.',
  references: [DOCS.withheldSecrets],
  detect({ gathered, settings }) {
    if (gathered.credentials !== undefined || gathered.problems.length > 0) return undefined;
    // A run that may ask for a token needs no secrets to assume the role.
    const needsNone =
      settings.roleToAssume !== undefined && settings.role.chaining !== 'true' && gathered.job.oidc !== undefined;
    return needsNone ? undefined : gathered.job.withholding;
  },
  describe(withholding, { gathered, settings }) {
    const event = gathered.job.eventName ?? 'this event';
    const evidence = [
      `the event is ${quoted(event)}${gathered.job.actor === undefined ? '' : `, started by ${quoted(gathered.job.actor)}`}`,
      'no access key is set anywhere',
    ];
    const skip = settings.onMissing === 'skip' ? [] : [SKIP];
    if (withholding === 'dependabot') {
      return {
        title: 'GitHub gives Dependabot’s runs none of the Actions secrets',
        explanation:
          'The AWS keys are empty, because a run that Dependabot started reads Dependabot’s own secret store only.',
        evidence,
        fix: [
          'In Settings → Secrets and variables → Dependabot, add the same secrets.',
          ...skip.map((text) => `If these runs do not need AWS: ${text.charAt(0).toLowerCase()}${text.slice(1)}`),
        ],
        docs: DOCS.withheldSecrets,
      };
    }
    const lacking =
      settings.roleToAssume === undefined ? 'The AWS keys are empty' : 'There is nothing to assume the role with';
    return {
      title:
        settings.roleToAssume === undefined
          ? 'GitHub gives a pull request from a fork none of the secrets'
          : 'GitHub gives a pull request from a fork no secrets and no OIDC token',
      explanation: `${lacking}, because GitHub gives a fork’s pull request no secrets and no \`id-token: write\`.`,
      evidence: ['the pull request comes from another repository than the one it is for', ...evidence],
      fix: [...skip, FOR_PUSHES],
      docs: DOCS.withheldSecrets,
    };
  },
});

const SKIP = 'In this step, set `on-missing: skip`, so that such a run ends green with a notice.';
const FOR_PUSHES = 'If the job has no use without AWS: give it `if: github.event.pull_request.head.repo.fork != true`.';

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'secrets-withheld': true;
  }
}
