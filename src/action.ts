import { demandsOf } from './demands.ts';
import { startDeadline } from './http/deadline.ts';
import type { InputReader } from './inputs/names.ts';
import { readSettings } from './inputs/read-settings.ts';
import type { Environment, Host } from './model/environment.ts';
import { preflight } from './preflight.ts';
import type { Toolkit } from './report/toolkit.ts';

export interface ActionWorld {
  readonly env: Environment;
  readonly host: Host;
  readonly now: () => number;
  /** Loads the toolkit, once. */
  readonly toolkit: () => Promise<Toolkit>;
}

/** One run as an action. Gives the exit status. */
export async function runAction(world: ActionWorld): Promise<number> {
  const read: InputReader = (name) => world.env[`INPUT_${name.toUpperCase()}`];
  const given = readSettings(read);
  const needs = await demandsOf(read, world.env['GITHUB_WORKSPACE']);
  if (given.problems !== undefined || needs.problems !== undefined) {
    const { announceUsage } = await announcing();
    return announceUsage([...(given.problems ?? []), ...(needs.problems ?? [])], world, read);
  }
  const { settings } = given;
  const deadline = startDeadline(settings.timeout * 1000);
  if (settings.explain === 'failed-jobs') {
    const { explainFailedJobs } = await import(/* webpackChunkName: "explain" */ './explain-failed-jobs.ts');
    const explained = await explainFailedJobs(settings, world, deadline);
    const { announceExplained } = await announcing();
    return announceExplained(explained, settings, world);
  }
  const outcome = await preflight(settings, {
    ...world,
    deadline,
    demands: needs.demands,
  });
  const { announce } = await announcing();
  return announce(outcome, { settings, deadline, read }, world);
}

/** Loads with the diagnoses, as nobody needs it before. */
const announcing = () => import(/* webpackChunkName: "judgement" */ './announce.ts');
