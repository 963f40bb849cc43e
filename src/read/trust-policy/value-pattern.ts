import { ANY_CHARACTERS, ONE_CHARACTER, patternTokens, tokensMatch, type PatternToken } from '../string-like.ts';

/** A policy's value taken apart; undefined when it holds a variable that only AWS can fill in. */
export type ValuePattern = readonly PatternToken[] | undefined;

/** How AWS writes the three characters that a value cannot hold as themselves. */
const ESCAPES: Readonly<Record<string, string>> = { '${*}': '*', '${?}': '?', '${$}': '$' };

/**
 * Takes a value of a string condition apart. With `wildcards`, `*` and `?` match as in `StringLike`; otherwise they
 * are themselves. Variables exist in version 2012-10-17 only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function valuePattern(value: string, wildcards: boolean, variables: boolean): ValuePattern {
  const literal = (text: string): readonly PatternToken[] => (wildcards ? patternTokens(text) : Array.from(text));
  if (!variables || !value.includes('${')) return literal(value);
  const tokens: PatternToken[] = [];
  let at = 0;
  while (at < value.length) {
    const start = value.indexOf('${', at);
    const end = start < 0 ? -1 : value.indexOf('}', start);
    if (end < 0) break;
    const escaped = ESCAPES[value.slice(start, end + 1)];
    if (escaped === undefined) return undefined;
    tokens.push(...literal(value.slice(at, start)), escaped);
    at = end + 1;
  }
  return [...tokens, ...literal(value.slice(at))];
}

/** Whether a value matches, its case left aside where `ignoreCase`. */
export function patternMatches(tokens: readonly PatternToken[], value: string, ignoreCase = false): boolean {
  if (!ignoreCase) return tokensMatch(tokens, value);
  const lower = tokens.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
  return tokensMatch(lower, value.toLowerCase());
}

/**
 * `ArnLike`: each of the six parts of an ARN is matched on its own, so that a wildcard stays within its part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnMatches(tokens: readonly PatternToken[], value: string): boolean {
  const patterns = splitTokens(tokens);
  const parts = value.split(':');
  if (patterns.length < ARN_PARTS || parts.length < ARN_PARTS) return false;
  const values = [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
  return patterns.every((pattern, index) => tokensMatch(pattern, values[index] ?? ''));
}

const ARN_PARTS = 6;

function splitTokens(tokens: readonly PatternToken[]): readonly (readonly PatternToken[])[] {
  const parts: PatternToken[][] = [[]];
  for (const token of tokens) {
    if (token === ':' && parts.length < ARN_PARTS) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Whether a value holds a wildcard at all. */
export function hasWildcard(value: string): boolean {
  return patternTokens(value).some((token) => token === ANY_CHARACTERS || token === ONE_CHARACTER);
}
