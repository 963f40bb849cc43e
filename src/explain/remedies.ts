import { OF_SURROUNDINGS } from './remedies-of-surroundings.ts';
import { OF_VALUES } from './remedies-of-values.ts';
import type { Remedy } from './remedy.ts';

/** For causes that are only read off an error text: nothing of the job itself is known here. */
const REMEDIES = { ...OF_VALUES, ...OF_SURROUNDINGS };

/** A diagnosis that a text can point to: each has a remedy. */
export type CandidateId = keyof typeof REMEDIES;

export function remedyFor(id: CandidateId): Remedy {
  return REMEDIES[id];
}
