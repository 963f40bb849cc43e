import type { Tool } from './model.ts';

/** A place where a tool looks for credentials. */
export type Source =
  /** The key variables. */
  | 'environment'
  /** AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN. */
  | 'web-identity-variables'
  /** Those two, each completed by the profile's setting of the same name. */
  | 'web-identity-variables-and-profile'
  /** The profile, in the order that `profile` gives. */
  | 'profile'
  | 'role'
  | 'keys'
  | 'credentials-file-keys'
  | 'config-file-keys'
  | 'web-identity'
  | 'sso'
  | 'login'
  | 'process'
  | 'credential-source'
  | 'container'
  | 'instance';

/** What one tool does, as far as credentials go. Each statement is held against the real tool by `npm run test:tools`. */
export interface Rules {
  readonly tool: Tool;
  /** Where this can be read in the tool's own documentation and source. */
  readonly docs: readonly string[];
  /** Python takes an empty variable for a value; the others for none. */
  readonly emptyVariable: 'a value' | 'none';
  /** Variables that name the profile, first one first. */
  readonly profileVariables: readonly string[];
  /** What a named profile that is in neither file does. */
  readonly missingProfile: 'stops' | 'stops where AWS_PROFILE names it' | 'goes on';
  readonly regionVariables: readonly string[];
  /** Whether AssumeRole needs a region of the job's own. */
  readonly roleNeedsRegion: boolean;
  readonly variables: {
    readonly accessKeyId: readonly string[];
    readonly secretAccessKey: readonly string[];
    readonly sessionToken: readonly string[];
    /** What a key ID without a secret does. */
    readonly incomplete: 'stops' | 'goes on';
    /** Whether AWS_CREDENTIAL_EXPIRATION is believed. */
    readonly expiration: 'must be in the future' | 'not believed';
    /** What passes the key variables over. */
    readonly skippedWhere: 'AWS_PROFILE is set' | 'never';
  };
  readonly files: {
    readonly grammar: 'python' | 'javascript' | 'go';
    readonly emptyVariable: 'no-file' | 'default-file';
    readonly expands: 'variables and home' | 'home' | 'nothing';
    readonly folder: 'absent' | 'stops';
    /** Settings of a profile's token, first one first. */
    readonly tokenSettings: readonly string[];
    /** Whether a setting without a value is one. */
    readonly emptyKey: 'a key' | 'none';
  };
  /** The order of the search; the first that has credentials, or that stops the tool, ends it. */
  readonly order: readonly Source[];
  /** The order within the profile, where `order` says `profile`. */
  readonly profile: readonly Source[];
  /** A source that fails in this way lets the tool go on to the next. */
  readonly goesOnAfter: readonly ('process' | 'role' | 'web-identity' | 'nothing-in-profile' | 'endpoint')[];
  readonly role: {
    /** `role_arn` with neither source_profile nor credential_source. */
    readonly withoutSource: 'stops' | 'is no role' | 'is assumed from what the profile has';
    readonly twoSources: 'stops' | 'is no role';
    /** A source profile's own keys go before its role. */
    readonly sourceKeysFirst: boolean;
    readonly loop: 'any profile again' | 'a profile again that has no keys';
    readonly shortestArn: number;
  };
  readonly process: {
    readonly shell: boolean;
    readonly byteOrderMark: 'stops' | 'is taken off';
    readonly expiration: 'date with a zone in the future' | 'in the future where it is a date' | 'RFC 3339, past or future';
  };
  /** Variables and settings that must be of a form, or the tool does not start. */
  readonly checks: {
    readonly variables: Readonly<Record<string, Form>>;
    readonly settings: Readonly<Record<string, Form>>;
  };
}

/** What a value must be. `empty` says whether an empty one is let pass. */
export interface Form {
  readonly pattern: RegExp;
  readonly empty: 'passes' | 'stops';
}

const WHOLE_NUMBER = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const NOT_BLANK = /\S/;
const RETRY_MODE = /^(?:legacy|standard|adaptive)$/;

const PYTHON_CHECKS = {
  variables: {
    AWS_CA_BUNDLE: { pattern: NOT_BLANK, empty: 'stops' },
    AWS_MAX_ATTEMPTS: { pattern: WHOLE_NUMBER, empty: 'stops' },
    AWS_RETRY_MODE: { pattern: RETRY_MODE, empty: 'stops' },
    AWS_METADATA_SERVICE_TIMEOUT: { pattern: WHOLE_NUMBER, empty: 'stops' },
    AWS_METADATA_SERVICE_NUM_ATTEMPTS: { pattern: WHOLE_NUMBER, empty: 'stops' },
  },
  settings: {
    ca_bundle: { pattern: NOT_BLANK, empty: 'stops' },
    max_attempts: { pattern: WHOLE_NUMBER, empty: 'stops' },
    retry_mode: { pattern: RETRY_MODE, empty: 'stops' },
    metadata_service_timeout: { pattern: WHOLE_NUMBER, empty: 'stops' },
    metadata_service_num_attempts: { pattern: WHOLE_NUMBER, empty: 'stops' },
  },
} as const satisfies Rules['checks'];

const BOTOCORE = {
  emptyVariable: 'a value',
  missingProfile: 'stops',
  roleNeedsRegion: true,
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
    checks: PYTHON_CHECKS,
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
        AWS_STS_REGIONAL_ENDPOINTS: { pattern: /^(?:legacy|regional)$/i, empty: 'stops' },
      },
      settings: {
        ...PYTHON_CHECKS.settings,
        sts_regional_endpoints: { pattern: /^(?:legacy|regional)$/i, empty: 'stops' },
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
    roleNeedsRegion: false,
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
    },
    process: { shell: true, byteOrderMark: 'is taken off', expiration: 'in the future where it is a date' },
    checks: {
      variables: {},
      settings: {},
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
    roleNeedsRegion: true,
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
    },
    process: { shell: true, byteOrderMark: 'stops', expiration: 'RFC 3339, past or future' },
    checks: {
      variables: {
        AWS_MAX_ATTEMPTS: { pattern: /^[+-]?\d+$/, empty: 'passes' },
        AWS_RETRY_MODE: { pattern: /^(?:standard|adaptive)$/, empty: 'passes' },
        AWS_USE_FIPS_ENDPOINT: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_USE_DUALSTACK_ENDPOINT: { pattern: /^(?:true|false)$/i, empty: 'passes' },
        AWS_DEFAULTS_MODE: { pattern: /^(?:auto|cross-region|in-region|legacy|mobile|standard)$/i, empty: 'passes' },
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
        defaults_mode: { pattern: /^(?:auto|cross-region|in-region|legacy|mobile|standard)$/i, empty: 'stops' },
        ec2_metadata_service_endpoint_mode: { pattern: /^(?:|ipv[46])$/i, empty: 'passes' },
        account_id_endpoint_mode: { pattern: /^(?:preferred|required|disabled)$/, empty: 'stops' },
        request_checksum_calculation: { pattern: /^when_(?:supported|required)$/i, empty: 'stops' },
        response_checksum_validation: { pattern: /^when_(?:supported|required)$/i, empty: 'stops' },
        disable_request_compression: { pattern: /^(?:true|false)$/, empty: 'stops' },
      },
    },
  },
};
