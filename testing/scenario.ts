import type { DiagnosisId } from '../src/model/evidence.ts';
import type { Verdict } from '../src/model/report.ts';
import type { Simulator } from '../simulator/server.ts';

/** What a job gives the step. `sts-endpoint`, the region and the inputs' defaults are filled in. */
export interface Arranged {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly wrapper?: readonly string[];
  /** Values beside the simulator's own and the job's that must not be printed. */
  readonly secrets?: readonly string[];
  /** Exact outputs that only the arrangement knows, such as an ARN. */
  readonly outputs?: Readonly<Record<string, string>>;
  /** Ends what the arrangement started. */
  readonly stop?: () => Promise<void>;
}

export interface Expected {
  readonly verdict: Verdict;
  /** Exactly these, in this order. */
  readonly diagnoses: readonly DiagnosisId[];
  readonly status: 0 | 1;
  /** Requests to STS; a range where retries are at random times. */
  readonly requests: number | readonly [least: number, most: number];
  /** Exactly these are confirmed; none where nothing is said. */
  readonly confirmed?: readonly DiagnosisId[];
  /** The first annotation's title, after normalising. */
  readonly title?: string | RegExp;
  /** What the first annotation's message holds. */
  readonly message?: readonly RegExp[];
  /** The annotations' types, where they are not simply those of the findings. */
  readonly types?: readonly ('error' | 'warning' | 'notice')[];
  readonly outputs?: Readonly<Record<string, string>>;
  /** Where the first annotation points. */
  readonly line?: { readonly file: string; readonly line: number };
  /** What stands neither in the log nor in the summary. */
  readonly absent?: RegExp;
  /** What the summary holds. */
  readonly summary?: readonly RegExp[];
}

/** One situation in which a job may be, and all that it must see of this step. */
export interface Scenario {
  /** Unique in its file. */
  readonly title: string;
  /** Runs it on the machine's own Node.js too. */
  readonly installedNode?: true;
  readonly skip?: boolean;
  /** Has its summary in the golden file, as the first scenario of each file has. */
  readonly showsSummary?: true;
  /** @param folder - an empty one, gone afterwards */
  readonly arrange: (simulator: Simulator, folder: string) => Arranged | Promise<Arranged>;
  /**
   * What happens between the check, which must pass, and the end of the failed job; gives the variables that the job
   * then holds. Without it there is no step after the job.
   */
  readonly after?: (simulator: Simulator, env: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  readonly expect: Expected;
}

/** The scenarios of one file; its name is a diagnosis's ID, or says what they have in common. */
export interface ScenarioGroup {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}
