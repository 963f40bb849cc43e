import type { Evidence } from '../diagnoses/diagnosis.ts';
import type { Answer, Attempt, ClockSkew, DiagnosisId, Severity } from '../evidence.ts';
import type { Gathered } from '../gather/gathered.ts';
import type { Facts } from '../read/facts.ts';
import { readSession } from '../read/session.ts';
import type { RoleEvidence } from '../role-evidence.ts';
import type { Settings } from '../settings.ts';

/** Puts together what is known at one moment; pure, and made anew after every repair and every answer. */
export function evidenceFrom(known: {
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly attempt: Attempt | undefined;
  /** What the attempt's values tell; they are read once for each attempt. */
  readonly facts: Facts | undefined;
  readonly answers: readonly Answer[];
  readonly role: RoleEvidence | undefined;
  readonly found: readonly { readonly id: DiagnosisId; readonly severity: Severity }[];
  readonly now: number;
}): Evidence {
  const { settings, gathered, attempt, facts, answers, role, found, now } = known;
  const answer = answers.at(-1);
  const clock = bestClock([...answers, ...(role?.answers ?? [])]);
  const session = readSession({
    isTemporary: facts !== undefined && facts.accessKeyId.kind !== 'long-term',
    localNow: now,
    clock,
    expiresAt: settings.expiresAt,
    stated: gathered.expirations,
    token: facts?.sessionToken,
    identity: answer?.kind === 'accepted' ? answer.identity : undefined,
  });
  return {
    settings,
    gathered,
    attempt,
    facts,
    answer,
    clock,
    session,
    role,
    found: found.map(({ id }) => id),
    hasError: found.some(({ severity }) => severity === 'error'),
  };
}

/** The most exact of the measurements. A refusal that contradicted the `Date` header discredits the others. */
function bestClock(answers: readonly Pick<Answer, 'clock'>[]): ClockSkew | undefined {
  const clocks = answers.flatMap(({ clock }) => (clock === undefined ? [] : [clock]));
  return (
    clocks.find(({ basis }) => basis === 'message-over-date') ??
    clocks.reduce<ClockSkew | undefined>(
      (best, clock) => (best === undefined || clock.uncertaintySeconds < best.uncertaintySeconds ? clock : best),
      undefined,
    )
  );
}
