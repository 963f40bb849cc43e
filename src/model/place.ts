import type { WorkflowSubject } from './report.ts';
import { quoted, shownName } from './text.ts';

/**
 * Where a value stands: an input of this step, an environment variable, a setting of a shared file, a file, or a field
 * of an answer. Plain data; the functions below are the only ones that turn it into words.
 */
export type Place =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** `heading` without its brackets: `profile prod`. Both are lacking where the profile has no setting at all. */
  | {
      readonly kind: 'setting';
      readonly name: string;
      readonly heading?: string | undefined;
      readonly file?: string | undefined;
    }
  | { readonly kind: 'file'; readonly name: string }
  /** `AccessKeyId` from `the container endpoint`. */
  | { readonly kind: 'answer'; readonly name: string; readonly speaker: string };

export function inputPlace(name: string): Place {
  return { kind: 'input', name };
}

export function variablePlace(name: string): Place {
  return { kind: 'variable', name };
}

/** What the value is called where it stands: `aws-region`, `AWS_REGION`, `region of [profile prod] in ~/.aws/config`. */
export function nameOfPlace(place: Place): string {
  switch (place.kind) {
    case 'setting':
      return place.heading === undefined || place.file === undefined
        ? shownName(place.name)
        : `${shownName(place.name)} of [${shownName(place.heading)}] in ${place.file}`;
    case 'answer':
      return `${place.name} from ${place.speaker}`;
    default:
      return place.name;
  }
}

/** The same within a sentence, where an input is called one: `the input aws-region`. */
export function phraseOfPlace(place: Place): string {
  return place.kind === 'input' ? `the input ${place.name}` : nameOfPlace(place);
}

/** The same as what a sentence is about, in backticks. */
export function subjectPhrase(place: Place): string {
  return place.kind === 'input' ? `The input ${quoted(place.name)}` : quoted(nameOfPlace(place));
}

/** The beginning of a fix: where to make the change. */
export function whereToChange(place: Place): string {
  switch (place.kind) {
    case 'input':
      return `In this step, the input ${quoted(place.name)}`;
    case 'variable':
      return `In the environment, ${quoted(place.name)}`;
    case 'setting':
      return place.heading === undefined || place.file === undefined
        ? `In the profile, ${quoted(shownName(place.name))}`
        : `In ${quoted(place.file)}, ${quoted(shownName(place.name))} of ${quoted(`[${shownName(place.heading)}]`)}`;
    default:
      return `In ${quoted(nameOfPlace(place))}`;
  }
}

/** What an annotation about it points at; undefined for what no workflow file holds. */
export function entryOfPlace(place: Place | undefined): WorkflowSubject | undefined {
  if (place?.kind === 'input') return { kind: 'input', name: place.name };
  return place?.kind === 'variable' ? { kind: 'environment', name: place.name } : undefined;
}

/** Whether both are the same place. */
export function isPlace(place: Place | undefined, kind: Place['kind'], name: string): boolean {
  return place?.kind === kind && place.name === name;
}
