import type { Job } from '../model/job.ts';
import type { Answer, CredentialSource } from './evidence.ts';
import type { Place } from './place.ts';
import type { Secret } from './secret.ts';
import type { NothingReason, SourceProblem } from './source-problem.ts';
import type { Plan, ToolForecast } from './tools.ts';

/** Text that says when the session ends, as it stands in the source; nobody has read it as a time yet. */
export interface StatedExpiration {
  readonly text: string;
  /** Where it stands: `AWS_CREDENTIAL_EXPIRATION`, a profile's `x_security_token_expires`. */
  readonly place: Place;
}

/** Where each of the three values stands. */
export interface CredentialNames {
  readonly accessKeyId: Place;
  readonly secretAccessKey: Place;
  readonly sessionToken: Place;
}

/** The values of one source, raw: nothing is trimmed, and one or two may be lacking. */
export interface FoundCredentials {
  readonly source: Exclude<CredentialSource, 'none'>;
  /** Where, within a sentence: `the environment variables`, `profile prod in ~/.aws/credentials`. */
  readonly location: string;
  readonly accessKeyId: Secret | undefined;
  readonly secretAccessKey: Secret | undefined;
  readonly sessionToken: Secret | undefined;
  readonly names: CredentialNames;
  /** Expirations found with these very credentials, most trustworthy first. */
  readonly expirations: readonly StatedExpiration[];
}

/** A setting whose place matters as much as its value. */
export interface Located<Value> {
  readonly value: Value;
  readonly from: Place;
}

export interface RegionChoice extends Located<string> {
  /** Another setting, of lower rank, with another value: tools that read only that one go elsewhere. */
  readonly disagreeing: Located<string> | undefined;
}

/** One place that was looked at, and what was there. `place` is a cell of a table, and nothing reads it. */
export interface Look {
  readonly place: string;
  readonly result:
    | { readonly kind: 'given' | 'not-given' }
    /** A variable names a file that does not exist. */
    | { readonly kind: 'absent-file'; readonly file: string }
    | { readonly kind: 'found'; readonly location: string }
    | { readonly kind: 'nothing'; readonly reason: NothingReason }
    | { readonly kind: 'failed'; readonly problem: SourceProblem };
}

/** What decides how a request leaves the machine. */
export interface Network {
  /** The proxy variables that are set, both cases, as they stand; a URL in them may hold a password. */
  readonly proxyVariables: Readonly<Record<string, Secret>>;
  /** File with more root certificates, from AWS_CA_BUNDLE or the profile's ca_bundle. */
  readonly caBundle: Located<string> | undefined;
}

/** Everything found out before AWS is asked: plain, frozen, and true of this job at this moment. */
export interface Gathered {
  /** The credentials under check; undefined when no source has any value, or the source at fault is in `problems`. */
  readonly credentials: FoundCredentials | undefined;
  /** What is wrong with the sources. May stand beside credentials: an AWS_PROFILE that does not exist stops most tools although keys are in the environment. */
  readonly problems: readonly SourceProblem[];
  /** What names the profile in force: `AWS_PROFILE`, the input `aws-profile`; undefined where nothing does. */
  readonly profileNamedBy: Place | undefined;
  /** Every source that was looked at, in order, and what was there: the decision table of `no-credentials`. */
  readonly looked: readonly Look[];
  readonly region: RegionChoice | undefined;
  /** An STS endpoint that the action did not choose (never the input `sts-endpoint`); the text is not checked. */
  readonly endpoint: Located<string> | undefined;
  /** Endpoints of other services that the action did not choose; the texts are not checked. */
  readonly serviceEndpoints: Readonly<Record<'iam' | 's3', Located<string> | undefined>>;
  readonly fips: boolean;
  readonly dualStack: boolean;
  /** Every statement of when the checked session ends: those found with it, then environment variables. The input `expires-at` is not among them. */
  readonly expirations: readonly StatedExpiration[];
  /** What STS was asked to find the credentials: to assume a profile's role, or one by web identity. */
  readonly asked: readonly Pick<Answer, 'attempt' | 'requests' | 'requestIds' | 'clock'>[];
  /** Whether the profile in force says anything of credentials, whether or not those are the checked ones. */
  readonly profileHasCredentials: boolean;
  /** What each tool would do in the next step: those that the input `tools` names, or all. */
  readonly tools: readonly ToolForecast[];
  /** Keys at hand that other tools would sign with. */
  readonly others: readonly { readonly plan: Plan; readonly credentials: FoundCredentials }[];
  readonly job: Job;
  /** Which shell's commands a reader at a terminal needs. */
  readonly platform: NodeJS.Platform;
  readonly network: Network;
  /** All that must not appear in a log, each raw; the caller adds trimmed and repaired forms. */
  readonly secretsToMask: readonly Secret[];
}
