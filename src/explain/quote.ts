import { harmlessLine } from '../model/text.ts';

const LONGEST = 200;
const HIDDEN = '…';
/** Whatever might be a key, a token or a password: no white space, quotes or brackets in it. */
const WORD = /[^\s"'`<>(){}[\],;|]{12,}/g;
const ARN = /^(?:\w{1,20}[:=])?arn:aws[\w-]{0,20}:/;
const URL_FORM = /^https?:\/\//i;
const HOST = /^[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,8}(?::\d{1,5})?[.:]?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.:]?$/i;
/** A name of one or more words, as codes, classes, operations, variables and options have: no digits among letters. */
const NAME = /^[#$@-]{0,2}[A-Za-z]{1,38}(?:[._:/#$-]{1,2}[A-Za-z]{1,38}){0,10}[.:!?]?$/;
const TIME = /^\d{4}-?\d\d-?\d\dT[\d:.]{6,20}Z?[.:]?$/;
const ACTION = /^[a-z0-9-]{1,40}:[A-Za-z]{1,60}[.:]?$/;
/** What is told to be secret, whatever its form: Go prints a process's output, secret and token included, in clear. */
const TOLD =
  /(secret\w{0,20}|session_?token|\btoken|passw(?:or)?d|api_?key|authorization|signature|credential)(["']{0,2} ?[:=] ?["']{0,2})([^\s"',;}]{6,})/gi;

/**
 * A piece of a log fit to be shown: on one line, at a word's end where it is long, and without whatever might be a
 * secret: only ARNs, hosts, request IDs, times and names are left of long words. Never throws.
 */
export function quoteOf(text: string, longest = LONGEST): string {
  const short = text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest * 4);
  const safe = short
    .replace(TOLD, (_all, name: string, sign: string) => `${name}${sign}${HIDDEN}`)
    .replace(/\b(A[KS]IA)[A-Z0-9]{8,}/g, `$1${HIDDEN}`)
    .replace(WORD, shown)
    .replaceAll('`', "'");
  return harmlessLine(cutAtWord(safe, longest));
}

function shown(word: string): string {
  if (ARN.test(word) || URL_FORM.test(word)) {
    return word
      .split(/([/:?&=])/)
      .map((part) => (part.length > 40 || (part.length >= 20 && isMixed(part)) ? HIDDEN : part))
      .join('');
  }
  if (UUID.test(word) || TIME.test(word) || ACTION.test(word)) return word;
  if (word.length < 40 && (HOST.test(word) || NAME.test(word))) return word;
  if (HOST.test(word) && /amazonaws|\.aws/.test(word)) return word;
  if (NAME.test(word) && word.split(/[._:/#$-]/).every((part) => part.length < 36)) return word;
  if (word.length < 20 && !isMixed(word)) return word;
  return word.length < 16 && !/[A-Z]/.test(word) ? word : HIDDEN;
}

/** Small letters, capitals and digits together, as in keys. */
function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
}

function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1).replace(/[\s:,;(]+$/, '')}…`;
}
