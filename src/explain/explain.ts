import { causesOf, type Candidate } from './causes.ts';
import { cluesIn } from './clues.ts';
import { errorsIn, type PrintedError } from './errors.ts';
import { LogReader, type LogStep, type ReadLog } from './log.ts';
import { quoteOf } from './quote.ts';

/** One error that a tool printed, and what it may come from. */
export interface Recognised {
  /** As the log has it, without whatever might be a secret. */
  readonly matched: string;
  /** Counted from 1 in the log. */
  readonly line: number;
  /** The step that printed it, as far as the log tells. */
  readonly step: string | undefined;
  /** Likeliest first, at least one. */
  readonly candidates: readonly Candidate[];
}

/** A step that is known to have failed, from where to where in time. */
export interface FailedStep {
  readonly name: string;
  /** Milliseconds since the epoch; undefined where not known. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface About {
  /** An AWS tool is known to have printed it: then a connection that failed was one to AWS, unless it names a host. */
  readonly isOfAws?: boolean;
  /** Steps that failed, in their order, as somebody else than the log knows. */
  readonly failedSteps?: readonly FailedStep[];
}

/**
 * Recognises the errors about credentials in what any tool printed (AWS CLI, SDKs, Terraform, CDK, actions, raw XML and
 * JSON) and names their likely causes, what the job failed of first. Asks nobody. Never throws.
 */
export function explain(text: string, about: About = {}): readonly Recognised[] {
  const reader = new LogReader();
  reader.write(text);
  return explainLog(reader.end(), about);
}

/** The same for a log that was read as it came. */
export function explainLog(log: ReadLog, { isOfAws = false, failedSteps = [] }: About = {}): readonly Recognised[] {
  const clues = cluesIn(log);
  const errors = inOrder(errorsIn(log, isOfAws), log, failedSteps);
  const named = errors.flatMap((error) => {
    const candidates = causesOf(error, clues);
    const step = stepOf(error, log.steps, failedSteps);
    return candidates.length === 0
      ? []
      : [
          {
            matched: quoteOf(sentenceOf(error)),
            line: error.line.number,
            step,
            candidates,
            key: `${error.kind} ${candidates.map(({ id, why }) => `${id} ${why}`).join()}`,
          },
        ];
  });
  return named
    .filter((one, index) => named.findIndex(({ key, matched }) => key === one.key || matched === one.matched) === index)
    .map(({ matched, line, step, candidates }) => ({ matched, line, step, candidates }));
}

/** From where the message begins on its line to its end. */
function sentenceOf({ words, own: message }: PrintedError): string {
  const at = message.indexOf(words);
  const before = message.slice(Math.max(0, at - 140), Math.max(0, at));
  const start = Math.max(
    ...[
      'An error occurred (',
      'A client error (',
      'operation error ',
      'Error: ',
      'ERROR: ',
      'error: ',
      'caused by: ',
      'User: ',
    ].map((mark) => {
      const found = before.lastIndexOf(mark);
      return found === -1 ? -1 : mark.endsWith(': ') && mark !== 'User: ' ? found + mark.length : found;
    }),
  );
  const code =
    /(?:^|[\s(<"'>#])([A-Za-z]{3,60}(?:: ?|\) |<\/Code><Message>|["'],? ?["']?[Mm]essage["']?: ?["']))$/.exec(before);
  const offset = Math.max(0, at) - before.length;
  const from =
    start >= 0 ? offset + start : code === null ? Math.max(0, at) : offset + before.length - (code[1] ?? '').length;
  return message.slice(from, from + 600);
}

function stepOf({ line }: PrintedError, steps: readonly LogStep[], failed: readonly FailedStep[]): string | undefined {
  return failed.find((step) => isWithin(line.time, step))?.name ?? steps[line.step]?.name;
}

function isWithin(time: number | undefined, { from, to }: FailedStep): boolean {
  // GitHub tells whole seconds.
  return time !== undefined && from !== undefined && time >= from && (to === undefined || time < to + 1000);
}

/** Lines between an error and the `##[error]` that ends its step, at most. */
const NEAR_END = 40;

/**
 * What the job failed of comes first: errors of the first step that failed, answers before what merely wraps one, and
 * within the step what stands last before its end. Of what has no steps, the first.
 */
function inOrder(
  errors: readonly PrintedError[],
  log: ReadLog,
  failedSteps: readonly FailedStep[],
): readonly PrintedError[] {
  const scope = scopeOf(errors, log, failedSteps);
  const ranked = (['answer', 'own-word', 'no-answer', 'wrapper'] as const).map((rank) =>
    scope.filter((error) => error.rank === rank),
  );
  const top = ranked.find((some) => some.length > 0) ?? [];
  const chosen =
    top[0]?.rank === 'wrapper'
      ? top.slice(0, 1)
      : top[0]?.rank === 'own-word'
        ? [...top, ...(ranked[2] ?? [])].sort(byPlace)
        : top;
  const unresolved = causeBefore(scope, chosen);
  const weights = chosen.map((error) => weightOf(error, log));
  const best = Math.max(...weights);
  const first = chosen.filter((_error, index) => weights[index] === best);
  const rest = chosen.filter((_error, index) => weights[index] !== best);
  return [...unresolved, ...first, ...rest];
}

function byPlace(a: PrintedError, b: PrintedError): number {
  return a.line.number - b.line.number;
}

/** The CDK says that it could not take a role and goes on without it: the denial that follows comes from there. */
function causeBefore(scope: readonly PrintedError[], chosen: readonly PrintedError[]): readonly PrintedError[] {
  const denial = chosen.find(({ kind }) => kind === 'denied' || kind === 'denied-bare');
  const before = scope.find(
    ({ kind, words }) => kind === 'role-unusable' && /could not be used to assume/i.test(words),
  );
  if (denial === undefined || before === undefined || before.line.number >= denial.line.number) return [];
  return chosen.includes(before) ? [] : [before];
}

function scopeOf(
  errors: readonly PrintedError[],
  { steps }: ReadLog,
  failedSteps: readonly FailedStep[],
): readonly PrintedError[] {
  for (const step of failedSteps) {
    const inside = errors.filter(({ line }) => isWithin(line.time, step));
    if (inside.length > 0) return inside;
  }
  for (const [index, { failed }] of steps.entries()) {
    const inside = failed ? errors.filter(({ line }) => line.step === index) : [];
    if (inside.some(({ rank }) => rank !== 'wrapper')) return inside;
  }
  const inFailed = errors.filter(({ line }) => steps[line.step]?.failed === true);
  if (inFailed.length > 0) return inFailed;
  return errors;
}

/** How likely the job failed of it, by how it is printed. */
function weightOf(error: PrintedError, { lines }: ReadLog): number {
  const { line } = error;
  const ends = lines.filter((one) => one.level === 'error' && one.step === line.step && one.number >= line.number);
  const isMarked = line.level === 'error';
  const isNearEnd = ends.some((end) => end.number - line.number <= NEAR_END && endsStep(end.text));
  const isMild = line.level === 'warning' || line.level === 'debug' || MILD.test(line.text);
  return (isMarked ? 2 : 0) + (isNearEnd ? 1 : 0) - (isMild ? 4 : 0);
}

function endsStep(text: string): boolean {
  return /Process completed with exit code|The process '.{1,300}' failed|exit code \d|failed/i.test(text);
}

const MILD =
  /^(?:\[?(?:warn(?:ing)?|debug|trace|info)\]?\b|level=(?:warn|debug|info))|\bwarning:|\bRetry(?:ing)?\b|\battempt \d{1,3} of \d|\bwill retry\b|\bignored\b|\bskipping\b/i;
