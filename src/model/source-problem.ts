import type { Secret } from './secret.ts';

/** What keeps a file from being read. */
export type FileFault = 'directory' | 'not-regular' | 'link-loop' | 'permission' | 'encoding' | 'size' | 'system';

/** A line that stops Python's configparser, and with it the AWS CLI and boto3. */
export interface IniFault {
  readonly line: number;
  /** Goes on after the file's name; quotes nothing of the line, which may be a secret. */
  readonly why: string;
  readonly cause: 'byte-order-mark' | 'line' | 'heading-twice' | 'setting-twice';
}

export interface ProfileNotFound {
  readonly kind: 'profile-not-found';
  readonly profile: string;
  /** What named it: `the input aws-profile`, `AWS_PROFILE`, `source_profile of [prod] in ~/.aws/config`. */
  readonly namedBy: string;
  /** At most four, nearest first. */
  readonly nearest: readonly string[];
  /** The profile under a heading that AWS tools do not read in that file: `[prod]` in the config file, `[profile prod]` in the credentials file. */
  readonly misplaced: { readonly heading: string; readonly file: string; readonly line: number } | undefined;
  /** The two files that were searched. */
  readonly files: readonly { readonly path: string; readonly exists: boolean }[];
}

export interface CredentialsFileInvalid {
  readonly kind: 'credentials-file-invalid';
  readonly file: string;
  /** Counts from 1. */
  readonly line: number | undefined;
  /** Goes on after the file's name, in our own words; nothing of the file's text: `is a directory`, `has a line that is neither a heading nor a setting`. */
  readonly why: string;
  /** What kind of fault it is, which decides what mends it. */
  readonly cause: FileFault | IniFault['cause'];
  /** AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE, when it names the file. */
  readonly namedBy: string | undefined;
  /**
   * The AWS SDK for JavaScript passes over lines that stop the AWS CLI and boto3. `this check`: tools may read it, so
   * nothing is known of what it holds.
   */
  readonly stops: 'every tool' | 'the AWS CLI and boto3' | 'this check';
}

export interface CredentialProcessFailed {
  readonly kind: 'credential-process-failed';
  readonly profile: string;
  /** Where the setting stands: `credential_process of [profile prod] in ~/.aws/config`. */
  readonly where: string;
  /** Base name of the program alone: its arguments may hold secrets. */
  readonly command: string;
  readonly failure:
    | { readonly reason: 'exit'; readonly status: number }
    | { readonly reason: 'signal'; readonly signal: string }
    | { readonly reason: 'not-started'; readonly code: string }
    /** It was still running when this step's own time was up: tools might have waited longer. */
    | { readonly reason: 'time-out'; readonly seconds: number }
    | { readonly reason: 'too-much-output' }
    | { readonly reason: 'not-json' }
    | { readonly reason: 'wrong-version' }
    | { readonly reason: 'incomplete'; readonly missing: readonly string[] }
    | { readonly reason: 'expired'; readonly expiration: string; readonly secondsAgo: number };
  /** Last lines of standard error, known secrets and long words hidden, at most 500 characters. */
  readonly stderr: string;
}

export type SourceRemedy =
  | 'name-the-role'
  | 'one-source'
  | 'add-source'
  | 'break-circle'
  | 'no-mfa'
  | 'sso-settings'
  | 'sso-assignment'
  | 'instance-role-trust';

export interface SourceUnavailable {
  readonly kind: 'source-unavailable';
  readonly source: 'web-identity' | 'sso' | 'container' | 'instance' | 'profile';
  /** What named it: `AWS_WEB_IDENTITY_TOKEN_FILE`, `sso_session of [prod] in ~/.aws/config`. */
  readonly namedBy: string;
  /** AWS's own refusal, where one is the reason. The message may echo what was sent: classify it, never print it. */
  readonly refusal:
    | {
        readonly status: number;
        readonly code: string;
        readonly message: Secret;
        readonly requestId: string | undefined;
      }
    | undefined;
  /** The role that was to be assumed, where it has the form of one. */
  readonly role?: string | undefined;
  /** What mends it, where that is more special than what mends the source in general. */
  readonly remedy?: SourceRemedy;
  /** STS, which the source needs, gave no answer that is its own: that says nothing of the source. */
  readonly unanswered?: true;
  /** In our own words: `the file /var/token does not exist`, `http://169.254.170.2 did not answer in time`. */
  readonly why: string;
}

/** Why a source that was named gave no credentials. No field holds anything secret. */
export type SourceProblem = ProfileNotFound | CredentialsFileInvalid | CredentialProcessFailed | SourceUnavailable;
