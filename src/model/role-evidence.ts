import type { Claims } from '../read/json-web-token.ts';
import type { RoleArn } from '../read/role-arn.ts';
import type { UnusableFile } from './source-problem.ts';
import type { Accepted, Answer, Identity, Refused, Unanswered } from './evidence.ts';

/** `detail` is in our own words; `status` is there where something answered. */
export interface TokenProblem {
  readonly why: 'not-asked' | 'unreachable' | 'answer';
  readonly status: number | undefined;
  readonly detail: string;
}

/** RoleSessionName of the proof: what aws-actions/configure-aws-credentials gives by default, since policies may ask for it. */
export const SESSION_NAME = 'GitHubActions';

/** A fault of the request for the role, beside which the role itself may be all right. */
export interface RoleFault {
  readonly kind: 'duration' | 'tagging' | 'packed-policy';
  readonly refusal: Refused;
  /** STS went on with this one thing left out of the request. */
  readonly confirmed: boolean;
}

/** What became of the proof that `role-to-assume` can be assumed. */
export interface RoleEvidence {
  readonly path: 'web-identity' | 'chained';
  readonly role: RoleArn;
  /** Whose credentials it was assumed from, on the chained path. */
  readonly chainedFrom: Identity | undefined;
  /** What the job's OIDC token says; undefined on the chained path, or where GitHub gave none. */
  readonly claims: Claims | undefined;
  /** Why GitHub gave no token. */
  readonly tokenProblem: TokenProblem | undefined;
  /** What STS refused of the request, in turn. */
  readonly faults: readonly RoleFault[];
  /** The other way to the role, where both were tried and refused. */
  readonly other: RoleEvidence | undefined;
  /** Both ways were refused, and the keys are inputs: the role may be meant for them alone. */
  readonly bothRefused: boolean;
  /** AssumeRole's own refusal or silence. */
  readonly answer: Refused | Unanswered | undefined;
  /** Who the role's credentials are, once they were assumed and asked. */
  readonly identity: Identity | undefined;
  /** Every question asked for the proof. */
  readonly answers: readonly Pick<Accepted, 'attempt' | 'requests' | 'requestIds' | 'clock'>[];
  /** GetCallerIdentity's answer to the role's credentials, where it did not accept them, named somebody else, or accepted only with AWS's own time. */
  readonly check: Exclude<Answer, { kind: 'accepted' }> | undefined;
  /** End of the role's session, which is the shortest there is and says nothing of the deployment's. */
  readonly expiresAt: Date | undefined;
  /** The text of the input `trust-policy`, or why it could not be read, and where it was looked for. */
  readonly trustPolicy:
    { readonly text: string } | { readonly problem: Omit<UnusableFile, 'file'>; readonly path: string } | undefined;
}
