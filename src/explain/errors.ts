import { hostsIn, isExpected, isForeign, isInnocent, isSurelyAws, namesAws } from './context.ts';
import { codeIn, isPrintedCode, operationIn } from './printed-code.ts';
import { reached, type Around } from './reach.ts';
import { rankOf, type Kind, type Rank, type Words } from './kinds.ts';
import type { LogLine, ReadLog } from './log.ts';
import { SERVICE_WORDS } from './service-words.ts';
import { TOOL_WORDS } from './tool-words.ts';

/** One error that a tool printed, taken apart as far as its form is known. */
export interface PrintedError {
  readonly kind: Kind;
  readonly rank: Rank;
  /** Its first line. */
  readonly line: LogLine;
  /** As printed from the code or the telling words on, not safe to print as it is. */
  readonly words: string;
  /** What is printed around it, on one line; it may hold a secret: read it, never print it. */
  readonly excerpt: string;
  /** What comes with it in the same message: from its beginning to where the next error begins. */
  readonly message: string;
  /** Its own line, or lines, whole; not safe to print as they are. */
  readonly own: string;
  readonly code: string | undefined;
  readonly operation: string | undefined;
  /** The hosts that it names, those of its own line first. */
  readonly hosts: readonly string[];
}

/** A log as one text, and where each line of it begins. */
interface View {
  readonly text: string;
  readonly starts: readonly number[];
  readonly lines: readonly LogLine[];
}

const GAP = '\u0000';
/** What belongs to one message stands this near to it, in characters. */
const BEFORE = 350;
const BEHIND = 900;
const MOST_OF_ONE = 300;
/** Words that are this near to each other, with no other error between them, are of one error. */
const SAME_ERROR = 320;
const ALL_WORDS = [...SERVICE_WORDS, ...TOOL_WORDS];
const ANOTHER_ERROR =
  /\b(?:Error|ERROR|error|fatal error|Exception): |error occurred \(|\boperation error |\bapi error |\bcaused by: |##\[error\]|<Error>|\{"__type"/;

/** Faults of the request that services answer with a status of 500. */
const OTHER_FAULT = /Insufficient\w{1,30}Capacity|LimitExceeded|QuotaExceeded|Conflict|NotFound/;

interface Hit {
  readonly order: number;
  readonly words: Words;
  readonly at: number;
  readonly end: number;
}

/**
 * Recognises the errors in a log that are about credentials, in the order of the log. What quotes an error without having
 * met it (a test's name, a line of source, the script of a step) is left out. Never throws.
 *
 * @param isOfAws an AWS tool is known to have printed the text
 */
export function errorsIn(log: ReadLog, isOfAws: boolean): readonly PrintedError[] {
  const view = viewOf(log.lines);
  const hits = ALL_WORDS.flatMap((words, order) => hitsOf(words, order, view.text));
  const real = hits
    .map((hit) => errorOf(hit, view, isOfAws))
    .filter((found) => found !== undefined)
    .sort((a, b) => a.hit.at - b.hit.at || a.hit.order - b.hit.order);
  return withoutEchoes(real, view.text).map(({ error }) => error);
}

function viewOf(all: readonly LogLine[]): View {
  const lines: LogLine[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let isGap = false;
  for (const line of all) {
    if (line.isHeader || isInnocent(line.text)) {
      isGap = true;
      continue;
    }
    const join = isGap || line.joins === 'gap' ? ` ${GAP} ` : line.joins === 'same-line' ? '' : ' ';
    isGap = false;
    parts.push(join, line.text);
    starts.push(length + join.length);
    lines.push(line);
    length += join.length + line.text.length;
  }
  return { text: parts.join(''), starts, lines };
}

function hitsOf(words: Words, order: number, text: string): readonly Hit[] {
  const hits: Hit[] = [];
  words.form.lastIndex = 0;
  for (let match = words.form.exec(text); match !== null; match = words.form.exec(text)) {
    hits.push({ order, words, at: match.index, end: match.index + match[0].length });
    if (match[0] === '') words.form.lastIndex += 1;
    if (hits.length >= MOST_OF_ONE) break;
  }
  return hits;
}

/** The index of the line that holds a place of the text. */
function lineAt({ starts }: View, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function aroundOf({ at, end }: Hit, view: View): Around {
  const from = Math.max(0, at - BEFORE, view.text.lastIndexOf(GAP, at) + 1);
  const gap = view.text.indexOf(GAP, end);
  const to = Math.min(view.text.length, end + BEHIND, gap === -1 ? Infinity : gap);
  const first = lineAt(view, at);
  const last = lineAt(view, end);
  const own = view.text.slice(
    Math.max(from, view.starts[first] ?? 0),
    Math.min(to, view.starts[last + 1] ?? view.text.length),
  );
  return { own, excerpt: view.text.slice(from, to), at: at - from };
}

interface Found {
  readonly hit: Hit;
  readonly error: PrintedError;
}

function errorOf(hit: Hit, view: View, isOfAws: boolean): Found | undefined {
  const { kind } = hit.words;
  const around = aroundOf(hit, view);
  const { own, excerpt, at } = around;
  const near = excerpt.slice(Math.max(0, at - 250), at + (hit.end - hit.at) + 300);
  if (isExpected(own.slice(0, 600))) return undefined;
  if (kind === 'unavailable' && OTHER_FAULT.test(near)) return undefined;
  // The AWS CLI and boto3 alone have these words, whatever endpoint they were given.
  const isOfBotocore = /endpoint URL: "?http/i.test(own);
  if (isForeign(own.slice(0, 3000)) && !isSurelyAws(own) && !isOfBotocore) return undefined;
  if (!namesAws(own) && isForeign(near) && !isSurelyAws(near) && !isOfBotocore) return undefined;
  const words = view.text.slice(hit.at, hit.end);
  const isCode = hit.words.needs === 'code';
  if (
    isCode &&
    !isPrintedCode(words, view.text.slice(Math.max(0, hit.at - 120), hit.at), view.text.slice(hit.end, hit.end + 260), {
      isCommon: hit.words.isCommon === true,
      isWhole: view.text.trim().length <= words.length + 8,
      isFirst: view.starts[lineAt(view, hit.at)] === hit.at,
      near,
    })
  ) {
    return undefined;
  }
  if (
    (hit.words.needs === 'aws' || hit.words.isCommon === true) &&
    !namesAws(near) &&
    !(
      isCode &&
      (view.text.trim().length <= words.length + 8 ||
        (isOfAws && /<Error>\s?<Code>$/.test(view.text.slice(Math.max(0, hit.at - 20), hit.at))))
    )
  )
    return undefined;
  if (hit.words.needs === 'tool' && !isOfAws && !namesAws(near)) return undefined;
  const reach = rankOf(kind) === 'no-answer' ? reached(kind, around, words, isOfAws) : kind;
  if (reach === undefined) return undefined;
  const line = view.lines[lineAt(view, hit.at)];
  if (line === undefined) return undefined;
  return {
    hit,
    error: {
      kind: reach,
      rank: rankOf(reach),
      line,
      words,
      excerpt,
      message: messageOf(around, hit),
      own,
      code: codeIn(near),
      operation: operationIn(excerpt, at),
      hosts: [...hostsIn(own), ...hostsIn(excerpt)],
    },
  };
}

/** To where the next error begins. */
function messageOf({ excerpt, at }: Around, hit: Hit): string {
  const from = Math.max(0, at - 200);
  const before = excerpt.slice(from, at);
  const behind = excerpt.slice(at + (hit.end - hit.at));
  const next = ANOTHER_ERROR.exec(behind);
  return before + excerpt.slice(at, at + (hit.end - hit.at)) + behind.slice(0, next?.index ?? behind.length);
}

/**
 * One error is told in several words: of those near each other the one that tells most is kept (the table's order), and
 * a wrapper that a cause follows is not one.
 */
function withoutEchoes(found: readonly Found[], text: string): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last === undefined || !isSameError(last.hit, one.hit, text, last.error, one.error)) {
      kept.push(one);
    } else if (better(one, last)) {
      kept[kept.length - 1] = {
        ...one,
        hit: { ...one.hit, at: last.hit.at, end: Math.max(last.hit.end, one.hit.end) },
        error: last.error.rank === one.error.rank ? { ...one.error, line: last.error.line } : one.error,
      };
    } else {
      kept[kept.length - 1] = { ...last, hit: { ...last.hit, end: Math.max(last.hit.end, one.hit.end) } };
    }
  }
  return kept;
}

function isSameError(a: Hit, b: Hit, text: string, one: PrintedError, other: PrintedError): boolean {
  if (b.at <= a.end) return true;
  if (b.at - a.end > SAME_ERROR) return false;
  const between = text.slice(a.end, b.at);
  if (between.includes(GAP)) return false;
  // A role that could not be taken is the cause of what follows, not another word for it.
  if (one.kind === 'role-unusable' || other.kind === 'role-unusable') return one.kind === other.kind;
  if (one.rank === 'wrapper' || other.rank === 'wrapper') return one.rank === 'wrapper' && other.rank === 'wrapper';
  // A network's words in one chain, whatever its links are called.
  if (one.rank === 'no-answer' && other.rank === 'no-answer') return true;
  if (isMetadata(one) || isMetadata(other))
    return one.rank === 'no-answer' || other.rank === 'no-answer' || isMetadata(one) === isMetadata(other);
  // Two whole sentences on lines of their own are two errors, unless both are of one denial.
  const areSentences = a.words.needs !== 'code' && b.words.needs !== 'code';
  if (areSentences && one.line !== other.line && one.kind !== other.kind && !(isDenial(one) && isDenial(other)))
    return false;
  return !ANOTHER_ERROR.test(between);
}

const DENIALS: ReadonlySet<Kind> = new Set(['denied', 'denied-bare', 'denied-encoded', 'quarantine', 'tags']);

function isDenial({ kind }: PrintedError): boolean {
  return DENIALS.has(kind);
}

function isMetadata({ kind }: PrintedError): boolean {
  return kind === 'none-imds' || kind === 'source';
}

const RANKS: readonly Rank[] = ['answer', 'own-word', 'no-answer', 'wrapper'];

function better(one: Found, other: Found): boolean {
  const [a, b] = [RANKS.indexOf(one.error.rank), RANKS.indexOf(other.error.rank)];
  return a === b ? one.hit.order < other.hit.order : a < b;
}
