import type { Deadline } from '../http/deadline.ts';
import type { NetworkSettings } from '../http/send.ts';
import type { Environment, Host } from '../model/environment.ts';
import type { Demands } from '../model/beyond.ts';
import type { Attempt } from '../model/evidence.ts';
import type { Gathered, Network } from '../model/gathered.ts';
import { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import { type Facts, FIELDS, readFacts } from '../read/facts.ts';
import { readStray } from '../read/stray-characters.ts';
import type { Connection } from '../sts/call.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import { evidenceFrom } from './attempt.ts';
import type { Peeled, Peeling } from './loop.ts';

/** Five questions are enough for four faults behind one another, and no more than a person would ask. */
const MOST_QUESTIONS = 5;

/** What peeling needs of this run. Pieces that throw are told in `internalErrors`. */
export function makePeeling(
  settings: Settings,
  world: World,
  gathered: Gathered,
  connection: Connection,
  catalogue: Peeling['catalogue'],
  internalErrors: string[],
): Peeling {
  const factsOf = readOnce();
  return {
    catalogue,
    ask: (attempt) => getCallerIdentity(connection, attempt),
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
    guard: (what, work) => {
      try {
        return work();
      } catch (error) {
        // Only the kind of error: its message may quote a value.
        internalErrors.push(`${what}: ${error instanceof Error ? error.name : 'unknown error'}`);
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

/** What gather found of the way out, in the form in which ask takes it. */
export function networkSettings(network: Network, { env, now }: Pick<World, 'env' | 'now'>): NetworkSettings {
  const { caBundle } = network;
  return { env, now, caBundle: caBundle && { variable: caBundle.from, path: caBundle.value } };
}

/** The values as they were asked, and without the strays that came along: a log may show either. */
export function secretForms(start: Attempt | undefined, { attempt, answers }: Peeled): readonly Secret[] {
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
