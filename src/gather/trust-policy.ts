import { isAbsolute, join } from 'node:path';
import { readText } from './files.ts';

/**
 * The text of the input `trust-policy`: JSON as it stands, else the file that it names, relative to the workspace.
 * Never throws.
 */
export async function readTrustPolicyText(
  input: string,
  workspace: string | undefined,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (/^\s*[{[]/.test(input)) return { text: input };
  const path = isAbsolute(input) ? input : join(workspace ?? '.', input);
  const file = await readText(path);
  if (file.kind === 'text') return { text: file.text };
  return { problem: file.kind === 'absent' ? 'the file does not exist' : `the file ${file.why}` };
}
