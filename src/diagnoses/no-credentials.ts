import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import type { Gathered } from '../model/gathered.ts';
import { titled } from './shared/source-place.ts';
import { quoted } from './shared/wording.ts';

/** No source has any value. */
export const noCredentials = entry<true>({
  id: 'no-credentials',
  severity: 'error',
  phases: ['before'],
  when: 'no source has any credentials',
  exceptions:
    'None. Steps that are meant to run without credentials on pull requests from forks can set `on-missing: skip`.',
  detect({ gathered, settings }) {
    if (gathered.credentials !== undefined || gathered.problems.length > 0) return undefined;
    // A token may give the role without any credentials; in a job that may have none, that is the fault to name.
    const { oidc, runsInActions } = gathered.job;
    if (settings.roleToAssume !== undefined && (oidc !== undefined || runsInActions)) return undefined;
    return gathered.job.withholding === undefined ? true : undefined;
  },
  describe(_detail, { gathered, settings }) {
    const rows = placesOf(gathered);
    const { profile } = settings;
    return {
      title:
        profile === undefined
          ? 'The job has no AWS credentials'
          : titled('The profile ', profile, ' has no credentials'),
      explanation:
        profile === undefined
          ? 'Every AWS call of this job would fail, because none of the places that AWS tools search holds an access key.'
          : 'Every AWS call with this profile would fail, because it has neither keys nor a role, and the input `aws-profile` has this check look nowhere else.',
      evidence: rows.map(([place, result]) => `${place}: ${result}`),
      fix: [...(profile === undefined ? [] : [fixOfProfile(profile)]), ...fixesFor(gathered)],
      docs: gathered.job.runsInActions ? DOCS.secrets : DOCS.chain,
      table: { head: ['Where AWS tools look', 'What is there'], rows },
    };
  },
  subject: (_detail, { settings }) =>
    settings.profile === undefined ? { kind: 'step' } : { kind: 'input', name: 'aws-profile' },
});

/** Every place and what is there; the permission is one more way to come by credentials. */
function placesOf({ looked, job, profileNamedBy }: Gathered): readonly (readonly [string, string])[] {
  const permission = job.oidc === undefined ? 'not given to this job' : 'given, and no role is named';
  return [
    ...looked.map(({ place, result }) => [place, result] as const),
    ...(job.runsInActions && profileNamedBy !== 'the input aws-profile'
      ? [['id-token permission', permission] as const]
      : []),
  ];
}

function fixOfProfile(profile: string): string {
  return `In the step that writes the shared files, give the profile ${quoted(profile)} keys or a role, or leave this step’s \`aws-profile\` out.`;
}

function fixesFor({ job }: Gathered): readonly string[] {
  return job.runsInActions
    ? [
        'In the workflow, before this step, run `aws-actions/configure-aws-credentials`, or give this step the keys as `env:` or `with:`.',
        'In the secret store (Settings → Secrets and variables → Actions), check that the secrets exist under the very names that the workflow uses: a name that does not exist gives an empty text, and no error.',
        'In the job, set `environment:` where the secrets belong to an environment; in the caller of a reusable workflow, add `secrets: inherit` or hand each secret on.',
      ]
    : [
        'In the environment, set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or name a profile with `AWS_PROFILE`.',
      ];
}

/** No source has any, and GitHub withholds secrets from this event by design. */
export const secretsWithheld = entry<'fork-pull-request' | 'dependabot'>({
  id: 'secrets-withheld',
  severity: 'error',
  phases: ['before'],
  when: 'there are no credentials, and the event is a fork’s pull request or Dependabot’s, which get no secrets',
  exceptions: 'The step is right to stop a deployment, but a check on pull requests can set `on-missing: skip`.',
  detect({ gathered, settings }) {
    if (gathered.credentials !== undefined || gathered.problems.length > 0) return undefined;
    // A run that may ask for a token needs no secrets to assume the role.
    const needsNone = settings.roleToAssume !== undefined && gathered.job.oidc !== undefined;
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
          'In Settings → Secrets and variables → Dependabot, add the same secrets, if these runs are to reach AWS.',
          ...skip,
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
      explanation: `${lacking}, because a run for a fork’s pull request gets no secrets and no \`id-token: write\`, whatever the workflow says, so that a stranger’s code cannot use them.`,
      evidence: ['the pull request comes from another repository than the one it is for', ...evidence],
      fix: [...skip, FOR_PUSHES],
      docs: DOCS.withheldSecrets,
    };
  },
});

const SKIP = 'In this step, set `on-missing: skip`, so that such a run ends green with a notice.';
const FOR_PUSHES =
  "In the workflow, keep the jobs that need AWS for pushes: `if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.fork == false`.";
