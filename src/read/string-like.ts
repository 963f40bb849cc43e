/** `*`: any number of characters, none included. */
export const ANY_CHARACTERS = Symbol('*');
/** `?`: exactly one character. */
export const ONE_CHARACTER = Symbol('?');

/** A pattern taken apart: single characters (code points), and the two wildcards. */
export type PatternToken = string | typeof ANY_CHARACTERS | typeof ONE_CHARACTER;

/** Takes a pattern apart; every `*` and `?` in it is a wildcard. */
export function patternTokens(pattern: string): readonly PatternToken[] {
  return Array.from(pattern, (character) =>
    character === '*' ? ANY_CHARACTERS : character === '?' ? ONE_CHARACTER : character,
  );
}

/**
 * IAM's `StringLike`: case-sensitive, over the whole value, `*` and `?` as wildcards anywhere.
 * One pass over the value, without backtracking, whatever the pattern.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export function stringLike(pattern: string, value: string): boolean {
  return tokensMatch(patternTokens(pattern), value);
}

/** `stringLike` for a pattern already taken apart, in which a literal `*` or `?` may stand. */
export function tokensMatch(tokens: readonly PatternToken[], value: string): boolean {
  const characters = Array.from(value);
  const singles = tokens.filter((token) => token !== ANY_CHARACTERS);
  if (singles.length > characters.length) return false;
  const { steps, anyStep, stays } = automaton(tokens);
  // Bit n is set while the value so far can be what the first n single characters and the stars among them match.
  let states = 1n;
  for (const character of characters) {
    states = ((states & (steps.get(character) ?? anyStep)) << 1n) | (states & stays);
    if (states === 0n) return false;
  }
  return states >> BigInt(singles.length) === 1n;
}

interface Automaton {
  /** For a character, the states that it leads on from; `anyStep` for every other character. */
  readonly steps: ReadonlyMap<string, bigint>;
  readonly anyStep: bigint;
  /** The states in which a `*` takes any character. */
  readonly stays: bigint;
}

function automaton(tokens: readonly PatternToken[]): Automaton {
  const literal = new Map<string, bigint>();
  let [state, anyStep, stays] = [1n, 0n, 0n];
  for (const token of tokens) {
    if (token === ANY_CHARACTERS) {
      stays |= state;
      continue;
    }
    if (token === ONE_CHARACTER) anyStep |= state;
    else literal.set(token, (literal.get(token) ?? 0n) | state);
    state <<= 1n;
  }
  return { steps: new Map([...literal].map(([token, states]) => [token, states | anyStep])), anyStep, stays };
}
