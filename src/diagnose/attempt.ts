import type { Evidence } from '../diagnoses/diagnosis.ts';
import type { Answer, Attempt, ClockSkew, DiagnosisId, Severity } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import type { Settings } from '../model/settings.ts';
import type { Facts } from '../read/facts.ts';
import { mayBeAccepted } from '../read/signature-window.ts';
import { readSession } from '../read/session.ts';
import { FALLBACK_REGION, stsEndpoint } from '../sts/endpoint.ts';

/** The credentials as they stand, or undefined where one of the two that are always needed is lacking. */
export function firstAttempt(settings: Settings, gathered: Gathered): Attempt | undefined {
  const { credentials } = gathered;
  if (credentials?.accessKeyId === undefined || credentials.secretAccessKey === undefined) return undefined;
  const region = regionToAsk(gathered);
  return {
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    sessionToken: credentials.sessionToken,
    region,
    endpoint: endpointFor(region, settings, gathered),
    clockOffset: 0,
  };
}

/** The input, then what the environment or the profile says, then AWS's own for the region. */
export function endpointFor(region: string, settings: Settings, gathered: Gathered): URL {
  const { fips, dualStack } = gathered;
  return stsEndpoint(region, { configured: settings.stsEndpoint ?? gathered.endpoint?.value, fips, dualStack });
}

/** The region that is set, or the one that the JavaScript SDK falls back on. */
export function regionToAsk(gathered: Gathered): string {
  return gathered.region?.value ?? FALLBACK_REGION;
}

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
  const clock = bestClock([...gathered.asked, ...answers, ...(role?.answers ?? [])], answers);
  const session = readSession({
    isTemporary: facts !== undefined && facts.accessKeyId.kind !== 'long-term',
    localNow: now,
    clock,
    // A long-term key does not end, whatever the input says.
    expiresAt: facts?.accessKeyId.kind === 'long-term' ? undefined : settings.expiresAt,
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

/**
 * The most exact of the measurements that no acceptance disproves. A refusal that contradicted the `Date` header
 * discredits the others.
 */
function bestClock(answers: readonly Pick<Answer, 'clock'>[], ofCredentials: readonly Answer[]): ClockSkew | undefined {
  const accepted = ofCredentials.filter(({ kind }) => kind === 'accepted');
  const clocks = answers.flatMap(({ clock }) => {
    const isDisproved =
      clock !== undefined && accepted.some(({ attempt }) => !mayBeAccepted(clock, attempt.clockOffset));
    return clock === undefined || isDisproved ? [] : [clock];
  });
  return (
    clocks.find(({ basis }) => basis === 'message-over-date') ??
    clocks.reduce<ClockSkew | undefined>(
      (best, clock) => (best === undefined || clock.uncertaintySeconds < best.uncertaintySeconds ? clock : best),
      undefined,
    )
  );
}
