import type { Environment, Host } from '../gather/environment.ts';

/** The terminal and what is around it. */
export interface Terminal {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  readonly version: string;
  readonly colour: boolean;
  readonly readStdin: () => Promise<string>;
  /** Rejects with an error of Node's, which has a code. */
  readonly readFile: (path: string) => Promise<string>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}
