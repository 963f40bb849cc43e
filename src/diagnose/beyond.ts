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
import { takeDown, type Found, type Peeled, type Peeling } from './loop.ts';

export interface BeyondRun {
  readonly demands: Demands;
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly connection: Connection;
  readonly peeling: Peeling;
  readonly peeled: Peeled;
  readonly role: RoleEvidence | undefined;
  /** The proved role's credentials. */
  readonly session: Attempt | undefined;
  readonly found: readonly Found[];
}

export interface Beyond {
  readonly found: readonly Found[];
  readonly beyond: BeyondEvidence | undefined;
}

/** Targets and permissions of whoever STS accepted; nothing is said of credentials that it did not. May throw. */
export async function lookBeyond(run: BeyondRun): Promise<Beyond> {
  const principal = principalOf(run);
  if (principal === undefined) return { found: run.found, beyond: undefined };
  const { demands, settings, gathered, connection } = run;
  const namedRoles = [settings.roleToAssume, ...settings.expectedArns].filter((arn) => arn !== undefined);
  const beyond = await beyondStage({ demands, principal, connection, gathered, namedRoles });
  return { found: findingsOf(run, beyond), beyond };
}

/** Every decision, for the job summary; undefined where there is none. */
export function tableOf(beyond: BeyondEvidence | undefined): SummaryTable | undefined {
  const table = permissionTable({ beyond });
  return table.rows.length === 0 ? undefined : table;
}

/** The role that the job will assume, where one is asked for, else the checked credentials. */
function principalOf({ settings, peeled, role, session }: BeyondRun): Principal | undefined {
  if (role?.identity !== undefined && session !== undefined) return { attempt: session, identity: role.identity };
  if (settings.roleToAssume !== undefined || peeled.answer?.kind !== 'accepted') return undefined;
  return { attempt: peeled.answer.attempt, identity: peeled.answer.identity };
}

function findingsOf({ peeling, peeled, role, found: before }: BeyondRun, beyond: BeyondEvidence): readonly Found[] {
  let found = before;
  for (const entry of BEYOND) {
    const one = peeling.guard(entry.id, () => {
      const now = { ...peeling.evidence(peeled.attempt, peeled.answers, found, role), answer: peeled.answer, beyond };
      const occurrence = entry.examine(now);
      return occurrence && takeDown(occurrence, now);
    });
    if (one !== undefined) found = [...found, one];
  }
  // Advice is noise beside an error.
  const hasError = found.some(({ occurrence }) => occurrence.severity === 'error');
  return hasError ? found.filter(({ occurrence }) => occurrence.id !== 'long-term-credentials') : found;
}
