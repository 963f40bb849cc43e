import { distance } from 'fastest-levenshtein';
import {
  type Action,
  type Condition,
  OPERATOR_NAMES,
  type Principal,
  type PrincipalEntry,
  type PrincipalType,
  Problem,
  readOperator,
  type Statement,
  type TrustPolicy,
} from './policy.ts';

/** Characters; far above IAM's own quota for a trust policy, which leaves white space uncounted. */
const MAX_LENGTH = 65_536;
const ELEMENTS = ['Version', 'Id', 'Statement'];
const VERSIONS = ['2008-10-17', '2012-10-17'] as const;

export type ParsedTrustPolicy =
  | { readonly policy: TrustPolicy; readonly problem?: undefined }
  | { readonly policy?: undefined; readonly problem: Problem };

/**
 * Reads the JSON of a role trust policy, by IAM's grammar. What `aws iam get-role` prints around it is taken off.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseTrustPolicy(text: string): ParsedTrustPolicy {
  const read = readDocument(text);
  return read instanceof Problem ? { problem: read } : { policy: read };
}

function readDocument(text: string): TrustPolicy | Problem {
  if (text.length > MAX_LENGTH) return new Problem('', `The text is longer than ${MAX_LENGTH} characters.`);
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const value = parseJson(json);
  if (value instanceof Problem) return value;
  const duplicate = duplicateKey(json);
  if (duplicate !== undefined) {
    return new Problem(
      '',
      `${quoted(duplicate)} stands twice in one object: only the last would count, and IAM refuses it.`,
    );
  }
  const document = unwrapped(value);
  return isObject(document) ? readPolicy(document) : new Problem('', 'A policy is a JSON object.');
}

function parseJson(json: string): unknown {
  if (json.trim() === '') return new Problem('', 'The text is empty.');
  try {
    return JSON.parse(json);
  } catch {
    return new Problem('', 'The text is not JSON.');
  }
}

function unwrapped(value: unknown): unknown {
  const role = isObject(value) && isObject(value['Role']) ? value['Role'] : value;
  return isObject(role) && 'AssumeRolePolicyDocument' in role ? role['AssumeRolePolicyDocument'] : role;
}

function readPolicy(document: Readonly<Record<string, unknown>>): TrustPolicy | Problem {
  const stray = Object.keys(document).find((name) => !ELEMENTS.includes(name));
  if (stray !== undefined) return new Problem(step('', stray), unknownName(stray, ELEMENTS, 'an element of a policy'));
  const version = 'Version' in document ? document['Version'] : '2008-10-17';
  const known = VERSIONS.find((candidate) => candidate === version);
  if (known === undefined) return new Problem('Version', `Version is one of ${VERSIONS.join(' and ')}.`);
  const listed = document['Statement'];
  if (listed === undefined) return new Problem('Statement', 'The policy has no Statement.');
  const statements = readStatements(Array.isArray(listed) ? listed : [listed], Array.isArray(listed));
  return statements instanceof Problem ? statements : { version: known, statements };
}

function readStatements(listed: readonly unknown[], numbered: boolean): readonly Statement[] | Problem {
  const statements: Statement[] = [];
  for (const [index, value] of listed.entries()) {
    const statement = parseStatement(value, index, numbered ? `Statement[${index}]` : 'Statement');
    if (statement instanceof Problem) return statement;
    statements.push(statement);
  }
  return statements;
}

const STATEMENT_ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
const PRINCIPAL_TYPES: readonly PrincipalType[] = ['AWS', 'Federated', 'Service', 'CanonicalUser'];
/** `*`, or a service's prefix, a colon and a name. */
const ACTION = /^(?:\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+)$/;

/** Reads one statement; `where` is its path in the policy. */
export function parseStatement(value: unknown, index: number, where: string): Statement | Problem {
  if (!isObject(value)) return new Problem(where, 'A statement is a JSON object.');
  const stray = strayElement(value, where);
  if (stray !== undefined) return stray;
  const { Sid: sid, Effect: effect } = value;
  if (sid !== undefined && typeof sid !== 'string') return new Problem(`${where}.Sid`, 'Sid is a string.');
  if (effect !== 'Allow' && effect !== 'Deny') {
    return new Problem(`${where}.Effect`, 'Effect is "Allow" or "Deny", in exactly that case.');
  }
  const principal = parsePrincipal(value, where);
  if (principal instanceof Problem) return principal;
  const action = parseAction(value, where);
  if (action instanceof Problem) return action;
  const conditions = parseConditions(value['Condition'], `${where}.Condition`);
  if (conditions instanceof Problem) return conditions;
  return { index, sid, effect, principal, action, conditions };
}

function strayElement(value: Readonly<Record<string, unknown>>, where: string): Problem | undefined {
  const stray = Object.keys(value).find((name) => !STATEMENT_ELEMENTS.includes(name));
  if (stray === undefined) return undefined;
  const what =
    stray === 'Resource' || stray === 'NotResource'
      ? `A trust policy has no ${stray}: the role it is attached to is the resource.`
      : unknownName(stray, STATEMENT_ELEMENTS, 'an element of a statement');
  return new Problem(step(where, stray), what);
}

/** Of an element and its `Not` twin exactly one is there. */
function either(
  value: Readonly<Record<string, unknown>>,
  name: 'Principal' | 'Action',
  where: string,
): { readonly negated: boolean; readonly content: unknown; readonly at: string } | Problem {
  const twin = `Not${name}`;
  const plain = value[name] !== undefined;
  const negated = value[twin] !== undefined;
  if (plain && negated) return new Problem(where, `A statement has ${name} or ${twin}, not both.`);
  if (!plain && !negated) return new Problem(where, `The statement has no ${name}.`);
  const written = negated ? twin : name;
  return { negated, content: value[written], at: `${where}.${written}` };
}

function parsePrincipal(value: Readonly<Record<string, unknown>>, where: string): Principal | Problem {
  const found = either(value, 'Principal', where);
  if (found instanceof Problem) return found;
  const { negated, content, at } = found;
  if (content === '*') return { negated, everyone: true, entries: [] };
  if (!isObject(content)) return new Problem(at, 'A principal is "*", or an object such as {"Federated": "…"}.');
  const entries: PrincipalEntry[] = [];
  for (const [name, listed] of Object.entries(content)) {
    const type = PRINCIPAL_TYPES.find((candidate) => candidate === name);
    if (type === undefined)
      return new Problem(step(at, name), unknownName(name, PRINCIPAL_TYPES, 'a kind of principal'));
    const values = stringList(listed);
    if (values === undefined) return new Problem(step(at, name), 'A principal is a string or a list of strings.');
    entries.push({ type, values });
  }
  const everyone = entries.some(({ type, values }) => type === 'AWS' && values.includes('*'));
  return { negated, everyone, entries };
}

function parseAction(value: Readonly<Record<string, unknown>>, where: string): Action | Problem {
  const found = either(value, 'Action', where);
  if (found instanceof Problem) return found;
  const patterns = stringList(found.content);
  if (patterns === undefined) return new Problem(found.at, 'An action is a string or a list of strings.');
  const odd = patterns.find((pattern) => !ACTION.test(pattern));
  if (odd !== undefined) {
    return new Problem(
      found.at,
      `${quoted(odd)} is not an action: a service's prefix, a colon and a name, such as "sts:AssumeRole".`,
    );
  }
  return { negated: found.negated, patterns };
}

/** Reads a `Condition` block into one entry for each operator and key. */
export function parseConditions(block: unknown, where: string): readonly Condition[] | Problem {
  if (block === undefined) return [];
  if (!isObject(block)) return new Problem(where, 'A condition is an object of operators, each an object of keys.');
  const conditions: Condition[] = [];
  for (const [name, keys] of Object.entries(block)) {
    const read = parseOperator(name, keys, step(where, name));
    if (read instanceof Problem) return read;
    conditions.push(...read);
  }
  return conditions;
}

function parseOperator(name: string, keys: unknown, where: string): readonly Condition[] | Problem {
  const operator = readOperator(name);
  if (operator === undefined)
    return new Problem(where, unknownName(name, OPERATOR_NAMES, 'a condition operator of IAM'));
  if (!isObject(keys)) return new Problem(where, 'An operator holds an object: condition keys, each with its values.');
  const conditions: Condition[] = [];
  for (const [key, listed] of Object.entries(keys)) {
    if (!key.includes(':')) {
      return new Problem(step(where, key), `${quoted(key)} is not a condition key: it has no prefix with a colon.`);
    }
    const values = conditionValues(listed);
    if (values === undefined) {
      return new Problem(step(where, key), 'A condition value is a string, a number or a boolean, or a list of them.');
    }
    conditions.push({ operator, key, values });
  }
  return conditions;
}

function conditionValues(listed: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const values = list.map((item) =>
    typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean' ? String(item) : undefined,
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}

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

const LONGEST_QUOTE = 80;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The path of a member, its name cut where it is long. */
export function step(where: string, name: string): string {
  return where === '' ? cut(name) : `${where}.${cut(name)}`;
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** A value of the policy, short enough to stand in a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

/** Says that a name is none of those allowed, and which is nearest. */
export function unknownName(name: string, allowed: readonly string[], what: string): string {
  const [nearest] = [...allowed].sort((one, other) => far(name, one) - far(name, other));
  const hint = nearest !== undefined && isNear(name, nearest) ? ` Did you mean ${quoted(nearest)}?` : '';
  return `${quoted(name)} is not ${what}.${hint}`;
}

/** Of a short name, most letters must be right: `a` is not meant for `Id`. */
function isNear(name: string, allowed: string): boolean {
  const wrong = far(name, allowed);
  return wrong <= 3 && 2 * wrong < allowed.length;
}

function far(name: string, allowed: string): number {
  return distance(name.slice(0, LONGEST_QUOTE).toLowerCase(), allowed.toLowerCase());
}

/** A string or a list of strings, as a list; undefined for anything else. */
export function stringList(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}
