import type { Connection } from '../ask/call-sts.ts';
import { getCallerIdentity } from '../ask/get-caller-identity.ts';
import type { Attempt } from '../evidence.ts';
import { evidenceFrom } from './evidence-from.ts';
import type { Gathered } from '../gather/gathered.ts';
import type { Peeling } from './peel.ts';
import { readFacts, type Facts } from '../read/facts.ts';
import type { Settings } from '../settings.ts';
import type { World } from './world.ts';

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
