import type { WorkflowSubject } from '../../model/report.ts';
import type { Evidence } from '../diagnosis.ts';
import { quoted } from './wording.ts';

const INPUT = 'the input ';

/** The beginning of a fix, where the thing that names a source stands: an input, a variable, a setting in a file. */
export function placeOf(namedBy: string): string {
  if (namedBy.startsWith(INPUT)) return `In this step, the input ${quoted(namedBy.slice(INPUT.length))}`;
  if (isVariable(namedBy)) return `In the environment, ${quoted(namedBy)}`;
  const [, key = namedBy, heading, file] = /^(.*?) of (\[.*\]) in (.*)$/s.exec(namedBy) ?? [];
  return heading === undefined || file === undefined
    ? `In the profile, ${quoted(key)}`
    : `In ${quoted(file)}, ${quoted(key)} of ${quoted(heading)}`;
}

/** The same as what a sentence is about. */
export function nameOfPlace(namedBy: string): string {
  return namedBy.startsWith(INPUT) ? `The input ${quoted(namedBy.slice(INPUT.length))}` : quoted(namedBy);
}

/** What to point at: the entry itself, or, for a setting in a file, the entry that names the profile. */
export function subjectOfSource(namedBy: string | undefined, { gathered }: Evidence): WorkflowSubject {
  return entryOf(namedBy) ?? entryOf(gathered.profileNamedBy) ?? { kind: 'step' };
}

function entryOf(namedBy: string | undefined): WorkflowSubject | undefined {
  if (namedBy === undefined) return undefined;
  if (namedBy.startsWith(INPUT)) return { kind: 'input', name: namedBy.slice(INPUT.length) };
  return isVariable(namedBy) ? { kind: 'environment', name: namedBy } : undefined;
}

function isVariable(namedBy: string): boolean {
  return /^AWS_[A-Z0-9_]+$/.test(namedBy);
}

/** A title of at most 80 characters, in which the name from outside gives way. */
export function titled(before: string, name: string, after: string): string {
  const room = 80 - before.length - after.length;
  const clean = quoted(name).slice(1, -1);
  return `${before}${clean.length > room ? `${clean.slice(0, room - 1)}…` : clean}${after}`;
}
