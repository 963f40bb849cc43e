import { spell } from './wording.ts';

/** A clock that moves against AWS's by more than this belongs to a machine that slept, or that somebody set. */
const STEADY = 60;

/** One line of evidence where the runner's clock has moved since the check. */
export function clockMoved(seconds: number | undefined): readonly string[] {
  if (seconds === undefined || Math.abs(seconds) < STEADY) return [];
  return [`the runner’s clock has moved by ${spell(seconds)} since the check, as where a machine was suspended`];
}
