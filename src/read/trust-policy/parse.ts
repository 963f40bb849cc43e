import { duplicateKey } from './duplicate-key.ts';
import { isObject, quoted, step, unknownName } from './json.ts';
import { parseStatement } from './parse-statement.ts';
import { Problem, type Statement, type TrustPolicy } from './policy.ts';

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
