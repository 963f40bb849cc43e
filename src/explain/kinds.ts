/**
 * What an error says, as far as its words tell: each of these has its own causes. Which words are of which kind stands in
 * `service-words.ts` (what AWS answers) and `tool-words.ts` (what tools say themselves).
 */
export type Kind =
  // AWS does not take the credentials.
  | 'invalid'
  | 'invalid-s3'
  | 'unknown-key'
  | 'auth-failure'
  | 'expired'
  | 'expired-ec2'
  | 'web-token-expired'
  | 'clock'
  | 'scope'
  | 'scope-service'
  | 'signature'
  | 'wrong-region'
  | 'redirected'
  | 'five-elements'
  | 'malformed-header'
  | 'unsigned'
  | 'sts-inactive'
  | 'not-subscribed'
  // AWS takes them, and says no.
  | 'denied'
  | 'denied-bare'
  | 'denied-encoded'
  | 'session-calls-session'
  | 'root-assumes'
  | 'tags'
  | 'quarantine'
  | 'cluster-denied'
  | 'account-other'
  | 'account-target'
  | 'role-unusable'
  | 'policy-size'
  | 'duration'
  | 'role-arn'
  // Web identity.
  | 'trust'
  | 'provider'
  | 'audience'
  | 'thumbprint'
  | 'verification-key'
  | 'not-a-token'
  | 'id-token-permission'
  | 'id-token-unavailable'
  | 'web-identity-file'
  // What a tool has, or has not.
  | 'none'
  | 'none-imds'
  | 'secret-required'
  | 'partial'
  | 'profile'
  | 'file'
  | 'process'
  | 'source'
  | 'exec-plugin'
  | 'sign-in'
  | 'mfa'
  | 'other-source'
  | 'header-character'
  | 'region-none'
  | 'region-bad'
  | 'registry-none'
  | 'registry-expired'
  | 'registry-denied'
  | 'artifact-login'
  // No answer, or none that judges.
  | 'name'
  | 'time-out'
  | 'refused'
  | 'broken-off'
  | 'certificate'
  | 'proxy'
  | 'unreachable'
  | 'throttled'
  | 'unavailable'
  // Printed for whatever went wrong before it.
  | 'wrapper-role'
  | 'wrapper'
  | 'wrapper-none';

/**
 * How much a kind tells. A wrapper is only looked at where nothing else is there, a connection that failed where nobody
 * answered.
 */
export type Rank = 'answer' | 'own-word' | 'no-answer' | 'wrapper';

/** Words that say which kind an error is. Matched in text whose white space is single spaces. */
export interface Words {
  readonly kind: Kind;
  /** With the flags `gi`; every repetition in it is bounded. */
  readonly form: RegExp;
  /**
   * What else has to be there: `code` that an error stands around it, `aws` that something of AWS's is named near it,
   * `tool` that it is, or that an AWS tool is known to have printed the text.
   */
  readonly needs?: 'code' | 'aws' | 'tool';
  /** Only where a code is: belongs to many, so that AWS has to be named, too. */
  readonly isCommon?: true;
}

const WRAPPERS: ReadonlySet<Kind> = new Set(['wrapper', 'wrapper-none', 'wrapper-role', 'exec-plugin']);
const NO_ANSWERS: ReadonlySet<Kind> = new Set([
  'name',
  'time-out',
  'refused',
  'broken-off',
  'certificate',
  'proxy',
  'unreachable',
]);
const OWN_WORDS: ReadonlySet<Kind> = new Set([
  'none',
  'none-imds',
  'source',
  'region-none',
  'web-identity-file',
  'account-target',
  'denied-bare',
  'id-token-unavailable',
  'role-unusable',
  'cluster-denied',
  'registry-none',
  'unavailable',
  'throttled',
]);

export function rankOf(kind: Kind): Rank {
  if (WRAPPERS.has(kind)) return 'wrapper';
  if (NO_ANSWERS.has(kind)) return 'no-answer';
  return OWN_WORDS.has(kind) ? 'own-word' : 'answer';
}
