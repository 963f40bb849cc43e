import type { RequiredActions } from '../model/beyond.ts';
import { readActionLine, MOST_LINES } from './required-action.ts';
import type { BadLine } from './target.ts';

/**
 * Reads a file of required actions: one `ACTION[,ACTION…] [RESOURCE-ARN…]` a line, or a policy in JSON. So it takes what
 * tools print that find out which actions a deployment needs: a list (with the quotes, commas and dashes of JSON and
 * YAML), a policy document (iamlive), and one in Terraform's `jsonencode(…)` (pike). Never throws.
 */
export function readActionFile(
  text: string,
): { readonly lines: readonly RequiredActions[] } | { readonly bad: BadLine } {
  const plain = text.replace(/^\uFEFF/, '');
  return readPolicy(plain) ?? readLines(plain);
}

function readLines(text: string): { lines: readonly RequiredActions[] } | { bad: BadLine } {
  const lines: RequiredActions[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = bare(raw);
    if (line === '') continue;
    const read = readActionLine(line);
    if ('allowed' in read) return { bad: read };
    lines.push(read);
    if (lines.length > MOST_LINES) return { bad: { line: 'the file', allowed: `at most ${MOST_LINES} lines` } };
  }
  return lines.length > 0 ? { lines } : { bad: { line: 'the file', allowed: 'at least one action' } };
}

/** Without a list's dash, brackets, quotes and commas, and without a comment. */
function bare(raw: string): string {
  return raw
    .trim()
    .replace(/^(?:#|\/\/).*$/, '')
    .replace(/\s+#\s.*$/, '')
    .replace(/^[-*•]\s+(?=\S)/, '')
    .replace(/^[[\]]+,?$/, '')
    .replaceAll(/["'`]/g, '')
    .replace(/[,;]+$/, '')
    .trim();
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
}

/** A policy's `Allow` statements; undefined where the text is none. */
function readPolicy(text: string): { lines: readonly RequiredActions[] } | { bad: BadLine } | undefined {
  const begin = text.indexOf('{', Math.max(0, text.indexOf('jsonencode(')));
  const end = text.lastIndexOf('}', text.includes('jsonencode(') ? text.lastIndexOf(')') : undefined);
  if (begin === -1 || !text.includes('"Statement"')) return undefined;
  const policy = parse(text.slice(begin, Math.max(begin, end) + 1));
  if (policy === undefined) {
    return { bad: { line: 'the file', allowed: 'one action a line, or a policy in valid JSON' } };
  }
  const lines: RequiredActions[] = [];
  for (const statement of listOf(policy.Statement) as readonly Statement[]) {
    if (statement.Effect !== 'Allow') continue;
    const resources = listOf(statement.Resource ?? '*').map(String);
    const read = readActionLine([listOf(statement.Action).map(String).join(','), ...resources].join(' '));
    if ('allowed' in read) return { bad: read };
    lines.push(read);
  }
  return lines.length > 0 ? { lines } : { bad: { line: 'the file', allowed: 'a policy that allows something' } };
}

function parse(text: string): { readonly Statement?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
