import { asMap, entriesOf, entryOf, textOf } from './document.ts';
import type { Entry } from './document.ts';
import type { Use } from './step.ts';

/**
 * The entry of the step's own `with:` for an input, whose name GitHub takes in any case. Undefined where it is not
 * given, or stands at an anchor elsewhere, or a composite action gives it.
 */
export function inputEntry({ step, direct }: Use, name: string): Entry | undefined {
  if (!direct || step.aliased) return undefined;
  const given = asMap(entryOf(step.map, 'with')?.value);
  return given && entriesOf(given).find(({ key }) => textOf(key)?.toLowerCase() === name.toLowerCase());
}
