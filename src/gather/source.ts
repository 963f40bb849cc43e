import type { Environment, Host } from '../model/environment.ts';
import type { FoundCredentials } from '../model/gathered.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import type { SharedConfig } from './shared-config.ts';
import type { StsAccess } from './sts-role.ts';

/** What one source gave. */
export type Outcome =
  | { readonly kind: 'found'; readonly credentials: FoundCredentials }
  /** Not configured, or nothing there: the search goes on. `result` is a cell of the table of places looked at. */
  | { readonly kind: 'nothing'; readonly result: string }
  /** Configured, and not usable. */
  | { readonly kind: 'failed'; readonly problem: SourceProblem };

export function found(credentials: FoundCredentials): Outcome {
  return { kind: 'found', credentials };
}

export function nothing(result: string): Outcome {
  return { kind: 'nothing', result };
}

export function failed(problem: SourceProblem): Outcome {
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
