import { isAccessKeyId } from './access-key-id.ts';
import { isSecretAccessKey } from './unsafe-content.ts';

export interface PlaceholderFacts {
  readonly kind:
    'expression' | 'shell-variable' | 'masked' | 'null-literal' | 'template' | 'documentation-example' | 'emulator';
}

type Kind = PlaceholderFacts['kind'];

const WORDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...['null', '(null)', 'undefined', 'none', 'nil', 'nan', 'true', 'false', 'n/a', '[object object]'].map(
    (word): [string, Kind] => [word, 'null-literal'],
  ),
  ...['test', 'testing', 'dummy', 'mock', 'fake', 'localstack', 'moto', 'local'].map((word): [string, Kind] => [
    word,
    'emulator',
  ]),
  ...['changeme', 'change_me', 'change-me', 'replaceme', 'replace_me', 'replace-me', 'placeholder', 'todo', 'tbd'].map(
    (word): [string, Kind] => [word, 'template'],
  ),
  ...['fixme', 'example', 'sample', 'foo', 'bar', 'foobar', 'secret', 'key', 'token', '...', '…'].map(
    (word): [string, Kind] => [word, 'template'],
  ),
]);

/** The name of the variable, input or setting itself in the place of its value. */
const OWN_NAME =
  /^(?:(?:my|your)[-_ ]?)?(?:aws[-_ ]?)?(?:access[-_ ]?key(?:[-_ ]?id)?|secret(?:[-_ ]?access)?[-_ ]?key|(?:session|security)[-_ ]?token)(?:[-_ ]?here)?$/i;

/** Examples of AWS's documentation: https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html */
const EXAMPLE = /EXAMPLE(?:KEY)?(?:$|[^A-Za-z0-9])|^[A-Za-z]{0,4}EXAMPLE/;
/** Above this a value is a token, where anything may stand by chance. */
const LONGEST_TEMPLATE = 100;

function isShellVariable(text: string): boolean {
  const name = /^\$(?:env:)?([A-Za-z_][A-Za-z0-9_]*)$/i.exec(text)?.[1];
  if (name !== undefined) {
    // `$${{ secrets.KEY }}` leaves a dollar sign in front of the real value.
    return !isAccessKeyId(name) && !isSecretAccessKey(name);
  }
  return /^\$\{[^{}]*\}$/.test(text) || /^\$\([^()]*\)$/.test(text) || /^%[A-Za-z_][A-Za-z0-9_]*%$/.test(text);
}

function isTemplate(text: string): boolean {
  return (
    /^<[^<>]*>$/.test(text) ||
    /^\[[^[\]]*\]$/.test(text) ||
    /^x{3,}$/i.test(text) ||
    /^A[KS]IA[Xx]{8,}/.test(text) ||
    /(?:^|[-_ <[])your[-_ ]/i.test(text) ||
    // `set NAME=` is a line of Windows, and what follows may be a value.
    /^(?:insert|enter|replace|change|add|put|paste|set)[-_ ](?![A-Za-z_]\w* ?=)/i.test(text) ||
    OWN_NAME.test(text)
  );
}

function kindOf(text: string): Kind | undefined {
  if (text.includes('${{') || /^\{\{.*\}\}$/s.test(text)) {
    return 'expression';
  }
  if (text.includes('***') || /^[*•●]+$/.test(text)) {
    return 'masked';
  }
  if (text.length <= LONGEST_TEMPLATE && isShellVariable(text)) {
    return 'shell-variable';
  }
  if (EXAMPLE.test(text)) {
    return 'documentation-example';
  }
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) {
    return word;
  }
  return text.length <= LONGEST_TEMPLATE && isTemplate(text) ? 'template' : undefined;
}

/**
 * Tells whether a value is still what was to be replaced by the real one; spaces and quotes around it do not count.
 * Real keys and tokens never are.
 */
export function readPlaceholder(value: string): PlaceholderFacts | undefined {
  const text = value.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const kind = kindOf(text);
  return kind === undefined ? undefined : { kind };
}
