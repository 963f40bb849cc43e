import type { Connection } from './sts/call.ts';
import { createSend } from './http/send.ts';
import { compileReport } from './diagnose/report.ts';
import { firstAttempt } from './diagnose/attempt.ts';
import type { BeyondRun } from './diagnose/beyond.ts';
import { gather } from './gather/gather.ts';
import type { Demands } from './model/beyond.ts';
import type { Gathered } from './model/gathered.ts';
import { peel, takeDown, type Found, type Peeled, type Peeling } from './diagnose/loop.ts';
import { networkSettings } from './diagnose/run.ts';
import { scrub } from './report/scrub.ts';
import type { Report, SummaryTable, WorkflowSubject } from './model/report.ts';
import type { RoleEvidence } from './model/role-evidence.ts';
import { secretForms } from './diagnose/run.ts';
import type { Secret } from './model/secret.ts';
import type { Settings } from './model/settings.ts';
import { makePeeling } from './diagnose/run.ts';
import { roleStage } from './diagnose/role.ts';
import type { World } from './diagnose/run.ts';

export interface Outcome {
  readonly report: Report;
  readonly gathered: Gathered;
  /** What in the workflow file each finding is about, in the report's order. */
  readonly subjects: readonly (WorkflowSubject | undefined)[];
  /** All that must not appear in a log. */
  readonly secrets: readonly Secret[];
  /** Pieces that threw; the rest of the report stands. */
  readonly internalErrors: readonly string[];
  /** What the principal may do, for the job summary. */
  readonly permissions: SummaryTable | undefined;
}

/** Checks the credentials that a job has, once through: gather, read, ask and diagnose, report. Never throws for what it meets. */
export async function preflight(
  settings: Settings,
  world: World,
  loadCatalogue: () => Promise<{ CATALOGUE: Peeling['catalogue'] }> = () =>
    import(/* webpackChunkName: "catalogue" */ './diagnoses/catalogue.ts'),
): Promise<Outcome> {
  const catalogue = loadCatalogue();
  const gathered = await gather(settings, world.env, world.host, (network) => ({
    deadline: world.deadline,
    send: createSend(networkSettings(network, world)),
  }));
  const connection = connect(gathered, world);
  const internalErrors: string[] = [];
  const peeling = makePeeling(settings, world, gathered, connection, (await catalogue).CATALOGUE, internalErrors);
  const start = firstAttempt(settings, gathered);
  const peeled = await peel(start, peeling);
  const { role, secrets, session } = await roleStage(settings, gathered, connection, peeled);
  const finished = finish(peeling, peeled, role);
  const checked = { settings, gathered, connection, peeling, peeled, role, session, found: finished };
  const { found, permissions } = await beyondTheVerdict(world.demands, checked, internalErrors);
  const evidence = peeling.evidence(peeled.attempt, peeled.answers, found, role);
  const unchecked = mayHide(internalErrors, peeling.catalogue);
  const { catalogue: entries } = peeling;
  const parts = { settings, gathered, start, peeled, found, catalogue: entries, role, evidence, unchecked };
  const { report, subjects } = compileReport(parts);
  const known = [...gathered.secretsToMask, ...secretForms(start, peeled), ...secrets];
  return { report: scrub(report, known), gathered, subjects, secrets: known, internalErrors, permissions };
}

/** Targets and permissions, where they are asked for; nothing of it loads otherwise. */
async function beyondTheVerdict(
  demands: Demands | undefined,
  parts: Omit<BeyondRun, 'demands'>,
  internalErrors: string[],
): Promise<Pick<Outcome, 'permissions'> & { readonly found: readonly Found[] }> {
  const { found } = parts;
  if (demands === undefined) return { found, permissions: undefined };
  try {
    const { lookBeyond, tableOf } = await import(/* webpackChunkName: "beyond" */ './diagnose/beyond.ts');
    const looked = await lookBeyond({ ...parts, demands });
    return { found: looked.found, permissions: tableOf(looked.beyond) };
  } catch (error) {
    internalErrors.push(`targets and permissions: ${error instanceof Error ? error.name : 'unknown error'}`);
    return { found, permissions: undefined };
  }
}

/** A piece that failed leaves its fault unseen, unless it only gives advice. */
function mayHide(internalErrors: readonly string[], catalogue: Peeling['catalogue']): boolean {
  const advice = catalogue.filter(({ severity }) => severity === 'warning' || severity === 'notice');
  return internalErrors.some((error) => !advice.some(({ id }) => error.startsWith(`${id}:`)));
}

/** What holds whether or not STS accepted: the clock, the sources, the endpoint; and what the role's proof gave. */
function finish(peeling: Peeling, peeled: Peeled, role: RoleEvidence | undefined): readonly Found[] {
  let found = peeled.found;
  for (const phase of ['role', 'end'] as const) {
    if (phase === 'role' && role === undefined) continue;
    for (const entry of peeling.catalogue.filter(({ phases }) => phases.includes(phase))) {
      if (found.some(({ occurrence }) => occurrence.id === entry.id)) continue;
      const one = peeling.guard(entry.id, () => {
        const now = peeling.evidence(peeled.attempt, peeled.answers, found, role);
        // In the role's own phase, what STS said of the role is what is to be explained.
        const evidence = { ...now, answer: phase === 'role' ? (role?.answer ?? role?.check) : peeled.answer };
        const occurrence = entry.examine(evidence);
        const one = occurrence && takeDown(occurrence, evidence);
        // The role's credentials were accepted once they were signed with AWS's own time.
        const confirmed = phase === 'role' && entry.id === 'clock-skew' && isAcceptedWithTime(role);
        return one && { ...one, confirmed };
      });
      if (one !== undefined) found = [...found, one];
    }
  }
  return found;
}

/** `check` beside an identity is the refusal that AWS's own time overcame. */
function isAcceptedWithTime(role: RoleEvidence | undefined): boolean {
  return role?.check !== undefined && role.identity !== undefined;
}

function connect(gathered: Gathered, world: World): Connection {
  const { deadline, onSent } = world;
  const network = networkSettings(gathered.network, world);
  return { deadline, send: createSend(onSent === undefined ? network : { ...network, onSent }) };
}
