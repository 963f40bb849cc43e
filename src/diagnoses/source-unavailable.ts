import { nameOfPlace, subjectPhrase, whereToChange } from '../model/place.ts';
import { isUnanswered, type SourceReason, type SourceUnavailable } from '../model/source-problem.ts';
import type { Explanation } from '../model/report.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { ofSource } from './shared/source-problem.ts';
import { wordsOfReason } from './shared/source-words.ts';
import { quoted } from './shared/wording.ts';

/** A source that was named and gave nothing: why, in AWS's own terms where AWS refused, and what mends that. */
export const sourceUnavailable = entry(
  ofSource(
    'source-unavailable',
    {
      when: 'a web identity file, SSO cache, container or instance endpoint is named but cannot be used',
      exceptions: 'A metadata service can be slow right after boot; run the job again.',
      references: [DOCS.chain, DOCS.roleTroubleshooting],
      describe,
    },
    // Where only a service was silent, nothing is known of the source.
    (problem) => (isUnanswered(problem) ? 'unknown' : 'error'),
  ),
);

function describe(problem: SourceUnavailable): Explanation {
  const { source, namedBy, reason, role } = problem;
  const isOpen = isUnanswered(problem);
  const service = source === 'sso' ? 'the sign-in service' : 'STS';
  const isOfRole = reason.kind === 'refused' || isInstanceTrust(reason);
  return {
    title: `The ${SOURCE_NAME[source]} gave no credentials`,
    explanation: isOpen
      ? `${subjectPhrase(namedBy)} needs ${service}, which gave no answer of its own, so the credentials could not be checked.`
      : `${subjectPhrase(namedBy)} sends AWS tools to a source that cannot be used.`,
    evidence: [...(role === undefined ? [] : [`the role is ${quoted(role)}`]), wordsOfReason(reason)],
    fix: isOpen ? [tryAgain(service)] : fixesFor(problem),
    docs: isOfRole ? DOCS.roleTroubleshooting : DOCS.chain,
  };
}

function isInstanceTrust(reason: SourceReason): boolean {
  return reason.kind === 'instance-code' && reason.code === 'AssumeRoleUnauthorizedAccess';
}

function fixesFor({ source, namedBy, reason }: SourceUnavailable): readonly string[] {
  const at = whereToChange(namedBy);
  const left = `${at}: correct it, or take it out where it is left over from something else.`;
  const remedy = remedyOf(reason, at);
  if (remedy !== undefined) return reason.kind === 'no-role' ? [remedy, left] : [remedy];
  if (reason.kind !== 'refused') return [left, SOURCE_FIX[source]];
  return [(source === 'web-identity' ? TOKEN_REFUSED[reason.code] : undefined) ?? SOURCE_FIX[source], left];
}

/** What mends this reason, where that is more special than what mends the source in general. */
function remedyOf(reason: SourceReason, at: string): string | undefined {
  switch (reason.kind) {
    case 'no-role':
      return `In the step that sets the web identity token file, name the role too: ${quoted(nameOfPlace(reason.setting))}.`;
    case 'two-sources':
      return `${at}: leave one of \`source_profile\` and \`credential_source\` beside it, and take the other out.`;
    case 'no-source':
      return `${at}: add \`source_profile\` (another profile) or \`credential_source\` (\`Environment\`, \`Ec2InstanceMetadata\`, \`EcsContainer\`) beside it.`;
    case 'circle':
      return `${at}: name a profile that has credentials of its own.`;
    case 'mfa':
      return `${at}: use a role without \`mfa_serial\` for jobs, or let the job assume the role by OIDC.`;
    case 'no-sso-session':
    case 'no-sso-settings':
      return `${at}: complete the settings; a profile needs \`sso_account_id\` and \`sso_role_name\`, its session \`sso_start_url\` and \`sso_region\`.`;
    case 'sso-no-role':
      return 'In IAM Identity Center, assign the person that signed in to the account with that permission set, or correct `sso_account_id` and `sso_role_name` in the profile.';
    case 'instance-code':
      return isInstanceTrust(reason)
        ? 'In the trust policy of the instance profile’s role, let `ec2.amazonaws.com` assume the role; it may have been deleted and made anew since.'
        : undefined;
    default:
      return undefined;
  }
}

function tryAgain(service: string): string {
  return `On the runner, check that ${service} can be reached, and run the job again.`;
}

const SOURCE_NAME: Readonly<Record<SourceUnavailable['source'], string>> = {
  'web-identity': 'web identity token',
  sso: 'SSO session',
  container: 'container credentials endpoint',
  instance: 'instance metadata service',
  profile: 'profile’s role',
};

const SOURCE_FIX: Readonly<Record<SourceUnavailable['source'], string>> = {
  'web-identity':
    'In the step that writes the web identity token, check that it runs in this job, before this step, and that the token is fresh.',
  sso: 'On the runner, log in first (`aws sso login`): a job cannot do so by itself.',
  container:
    'On the runner, check that the agent behind the container credentials endpoint runs and that the task or pod has a role.',
  instance:
    'On the runner, check that the instance has an instance profile and that IMDSv2 answers from where the job runs (hop limit 2 in containers).',
  profile:
    'In the role’s trust policy and in the source profile’s permissions, check that the one may assume the other.',
};

const FRESH =
  'In the step that writes the web identity token, ask for the token right before it is needed: GitHub’s live for minutes.';
const PROVIDER =
  'In IAM of the role’s account, check that there is an OIDC provider for the token’s issuer and that it lists the token’s audience.';
const TOKEN_REFUSED: Readonly<Record<string, string>> = {
  ExpiredToken: FRESH,
  ExpiredTokenException: FRESH,
  InvalidIdentityToken: PROVIDER,
  InvalidIdentityTokenException: PROVIDER,
  AccessDenied:
    'In the role’s trust policy, check that it lets this token’s issuer, audience and subject assume the role.',
  ValidationError:
    'In the environment, check that `AWS_ROLE_ARN` is the ARN of the role: `arn:aws:iam::ACCOUNT:role/NAME`.',
};
declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'source-unavailable': true;
  }
}
