import type { CatalogueEntry } from './diagnoses/diagnosis.ts';
import type { Attempt } from './model/evidence.ts';
import type { Demands } from './model/beyond.ts';
import type { Gathered } from './model/gathered.ts';
import type { Report, SummaryTable, WorkflowSubject } from './model/report.ts';
import type { Secret } from './model/secret.ts';
import type { Settings } from './model/settings.ts';
import { scrub } from './report/scrub.ts';
import type { Beyond, BeyondStage } from './diagnose/beyond.ts';
import type { FirstQuestion } from './diagnose/first-question.ts';
import { conclude, diagnose } from './diagnose/loop.ts';
import { preferAccepted } from './diagnose/other-keys.ts';
import { compileReport } from './diagnose/report.ts';
import { proveRoleOf } from './diagnose/role.ts';
import { createRun, type PreflightRun, secretForms, type World } from './diagnose/run.ts';

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

/** What was found and asked before anything else was loaded. */
export interface Judged {
  readonly settings: Settings;
  readonly world: World;
  readonly gathered: Gathered;
  /** The credentials as they stand, where there are any. */
  readonly start: Attempt | undefined;
  /** The question that is on its way. */
  readonly first: FirstQuestion | undefined;
  readonly catalogue: readonly CatalogueEntry[];
}

/** Everything from the first answer to the report. It loads while that answer is on its way. Never throws. */
export async function judge(judged: Judged): Promise<Outcome> {
  const { settings, world, catalogue } = judged;
  let { gathered, start } = judged;
  let run = createRun(settings, world, gathered, catalogue, judged.first);

  // 1. Ask and diagnose: STS judges them; each fault is repaired in memory, and STS is asked again.
  let asked = await diagnose(start, run);
  const other = await preferAccepted(settings, gathered, asked, run.ask);
  if (other !== undefined) {
    // Two of the tools sign with other keys than the first one, and STS accepts those.
    ({ gathered, attempt: start } = other);
    const first = { attempt: other.attempt, answer: Promise.resolve(other.answer) };
    run = createRun(settings, world, gathered, catalogue, first);
    asked = await diagnose(start, run);
  }

  // 2. Prove the role, if one is to be assumed.
  const { role, secrets, session } = await proveRoleOf(settings, gathered, run.connection, asked);

  // 3. Conclude: what the role's proof shows, and what holds in any case.
  const concluded = conclude(asked, role, run);

  // 4. Look beyond the verdict: targets and permissions, if the job asks for them.
  const { connection } = run;
  const stage = { settings, gathered, connection, run, asked, role, session, found: concluded };
  const { found, permissions } = await lookBeyondFor(world.demands, stage, run);

  // 5. Report.
  const evidence = run.evidence(asked.attempt, asked.answers, found, role);
  const unchecked = run.internalErrors.some(({ mayHideAFault }) => mayHideAFault);
  const { report, subjects } = compileReport({
    settings,
    gathered,
    start,
    asked,
    found,
    catalogue,
    role,
    evidence,
    unchecked,
  });

  // 6. Take out every secret that still stands in a text.
  const known = [...gathered.secretsToMask, ...secretForms(start, asked), ...secrets];
  const internalErrors = run.internalErrors.map(({ text }) => text);
  return { report: scrub(report, known), gathered, subjects, secrets: known, internalErrors, permissions };
}

/** Nothing of it loads unless something is asked for. */
async function lookBeyondFor(
  demands: Demands | undefined,
  stage: Omit<BeyondStage, 'demands'>,
  run: PreflightRun,
): Promise<Pick<Beyond, 'found'> & Pick<Outcome, 'permissions'>> {
  const nothing = { found: stage.found, permissions: undefined };
  if (demands === undefined) return nothing;
  try {
    const { lookBeyond, tableOf } = await import(/* webpackChunkName: "beyond" */ './diagnose/beyond.ts');
    const { found, beyond } = await lookBeyond({ ...stage, demands });
    return { found, permissions: tableOf(beyond) };
  } catch (error) {
    run.failed('targets and permissions', error);
    return nothing;
  }
}
