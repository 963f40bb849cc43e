/** Every action input, as `action.yml` declares it; a test holds the two against each other. */
export const INPUT_NAMES = [
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'aws-profile',
  'aws-region',
  'allowed-account-ids',
  'expected-arn',
  'min-remaining',
  'expires-at',
  'max-clock-skew',
  'role-to-assume',
  'role-chaining',
  'role-external-id',
  'role-session-name',
  'role-duration-seconds',
  'role-skip-session-tagging',
  'inline-session-policy',
  'managed-session-policies',
  'tools',
  'targets',
  'required-actions',
  'audience',
  'trust-policy',
  'sts-endpoint',
  'confirm',
  'on-missing',
  'fail-on',
  'on-unknown',
  'timeout',
  'summary',
  'mask-aws-account-id',
  'github-token',
  'explain',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** Inputs whose value must never be shown, nor given on a command line. */
export const SECRET_INPUTS: ReadonlySet<InputName> = new Set<InputName>([
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'github-token',
]);

/** Gives an input's value as it stands, untrimmed; undefined or empty where it is not set. */
export type InputReader = (name: InputName) => string | undefined;
