/** One thing that the job will touch, and where its name says that it is. What a name does not say is undefined. */
export interface Target {
  /** As it stands in the input. */
  readonly text: string;
  readonly partition: string | undefined;
  /** 12 digits. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Name of the S3 bucket, where it is one whose existence S3 tells to anybody. */
  readonly bucket: string | undefined;
}

/** What one line of `required-actions` asks for: these actions on these resources. */
export interface RequiredActions {
  /** Such as `s3:PutObject`, as written. */
  readonly actions: readonly string[];
  /** ARNs, or `*`. */
  readonly resources: readonly string[];
}

/** The inputs `targets` and `required-actions`; empty lists where they are not set. */
export interface Demands {
  readonly targets: readonly Target[];
  readonly required: readonly RequiredActions[];
}

/** A target that is not where the checked credentials are. */
export interface Contradiction {
  readonly kind: 'partition' | 'account' | 'region' | 'missing';
  readonly target: string;
  /** Where the target is: a partition, an account ID or a region; of a missing bucket its name. */
  readonly is: string;
  /** Where the credentials are, or which region is set; of a missing bucket the host that was asked. */
  readonly expected: string;
  /** S3 said so: the target's own name does not. */
  readonly saidByS3: boolean;
  /** Where in the workflow the target stands, when it is not from the input `targets`. */
  readonly literal: { readonly place: string } | undefined;
}

/** What IAM's policy simulator says of one action on one resource. */
export interface Decision {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** The policies whose statements decided, by the simulator's names. */
  readonly policies: readonly string[];
  /** Whether the organisation's service control policies allow it; undefined where there are none. */
  readonly organization: boolean | undefined;
  /** Whether the permissions boundary allows it; undefined where there is none. */
  readonly boundary: boolean | undefined;
  /** Context keys that a policy asks for and that the question did not give. */
  readonly missing: readonly string[];
}

/** What a decision of the policy simulator comes to: it does not see everything that decides. */
export type Permission =
  | { readonly kind: 'allowed'; readonly decision: Decision }
  | { readonly kind: 'denied'; readonly decision: Decision; readonly by: DeniedBy }
  | { readonly kind: 'unknown'; readonly decision: Decision; readonly why: 'resource-policy' | 'context' };

/** `quarantine`: AWS's own policy for a key that leaked. `nothing`: no policy allows it. */
export type DeniedBy = 'quarantine' | 'policy' | 'organization' | 'boundary' | 'nothing';

/** Why the policy simulator gave no decision. */
export type NotSimulated =
  /** The caller may not ask; `explicit` where a policy denies it. */
  | { readonly why: 'denied'; readonly explicit: boolean; readonly source: string }
  /** IAM knows no such user or role: a session's ARN does not tell the role's path. */
  | { readonly why: 'no-entity'; readonly source: string }
  /** A root user or a federated user has no ARN that the simulator takes. */
  | { readonly why: 'no-source'; readonly principal: 'root' | 'federated-user' | 'other' }
  /** The policies themselves cannot be evaluated. */
  | { readonly why: 'evaluation' }
  | { readonly why: 'refused'; readonly code: string }
  /** Nothing came that is IAM's answer; `host` was asked. */
  | { readonly why: 'no-answer'; readonly host: string; readonly detail: string }
  /** The answer says nothing of this action. */
  | { readonly why: 'left-out' }
  /** Signed requests are not sent there: `from` names what sets the endpoint. */
  | { readonly why: 'endpoint'; readonly from: string };

/** An action that stays open. */
export interface Undecided {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly reason: NotSimulated;
}

/** What was found out beyond the verdict on the credentials. */
export interface BeyondEvidence {
  readonly contradictions: readonly Contradiction[];
  readonly permissions: readonly Permission[];
  readonly undecided: readonly Undecided[];
  /** The user or role that was asked about, as IAM names it. */
  readonly source: string | undefined;
}
