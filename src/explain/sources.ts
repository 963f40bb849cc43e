import { byText, type Candidate, type Sign } from './sign.ts';

const PERMISSION: Candidate = {
  id: 'oidc-permission-missing',
  why: 'the job has no `permissions: id-token: write`, so GitHub gives it no token',
};
const NONE: Candidate = { id: 'no-credentials', why: 'no source that the tool looks into holds any credentials' };
const WITHHELD: Candidate = {
  id: 'secrets-withheld',
  why: 'the secrets are empty: GitHub passes none to pull requests from forks, to Dependabot, or to a called workflow without `secrets: inherit`',
};
const PROFILE: Candidate = {
  id: 'profile-not-found',
  why: 'the profile that is named is in neither of the shared files',
};

function one(id: Candidate['id'], why: string): Sign['candidates'] {
  return () => [{ id, why }];
}

/** What tools say of credentials that they could not find, read or send. */
export const SOURCES: readonly Sign[] = [
  {
    rank: 'cause',
    ...byText([
      'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL',
      'Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'Did you mean to set the `id-token` permission',
      'Did you remember to add id-token: write',
    ]),
    candidates: () => [PERMISSION],
  },
  {
    rank: 'cause',
    ...byText(['Failed to get ID Token', 'Error message: Failed to get ID Token']),
    candidates: one('oidc-token-unavailable', 'GitHub did not issue the token that the job asked for'),
  },
  {
    rank: 'cause',
    form: /(?:config\s+)?profile\s+(?:\([^()\n]{1,80}\)|"[^"\n]{1,80}"|'[^'\n]{1,80}'|\S{1,80})\s+(?:could\s+not\s+be\s+found|was\s+not\s+found|not\s+found)|failed\s+to\s+get\s+shared\s+config\s+profile|SharedConfigProfileNotExist|ProfileNotFound\b/i,
    matched: 'The config profile could not be found',
    candidates: () => [PROFILE],
  },
  {
    rank: 'cause',
    ...byText([
      'Unable to parse config file',
      'ConfigParseError',
      'SharedConfigLoadError',
      'failed to load shared config',
    ]),
    candidates: one('credentials-file-invalid', 'the shared config or credentials file cannot be parsed'),
  },
  {
    rank: 'cause',
    ...byText(['Partial credentials found in']),
    candidates: one('incomplete-credentials', 'one of the two key values is set, the other is not'),
  },
  {
    rank: 'cause',
    ...byText([
      'Error when retrieving credentials from custom-process',
      'ProcessProviderExecutionError',
      'ProcessProviderParseError',
      'error in credential_process',
    ]),
    candidates: one('credential-process-failed', 'the program of `credential_process` failed, or gave no valid answer'),
  },
  {
    rank: 'cause',
    ...byText([
      'Error loading SSO Token',
      'SSO session associated with this profile has expired',
      'SSO session associated with this profile is invalid',
      'Token has expired and refresh failed',
      'SSOProviderInvalidToken',
    ]),
    candidates: one('source-unavailable', 'the cached token of IAM Identity Center is missing or has expired'),
  },
  {
    rank: 'cause',
    ...byText([
      'Error when retrieving credentials from iam-role',
      'Error when retrieving credentials from container-role',
      'The container metadata service cannot be used',
      'EC2MetadataError',
      'Could not load credentials from ECS container metadata',
    ]),
    candidates: one('source-unavailable', 'the container or instance endpoint gave no credentials'),
  },
  {
    rank: 'cause',
    ...byText(['WebIdentityErr', 'unable to read file at']),
    candidates: one('source-unavailable', 'the web identity token file cannot be read'),
  },
  {
    rank: 'cause',
    ...byText([
      'Invalid character in header content ["authorization"]',
      'Invalid character in header content ["x-amz-security-token"]',
      'invalid header field value for "Authorization"',
      'invalid header field value for "X-Amz-Security-Token"',
      "Invalid header value b'AWS4-HMAC-SHA256",
    ]),
    candidates: one(
      'stray-characters',
      'a line end or another control character stands in the key ID or the session token',
    ),
  },
  {
    rank: 'cause',
    form: /invalid header field value (?:"AWS[^"\n]{0,200}" )?for key (?:Authorization|"Authorization")/i,
    matched: 'invalid header field value for key Authorization',
    candidates: one(
      'stray-characters',
      'a line end or another control character stands in the key ID or the session token',
    ),
  },
  {
    rank: 'cause',
    ...byText(['Credentials loaded by the SDK do not match the expected access key ID configured by the action']),
    candidates: one('ambiguous-sources', 'another source of credentials comes before the one that the step was given'),
  },
  {
    rank: 'cause',
    form: /timestamps differ by \d{1,9} seconds/i,
    matched: 'timestamps differ: check your system clock',
    candidates: one('clock-skew', 'the clock of the machine is off'),
  },
  {
    rank: 'cause',
    ...byText([
      'Input required and not supplied: aws-region',
      'You must specify a region',
      'Missing region in config',
      'Region is missing',
      'NoRegionError',
      'MissingRegion: could not find region configuration',
      'an AWS region is required, but was not found',
      'Unable to find a region via the region provider chain',
      'https://sts..amazonaws.com',
    ]),
    candidates: () => [
      { id: 'region-missing', why: 'no region is set: neither an input, `AWS_REGION`, nor the profile has one' },
      WITHHELD,
    ],
  },
  {
    rank: 'cause',
    form: /Region is not valid:|invalid AWS Region:|Provided region_name '[^'\n]{0,60}' doesn't match/i,
    matched: 'Region is not valid',
    candidates: one('region-invalid', 'what was given as the region is none'),
  },
  {
    rank: 'cause',
    ...byText([
      'AWS account ID not allowed',
      'AWS Account ID not allowed',
      'does not match any of the expected account IDs',
      'account ID of the provided credentials',
    ]),
    candidates: one('account-not-allowed', 'the credentials are accepted, and belong to another account than allowed'),
  },
  {
    rank: 'cause',
    form: /Secret \S{1,80} is required, but not provided while calling/i,
    matched: 'Secret is required, but not provided while calling',
    candidates: () => [WITHHELD],
  },
  {
    rank: 'umbrella',
    ...byText([
      'Could not load credentials from any providers',
      'Credentials could not be loaded',
      'Unable to locate credentials',
      'NoCredentialsError',
      'NoCredentialProviders',
      'no valid providers in chain',
      'Missing credentials in config',
      'Unable to load AWS credentials from any provider in the chain',
      'Unable to load credentials from any of the providers in the chain',
      'No valid credential sources found',
      'no EC2 IMDS role found',
      'no credentials have been configured',
      'static credentials are empty',
      'EmptyStaticCreds',
      'EnvAccessKeyNotFound',
      'no providers in chain provided credentials',
      'failed to refresh cached credentials',
    ]),
    candidates: () => [
      NONE,
      PERMISSION,
      WITHHELD,
      PROFILE,
      { id: 'source-unavailable', why: 'a source is configured, and gave nothing when it was asked' },
    ],
  },
];
