import type { Identity } from './evidence.ts';

/** What was checked before, and what the failed job's environment holds at its end. */
export interface AfterEvidence {
  readonly checked: {
    readonly arn: string;
    readonly account: string;
    readonly at: Date;
    readonly expiresAt: Date | undefined;
    /** How far the runner's clock has moved against AWS's since then, in seconds, where both were measured. */
    readonly clockMoved: number | undefined;
  };
  readonly end: JobEnd;
}

export type JobEnd =
  /** STS refuses the very session that it accepted before. */
  | { readonly kind: 'expired' }
  /** Nothing is left; `emptied` names the variables that are set and empty. */
  | { readonly kind: 'blank'; readonly emptied: readonly string[] }
  /** Other credentials: who they are, or that STS refuses them, or why they cannot be sent. */
  | { readonly kind: 'replaced'; readonly identity: Identity | undefined; readonly problem: string | undefined }
  /** STS accepts the same identity; `renewed`: with another session. */
  | { readonly kind: 'accepted'; readonly renewed: boolean };
