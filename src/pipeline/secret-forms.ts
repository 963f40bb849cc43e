import type { Attempt } from '../evidence.ts';
import type { Peeled } from './peel.ts';
import { FIELDS } from '../read/facts.ts';
import { readStray } from '../read/stray-characters.ts';
import { Secret } from '../secret.ts';

/** The values as they were asked, and without the strays that came along: a log may show either. */
export function secretForms(start: Attempt | undefined, { attempt, answers }: Peeled): readonly Secret[] {
  const attempts = [start, attempt, ...answers.map((answer) => answer.attempt)];
  return attempts.flatMap((one) =>
    one === undefined
      ? []
      : FIELDS.flatMap((field) => {
          const value = one[field];
          const stray = value && readStray(value.reveal(), field);
          return value === undefined ? [] : [value, ...(stray === undefined ? [] : [new Secret(stray.repaired)])];
        }),
  );
}
