import { firstAttempt } from './diagnose/attempt.ts';
import { askFirst, connect, isPlain } from './diagnose/first-question.ts';
import type { Outcome } from './judge.ts';
import type { World } from './diagnose/run.ts';
import type { CatalogueEntry } from './diagnoses/diagnosis.ts';
import { gather } from './gather/gather.ts';
import type { Settings } from './model/settings.ts';

type LoadCatalogue = () => Promise<{ readonly CATALOGUE: readonly CatalogueEntry[] }>;

/** Checks the credentials that a job has, once, in three stages. Never throws for what it meets. */
export async function preflight(
  settings: Settings,
  world: World,
  loadCatalogue: LoadCatalogue = () => import(/* webpackChunkName: "judgement" */ './diagnoses/catalogue.ts'),
): Promise<Outcome> {
  // 1. Gather: which credentials are here, and where they come from.
  const { env, host, deadline, now } = world;
  const gathered = await gather(settings, env, host, (network) => connect(network, { env, deadline, now }));

  // 2. Ask at once where nothing can be wrong before STS has said so. All else loads while the answer is on its way.
  const start = firstAttempt(settings, gathered);
  const asks = start !== undefined && isPlain(start, gathered);
  const first = asks ? await askFirst(start, (onSent) => connect(gathered.network, { ...world, onSent })) : undefined;

  // 3. Judge: diagnose, prove the role, look beyond the verdict, report.
  const [{ CATALOGUE }, { judge }] = await Promise.all([
    loadCatalogue(),
    import(/* webpackChunkName: "judgement" */ './judge.ts'),
  ]);
  return judge({ settings, world, gathered, start, first, catalogue: CATALOGUE });
}
