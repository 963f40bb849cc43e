import type { Secret } from './secret.ts';

export type Severity = 'error' | 'warning' | 'notice' | 'unknown';

/** The IDs of all diagnoses: each diagnosis declares its own where it is defined, so that nothing else lists them. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the files of diagnoses/
export interface DiagnosisIds {}

export type DiagnosisId = keyof DiagnosisIds;

export type CredentialSource =
  'inputs' | 'environment' | 'profile' | 'web-identity' | 'container' | 'instance' | 'process' | 'sso' | 'none';

/** The three values that are sent, and under which region, endpoint and clock. A repair makes a changed copy. */
export interface Attempt {
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | undefined;
  /** Region in the signature's credential scope. */
  readonly region: string;
  readonly endpoint: URL;
  /** Milliseconds added to the local clock for the signature's date. */
  readonly clockOffset: number;
}

/** Who an ARN of STS's answer names. */
export type PrincipalType = 'user' | 'assumed-role' | 'federated-user' | 'root';

export interface Identity {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly principalType: PrincipalType | undefined;
}

/** Local clock minus AWS's clock. `uncertaintySeconds`: the true value lies within plus or minus this. */
export interface ClockSkew {
  readonly skewSeconds: number;
  readonly uncertaintySeconds: number;
  /** `message-over-date`: STS's own words contradict the `Date` header, which anything on the way may have written. */
  readonly basis: 'date-header' | 'message' | 'message-over-date';
}

/** Where a request stopped on its way. */
export type TransportStep = 'dns' | 'connect' | 'proxy' | 'tls' | 'send' | 'answer' | 'time-out' | 'reset';

export interface TransportProblem {
  readonly step: TransportStep;
  /** System or OpenSSL code, such as ECONNREFUSED or SELF_SIGNED_CERT_IN_CHAIN. */
  readonly code: string | undefined;
  readonly host: string;
  readonly port: number;
  /** The proxy in force: the variable that names it, and its host and port; never its credentials. */
  readonly proxy: { readonly variable: string; readonly host: string; readonly port: number } | undefined;
  /**
   * Where no proxy was in force although `instead` names one: `variable` exempts the host, is empty and shadows it, or
   * names a proxy elsewhere that cannot reach this machine's loopback.
   */
  readonly direct?:
    | { readonly because: 'exempt' | 'empty' | 'loopback'; readonly variable: string; readonly instead: string }
    | undefined;
  /** What stands beyond the code, in our own words: 'status 407', 'certificate issued by "Corp Proxy CA"'. */
  readonly detail: string | undefined;
}

interface AnswerCommon {
  readonly attempt: Attempt;
  /** HTTP requests made for this answer, retries included. */
  readonly requests: number;
  readonly requestIds: readonly string[];
  readonly clock: ClockSkew | undefined;
}

export interface Accepted extends AnswerCommon {
  readonly kind: 'accepted';
  readonly identity: Identity;
}

export interface Refused extends AnswerCommon {
  readonly kind: 'refused';
  readonly status: number;
  /** AWS's error code, letters only. */
  readonly code: string;
  /** AWS's own message. It may echo a secret or a token: classify it, never print it. */
  readonly message: Secret;
}

export interface Unanswered extends AnswerCommon {
  readonly kind: 'unanswered';
  readonly why: 'unreachable' | 'throttled' | 'unavailable' | 'unrecognised';
  readonly problem: TransportProblem | undefined;
  readonly status: number | undefined;
  /** What was wrong with the answer, in our own words, for `unrecognised`. */
  readonly detail: string | undefined;
}

export type Answer = Accepted | Refused | Unanswered;
