const KEY_ID = /(?:AKIA|ASIA)[A-Z0-9]{16}/;

/** Names whose value, where it stands in plain text, nobody should print. */
const SENSITIVE_ENTRY =
  /^[\s-]*["']?[\w-]*(?:secret|token|password|passphrase|credential|private|access[-_]?key)[\w-]*["']?\s*:(.*)$/i;

/** Whether lines of a workflow file hold a credential in plain text, or may hold one: such lines are not repeated. */
export function showsCredential(snippet: string): boolean {
  return (
    KEY_ID.test(snippet) ||
    snippet.split('\n').some(hasSensitiveLiteral) ||
    snippet.split(/[^A-Za-z0-9/+]/).some(isRandom)
  );
}

function hasSensitiveLiteral(line: string): boolean {
  const value = SENSITIVE_ENTRY.exec(line)?.[1]
    ?.replace(/\s#.*$/, '')
    .trim();
  return (
    value !== undefined &&
    !/^(?:''|""|\$\{\{[^}]*\}\}|'\$\{\{[^}]*\}\}'|"\$\{\{[^}]*\}\}"|write|read|none)?$/.test(value)
  );
}

/** As long and mixed as a secret access key; a commit's hash has no capitals. */
function isRandom(word: string): boolean {
  return word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
}
