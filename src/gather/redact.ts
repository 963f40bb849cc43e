const MAX_CHARACTERS = 500;

/**
 * What a program wrote to standard error, fit to be shown: known secrets and every word that could be one are hidden,
 * control characters become spaces, and the end is kept, where the error stands.
 */
export function redactOutput(text: string, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) {
    if (secret.length >= 4) shown = shown.replaceAll(secret, '***');
  }
  shown = shown
    // ANSI escape sequences, before their first character is taken as a mere control character.
    // eslint-disable-next-line no-control-regex
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[A-Za-z0-9+/=_.~%-]{16,}/g, (word) => (looksSecret(word) ? '***' : word))
    .trim();
  return shown.length > MAX_CHARACTERS ? `…${shown.slice(1 - MAX_CHARACTERS)}` : shown;
}

/** Key IDs, keys, tokens and JWTs mix digits with letters; words and paths rarely do, and are cut at 40 characters anyway. */
function looksSecret(word: string): boolean {
  return word.length >= 40 || (/\d/.test(word) && /[A-Za-z]/.test(word));
}
