import type { CatalogueEntry, Evidence, Occurrence, Phase } from '../diagnoses/diagnosis.ts';
import type { Answer, Attempt, Refused } from '../model/evidence.ts';
import type { Explanation, WorkflowSubject } from '../model/report.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import { readRefusal } from '../read/refusal.ts';
import { wasHeldBack } from '../read/signature-window.ts';

/** A fault with its prose, taken down at the moment it was found, when the evidence for it was before us. */
export interface Found {
  readonly occurrence: Occurrence;
  readonly explanation: Explanation;
  readonly subject: WorkflowSubject | undefined;
  readonly confirmed: boolean;
  readonly repaired: boolean;
}

export interface Peeled {
  readonly found: readonly Found[];
  /** The last answer and the attempt that it is about. */
  readonly answer: Answer | undefined;
  readonly attempt: Attempt | undefined;
  readonly answers: readonly Answer[];
}

export interface Peeling {
  readonly catalogue: readonly CatalogueEntry[];
  readonly ask: (attempt: Attempt) => Promise<Answer>;
  /** The evidence as it is with this attempt and these answers. */
  readonly evidence: (
    attempt: Attempt | undefined,
    answers: readonly Answer[],
    found: readonly Found[],
    role?: RoleEvidence,
  ) => Evidence;
  /** Runs a piece that must not take the others down; undefined where it threw. */
  readonly guard: <T>(what: string, work: () => T) => T | undefined;
  /** Whether one more question may be asked to confirm a cause. */
  readonly mayAsk: (questions: number) => boolean;
}

interface State {
  readonly attempt: Attempt | undefined;
  readonly answer: Answer | undefined;
  readonly answers: readonly Answer[];
  readonly found: readonly Found[];
  readonly refuted: readonly CatalogueEntry[];
}

/**
 * Peels faults off one at a time: each is repaired in memory and STS is asked again, so that one run names them all,
 * and each is confirmed where STS then accepts or refuses for another reason.
 */
export async function peel(start: Attempt | undefined, peeling: Peeling): Promise<Peeled> {
  const before = takeBefore({ attempt: start, answer: undefined, answers: [], found: [], refuted: [] }, peeling);
  if (before.blocked || before.state.attempt === undefined) return before.state;
  let state = await question(before.state, before.state.attempt, peeling);
  for (;;) {
    if (state.answer?.kind !== 'refused') return takeAll(confirmAll(state), peeling, phaseOf(state.answer));
    const next = takeFirst(state, peeling);
    if (next === undefined) return state;
    if (next.repaired === undefined) return takeAll(next.state, peeling, 'refused', (entry) => entry.evident);
    const asked = await question(next.state, next.repaired, peeling);
    if (asked.answer?.kind === 'unanswered' && !next.entry.hypothesis) {
      // Silence takes nothing from the refusal: the cause stands, unconfirmed, and nothing more can be excluded.
      return takeAll({ ...next.state, answers: asked.answers }, peeling, 'refused', (entry) => entry.evident);
    }
    state = settle(state, asked, next.entry);
  }
}

function phaseOf(answer: Answer | undefined): Phase {
  return answer?.kind === 'accepted' ? 'accepted' : 'unanswered';
}

/** Faults that need no answer. One that cannot be repaired blocks all asking. */
function takeBefore(start: State, peeling: Peeling): { state: State; blocked: boolean } {
  let state = start;
  let blocked = false;
  for (const entry of peeling.catalogue) {
    if (!entry.phases.includes('before')) continue;
    const found = examine(entry, state, peeling);
    if (found === undefined) continue;
    const repaired = peeling.mayAsk(0) ? repair(found, state.attempt, peeling) : undefined;
    state = {
      ...state,
      attempt: repaired ?? state.attempt,
      found: [...state.found, { ...found, repaired: repaired !== undefined }],
    };
    blocked ||= repaired === undefined;
  }
  return { state, blocked };
}

/** The first fault that explains the refusal, with the repaired attempt where there is one to ask. */
function takeFirst(
  state: State,
  peeling: Peeling,
): { state: State; entry: CatalogueEntry; repaired: Attempt | undefined } | undefined {
  const mayAsk = peeling.mayAsk(state.answers.length);
  for (const entry of peeling.catalogue) {
    if (!entry.phases.includes('refused') || state.refuted.includes(entry) || (entry.hypothesis && !mayAsk)) continue;
    const found = examine(entry, state, peeling);
    if (found === undefined) continue;
    const repaired = mayAsk ? repair(found, state.attempt, peeling) : undefined;
    if (entry.hypothesis && repaired === undefined) continue;
    const all = [...state.found, { ...found, repaired: repaired !== undefined }];
    return { state: { ...state, found: all }, entry, repaired };
  }
  return undefined;
}

/** Confirms the cause, or drops it where it was a guess that the new answer does not bear out. */
function settle(previous: State, asked: State, entry: CatalogueEntry): State {
  const changed = asked.answer !== undefined && isOtherAnswer(previous.answer, asked.answer);
  if (!changed && entry.hypothesis) {
    return { ...previous, answers: asked.answers, refuted: [...previous.refuted, entry] };
  }
  if (!changed) return asked;
  const last = asked.found.length - 1;
  return { ...asked, found: asked.found.map((one, index) => (index === last ? { ...one, confirmed: true } : one)) };
}

/** Accepted, or refused for another reason. That an endpoint serves another region says nothing of the cause. */
function isOtherAnswer(before: Answer | undefined, after: Answer): boolean {
  if (after.kind === 'accepted') return true;
  if (after.kind !== 'refused' || before?.kind !== 'refused') return false;
  const [was, is] = [kindOf(before), kindOf(after)];
  return was !== is && is !== 'scope' && is !== 'other';
}

function kindOf(answer: Refused): ReturnType<typeof readRefusal> {
  return readRefusal(answer.code, answer.message.reveal());
}

/** Acceptance bears out every repair that led to it. */
function confirmAll(state: State): State {
  if (state.answer?.kind !== 'accepted') return state;
  return { ...state, found: state.found.map((one) => ({ ...one, confirmed: one.confirmed || one.repaired })) };
}

function takeAll(
  state: State,
  peeling: Peeling,
  phase: Phase,
  also: (entry: CatalogueEntry) => boolean = () => true,
): State {
  return peeling.catalogue
    .filter((entry) => entry.phases.includes(phase) && also(entry))
    .reduce((current, entry) => {
      const found = examine(entry, current, peeling);
      return found === undefined ? current : { ...current, found: [...current.found, found] };
    }, state);
}

async function question(state: State, attempt: Attempt, peeling: Peeling): Promise<State> {
  const answer = await peeling.ask(attempt);
  const asked = { ...state, attempt, answer, answers: [...state.answers, answer] };
  if (!isStale(answer) || !peeling.mayAsk(asked.answers.length)) return asked;
  // The signature expired on the way, which says nothing of the credentials: a fresh one, once.
  const again = await peeling.ask(attempt);
  return { ...asked, answer: again, answers: [...asked.answers, again] };
}

function isStale(answer: Answer): boolean {
  return answer.kind === 'refused' && kindOf(answer) === 'time' && wasHeldBack(answer.message.reveal(), answer.clock);
}

/** One entry of the catalogue held against the evidence; each fault is found once. */
function examine(entry: CatalogueEntry, state: State, peeling: Peeling): Found | undefined {
  if (state.found.some(({ occurrence }) => occurrence.id === entry.id)) return undefined;
  return peeling.guard(entry.id, () => {
    const evidence = peeling.evidence(state.attempt, state.answers, state.found);
    const current = { ...evidence, answer: state.answer };
    const occurrence = entry.examine(current);
    return occurrence && takeDown(occurrence, current);
  });
}

/** Also for the phases outside of peeling. */
export function takeDown(occurrence: Occurrence, evidence: Evidence): Found {
  return {
    occurrence,
    explanation: occurrence.describe(evidence),
    subject: occurrence.subject(evidence),
    confirmed: false,
    repaired: false,
  };
}

function repair(found: Found, attempt: Attempt | undefined, peeling: Peeling): Attempt | undefined {
  return attempt && peeling.guard(`the repair of ${found.occurrence.id}`, () => found.occurrence.repair?.(attempt));
}
