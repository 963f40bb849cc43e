import { entryOfPlace, type Place } from '../../model/place.ts';
import type { WorkflowSubject } from '../../model/report.ts';
import { quoted } from '../../model/text.ts';
import type { Evidence } from '../diagnosis.ts';

/** What to point at: the entry itself, or, for a setting in a file, the entry that names the profile. */
export function subjectOfSource(namedBy: Place | undefined, { gathered }: Evidence): WorkflowSubject {
  return entryOfPlace(namedBy) ?? entryOfPlace(gathered.profileNamedBy) ?? { kind: 'step' };
}

/** A title of at most 80 characters, in which the name from outside gives way. */
export function titled(before: string, name: string, after: string): string {
  const room = 80 - before.length - after.length;
  const clean = quoted(name).slice(1, -1);
  return `${before}${clean.length > room ? `${clean.slice(0, room - 1)}…` : clean}${after}`;
}
