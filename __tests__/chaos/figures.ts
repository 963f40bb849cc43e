import { appendFileSync } from 'node:fs';

export interface Figures {
  readonly name?: string;
  /** Transport faults tried. */
  readonly faults?: number;
  /** Bad inputs tried. */
  readonly inputs?: number;
  readonly searches?: number;
  readonly leaks?: number;
  /** Milliseconds beyond the deadline. */
  readonly overrun?: number;
  /** Kilobytes. */
  readonly rss?: number;
}

/** Notes figures for the closing lines of `npm run test:chaos`; elsewhere nobody counts. */
export function note(figures: Figures): void {
  const file = process.env['PREFLIGHT_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
