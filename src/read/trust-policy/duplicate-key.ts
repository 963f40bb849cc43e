/**
 * The first key that stands twice in one object of a JSON text, or undefined. IAM forbids it, and JSON.parse
 * silently keeps the last: half of a `Condition` would be gone without a word.
 * The text must be valid JSON.
 */
export function duplicateKey(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const token of json.matchAll(TOKENS)) {
    const [text, key, colon] = token;
    if (text === '{') open.push(new Set());
    else if (text === '[') open.push(undefined);
    else if (text === '}' || text === ']') open.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(key ?? '""') as string;
      const names = open.at(-1);
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
  }
  return undefined;
}

/** A bracket, or a whole string with the colon that makes it a key. */
const TOKENS = /[{}[\]]|("(?:[^"\\]|\\.)*")(\s*:)?/g;
