import type { FoundCredentials } from './gathered.ts';
import type { SourceProblem } from './problem.ts';

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
