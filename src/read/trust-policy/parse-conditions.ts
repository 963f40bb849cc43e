import { isObject, quoted, step, unknownName } from './json.ts';
import { OPERATOR_NAMES, readOperator } from './operator.ts';
import { Problem, type Condition } from './policy.ts';

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
