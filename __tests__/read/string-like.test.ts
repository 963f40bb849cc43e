import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { patternTokens, stringLike, tokensMatch } from '../../src/read/string-like.ts';

/** The definition itself, exponential and obvious. */
function naive(pattern: string, value: string): boolean {
  if (pattern === '') return value === '';
  const [first, rest] = [pattern[0], pattern.slice(1)];
  if (first === '*') return naive(rest, value) || (value !== '' && naive(pattern, value.slice(1)));
  return value !== '' && (first === '?' || first === value[0]) && naive(rest, value.slice(1));
}

describe('stringLike', () => {
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['?', '', false],
    ['?', '😀', true],
    ['repo:octo-org/*', 'repo:octo-org/octo-repo:ref:refs/heads/main', true],
    ['repo:octo-org/octo-repo:ref:refs/heads/main*', 'repo:octo-org/octo-repo:ref:refs/heads/main', true],
    ['repo:octo-org/octo-repo:ref:refs/heads/mai?', 'repo:octo-org/octo-repo:ref:refs/heads/main', true],
    ['repo:octo-org/octo-repo:ref:refs/heads/*', 'repo:octo-org/octo-repo:ref:refs/heads/a/b', true],
    ['repo:Octo-org/*', 'repo:octo-org/octo-repo:pull_request', false],
    ['a.c', 'abc', false],
    ['*.c', 'a.b.c', true],
    ['[a]', 'a', false],
  ])('%j against %j: %j', (pattern, value, expected) => {
    expect(stringLike(pattern, value)).toBe(expected);
  });

  it('agrees with its definition', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(text, value, (pattern, actual) => stringLike(pattern, actual) === naive(pattern, actual)),
      { numRuns: 2_000 },
    );
  });

  it('takes a pattern made to backtrack in its stride', () => {
    const started = performance.now();
    expect(stringLike(`${'*a'.repeat(2_000)}*b`, 'a'.repeat(4_000))).toBe(false);
    expect(stringLike(`*${'a'.repeat(2_000)}b`, 'a'.repeat(4_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('lets a literal star stand among tokens', () => {
    expect(tokensMatch(['*', ...patternTokens('*')], '*abc')).toBe(true);
    expect(tokensMatch(['*', ...patternTokens('*')], 'abc')).toBe(false);
  });
});
