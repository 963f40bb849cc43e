import type { RequiredActions } from '../model/beyond.ts';
import type { BadLine } from './target.ts';

export type ActionLine = RequiredActions | { readonly file: string };

export type ActionList = { readonly lines: readonly ActionLine[] } | { readonly bad: readonly BadLine[] };

/** Limits of SimulatePrincipalPolicy: 3 to 128 characters an action, 2,048 a resource (IAM API Reference). */
const ACTION = /^[A-Za-z0-9-]{1,60}:[A-Za-z0-9]{1,67}$/;
const LONGEST_RESOURCE = 2_048;
const RESOURCE = /^arn:[\w-]*:[\w-]*:[\w*?-]*:[\w*?]*:\S+$/;
const LONGEST_LINE = 20_000;
export const MOST_LINES = 2_000;

const ALLOWED =
  'ACTION[,ACTION…] [RESOURCE-ARN…] a line, such as s3:PutObject,s3:GetObject arn:aws:s3:::bucket/*, or @FILE';

/**
 * Reads the input `required-actions`: one `ACTION[,ACTION…] [RESOURCE-ARN…]` a line, empty lines and comments (`#`)
 * left out. `@FILE` names a file with more of them. Never throws.
 */
export function readActions(text: string): ActionList {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) return { bad: [{ line: 'only white space or comments', allowed: ALLOWED }] };
  if (lines.length > MOST_LINES) {
    return { bad: [{ line: `${lines.length} lines`, allowed: `at most ${MOST_LINES} lines` }] };
  }
  const read = lines.map((line) => (line.startsWith('@') ? fileLine(line) : readActionLine(line)));
  const bad = read.filter((one): one is BadLine => 'allowed' in one);
  return bad.length > 0 ? { bad } : { lines: read.filter((one): one is ActionLine => !('allowed' in one)) };
}

function fileLine(line: string): ActionLine | BadLine {
  const file = line.slice(1).trim();
  return file === '' || file.includes('\0') ? { line, allowed: `${ALLOWED}; the file’s name is missing` } : { file };
}

/** Reads one line without white space around it. */
export function readActionLine(line: string): RequiredActions | BadLine {
  if (line.length > LONGEST_LINE) return { line, allowed: `${ALLOWED}; at most ${LONGEST_LINE} characters a line` };
  // An ARN may hold a comma; one that the next action or ARN follows separates.
  const words = line.split(/\s+|,(?=\s*(?:arn:|\*$|\*\s|[A-Za-z0-9-]+:[A-Za-z0-9*]+(?:[\s,]|$)))/);
  const named = words.map((word) => word.replace(/,$/, '')).filter((word) => word !== '');
  const split = named.findIndex(isResource);
  const actions = named.slice(0, split === -1 ? undefined : split);
  const resources = split === -1 ? [] : named.slice(split);
  const wrong = actions.find((action) => !ACTION.test(action)) ?? resources.find((resource) => !isUsable(resource));
  if (wrong === undefined && actions.length > 0)
    return { actions, resources: resources.length === 0 ? ['*'] : resources };
  return { line: wrong ?? line, allowed: `${ALLOWED}${whyNot(wrong, actions)}` };
}

function isResource(word: string): boolean {
  return word === '*' || word.startsWith('arn:');
}

function isUsable(resource: string): boolean {
  return resource === '*' || (resource.length <= LONGEST_RESOURCE && RESOURCE.test(resource));
}

function whyNot(wrong: string | undefined, actions: readonly string[]): string {
  if (wrong === undefined) return actions.length === 0 ? '; the action is missing' : '';
  if (/^[A-Za-z0-9-]+:[A-Za-z0-9*?]*[*?]/.test(wrong) || wrong === '*:*') {
    return '; AWS’s policy simulator takes no wildcard in an action';
  }
  if (ACTION.test(wrong)) return '; an action stands before the resources';
  if (wrong.startsWith('arn:')) return '; an ARN has six parts, separated by colons';
  return wrong.includes(':') ? '' : '; an action is a service and a name, such as ecs:UpdateService';
}
