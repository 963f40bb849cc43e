import type { Environment, Host } from '../model/environment.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import type { NothingReason, SourceProblem } from '../model/source-problem.ts';
import type { SharedConfig } from './shared-config.ts';
import type { StsAccess } from './sts-role.ts';

/** What one source gave. */
export type SourceOutcome =
  | { readonly kind: 'found'; readonly credentials: FoundCredentials }
  /** Not configured, or nothing there: the search goes on. */
  | { readonly kind: 'nothing'; readonly reason: NothingReason }
  /** Configured, and not usable. */
  | { readonly kind: 'failed'; readonly problem: SourceProblem };

export function found(credentials: FoundCredentials): SourceOutcome {
  return { kind: 'found', credentials };
}

export function nothing(reason: NothingReason): SourceOutcome {
  return { kind: 'nothing', reason };
}

export function failed(problem: SourceProblem): SourceOutcome {
  return { kind: 'failed', problem };
}

/** What the sources read from and ask. */
export interface World {
  readonly env: Environment;
  readonly host: Host;
  readonly config: SharedConfig;
  readonly sts: StsAccess;
  readonly deadline: AbortSignal;
}
