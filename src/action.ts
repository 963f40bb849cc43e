import { startDeadline, TimeIsUp, within } from './ask/deadline.ts';
import type { Environment, Host } from './gather/environment.ts';
import { secretVariables } from './gather/secret-variables.ts';
import { SECRET_INPUTS, type InputReader } from './inputs/names.ts';
import { readSettings } from './inputs/read-settings.ts';
import { NO_POINTERS, type Pointers } from './no-pointers.ts';
import { preflight, type Outcome } from './preflight.ts';
import { isFailure } from './report/conclusion.ts';
import { scrub } from './report/scrub.ts';
import { write, type Toolkit } from './report/writer.ts';
import { Secret } from './secret.ts';
import type { Settings } from './settings.ts';
import { usageReport } from './usage-report.ts';

export interface ActionWorld {
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  /** Loads the toolkit, once. */
  readonly toolkit: () => Promise<Toolkit>;
}

/** What the line finder may take beyond the deadline of the step: the verdict stands by then. */
const POINTERS_TIMEOUT = 5_000;

/** One run as an action. Gives the exit status. */
export async function runAction(world: ActionWorld): Promise<number> {
  const read: InputReader = (name) => world.env[`INPUT_${name.toUpperCase()}`];
  const given = readSettings(read);
  if (given.problems !== undefined) {
    const secrets = [...secretInputs(read), ...secretVariables(world.env)];
    const report = scrub(usageReport(given.problems), secrets);
    const settings = { onUnknown: 'fail', maskAccountId: false, summary: 'problems' } as const;
    await write(await world.toolkit(), {
      report,
      settings,
      secrets,
      internalErrors: [],
      ...NO_POINTERS,
    });
    return 1;
  }
  const { settings } = given;
  const deadline = startDeadline(settings.timeout * 1000);
  if (settings.explain === 'failed-jobs') {
    const { explainFailedJobs } = await import('./explain-failed-jobs.ts');
    const explained = await explainFailedJobs(settings, world, deadline);
    await write(await world.toolkit(), { ...explained, ...NO_POINTERS, internalErrors: [], settings });
    return isFailure(explained.report, settings) ? 1 : 0;
  }
  const outcome = await preflight(settings, {
    ...world,
    deadline,
    // The toolkit is needed at the end only, so it loads while the answer is on its way: earlier it would hold the
    // request up, since loading is work.
    onSent: () => setImmediate(() => void world.toolkit().catch(() => undefined)),
  });
  const found = await pointersFor(outcome, settings, world, read);
  const internalErrors = [...outcome.internalErrors, ...found.internalErrors];
  await write(await world.toolkit(), { ...outcome, ...found, internalErrors, settings });
  return isFailure(outcome.report, settings) ? 1 : 0;
}

function secretInputs(read: InputReader): readonly Secret[] {
  return [...SECRET_INPUTS].map((name) => new Secret(read(name) ?? ''));
}

/** Only what failed needs a line, and the finder loads only then. That GitHub is slow is no fault of the finder. */
async function pointersFor(
  outcome: Outcome,
  settings: Settings,
  { env }: ActionWorld,
  read: InputReader,
): Promise<Pointers & Pick<Outcome, 'internalErrors'>> {
  const none = { ...NO_POINTERS, internalErrors: [] };
  if (outcome.report.findings.length === 0) return none;
  const limit = startDeadline(POINTERS_TIMEOUT);
  try {
    const { pointers } = await import('./pointers.ts');
    const work = pointers(outcome.report, outcome.subjects, {
      job: outcome.gathered.job,
      env,
      read,
      token: settings.githubToken,
      signal: limit.signal,
    });
    return { ...none, ...scrub(await within(work, limit, undefined), outcome.secrets) };
  } catch (error) {
    if (error instanceof TimeIsUp) return none;
    return { ...none, internalErrors: [`the line finder: ${error instanceof Error ? error.name : 'unknown error'}`] };
  }
}
