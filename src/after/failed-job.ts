import { firstAttempt } from '../diagnose/attempt.ts';
import { peel, takeDown, type Found, type Peeled, type Peeling } from '../diagnose/loop.ts';
import { makePeeling, networkSettings, secretForms, type World } from '../diagnose/run.ts';
import { AFTER } from '../diagnoses/after-catalogue.ts';
import { CATALOGUE } from '../diagnoses/catalogue.ts';
import { gather } from '../gather/gather.ts';
import { createSend } from '../http/send.ts';
import type { AfterEvidence, JobEnd } from '../model/after.ts';
import type { Gathered, Network } from '../model/gathered.ts';
import type { Finding, WorkflowSubject } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import type { Connection } from '../sts/call.ts';
import { emptiedVariables, endOf, heldNow } from './job-end.ts';
import type { CheckedState } from './state.ts';

export interface Aftermath {
  readonly finding: Finding | undefined;
  readonly subject: WorkflowSubject | undefined;
  /** All that must not appear in a log. */
  readonly secrets: readonly Secret[];
  readonly gathered: Gathered;
}

/**
 * Asks STS once more with what the job's environment holds now, and says what became of the credentials that were
 * checked. No cause is confirmed by further questions: the job has ended.
 */
export async function lookBack(state: CheckedState, settings: Settings, world: World): Promise<Aftermath> {
  const connect = (network: Network): Connection => ({
    deadline: world.deadline,
    send: createSend(networkSettings(network, world)),
  });
  const gathered = await gather(settings, world.env, world.host, connect);
  const connection = connect(gathered.network);
  const once = { ...settings, confirm: false };
  const peeling = makePeeling(once, world, gathered, connection, CATALOGUE, []);
  const held = heldNow(state, gathered, world.env['GITHUB_RUN_ID'] ?? '');
  const secrets = gathered.secretsToMask;
  if (held === 'none') {
    const end: JobEnd = { kind: 'blank', emptied: emptiedVariables(world.env) };
    const found = state.accessKeyId === null ? undefined : findingOf(state, end, peeling, NOTHING_ASKED);
    return { ...toFinding(found), secrets, gathered };
  }
  const start = firstAttempt(settings, gathered);
  const peeled = await peel(start, peeling);
  const end = endOf(state, held, peeled);
  const own = peeled.found.find(({ occurrence }) => occurrence.severity === 'error');
  const found = end === undefined ? own : findingOf(state, end, peeling, peeled);
  return { ...toFinding(found), secrets: [...secrets, ...secretForms(start, peeled)], gathered };
}

const NOTHING_ASKED: Peeled = { found: [], answer: undefined, attempt: undefined, answers: [] };

function findingOf(state: CheckedState, end: JobEnd, peeling: Peeling, peeled: Peeled): Found | undefined {
  const evidence = peeling.evidence(peeled.attempt, peeled.answers, []);
  const moved =
    evidence.clock === undefined || state.skewSeconds === null
      ? undefined
      : evidence.clock.skewSeconds - state.skewSeconds;
  const after: AfterEvidence = {
    checked: {
      arn: state.arn,
      account: state.account,
      at: new Date(state.checkedAt),
      expiresAt: state.expiresAt === null ? undefined : new Date(state.expiresAt),
      clockMoved: moved,
    },
    end,
  };
  const now = { ...evidence, after };
  for (const entry of AFTER) {
    const found = peeling.guard(entry.id, () => {
      const occurrence = entry.examine(now);
      return occurrence && takeDown(occurrence, now);
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function toFinding(found: Found | undefined): Pick<Aftermath, 'finding' | 'subject'> {
  if (found === undefined) return { finding: undefined, subject: undefined };
  const { occurrence, explanation, subject } = found;
  return { finding: { id: occurrence.id, severity: occurrence.severity, ...explanation, confirmed: false }, subject };
}
