import type { Place } from './place.ts';
import type { Secret } from './secret.ts';

/** What keeps a file from being read. */
export type FileFault =
  'directory' | 'not-regular' | 'link-loop' | 'permission' | 'utf-16' | 'not-utf-8' | 'size' | 'system';

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
  /** What named it: the input `aws-profile`, `AWS_PROFILE`, another profile's `source_profile`. */
  readonly namedBy: Place;
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
  /** What the parser says of the line, in our own words; goes on after the file's name. Undefined where the file cannot be read. */
  readonly why: string | undefined;
  /** The system's, and the limit of `size` in bytes. */
  readonly code?: string | undefined;
  readonly limit?: number | undefined;
  /** What kind of fault it is, which decides what mends it. */
  readonly cause: FileFault | IniFault['cause'];
  /** AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE, when it names the file. */
  readonly namedBy: Place | undefined;
  /**
   * The AWS SDK for JavaScript passes over lines that stop the AWS CLI and boto3. `this check`: tools may read it, so
   * nothing is known of what it holds.
   */
  readonly stops: 'every tool' | 'the AWS CLI and boto3' | 'this check';
}

export interface CredentialProcessFailed {
  readonly kind: 'credential-process-failed';
  readonly profile: string;
  /** Where the setting stands. */
  readonly where: Place;
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

/** What keeps one file from serving, whatever is in it; `system` has the code that the system gave. */
export interface UnusableFile {
  /** As it is shown, with `~` for the home directory. */
  readonly file: string;
  readonly fault: FileFault | 'absent' | 'empty' | 'not-a-jwt' | 'not-json' | 'no-end';
  readonly code?: string | undefined;
  /** Of `size`, in bytes. */
  readonly limit?: number | undefined;
}

/** Why an endpoint on this machine or its own network gave nothing that can be used. */
export type EndpointFailure =
  | { readonly kind: 'slow'; readonly seconds: number }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'refused-connection' | 'unknown-host' | 'bad-header' | 'unreachable'; readonly code?: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'no-credentials' };

/** Why STS, asked for a role, said neither yes nor no; `code` and `status` are there where something answered. */
export interface StsSilence {
  readonly kind: 'throttled' | 'service-fault' | 'unrecognised' | 'time-out' | 'unreachable';
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  /** Of `unrecognised`: what answered, in our own words. */
  readonly detail?: string | undefined;
}

/** Nothing is there, and nothing is wrong with that: why the search goes on. */
export type NothingReason =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'no-key-id' }
  | { readonly kind: 'not-set' }
  | { readonly kind: 'no-default-profile' }
  | { readonly kind: 'profile-without-credentials'; readonly location: string }
  | { readonly kind: 'keys-not-set' }
  | { readonly kind: 'unknown-credential-source' }
  | { readonly kind: 'switched-off'; readonly by: string }
  | { readonly kind: 'hosted-runner' }
  | { readonly kind: 'role-by-web-identity' }
  | { readonly kind: 'instance'; readonly reason: InstanceReason };

export type InstanceReason =
  | { readonly kind: 'invalid-url' }
  | { readonly kind: 'no-instance-profile' }
  | { readonly kind: 'instance-code'; readonly origin: string; readonly code: string }
  | { readonly kind: 'endpoint'; readonly origin: string; readonly failure: EndpointFailure };

/** Why a source that was named cannot be used: closed, so that what mends each is known. */
export type SourceReason =
  | InstanceReason
  /** A token file without a role: `setting` would name one. */
  | { readonly kind: 'no-role'; readonly setting: Place }
  | { readonly kind: 'file'; readonly unusable: UnusableFile; readonly namedBy?: Place | undefined }
  /** A cached sign-in's own file. */
  | { readonly kind: 'cached-token'; readonly unusable: UnusableFile }
  | { readonly kind: 'in-clear' }
  | { readonly kind: 'plain-http'; readonly host: string }
  | { readonly kind: 'two-sources' }
  | { readonly kind: 'mfa' }
  | { readonly kind: 'no-start'; readonly nothing: NothingReason }
  | { readonly kind: 'no-source' }
  | { readonly kind: 'circle'; readonly names: readonly string[] }
  | { readonly kind: 'long-chain'; readonly most: number }
  | { readonly kind: 'no-sso-session'; readonly session: string; readonly file: string }
  | { readonly kind: 'no-sso-settings'; readonly missing: readonly Place[] }
  | { readonly kind: 'no-sso-name' }
  | { readonly kind: 'signed-out'; readonly file: string }
  | { readonly kind: 'sign-in-ended'; readonly at: Date | undefined }
  | { readonly kind: 'sso-no-role' }
  | { readonly kind: 'sso-no-credentials'; readonly status: number | undefined }
  | { readonly kind: 'sso-silent'; readonly silence: StsSilence }
  /** AWS's own refusal. The message may echo what was sent: classify it, never print it. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: Secret;
      readonly requestId: string | undefined;
    }
  | { readonly kind: 'sts-silent'; readonly silence: StsSilence };

export interface SourceUnavailable {
  readonly kind: 'source-unavailable';
  readonly source: 'web-identity' | 'sso' | 'container' | 'instance' | 'profile';
  /** What named it: `AWS_WEB_IDENTITY_TOKEN_FILE`, the `sso_session` of a profile. */
  readonly namedBy: Place;
  /** The role that was to be assumed, where it has the form of one. */
  readonly role?: string | undefined;
  readonly reason: SourceReason;
}

/** Whether only a service was silent: that says nothing of the source. */
export function isUnanswered({ reason }: SourceUnavailable): boolean {
  return reason.kind === 'sts-silent' || reason.kind === 'sso-silent';
}

/** Why a source that was named gave no credentials. No field holds anything secret. */
export type SourceProblem = ProfileNotFound | CredentialsFileInvalid | CredentialProcessFailed | SourceUnavailable;
