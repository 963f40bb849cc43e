import type { WorkflowSubject } from '../model/report.ts';

/** The values of a credential, and how variables and inputs name them. */
export type Field = 'accessKeyId' | 'secretAccessKey' | 'sessionToken';

export interface Names {
  readonly env: readonly string[];
  readonly with: readonly string[];
}

export const FIELD_NAMES: Readonly<Record<Field, Names>> = {
  accessKeyId: { env: ['AWS_ACCESS_KEY_ID'], with: ['aws-access-key-id'] },
  secretAccessKey: { env: ['AWS_SECRET_ACCESS_KEY'], with: ['aws-secret-access-key'] },
  sessionToken: { env: ['AWS_SESSION_TOKEN'], with: ['aws-session-token'] },
};

/** Names that mean the same thing, one list for variables and one for inputs. */
const GROUPS: readonly Names[] = [
  ...Object.values(FIELD_NAMES),
  { env: ['AWS_REGION', 'AWS_DEFAULT_REGION'], with: ['aws-region', 'region'] },
  { env: ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'], with: ['aws-profile'] },
  { env: ['AWS_ROLE_ARN'], with: ['role-to-assume'] },
];

/** Whatever else in a job means what this entry means: the steps behind the check use that. */
export function sameMeaning({ kind, name = '' }: WorkflowSubject): Names {
  const key = kind === 'input' ? 'with' : 'env';
  return GROUPS.find((group) => group[key].includes(name)) ?? { env: [], with: [], [key]: [name] };
}

/** The value that an entry holds, where its name tells. */
export function fieldOf({ kind, name = '' }: WorkflowSubject): Field | undefined {
  const key = kind === 'input' ? 'with' : 'env';
  return (Object.keys(FIELD_NAMES) as Field[]).find((field) => FIELD_NAMES[field][key].includes(name));
}

const EXPRESSION = /^\$\{\{[^{}\r\n]*\}\}$/;

/** A single expression and nothing else. */
export function isExpression(text: string): boolean {
  return EXPRESSION.test(text.trim());
}

/**
 * The expression inside a text that adds something to it: white space, quotes, a `NAME=`, a separator. Undefined where the
 * text is the expression alone, or more than that.
 */
export function expressionWithin(text: string): string | undefined {
  const found =
    /^[\s"'`\u201c\u201d]*(?:export\s+)?(?:[A-Za-z_][\w-]{0,60}\s*[=:]\s*)?["'`\u201c\u201d\s]*(\$\{\{[^{}\r\n]*\}\})["'`\u201c\u201d\s;,]*$/.exec(
      text,
    )?.[1];
  return found === undefined || found === text ? undefined : found;
}

const WORDS: Readonly<Record<Field, readonly string[]>> = {
  accessKeyId: ['access', 'key', 'id'],
  secretAccessKey: ['secret', 'access', 'key'],
  sessionToken: ['session', 'token'],
};

const PATTERNS: Readonly<Record<Field, RegExp>> = {
  accessKeyId: /access([_-]?)key\1id/i,
  secretAccessKey: /secret([_-]?)access\1key/i,
  sessionToken: /session([_-]?)token/i,
};

/**
 * The expression of one value, made from its neighbour's by the names' convention:
 * `${{ secrets.PROD_AWS_ACCESS_KEY_ID }}` gives `${{ secrets.PROD_AWS_SESSION_TOKEN }}`. Undefined where the neighbour's name
 * does not follow one.
 */
export function expressionFrom(neighbour: string, from: Field, to: Field): string | undefined {
  if (!isExpression(neighbour)) return undefined;
  const found = PATTERNS[from].exec(neighbour);
  if (!found) return undefined;
  const [name, separator = ''] = found;
  const words = WORDS[to];
  const cased = name === name.toUpperCase() ? words.map((word) => word.toUpperCase()) : words;
  const joined =
    separator === '' && name !== name.toUpperCase() && name !== name.toLowerCase()
      ? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
      : cased.join(separator);
  return neighbour.trim().replace(name, joined);
}

/** What the usual name of a secret is, where no neighbour tells. */
export function usualExpression(field: Field): string {
  return `\${{ secrets.AWS_${WORDS[field].join('_').toUpperCase()} }}`;
}

/** The name that a text means without being an expression: `$NAME`, `${NAME}`, `%NAME%`, `secrets.NAME`, `{{ secrets.NAME }}`. */
export function nameMeant(
  text: string,
): { readonly context: 'secrets' | 'vars' | 'env' | 'shell'; readonly name: string } | undefined {
  const context = /^[${(\s"']*(secrets|vars|env)\.(\w{1,100})[})\s"']*$/.exec(text);
  if (context?.[1] !== undefined && context[2] !== undefined)
    return { context: context[1] as 'secrets' | 'vars' | 'env', name: context[2] };
  const shell = /^["']?(?:\$\{?(?:env:)?(\w{1,100})\}?|%(\w{1,100})%)["']?$/.exec(text.trim());
  const name = shell?.[1] ?? shell?.[2];
  return name === undefined ? undefined : { context: 'shell', name };
}
