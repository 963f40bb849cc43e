import { isObject, quoted, step, stringList, unknownName } from './json.ts';
import { parseConditions } from './parse-conditions.ts';
import {
  Problem,
  type Action,
  type Principal,
  type PrincipalEntry,
  type PrincipalType,
  type Statement,
} from './policy.ts';

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
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
  const stray = Object.keys(value).find((name) => !ELEMENTS.includes(name));
  if (stray === undefined) return undefined;
  const what =
    stray === 'Resource' || stray === 'NotResource'
      ? `A trust policy has no ${stray}: the role it is attached to is the resource.`
      : unknownName(stray, ELEMENTS, 'an element of a statement');
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
