import type { Scenario, ScenarioGroup } from '../../testing/scenario.ts';

/** What belongs together for a reader; the first one that fits, and the last one takes what is left. */
const FAMILIES: readonly (readonly [name: string, groups: RegExp])[] = [
  ['healthy', /^healthy$/],
  ['keys', /^(?:access-key|secret|swapped|stray|unresolved|incomplete|no-credentials)/],
  ['tokens', /^(?:session-token|expires|expiry)/],
  ['sources', /^(?:profile|credential-|credentials-file|source|ambiguous|sign-in|tool-would)/],
  ['oidc', /^(?:oidc|role)/],
  ['sts', /^(?:clock|sts|region|custom)/],
  ['after', /^(?:after|session-expired-in|credentials-(?:replaced|not))/],
  ['accounts', /./],
];

export const FAMILY_NAMES = FAMILIES.map(([name]) => name);

/** One scenario to show, and where it comes from. */
export interface Case {
  readonly family: string;
  readonly group: string;
  readonly scenario: Scenario;
}

/**
 * What to show: of each fault its first scenario, of one family if it is named; of one fault everything.
 * @param wish - the name of a family or of a file of scenarios, or nothing
 * @returns undefined where nothing has that name
 */
export function casesOf(groups: readonly ScenarioGroup[], wish: string | undefined): readonly Case[] | undefined {
  const all = groups.flatMap(({ name, scenarios }) =>
    scenarios.filter(({ skip }) => !skip).map((scenario) => ({ family: familyOf(name), group: name, scenario })),
  );
  const ofGroup = all.filter(({ group }) => group === wish);
  if (ofGroup.length > 0) return ofGroup;
  const firsts = all.filter(({ group }, index) => all[index - 1]?.group !== group);
  const shown = firsts
    .filter(({ family }) => wish === undefined || family === wish)
    .toSorted((one, other) => FAMILY_NAMES.indexOf(one.family) - FAMILY_NAMES.indexOf(other.family));
  return shown.length > 0 ? shown : undefined;
}

function familyOf(group: string): string {
  return FAMILIES.find(([, groups]) => groups.test(group))?.[0] ?? '';
}
