import type { CatalogueEntry, Evidence, Occurrence, Phase } from '../diagnoses/diagnosis.ts';
import type { Answer, Attempt, DiagnosisId, Refused } from '../model/evidence.ts';
import type { Explanation, WorkflowSubject } from '../model/report.ts';
import type { RoleEvidence, RoleFault } from '../model/role-evidence.ts';
import { readRefusal } from '../read/refusal.ts';
import { wasHeldBack } from '../read/signature-window.ts';

/** A fault with its prose, recorded at the moment it was found, when the evidence for it was at hand. */
export interface RecordedFault {
  readonly occurrence: Occurrence;
  readonly explanation: Explanation;
  readonly subject: WorkflowSubject | undefined;
  readonly confirmed: boolean;
  /** Confirmed by an acceptance, not by another refusal. */
  readonly accepted: boolean;
  readonly repaired: boolean;
}

/** What the diagnose loop came to. */
export interface Diagnosed {
  readonly found: readonly RecordedFault[];
  /** The last answer and the attempt that it is about. */
  readonly answer: Answer | undefined;
  readonly attempt: Attempt | undefined;
  readonly answers: readonly Answer[];
}

/** What the diagnose loop needs of one run of the preflight. */
export interface Run {
  readonly catalogue: readonly CatalogueEntry[];
  readonly ask: (attempt: Attempt) => Promise<Answer>;
  /** The evidence as it is with this attempt and these answers. */
  readonly evidence: (
    attempt: Attempt | undefined,
    answers: readonly Answer[],
    found: readonly RecordedFault[],
    role?: RoleEvidence,
  ) => Evidence;
  /**
   * Runs a piece that must not stop the others; undefined if it threw.
   *
   * @param entry the diagnosis that the piece looks for, if it is one
   */
  readonly guard: <T>(what: string, work: () => T, entry?: CatalogueEntry) => T | undefined;
  /** Whether one more question may be asked to confirm a cause. */
  readonly mayAsk: (questions: number) => boolean;
}

interface State extends Diagnosed {
  /** Guesses that an answer has refuted. */
  readonly refuted: readonly CatalogueEntry[];
}

/**
 * The diagnose loop. It finds one fault at a time, repairs it in memory and asks STS again, so that one run names them
 * all. A fault is confirmed if STS then accepts the credentials, or refuses them for another reason.
 */
export async function diagnose(start: Attempt | undefined, run: Run): Promise<Diagnosed> {
  const before = preChecks({ attempt: start, answer: undefined, answers: [], found: [], refuted: [] }, run);
  if (before.blocked || before.state.attempt === undefined) return before.state;
  let state = await ask(before.state, before.state.attempt, run);
  for (;;) {
    if (state.answer?.kind === 'accepted') return collect(confirmAll(state), run, 'accepted');
    if (state.answer?.kind !== 'refused') return collect(state, run, 'unanswered');
    const match = firstMatch(state, run);
    if (match === undefined) return state;
    if (match.repaired === undefined) return collect(match.state, run, 'refused', isEvident);
    const asked = await ask(match.state, match.repaired, run);
    if (asked.answer?.kind === 'unanswered' && !match.entry.hypothesis) {
      // No answer takes nothing from the refusal: the cause stands unconfirmed, and nothing more can be excluded.
      return collect({ ...match.state, answers: asked.answers }, run, 'refused', isEvident);
    }
    state = confirmOrDrop(state, asked, match.entry);
  }
}

/** Adds what the proof of the role shows, then what holds whether or not STS accepted: clock, sources, endpoint. */
export function conclude(diagnosed: Diagnosed, proved: RoleEvidence | undefined, run: Run): readonly RecordedFault[] {
  let { found } = diagnosed;
  const ways = [proved, proved?.other]
    .filter((role) => role !== undefined)
    .map((role) => ({ phase: 'role', role }) as const);
  for (const { phase, role } of [...ways, { phase: 'end', role: proved } as const]) {
    // In the role's own phase, what STS said of the role is what is to be explained.
    const answer = phase === 'role' ? (role.answer ?? role.check) : diagnosed.answer;
    for (const entry of entriesOf(phase, run)) {
      const one = examine(entry, { ...diagnosed, found, answer }, run, role);
      if (one === undefined) continue;
      // The role's credentials were accepted once they were signed with AWS's own time.
      const confirmed = phase === 'role' && isConfirmedByProof(entry.id, role);
      found = [...found, { ...one, confirmed, accepted: confirmed }];
    }
  }
  return found;
}

/** `check` beside an identity is the refusal that AWS's own time overcame. */
function isAcceptedWithTime({ check, identity }: RoleEvidence): boolean {
  return check !== undefined && identity !== undefined;
}

const ID_OF_FAULT = {
  duration: 'role-duration-exceeded',
  tagging: 'session-tagging-denied',
  'packed-policy': 'session-policy-too-large',
} as const satisfies Record<RoleFault['kind'], DiagnosisId>;

/** STS went on with this one thing put right or left out. */
function isConfirmedByProof(id: DiagnosisId, role: RoleEvidence): boolean {
  if (id === 'clock-skew') return isAcceptedWithTime(role);
  return role.faults.some(({ kind, confirmed }) => confirmed && ID_OF_FAULT[kind] === id);
}

function entriesOf(phase: Phase, { catalogue }: Run): readonly CatalogueEntry[] {
  return catalogue.filter(({ phases }) => phases.includes(phase));
}

function isEvident({ evident }: CatalogueEntry): boolean {
  return evident;
}

/** Faults that need no answer. One that cannot be repaired blocks all asking. */
function preChecks(start: State, run: Run): { state: State; blocked: boolean } {
  let state = start;
  let blocked = false;
  for (const entry of entriesOf('before', run)) {
    const fault = examine(entry, state, run);
    if (fault === undefined) continue;
    const repaired = run.mayAsk(0) ? repair(fault, state.attempt, run) : undefined;
    state = {
      ...state,
      attempt: repaired ?? state.attempt,
      found: [...state.found, { ...fault, repaired: repaired !== undefined }],
    };
    blocked ||= repaired === undefined;
  }
  return { state, blocked };
}

interface Match {
  readonly state: State;
  readonly entry: CatalogueEntry;
  /** The attempt to ask next; undefined if the fault cannot be repaired, or nothing more may be asked. */
  readonly repaired: Attempt | undefined;
}

/** The first diagnosis in the catalogue's order that explains the refusal. */
function firstMatch(state: State, run: Run): Match | undefined {
  const mayAsk = run.mayAsk(state.answers.length);
  for (const entry of entriesOf('refused', run)) {
    if (state.refuted.includes(entry) || (entry.hypothesis && !mayAsk)) continue;
    const fault = examine(entry, state, run);
    if (fault === undefined) continue;
    const repaired = mayAsk ? repair(fault, state.attempt, run) : undefined;
    if (entry.hypothesis && repaired === undefined) continue;
    const found = [...state.found, { ...fault, repaired: repaired !== undefined }];
    return { state: { ...state, found }, entry, repaired };
  }
  return undefined;
}

/** Every other fault of a phase, each once. */
function collect(
  state: State,
  run: Run,
  phase: Phase,
  also: (entry: CatalogueEntry) => boolean = () => true,
): Diagnosed {
  return entriesOf(phase, run)
    .filter(also)
    .reduce((current, entry) => {
      const fault = examine(entry, current, run);
      return fault === undefined ? current : { ...current, found: [...current.found, fault] };
    }, state);
}

/** Confirms the cause by the new answer, or drops it if it was a guess that the answer refutes. */
function confirmOrDrop(previous: State, asked: State, entry: CatalogueEntry): State {
  const changed = asked.answer !== undefined && isOtherAnswer(previous.answer, asked.answer);
  if (!changed && entry.hypothesis) {
    return { ...previous, answers: asked.answers, refuted: [...previous.refuted, entry] };
  }
  if (!changed) return asked;
  const last = asked.found.length - 1;
  const accepted = asked.answer.kind === 'accepted';
  return {
    ...asked,
    found: asked.found.map((one, index) => (index === last ? { ...one, confirmed: true, accepted } : one)),
  };
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

/** An acceptance confirms every repair that led to it. */
function confirmAll(state: State): State {
  return { ...state, found: state.found.map(confirmRepaired) };
}

function confirmRepaired(fault: RecordedFault): RecordedFault {
  return fault.repaired && !fault.confirmed ? { ...fault, confirmed: true, accepted: true } : fault;
}

async function ask(state: State, attempt: Attempt, run: Run): Promise<State> {
  const answer = await run.ask(attempt);
  const asked = { ...state, attempt, answer, answers: [...state.answers, answer] };
  if (!isStale(answer) || !run.mayAsk(asked.answers.length)) return asked;
  // The signature expired on the way, which says nothing of the credentials: sign and ask again, once.
  const again = await run.ask(attempt);
  return { ...asked, answer: again, answers: [...asked.answers, again] };
}

function isStale(answer: Answer): boolean {
  return answer.kind === 'refused' && kindOf(answer) === 'time' && wasHeldBack(answer.message.reveal(), answer.clock);
}

/** Compares one diagnosis with the evidence; each fault is found once. */
function examine(
  entry: CatalogueEntry,
  { attempt, answers, answer, found }: Diagnosed,
  run: Run,
  role?: RoleEvidence,
): RecordedFault | undefined {
  if (found.some(({ occurrence }) => occurrence.id === entry.id)) return undefined;
  const work = (): RecordedFault | undefined => {
    const evidence = { ...run.evidence(attempt, answers, found, role), answer };
    const occurrence = entry.examine(evidence);
    return occurrence && record(occurrence, evidence);
  };
  return run.guard(entry.id, work, entry);
}

/** The fault with its words, as the evidence for it is now. */
export function record(occurrence: Occurrence, evidence: Evidence): RecordedFault {
  return {
    occurrence,
    explanation: occurrence.describe(evidence),
    subject: occurrence.subject(evidence),
    confirmed: false,
    accepted: false,
    repaired: false,
  };
}

function repair(fault: RecordedFault, attempt: Attempt | undefined, run: Run): Attempt | undefined {
  return attempt && run.guard(`the repair of ${fault.occurrence.id}`, () => fault.occurrence.repair?.(attempt));
}
