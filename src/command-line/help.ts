import type { InputName } from '../inputs/names.ts';

type Option = Exclude<
  InputName,
  'aws-access-key-id' | 'aws-secret-access-key' | 'aws-session-token' | 'github-token' | 'explain'
>;

/** What each option takes, and what it does. */
const OPTIONS: Readonly<Record<Option, readonly [value: string, meaning: string]>> = {
  'aws-profile': ['NAME', 'check this profile; AWS_PROFILE otherwise'],
  'aws-region': ['REGION', 'ask STS in this region; AWS_REGION otherwise'],
  'allowed-account-ids': ['IDS', 'account IDs of 12 digits, with commas in between'],
  'expected-arn': ['PATTERN', 'who the credentials must be; * and ? match anything'],
  'min-remaining': ['DURATION', 'how long the session must still last: 45m, 1h30m, PT45M'],
  'expires-at': ['TIME', 'when the session ends, in RFC 3339'],
  'max-clock-skew': ['DURATION', 'how far the clock may be off (5m)'],
  'role-to-assume': ['ARN', 'prove that this role can be assumed, too'],
  'role-chaining': ['HOW', 'auto, true (from the checked credentials), false (by OIDC)'],
  'role-external-id': ['TEXT', 'external ID to send with AssumeRole'],
  'role-session-name': ['NAME', 'name of the session (GitHubActions)'],
  'role-duration-seconds': ['SECONDS', 'duration of the session, 900 to 43200 (3600)'],
  'role-skip-session-tagging': ['BOOLEAN', 'send no session tags (false)'],
  'inline-session-policy': ['JSON', 'session policy to send'],
  'managed-session-policies': ['ARNS', 'managed session policies to send'],
  tools: ['NAMES', 'of aws-cli, boto3, javascript, go: those that must work (warnings on all)'],
  targets: ['LINES', 'what the job will touch: ARNs, s3://bucket, ECR images'],
  'required-actions': ['LINES', 'actions the job must be allowed, or @FILE with them'],
  audience: ['TEXT', 'audience of the OIDC token (sts.amazonaws.com)'],
  'trust-policy': ['FILE', "the role's trust policy, to name the condition that fails"],
  'sts-endpoint': ['URL', 'ask another STS endpoint'],
  confirm: ['BOOLEAN', 'prove each cause by asking again with it repaired (true)'],
  'on-missing': ['ACTION', 'fail or skip where GitHub withholds secrets (fail)'],
  'fail-on': ['SEVERITY', 'error, warning or never: what ends with a failure (error)'],
  'on-unknown': ['ACTION', 'fail or warn where nobody could tell (fail)'],
  timeout: ['DURATION', 'deadline of the whole run (30s)'],
  summary: ['WHEN', 'of jobs only: always, problems or never (problems)'],
  'mask-aws-account-id': ['BOOLEAN', 'mask account IDs in what is printed (false)'],
};

/** What --help prints. */
export function helpText(): string {
  const rows = Object.entries(OPTIONS).map(([name, [value, meaning]]) => [`--${name} ${value}`, meaning] as const);
  const width = Math.max(...rows.map(([option]) => option.length));
  return `Usage: aws-credentials-preflight [check] [options]
       aws-credentials-preflight explain [--json] [FILE]

check asks AWS STS whether the credentials of this environment are accepted, and explains what is wrong where they are
not. explain reads an error that any AWS tool printed, from FILE or standard input, and names its likely causes; it
asks nobody.

Options of check, as the action's inputs of the same name:
${rows.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`).join('\n')}

  --stdin      read credentials from standard input, as JSON of the form that
               "aws configure export-credentials" prints
  --json       print the report, or the causes, as JSON
  --help       print this text
  --version    print the version

Options never carry secrets: keys come from the environment, a profile or standard input.

Exit status: 0 accepted or skipped, 1 not fit for use, 2 wrong usage, 3 could not be checked.
Of explain: 0 where it recognised something, 3 where not.
`;
}
