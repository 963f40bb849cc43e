/** What differs between two runs of the same scenario, put in one fixed form; everything else stays as it is. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '5e1f0000-0000-4000-8000-000000000000'],
  // In a summary a colon is an entity.
  [/\b\d{4}-\d\d-\d\dT\d\d(?<colon>:|&#58;)\d\d\k<colon>\d\d(?:\.\d+)?Z/g, '2026-01-01T12$<colon>00$<colon>00Z'],
  [/(?<=127\.0\.0\.1(?::|&#58;))\d+/g, '4566'],
  [/(?<=127\.0\.0\.1(?:`|<\/code>) on port )\d+/g, '4566'],
  // Seconds next to minutes come from measuring the clock, which is exact to one second.
  [/(\d+ min) \d+ s\b/g, '$1 30 s'],
  [/(clock is) \d+ s\b/g, '$1 30 s'],
  [/\/tmp\/(?:step|scenario)-[A-Za-z0-9]+/g, '/tmp/job'],
  // Only a machine that is a container itself says this.
  [/^(?:- )?On the container’s host, set the clock: .*\n/gm, ''],
];
const RETRIES: readonly (readonly [RegExp, string])[] = [
  [/\b\d+ requests? within/g, 'some requests within'],
  [/, \d+ requests? \|/g, ', some requests |'],
  [/(Request IDs \| )[^|\n]*/g, '$1… '],
  [/^(\d+)\. (.*)\n(?:\d+\. \2\n)+/gm, '$1. $2, again and again\n'],
];

/** A measured skew, exact to a second or so, and its uncertainty, which hangs on how long the call took. */
const SKEW = /([−+-]?)(\d+\.\d)((?: s,)? ±) \d+\.\d s/g;

export function normalise(text: string, random: { readonly retries: boolean } = { retries: false }): string {
  const rules = random.retries ? [...RULES, ...RETRIES] : RULES;
  return rules.reduce((current, [form, fixed]) => current.replace(form, fixed), text.replace(SKEW, roundedSkew));
}

function roundedSkew(_all: string, sign: string, seconds: string, rest: string): string {
  const rounded = Math.round(Number(seconds) / 10) * 10;
  return `${rounded === 0 ? '' : sign}${rounded}.0${rest} 0.5 s`;
}
