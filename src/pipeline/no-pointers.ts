import type { WorkflowLine } from '../report.ts';

/** Where in the workflow file each finding belongs, in the report's order. */
export interface Pointers {
  readonly lines: readonly (WorkflowLine | undefined)[];
  /** The reader's own lines, corrected. */
  readonly snippets: readonly (string | undefined)[];
}

/** Apart from the finder, which loads only on failure. */
export const NO_POINTERS: Pointers = { lines: [], snippets: [] };
