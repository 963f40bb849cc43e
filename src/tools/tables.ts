import type { Tool } from '../model/tools.ts';
import type { Rules } from './rules.ts';

const WHOLE_NUMBER = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const NOT_BLANK = /\S/;
const RETRY_MODE = /^(?:legacy|standard|adaptive)$/;

const CLI_RETRY_MODE = /^(?:standard|adaptive)$/;
const CHECKSUM = /^when_(?:supported|required)$/i;
const ACCOUNT_ID_MODE = /^(?:preferred|required|disabled)$/i;
const BOTOCORE_DEFAULTS_MODE = /^(?:legacy|auto|standard|in-region|cross-region|mobile)$/i;
const DEFAULTS_MODE = /^(?:auto|cross-region|in-region|legacy|mobile|standard)$/i;

const PYTHON_CHECKS = {
  variables: {
    AWS_CA_BUNDLE: { pattern: NOT_BLANK, empty: 'stops' },
    AWS_MAX_ATTEMPTS: { pattern: WHOLE_NUMBER, empty: 'stops' },
    AWS_RETRY_MODE: { pattern: RETRY_MODE, empty: 'stops' },
    AWS_METADATA_SERVICE_TIMEOUT: { pattern: WHOLE_NUMBER, empty: 'stops' },
    AWS_METADATA_SERVICE_NUM_ATTEMPTS: { pattern: WHOLE_NUMBER, empty: 'stops' },
    AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: { pattern: /^ipv[46]$/i, empty: 'stops' },
    AWS_REQUEST_CHECKSUM_CALCULATION: { pattern: CHECKSUM, empty: 'stops' },
    AWS_RESPONSE_CHECKSUM_VALIDATION: { pattern: CHECKSUM, empty: 'stops' },
    AWS_ACCOUNT_ID_ENDPOINT_MODE: { pattern: ACCOUNT_ID_MODE, empty: 'stops' },
  },
  settings: {
    ca_bundle: { pattern: NOT_BLANK, empty: 'stops' },
    max_attempts: { pattern: WHOLE_NUMBER, empty: 'stops' },
    retry_mode: { pattern: RETRY_MODE, empty: 'stops' },
    metadata_service_timeout: { pattern: WHOLE_NUMBER, empty: 'stops' },
    metadata_service_num_attempts: { pattern: WHOLE_NUMBER, empty: 'stops' },
    ec2_metadata_service_endpoint_mode: { pattern: /^ipv[46]$/i, empty: 'stops' },
    request_checksum_calculation: { pattern: CHECKSUM, empty: 'stops' },
    response_checksum_validation: { pattern: CHECKSUM, empty: 'stops' },
    account_id_endpoint_mode: { pattern: ACCOUNT_ID_MODE, empty: 'stops' },
  },
} as const satisfies Rules['checks'];

const BOTOCORE = {
  emptyVariable: 'a value',
  missingProfile: 'stops',
  roleNeedsRegion: 'always',
  variantBesideEndpoint: 'goes on',
  caBundle: 'must be there for HTTPS',
  variables: {
    accessKeyId: ['AWS_ACCESS_KEY_ID'],
    secretAccessKey: ['AWS_SECRET_ACCESS_KEY'],
    sessionToken: ['AWS_SECURITY_TOKEN', 'AWS_SESSION_TOKEN'],
    incomplete: 'stops',
    expiration: 'must be in the future',
    skippedWhere: 'never',
  },
  files: {
    grammar: 'python',
    emptyVariable: 'no-file',
    expands: 'variables and home',
    folder: 'absent',
    tokenSettings: ['aws_security_token', 'aws_session_token'],
    emptyKey: 'a key',
  },
  order: [
    'environment',
    'role',
    'web-identity-variables-and-profile',
    'sso',
    'credentials-file-keys',
    'login',
    'process',
    'config-file-keys',
    'container',
    'instance',
  ],
  profile: [],
  goesOnAfter: [],
  role: {
    withoutSource: 'stops',
    twoSources: 'stops',
    sourceKeysFirst: true,
    loop: 'any profile again',
    shortestArn: 20,
    shortestToken: 4,
  },
  process: {
    shell: false,
    byteOrderMark: 'stops',
    expiration: 'date with a zone in the future',
  },
} as const satisfies Partial<Rules>;

/** One entry a tool. What the AWS CLI and boto3 share is botocore's. */
export const RULES: Readonly<Record<Tool, Rules>> = {
  'aws-cli': {
    ...BOTOCORE,
    tool: 'aws-cli',
    docs: [
      'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-authentication.html',
      'aws-cli v2: awscli/botocore/credentials.py, configprovider.py, configloader.py, session.py',
    ],
    profileVariables: ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
    regionVariables: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    checks: {
      variables: { ...PYTHON_CHECKS.variables, AWS_RETRY_MODE: { pattern: CLI_RETRY_MODE, empty: 'stops' } },
      settings: {
        ...PYTHON_CHECKS.settings,
        retry_mode: { pattern: CLI_RETRY_MODE, empty: 'stops' },
        cli_timestamp_format: { pattern: /^(?:wire|iso8601)$/, empty: 'stops' },
      },
    },
  },
  boto3: {
    ...BOTOCORE,
    tool: 'boto3',
    docs: [
      'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html',
      'botocore: credentials.py, configprovider.py, configloader.py, session.py',
    ],
    profileVariables: ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'],
    regionVariables: ['AWS_DEFAULT_REGION'],
    checks: {
      variables: {
        ...PYTHON_CHECKS.variables,
        AWS_STS_REGIONAL_ENDPOINTS: { pattern: /^(?:legacy|regional)$/i, empty: 'passes' },
        AWS_DEFAULTS_MODE: { pattern: BOTOCORE_DEFAULTS_MODE, empty: 'stops' },
      },
      settings: {
        ...PYTHON_CHECKS.settings,
        sts_regional_endpoints: { pattern: /^(?:legacy|regional)$/i, empty: 'passes' },
        defaults_mode: { pattern: BOTOCORE_DEFAULTS_MODE, empty: 'stops' },
      },
    },
  },
  javascript: {
    tool: 'javascript',
    docs: [
      'https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html',
      '@aws-sdk/credential-provider-node, -ini, -env, -process; @smithy/core/config',
    ],
    emptyVariable: 'none',
    profileVariables: ['AWS_PROFILE'],
    missingProfile: 'goes on',
    regionVariables: ['AWS_REGION'],
    roleNeedsRegion: 'where AWS_REGION is empty',
    variantBesideEndpoint: 'stops',
    caBundle: 'is not read',
    variables: {
      accessKeyId: ['AWS_ACCESS_KEY_ID'],
      secretAccessKey: ['AWS_SECRET_ACCESS_KEY'],
      sessionToken: ['AWS_SESSION_TOKEN'],
      incomplete: 'goes on',
      expiration: 'not believed',
      skippedWhere: 'AWS_PROFILE is set',
    },
    files: {
      grammar: 'javascript',
      emptyVariable: 'default-file',
      expands: 'home',
      folder: 'absent',
      tokenSettings: ['aws_session_token'],
      emptyKey: 'none',
    },
    order: ['environment', 'profile', 'process', 'web-identity-variables', 'container', 'instance'],
    profile: ['role', 'keys', 'web-identity', 'process', 'sso', 'login'],
    goesOnAfter: ['process', 'nothing-in-profile'],
    role: {
      withoutSource: 'is no role',
      twoSources: 'is no role',
      sourceKeysFirst: true,
      loop: 'a profile again that has no keys',
      shortestArn: 0,
      shortestToken: 0,
    },
    process: { shell: true, byteOrderMark: 'is taken off', expiration: 'in the future where it is a date' },
    checks: {
      variables: { AWS_DEFAULTS_MODE: { pattern: DEFAULTS_MODE, empty: 'stops' } },
      settings: { defaults_mode: { pattern: DEFAULTS_MODE, empty: 'passes' } },
    },
  },
  go: {
    tool: 'go',
    docs: [
      'https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/configure-gosdk.html',
      'aws-sdk-go-v2: config/env_config.go, shared_config.go, resolve_credentials.go, internal/ini',
    ],
    emptyVariable: 'none',
    profileVariables: ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
    missingProfile: 'stops where AWS_PROFILE names it',
    regionVariables: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    roleNeedsRegion: 'unless the endpoint is told',
    variantBesideEndpoint: 'stops',
    caBundle: 'must be there',
    variables: {
      accessKeyId: ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY'],
      secretAccessKey: ['AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_KEY'],
      sessionToken: ['AWS_SESSION_TOKEN'],
      incomplete: 'goes on',
      expiration: 'not believed',
      skippedWhere: 'never',
    },
    files: {
      grammar: 'go',
      emptyVariable: 'default-file',
      expands: 'nothing',
      folder: 'stops',
      tokenSettings: ['aws_session_token'],
      emptyKey: 'none',
    },
    order: ['environment', 'web-identity-variables', 'profile'],
    profile: ['keys', 'credential-source', 'web-identity', 'sso', 'login', 'process', 'container', 'instance'],
    goesOnAfter: [],
    role: {
      withoutSource: 'is assumed from what the profile has',
      twoSources: 'stops',
      sourceKeysFirst: true,
      loop: 'a profile again that has no keys',
      shortestArn: 0,
      shortestToken: 0,
    },
    process: { shell: true, byteOrderMark: 'stops', expiration: 'RFC 3339, past or future' },
    checks: {
      variables: {
        AWS_MAX_ATTEMPTS: { pattern: /^[+-]?\d+$/, empty: 'passes' },
        AWS_RETRY_MODE: { pattern: /^(?:standard|adaptive)$/, empty: 'passes' },
        AWS_USE_FIPS_ENDPOINT: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_USE_DUALSTACK_ENDPOINT: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_DEFAULTS_MODE: { pattern: DEFAULTS_MODE, empty: 'passes' },
        AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: { pattern: /^ipv[46]$/i, empty: 'passes' },
        AWS_EC2_METADATA_V1_DISABLED: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_S3_USE_ARN_REGION: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_DISABLE_REQUEST_COMPRESSION: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_ENABLE_ENDPOINT_DISCOVERY: { pattern: /^(?:true|false|auto)$/i, empty: 'passes' },
        AWS_ACCOUNT_ID_ENDPOINT_MODE: { pattern: /^(?:preferred|required|disabled)$/, empty: 'passes' },
        AWS_REQUEST_CHECKSUM_CALCULATION: { pattern: /^when_(?:supported|required)$/i, empty: 'passes' },
        AWS_RESPONSE_CHECKSUM_VALIDATION: { pattern: /^when_(?:supported|required)$/i, empty: 'passes' },
      },
      settings: {
        max_attempts: { pattern: /^[+-]?(?:0[xX][\da-fA-F]+|\d+)$/, empty: 'stops' },
        retry_mode: { pattern: /^(?:standard|adaptive)$/, empty: 'stops' },
        defaults_mode: { pattern: DEFAULTS_MODE, empty: 'stops' },
        ec2_metadata_service_endpoint_mode: { pattern: /^(?:|ipv[46])$/i, empty: 'passes' },
        account_id_endpoint_mode: { pattern: /^(?:preferred|required|disabled)$/, empty: 'stops' },
        request_checksum_calculation: { pattern: /^when_(?:supported|required)$/i, empty: 'stops' },
        response_checksum_validation: { pattern: /^when_(?:supported|required)$/i, empty: 'stops' },
        disable_request_compression: { pattern: /^(?:true|false)$/, empty: 'stops' },
      },
    },
  },
};
