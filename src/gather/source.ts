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
  /** What was asked for in this run: a program, the container, the instance. Each is asked once. */
  readonly known: Map<string, Promise<unknown>>;
}

/** Asks once a run: whoever asks for the same again gets the same answer. */
export function once<Answer>({ known }: World, what: string, ask: () => Promise<Answer>): Promise<Answer> {
  const before = known.get(what) as Promise<Answer> | undefined;
  if (before !== undefined) return before;
  const answer = ask();
  known.set(what, answer);
  return answer;
}
