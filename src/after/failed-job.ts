import { firstAttempt } from '../diagnose/attempt.ts';
import { diagnose, record, type Diagnosed, type RecordedFault, type Run } from '../diagnose/loop.ts';
import { connect } from '../diagnose/first-question.ts';
import { createRun, secretForms, type World } from '../diagnose/run.ts';
import { AFTER } from '../diagnoses/after-catalogue.ts';
import { CATALOGUE } from '../diagnoses/catalogue.ts';
import { gather } from '../gather/gather.ts';
import type { AfterEvidence, JobEnd } from '../model/after.ts';
import type { Gathered } from '../model/gathered.ts';
import type { Finding, WorkflowSubject } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
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
  const gathered = await gather(settings, world.env, world.host, (network) => connect(network, world));
  const run = createRun({ ...settings, confirm: false }, world, gathered, CATALOGUE);
  const held = heldNow(state, gathered, world.env['GITHUB_RUN_ID'] ?? '');
  const secrets = gathered.secretsToMask;
  if (held === 'none') {
    const end: JobEnd = { kind: 'blank', emptied: emptiedVariables(world.env) };
    const found = state.accessKeyId === null ? undefined : findingOf(state, end, run, NOTHING_ASKED);
    return { ...toFinding(found), secrets, gathered };
  }
  const start = firstAttempt(settings, gathered);
  const asked = await diagnose(start, run);
  const end = endOf(state, held, asked);
  const own = asked.found.find(({ occurrence }) => occurrence.severity === 'error');
  const found = end === undefined ? own : findingOf(state, end, run, asked);
  return { ...toFinding(found), secrets: [...secrets, ...secretForms(start, asked)], gathered };
}

const NOTHING_ASKED: Diagnosed = { found: [], answer: undefined, attempt: undefined, answers: [] };

function findingOf(state: CheckedState, end: JobEnd, run: Run, asked: Diagnosed): RecordedFault | undefined {
  const evidence = run.evidence(asked.attempt, asked.answers, []);
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
    const found = run.guard(
      entry.id,
      () => {
        const occurrence = entry.examine(now);
        return occurrence && record(occurrence, now);
      },
      entry,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function toFinding(found: RecordedFault | undefined): Pick<Aftermath, 'finding' | 'subject'> {
  if (found === undefined) return { finding: undefined, subject: undefined };
  const { occurrence, explanation, subject } = found;
  return { finding: { id: occurrence.id, severity: occurrence.severity, ...explanation, confirmed: false }, subject };
}
