import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import type { Gathered } from '../model/gathered.ts';
import { wordsOfLook } from './shared/source-words.ts';
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
  references: [DOCS.secrets, DOCS.chain],
  detect({ gathered, settings }) {
    if (gathered.credentials !== undefined || gathered.problems.length > 0) return undefined;
    // A token may give the role without any credentials; in a job that may have none, that is the fault to name.
    const { oidc, runsInActions } = gathered.job;
    const mayBeByToken = settings.roleToAssume !== undefined && settings.role.chaining !== 'true';
    if (mayBeByToken && (oidc !== undefined || runsInActions)) return undefined;
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
          ? 'Every AWS call of this job would fail.'
          : 'Every AWS call with this profile would fail, because it has neither keys nor a role, and the input `aws-profile` has this check look nowhere else.',
      evidence: rows.map(([place, result]) => `${place}: ${result}`),
      fix:
        profile === undefined
          ? fixesFor(gathered)
          : [fixOfProfile(profile), 'If that profile is not meant: leave `aws-profile` out.'],
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
    ...looked.map((look) => [look.place, wordsOfLook(look)] as const),
    ...(job.runsInActions && profileNamedBy?.kind !== 'input' ? [['id-token permission', permission] as const] : []),
  ];
}

function fixOfProfile(profile: string): string {
  return `In the step that writes the shared files, give the profile ${quoted(profile)} keys or a role.`;
}

function fixesFor({ job }: Gathered): readonly string[] {
  return job.runsInActions
    ? [
        'In the job, run `aws-actions/configure-aws-credentials` before this step, or map the keys: `AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}` and its secret.',
        'If the workflow maps them already: that secret does not reach this run. Check its name, the job’s `environment:`, and `secrets: inherit` in a caller.',
      ]
    : [
        'In the environment, set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or name a profile with `AWS_PROFILE`.',
      ];
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'no-credentials': true;
  }
}
