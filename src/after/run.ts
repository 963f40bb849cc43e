import type { InputReader } from '../inputs/names.ts';
import { readSettings } from '../inputs/read-settings.ts';
import { startDeadline } from '../http/deadline.ts';
import type { Environment, Host } from '../model/environment.ts';
import { harmlessLine, withoutAccountIds } from '../model/text.ts';
import { annotationsOf } from '../report/annotations.ts';
import { scrub } from '../report/scrub.ts';
import type { Toolkit } from '../report/toolkit.ts';
import { annotate, maskValues } from '../report/writer.ts';
import { lookBack } from './failed-job.ts';
import { isTurnedOff, readState, STATE_NAME } from './state.ts';

export interface AfterWorld {
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  readonly toolkit: () => Promise<Toolkit>;
}

/** In milliseconds: with starting and loading, the whole takes at most 10 seconds. */
const TIMEOUT = 7_500;

/** After a failed job: one annotation, and nothing where the check itself had failed, or somebody turned it off. */
export async function runAfterJob(world: AfterWorld): Promise<void> {
  const { env } = world;
  const state = readState(env[`STATE_${STATE_NAME}`]);
  if (state === undefined || isTurnedOff(env)) return;
  const read: InputReader = (name) => env[`INPUT_${name.toUpperCase()}`];
  const given = readSettings(read);
  if (given.problems !== undefined) return;
  const { settings } = given;
  const deadline = startDeadline(Math.min(TIMEOUT, settings.timeout * 1000));
  const { finding, secrets } = await lookBack(state, settings, { ...world, deadline });
  const core = await world.toolkit();
  maskValues(core, secrets);
  const told = finding && scrub(finding, secrets);
  for (const annotation of told ? annotationsOf({ findings: [told] }, [undefined], settings) : []) {
    annotate(core, annotation);
  }
  const line = harmlessLine(
    told ? `${told.title} [${told.id}]` : 'STS could not be asked about the credentials again.',
  );
  core.info((settings.maskAccountId ? withoutAccountIds(line) : line).replaceAll('`', ''));
}
