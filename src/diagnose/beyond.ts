import { beyondStage, type Principal } from '../beyond/stage.ts';
import { BEYOND } from '../diagnoses/beyond-catalogue.ts';
import { permissionTable } from '../diagnoses/shared/permissions.ts';
import type { BeyondEvidence, Demands } from '../model/beyond.ts';
import type { Attempt } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import type { SummaryTable } from '../model/report.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import type { Settings } from '../model/settings.ts';
import type { Connection } from '../sts/call.ts';
import { record, type Diagnosed, type RecordedFault, type Run } from './loop.ts';

export interface BeyondStage {
  readonly demands: Demands;
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly connection: Connection;
  readonly run: Run;
  readonly asked: Diagnosed;
  readonly role: RoleEvidence | undefined;
  /** The proved role's credentials. */
  readonly session: Attempt | undefined;
  readonly found: readonly RecordedFault[];
}

export interface Beyond {
  readonly found: readonly RecordedFault[];
  readonly beyond: BeyondEvidence | undefined;
}

/** Targets and permissions of whoever STS accepted; nothing is said of credentials that it did not. May throw. */
export async function lookBeyond(stage: BeyondStage): Promise<Beyond> {
  const principal = principalOf(stage);
  if (principal === undefined) return { found: stage.found, beyond: undefined };
  const { demands, settings, gathered, connection } = stage;
  const namedRoles = [settings.roleToAssume, ...settings.expectedArns].filter((arn) => arn !== undefined);
  const beyond = await beyondStage({ demands, principal, connection, gathered, namedRoles });
  return { found: findingsOf(stage, beyond), beyond };
}

/** Every decision, for the job summary; undefined where there is none. */
export function tableOf(beyond: BeyondEvidence | undefined): SummaryTable | undefined {
  const table = permissionTable({ beyond });
  return table.rows.length === 0 ? undefined : table;
}

/** The role that the job will assume, where one is asked for, else the checked credentials. */
function principalOf({ settings, asked, role, session }: BeyondStage): Principal | undefined {
  if (role?.identity !== undefined && session !== undefined) return { attempt: session, identity: role.identity };
  if (settings.roleToAssume !== undefined || asked.answer?.kind !== 'accepted') return undefined;
  return { attempt: asked.answer.attempt, identity: asked.answer.identity };
}

function findingsOf(
  { run, asked, role, found: before }: BeyondStage,
  beyond: BeyondEvidence,
): readonly RecordedFault[] {
  let found = before;
  for (const entry of BEYOND) {
    const one = run.guard(
      entry.id,
      () => {
        const now = { ...run.evidence(asked.attempt, asked.answers, found, role), answer: asked.answer, beyond };
        const occurrence = entry.examine(now);
        return occurrence && record(occurrence, now);
      },
      entry,
    );
    if (one !== undefined) found = [...found, one];
  }
  // Advice is noise beside an error.
  const hasError = found.some(({ occurrence }) => occurrence.severity === 'error');
  return hasError ? found.filter(({ occurrence }) => occurrence.id !== 'long-term-credentials') : found;
}
