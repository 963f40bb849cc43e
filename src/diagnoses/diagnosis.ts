import type { Answer, Attempt, ClockSkew, DiagnosisId, Severity } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import type { Facts } from '../read/facts.ts';
import type { Session } from '../read/session.ts';
import type { AfterEvidence } from '../model/after.ts';
import type { BeyondEvidence } from '../model/beyond.ts';
import type { Explanation, WorkflowChange, WorkflowSubject } from '../model/report.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import type { Settings } from '../model/settings.ts';

/**
 * Where in the run a diagnosis may speak: before anything is asked, on a refusal, when no answer came, on acceptance,
 * on what the role's own call gave, at the end about what holds either way, on what was found beyond the verdict, or after the job.
 */
export type Phase = 'before' | 'refused' | 'unanswered' | 'accepted' | 'role' | 'end' | 'beyond' | 'after';

/** All that is known at one moment. `facts` are read from the attempt as it stands, repairs included. */
export interface Evidence {
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly attempt: Attempt | undefined;
  readonly facts: Facts | undefined;
  readonly answer: Answer | undefined;
  readonly clock: ClockSkew | undefined;
  readonly session: Session;
  readonly role: RoleEvidence | undefined;
  /** Targets and permissions; undefined before they were looked at. */
  readonly beyond?: BeyondEvidence | undefined;
  /** After a failed job only. */
  readonly after?: AfterEvidence | undefined;
  /** What has been found already, in the order in which it was. */
  readonly found: readonly DiagnosisId[];
  /** Whether one of them is an error: advice is noise beside it. */
  readonly hasError: boolean;
}

/** What `explain` says of a fault, where a log is all that it knows: nothing of the job itself. */
export interface InALog {
  /** What is wrong, as a noun phrase or a short sentence without a full stop, after what the tool printed. */
  readonly title: string;
  /** Why this may be the cause. A key beside `usual` is an error that has a reason of its own. */
  readonly why: Readonly<Record<'usual', string> & Record<string, string>>;
  /** What to change, and what to do if that does not help. A key beside `usual` is an error with changes of its own. */
  readonly fix: Readonly<Record<'usual', readonly string[]> & Record<string, readonly string[]>>;
}

/** One fault: the only place that knows how to tell it, repair it and explain it. */
export interface Diagnosis<Detail> {
  readonly id: DiagnosisId;
  readonly severity: Severity | ((detail: Detail) => Severity);
  /** What `severity` may give besides `error`, where it hangs on what was measured; for the documentation. */
  readonly otherwise?: Severity;
  readonly phases: readonly Phase[];
  /** It is this when …: one line, for the documentation. */
  readonly when: string;
  /** When the finding may be wrong, or can be left alone, for the documentation. */
  readonly exceptions: string;
  /** AWS's or GitHub's own pages, for the documentation. */
  readonly references?: readonly string[];
  /** Where an error that a tool printed may point to this fault. */
  readonly inALog?: InALog;
  /** Told by the values alone once STS has refused: still named when an earlier fault cannot be repaired. */
  readonly evident?: true;
  /** A guess until STS answers otherwise with the repair, and dropped when it does not. */
  readonly hypothesis?: true;
  /** Pure. What was measured, where it is this fault. */
  detect(evidence: Evidence): Detail | undefined;
  /** The same credentials with this one thing put right, in memory only. */
  repair?(attempt: Attempt, detail: Detail): Attempt | undefined;
  /** What the repair does, after "STS accepts the credentials once". */
  once?(detail: Detail, evidence: Evidence): string;
  describe(detail: Detail, evidence: Evidence): Explanation;
  /** What the annotation should point at in the workflow file; the step itself where nothing is said. */
  subject?(detail: Detail, evidence: Evidence): WorkflowSubject | undefined;
  /** What to change in the workflow file, where the change is there; the place is looked for by `workflow/`. */
  change?(detail: Detail, evidence: Evidence): WorkflowChange | undefined;
}

/** A fault that was found, with its detail closed over. */
export interface Occurrence {
  readonly id: DiagnosisId;
  readonly severity: Severity;
  readonly hypothesis: boolean;
  readonly repair: ((attempt: Attempt) => Attempt | undefined) | undefined;
  readonly once: string | undefined;
  readonly describe: (evidence: Evidence) => Explanation;
  readonly subject: (evidence: Evidence) => WorkflowSubject | undefined;
}

/** A diagnosis whose detail nobody else needs to know. */
export interface CatalogueEntry {
  readonly id: DiagnosisId;
  readonly severity: Severity | undefined;
  readonly otherwise: Severity | undefined;
  readonly phases: readonly Phase[];
  readonly when: string;
  readonly exceptions: string;
  readonly references: readonly string[];
  readonly inALog: InALog | undefined;
  readonly evident: boolean;
  readonly hypothesis: boolean;
  examine(evidence: Evidence): Occurrence | undefined;
}

export function entry<Detail>(diagnosis: Diagnosis<Detail>): CatalogueEntry {
  const { id, severity, phases, when, exceptions } = diagnosis;
  const hypothesis = diagnosis.hypothesis === true;
  return {
    id,
    severity: typeof severity === 'function' ? undefined : severity,
    otherwise: diagnosis.otherwise,
    phases,
    when,
    exceptions,
    references: diagnosis.references ?? [],
    inALog: diagnosis.inALog,
    evident: diagnosis.evident === true,
    hypothesis,
    examine(evidence) {
      const detail = diagnosis.detect(evidence);
      if (detail === undefined) return undefined;
      return {
        id,
        severity: typeof severity === 'function' ? severity(detail) : severity,
        hypothesis,
        repair: diagnosis.repair && ((attempt) => diagnosis.repair?.(attempt, detail)),
        once: diagnosis.once?.(detail, evidence),
        describe: (now) => {
          const change = diagnosis.change?.(detail, now);
          return { ...diagnosis.describe(detail, now), ...(change && { change }) };
        },
        subject: (now) => diagnosis.subject?.(detail, now),
      };
    },
  };
}
