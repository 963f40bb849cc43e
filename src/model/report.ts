import type { Tool } from './tools.ts';
import type { CredentialSource, DiagnosisId, PrincipalType, Severity } from './evidence.ts';

export type Verdict = 'ok' | 'bad' | 'unknown' | 'skipped';

/** The prose of one finding. Every string is plain text; renderers escape it for where it goes. */
export interface Explanation {
  /** What is wrong, with the measured fact in it, at most 80 characters, no full stop. */
  readonly title: string;
  /** Why that breaks the job. */
  readonly explanation: string;
  /** How we know. */
  readonly evidence: readonly string[];
  /** What to change, most likely first, each starting with where. */
  readonly fix: readonly string[];
  /** One vendor page to read more. */
  readonly docs: string;
  /** Lines to paste, in the reader's own terms (a workflow snippet, a policy statement). */
  readonly snippet?: { readonly language: string; readonly text: string };
  /** The same in the reader's own workflow file, where it can be had; it takes the place of the snippet. */
  readonly change?: WorkflowChange;
  /** Tables and longer text for the job summary only, as plain cells. */
  readonly table?: SummaryTable;
}

/** Plain cells. */
export interface SummaryTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A change to the workflow file, as the diagnosis means it; `workflow/` finds the places and makes a patch of it. What stands
 * elsewhere in the job in the same way, such as in another step's `with:`, is changed with it.
 */
export type WorkflowChange =
  /** The job's `permissions:` get these, and keep the rest. */
  | { readonly kind: 'permissions'; readonly add: Readonly<Record<string, 'read' | 'write'>> }
  /** The variable or input is not to be set, nor left over from an earlier step. */
  | { readonly kind: 'unset'; readonly entry: WorkflowSubject }
  | { readonly kind: 'set-input'; readonly name: string; readonly value: string }
  /** An entry that has `from` as its text gets `to`. */
  | {
      readonly kind: 'replace';
      readonly entry: WorkflowSubject | undefined;
      readonly from: string;
      readonly to: string;
    }
  /** Two expressions in one block change places, unless the names in them say that they are in the right ones. */
  | { readonly kind: 'swap'; readonly entries: readonly (WorkflowSubject | undefined)[] }
  /** Entries that add something to an expression (white space, quotes, `NAME=`) lose that. */
  | { readonly kind: 'trim'; readonly entries: readonly (WorkflowSubject | undefined)[] }
  /** Values that are not mapped, or are no expression, get one as their neighbours have it. */
  | { readonly kind: 'map'; readonly entries: readonly (WorkflowSubject | undefined)[] }
  /** A path with a variable or `~`, which neither `env:` nor `with:` expands; `home` is what `~` means here. */
  | { readonly kind: 'expand-path'; readonly entry: WorkflowSubject; readonly home?: string | undefined }
  /** An account ID that lost its zeros in front, because YAML reads it as a number. */
  | { readonly kind: 'quote-account' };

export interface Finding extends Explanation {
  readonly id: DiagnosisId;
  readonly severity: Severity;
  readonly confirmed: boolean;
  /** A unified diff that `git apply` takes at the repository's root; absent where there is none. */
  readonly patch?: string;
}

/** Where in the workflow file an annotation points; lines and columns count from 1. */
export interface WorkflowLine {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** What in the workflow file a finding is about. */
export interface WorkflowSubject {
  readonly kind: 'input' | 'environment' | 'permissions' | 'step' | 'job';
  /** Name of the input or variable. */
  readonly name?: string;
}

/** The public report, `schema: 1`. Nothing secret is ever in it. */
export interface Report {
  readonly schema: 1;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** What each tool would do in the next step; empty after a usage error, when skipped and where nothing was checked. */
  readonly tools: readonly {
    readonly tool: Tool;
    readonly outcome: 'same' | 'other' | 'stops' | 'unknown';
    /** Where its credentials come from, where they are known to be other ones or the same. */
    readonly source: CredentialSource | null;
    /** First four and last four characters. */
    readonly accessKeyId: string | null;
    readonly why: string | null;
  }[];
  readonly identity: {
    readonly account: string;
    readonly arn: string;
    readonly userId: string;
    readonly principalType: PrincipalType | null;
  } | null;
  readonly credentials: {
    readonly source: CredentialSource;
    readonly location: string | null;
    readonly type: 'long-term' | 'temporary' | null;
    /** First four and last four characters. */
    readonly accessKeyId: string | null;
    /** The account that the key ID decodes to, where it does. */
    readonly account: string | null;
  };
  readonly clock: { readonly skewSeconds: number; readonly uncertaintySeconds: number } | null;
  readonly session: {
    readonly expiresAt: string | null;
    readonly secondsRemaining: number | null;
    readonly issuedAt: string | null;
    readonly issuedIn: string | null;
    /** The session cannot last beyond this, whatever its expiration: issue time plus the longest lifetime. */
    readonly endsBefore: string | null;
    readonly basis: string | null;
  };
  readonly sts: {
    readonly endpoint: string | null;
    readonly region: string | null;
    readonly requests: number;
    readonly requestIds: readonly string[];
  };
  /** The role that was to be proved, how it was assumed, and who its credentials are; null where STS was not asked for one. */
  readonly role: {
    readonly arn: string;
    readonly by: 'web-identity' | 'assume-role';
    readonly identity: Report['identity'];
  } | null;
}

/** The change of a finding as a unified diff, and where it begins. */
export interface PatchedFile {
  readonly patch: string;
  readonly file: string;
  /** The first line that changes, counted from 1, as the file is now. */
  readonly line: number;
  /** The page of that line at the run's commit. */
  readonly url: string | undefined;
}

/** Where in the workflow file each finding belongs, and what to change there, in the report's order. */
export interface Pointers {
  readonly lines: readonly (WorkflowLine | undefined)[];
  readonly patches: readonly (PatchedFile | undefined)[];
}

/** Apart from the finder, which loads only on failure. */
export const NO_POINTERS: Pointers = { lines: [], patches: [] };
