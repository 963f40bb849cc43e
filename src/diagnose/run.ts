import type { Deadline } from '../http/deadline.ts';
import type { Environment, Host } from '../model/environment.ts';
import type { Demands } from '../model/beyond.ts';
import type { Attempt } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import { type Facts, FIELDS, readFacts } from '../read/facts.ts';
import { readStray } from '../read/stray-characters.ts';
import type { Connection } from '../sts/call.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import { evidenceFrom } from './attempt.ts';
import { answeredFirst, connect, type FirstQuestion } from './first-question.ts';
import type { Diagnosed, Run } from './loop.ts';
import type { CatalogueEntry } from '../diagnoses/diagnosis.ts';

/** Five questions are enough for four faults behind one another, and no more than a person would ask. */
const MOST_QUESTIONS = 5;

/** A piece that threw. */
export interface InternalError {
  /** What failed and how, without anything that it said: its message may quote a value. */
  readonly text: string;
  /** Whether it may have left a fault unseen, so that the verdict cannot be `ok`. */
  readonly mayHideAFault: boolean;
}

/** One run of the preflight, as the diagnose loop and the proof of the role need it. */
export interface PreflightRun extends Run {
  readonly connection: Connection;
  readonly internalErrors: readonly InternalError[];
  /** Takes note of a piece that threw. */
  readonly failed: (what: string, error: unknown, entry?: CatalogueEntry) => void;
}

/** Joins what was gathered, the way to STS and the catalogue. */
export function createRun(
  settings: Settings,
  world: World,
  gathered: Gathered,
  catalogue: Run['catalogue'],
  first?: FirstQuestion,
): PreflightRun {
  const factsOf = readOnce();
  const connection = connect(gathered.network, world);
  const internalErrors: InternalError[] = [];
  const failed: PreflightRun['failed'] = (what, error, entry) => {
    const text = `${what}: ${error instanceof Error ? error.name : 'unknown error'}`;
    // A diagnosis that only gives advice hides nothing when it fails.
    const isAdvice = entry?.severity === 'warning' || entry?.severity === 'notice';
    internalErrors.push({ text, mayHideAFault: !isAdvice });
  };
  return {
    catalogue,
    connection,
    internalErrors,
    failed,
    ask: answeredFirst(first, (attempt) => getCallerIdentity(connection, attempt)),
    evidence: (attempt, answers, found, role) =>
      evidenceFrom({
        settings,
        gathered,
        attempt,
        facts: attempt && factsOf(attempt),
        answers,
        role,
        found: found.map(({ occurrence }) => occurrence),
        now: world.now(),
      }),
    mayAsk: (questions) => settings.confirm && questions < MOST_QUESTIONS && world.deadline.remaining() > 0,
    guard: (what, work, entry) => {
      try {
        return work();
      } catch (error) {
        failed(what, error, entry);
        return undefined;
      }
    },
  };
}

/** Every entry of the catalogue looks at the same values: an attempt is read once. */
function readOnce(): (attempt: Attempt) => Facts {
  const known = new WeakMap<Attempt, Facts>();
  return (attempt) => {
    const facts = known.get(attempt) ?? readFacts(attempt);
    known.set(attempt, facts);
    return facts;
  };
}

/** The part of the world that a run needs; the clock is the wall clock, right or wrong, in milliseconds. */
export interface World {
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  readonly deadline: Deadline;
  /** What the job needs beyond valid credentials; undefined where nothing is asked for. */
  readonly demands?: Demands | undefined;
  /** Told of every request to STS when the whole of it has gone out. */
  readonly onSent?: () => void;
}

/** The values as they were asked, and without the strays that came along: a log may show either. */
export function secretForms(start: Attempt | undefined, { attempt, answers }: Diagnosed): readonly Secret[] {
  const attempts = [start, attempt, ...answers.map((answer) => answer.attempt)];
  return attempts.flatMap((one) =>
    one === undefined
      ? []
      : FIELDS.flatMap((field) => {
          const value = one[field];
          const stray = value && readStray(value.reveal(), field);
          return value === undefined ? [] : [value, ...(stray === undefined ? [] : [new Secret(stray.repaired)])];
        }),
  );
}
