import type { ActionWorld } from './action.ts';
import { isTurnedOff, saveState, stateOf } from './after/state.ts';
import { usageReport } from './diagnose/report.ts';
import type { Outcome } from './judge.ts';
import type { Explanations } from './explain-failed-jobs.ts';
import { readJob } from './gather/job.ts';
import { secretVariables } from './gather/key-variables.ts';
import { type Deadline, startDeadline, TimeIsUp, within } from './http/deadline.ts';
import { type InputReader, SECRET_INPUTS } from './inputs/names.ts';
import type { Environment } from './model/environment.ts';
import type { Job } from './model/job.ts';
import { NO_POINTERS, type Pointers, type Report } from './model/report.ts';
import { Secret } from './model/secret.ts';
import type { Settings, UsageProblem } from './model/settings.ts';
import { isFailure } from './report/conclusion.ts';
import { scrub } from './report/scrub.ts';
import { write } from './report/writer.ts';

/** The longest that the line finder may take, in milliseconds: where an annotation points is not worth more. */
const POINTERS_TIMEOUT = 5_000;
/** What it may take when the step's own deadline has come or is not known: a slow STS should not cost the line too. */
const POINTERS_GRACE = 3_000;

/** Writes what a check came to, with the lines that it points at. Gives the exit status. */
export async function announce(
  outcome: Outcome,
  {
    settings,
    deadline,
    read,
  }: { readonly settings: Settings; readonly deadline: Deadline; readonly read: InputReader },
  world: ActionWorld,
): Promise<number> {
  const pointed = { ...outcome, job: outcome.gathered.job, token: settings.githubToken };
  const found = await pointersFor(pointed, pointersLimit(deadline), world.env, read);
  const internalErrors = [...outcome.internalErrors, ...found.internalErrors];
  const report = withPatches(outcome.report, found.patches);
  await write(await world.toolkit(), { ...outcome, report, ...found, internalErrors, settings });
  if (!isFailure(outcome.report, settings)) await leaveState(outcome, world);
  return isFailure(outcome.report, settings) ? 1 : 0;
}

/** For the step after the job: of credentials that are good, what tells later whether they are the same. */
async function leaveState({ report, gathered }: Outcome, { env, now }: ActionWorld): Promise<void> {
  const file = env['GITHUB_STATE'];
  const { verdict, identity, clock, session } = report;
  if (!file || verdict !== 'ok' || identity === null || isTurnedOff(env)) return;
  const { accessKeyId, sessionToken } = gathered.credentials ?? {};
  const { expiresAt } = gathered.credentials === undefined ? { expiresAt: null } : session;
  const checked = { accessKeyId, sessionToken, identity, skewSeconds: clock?.skewSeconds, expiresAt };
  const state = stateOf(checked, { now: now(), runId: env['GITHUB_RUN_ID'] ?? '' });
  // A runner that keeps no state says nothing after the job, and that is all.
  await saveState(file, state).catch(() => undefined);
}

/** Writes what `explain` found. Gives the exit status. */
export async function announceExplained(
  explained: Explanations,
  settings: Settings,
  world: ActionWorld,
): Promise<number> {
  await write(await world.toolkit(), { ...explained, ...NO_POINTERS, internalErrors: [], settings });
  // That a failure has nothing to do with credentials is no failure of this step.
  return explained.notice === undefined && isFailure(explained.report, settings) ? 1 : 0;
}

/** Inputs that cannot be used: nothing is asked of AWS, and the annotation points at the first of them. Gives the exit status. */
export async function announceUsage(
  problems: readonly UsageProblem[],
  world: ActionWorld,
  read: InputReader,
): Promise<number> {
  const secrets = [...secretInputs(read), ...secretVariables(world.env)];
  const report = scrub(usageReport(problems), secrets);
  // An input that is wrong itself says nothing of what is to be hidden, so nothing is shown.
  const maskAccountId = !['', 'false'].includes(read('mask-aws-account-id')?.trim().toLowerCase() ?? '');
  const settings = { failOn: 'error', onUnknown: 'fail', maskAccountId, summary: 'problems' } as const;
  const githubToken = read('github-token')?.trim();
  const found = await pointersFor(
    {
      report,
      subjects: problems.slice(0, 1).map(({ input }) => ({ kind: 'input', name: input })),
      job: await readJob(world.env, world.host),
      secrets,
      token: githubToken ? new Secret(githubToken) : undefined,
    },
    startDeadline(POINTERS_GRACE),
    world.env,
    read,
  );
  await write(await world.toolkit(), { report: withPatches(report, found.patches), settings, secrets, ...found });
  return 1;
}

/** The report with the patch of each finding that has one. */
function withPatches(report: Report, patches: Pointers['patches']): Report {
  const findings = report.findings.map((finding, index) => {
    const patch = patches[index]?.patch;
    return patch === undefined ? finding : { ...finding, patch };
  });
  return { ...report, findings };
}

function secretInputs(read: InputReader): readonly Secret[] {
  return [...SECRET_INPUTS].map((name) => new Secret(read(name) ?? ''));
}

function pointersLimit(deadline: Deadline): Deadline {
  return startDeadline(Math.min(POINTERS_TIMEOUT, Math.max(POINTERS_GRACE, deadline.remaining())));
}

interface Pointed extends Pick<Outcome, 'report' | 'subjects' | 'secrets'> {
  readonly job: Job;
  readonly token: Secret | undefined;
}

/** Only what failed needs a line, and the finder loads only then. That GitHub is slow is no fault of the finder. */
async function pointersFor(
  { report, subjects, job, secrets, token }: Pointed,
  limit: Deadline,
  env: Environment,
  read: InputReader,
): Promise<Pointers & Pick<Outcome, 'internalErrors'>> {
  const none = { ...NO_POINTERS, internalErrors: [] };
  if (report.findings.length === 0) return none;
  try {
    const { pointers } = await import(/* webpackChunkName: "workflow" */ './workflow/pointers.ts');
    const work = pointers(report, subjects, { job, env, read, token, signal: limit.signal });
    return { ...none, ...scrub(await within(work, limit, undefined), secrets) };
  } catch (error) {
    if (error instanceof TimeIsUp) return none;
    return { ...none, internalErrors: [`the line finder: ${error instanceof Error ? error.name : 'unknown error'}`] };
  }
}
