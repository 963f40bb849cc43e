import { distance } from 'fastest-levenshtein';
import { displayName } from './files.ts';
import type { ProfileNotFound } from './problem.ts';
import type { SharedConfig, SharedFile } from './shared-config.ts';

const MAX_NEAREST = 4;

/** The finding for a name that is in neither file, with the names the reader may have meant. */
export function profileNotFound(profile: string, namedBy: string, config: SharedConfig): ProfileNotFound {
  return {
    kind: 'profile-not-found',
    profile: displayName(profile),
    namedBy,
    nearest: nearestNames(profile, [...config.profiles.keys()]),
    misplaced: config.misplaced.get(profile),
    files: [searched(config.files.config), searched(config.files.credentials)],
  };
}

/** Names at most half the longer name's length away, nearest first; another case of the same letters is nearest of all. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
  return names
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(name.length, candidate.length) / 2)
    .sort((one, other) => one.away - other.away || one.candidate.localeCompare(other.candidate, 'en'))
    .slice(0, MAX_NEAREST)
    .map(({ candidate }) => displayName(candidate));
}

function searched(file: SharedFile): { path: string; exists: boolean } {
  return { path: file.shown, exists: file.exists };
}
