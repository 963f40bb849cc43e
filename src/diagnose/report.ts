import type { Evidence } from '../diagnoses/diagnosis.ts';
import { causeInWords, planInWords, sourceOfPlan } from '../diagnoses/shared/tool-words.ts';
import { usageFinding } from '../diagnoses/usage.ts';
import type { Attempt, Identity, DiagnosisId, Severity } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import { nameOfPlace } from '../model/place.ts';
import type { Finding, Report, Verdict, WorkflowSubject } from '../model/report.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import type { Secret } from '../model/secret.ts';
import type { Settings, UsageProblem } from '../model/settings.ts';
import { showAccessKeyId } from '../read/access-key-id.ts';
import type { SessionBasis } from '../read/session.ts';
import { VERSION } from '../model/version.ts';
import { holdsSecret } from '../read/unsafe-content.ts';
import type { Plan } from '../model/tools.ts';
import type { Diagnosed, RecordedFault } from './loop.ts';

interface Parts {
  readonly settings: Settings;
  readonly gathered: Gathered;
  readonly start: Attempt | undefined;
  /** What the diagnose loop came to. */
  readonly asked: Diagnosed;
  /** All that was found, also after the loop. */
  readonly found: readonly RecordedFault[];
  /** Its order is that of the report. */
  readonly catalogue: readonly { readonly id: DiagnosisId }[];
  readonly role: RoleEvidence | undefined;
  readonly evidence: Evidence;
  /** Whether a piece failed that might have found a fault. */
  readonly unchecked: boolean;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, unknown: 1, warning: 2, notice: 3 };

/** The change to make, and one for the case that it does not help. */
const MOST_CHANGES = 2;

const REPOSITORY = 'https://github.com/aws-credentials-preflight/aws-credentials-preflight';

/** The diagnosis's own page, as it was at this version. */
export function pageOf(id: DiagnosisId): string {
  return `${REPOSITORY}/blob/v${VERSION}/docs/diagnoses/${id}.md`;
}

/** What STS did with the repaired credentials, as the last fact. */
function confirmation({ occurrence: { once }, confirmed, accepted }: RecordedFault): readonly string[] {
  if (!confirmed) return [];
  const repaired = once ?? 'this is put right';
  return [
    accepted
      ? `Confirmed: STS accepts the credentials once ${repaired}.`
      : `Confirmed: STS goes on once ${repaired}, and then refuses for the next reason.`,
  ];
}

/** The public report, and what each of its findings is about. */
export function compileReport(parts: Parts): { report: Report; subjects: readonly (WorkflowSubject | undefined)[] } {
  const skipped = isSkipped(parts);
  const order = parts.catalogue.map(({ id }) => id);
  // What is not of the catalogue was found after it, in an order of its own.
  const place = (id: DiagnosisId): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const sorted = [...parts.found].sort(
    (a, b) =>
      RANK[a.occurrence.severity] - RANK[b.occurrence.severity] || place(a.occurrence.id) - place(b.occurrence.id),
  );
  const findings = sorted.map((fault): Finding => {
    const { occurrence, explanation, confirmed } = fault;
    const severity = skipped && occurrence.severity === 'error' ? 'notice' : occurrence.severity;
    return {
      id: occurrence.id,
      severity,
      ...explanation,
      evidence: [...explanation.evidence, ...confirmation(fault)],
      fix: explanation.fix.slice(0, MOST_CHANGES),
      docs: pageOf(occurrence.id),
      confirmed,
    };
  });
  const report: Report = {
    schema: 1,
    verdict: skipped ? 'skipped' : verdictOf(findings, parts),
    findings,
    tools: skipped ? [] : toolsOf(parts),
    role: roleOf(parts),
    identity: identityOf(parts),
    credentials: credentialsOf(parts),
    clock: clockOf(parts.evidence),
    session: sessionOf(parts.evidence),
    sts: stsOf(parts),
  };
  return { report, subjects: sorted.map(({ subject }) => subject) };
}

/** `ok` is never merely what remains: STS has said so, and nothing that might have found a fault failed. */
function verdictOf(findings: readonly Finding[], parts: Parts): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'bad';
  const open = findings.some(({ severity }) => severity === 'unknown') || parts.unchecked || !isProved(parts);
  return open ? 'unknown' : 'ok';
}

/** STS accepted the credentials as they are, and the role's, where one was asked for. */
function isProved({ settings, gathered, start, asked, role }: Parts): boolean {
  const own = asked.answer?.kind === 'accepted' && asked.attempt === start;
  if (settings.roleToAssume === undefined) return own;
  return role?.identity !== undefined && (own || gathered.credentials === undefined);
}

/** Only what GitHub withholds by design may be passed over; any other lack is a fault. */
function isSkipped({ settings, found, gathered }: Parts): boolean {
  if (settings.onMissing !== 'skip') return false;
  const errors = found.filter(({ occurrence }) => occurrence.severity === 'error');
  const withheld = errors.some(
    ({ occurrence }) =>
      occurrence.id === 'secrets-withheld' ||
      (occurrence.id === 'oidc-permission-missing' && gathered.job.withholding !== undefined),
  );
  return withheld && errors.every(({ occurrence }) => WITHHELD.has(occurrence.id));
}

const WITHHELD: ReadonlySet<DiagnosisId> = new Set(['secrets-withheld', 'oidc-permission-missing']);

/** Who the job's own credentials are: not who they would be with a fault repaired. A role stands for a job without any. */
function identityOf({ gathered, start, asked, role }: Parts): Report['identity'] {
  const own = asked.answer?.kind === 'accepted' && asked.attempt === start ? asked.answer.identity : undefined;
  const identity = gathered.credentials === undefined ? role?.identity : own;
  return shownIdentity(identity);
}

function shownIdentity(identity: Identity | undefined): Report['identity'] {
  if (identity === undefined) return null;
  const { account, arn, userId, principalType = null } = identity;
  return { account, arn, userId, principalType };
}

function roleOf({ role }: Parts): Report['role'] {
  if (role === undefined) return null;
  const by = role.path === 'chained' ? 'assume-role' : role.path;
  return { arn: role.role.arn, by, identity: shownIdentity(role.identity) };
}

/** What each tool would do next, in the report's words. */
function toolsOf({ gathered }: Parts): Report['tools'] {
  return gathered.tools.map(({ tool, outcome, plan, cause }) => {
    const key = outcome === 'same' && plan === undefined ? gathered.credentials?.accessKeyId : keyOfPlan(plan);
    const isWorking = outcome === 'same' || outcome === 'other';
    const own = outcome === 'same' ? gathered.credentials?.source : undefined;
    const source = plan === undefined ? own : sourceOfPlan(plan);
    return {
      tool,
      outcome,
      source: isWorking ? (own === 'inputs' ? own : (source ?? null)) : null,
      accessKeyId: isWorking && key !== undefined ? showAccessKeyId(key.reveal()) : null,
      why:
        cause === undefined
          ? outcome === 'other' && plan !== undefined
            ? planInWords(plan)
            : null
          : causeInWords(cause).why,
    };
  });
}

function keyOfPlan(plan: Plan | undefined): Secret | undefined {
  return plan?.kind === 'keys' ? plan.accessKeyId : undefined;
}

function credentialsOf({ gathered, evidence, role }: Parts): Report['credentials'] {
  const { credentials } = gathered;
  if (credentials === undefined) {
    const source = role?.path === 'web-identity' ? 'web-identity' : 'none';
    const type = role?.identity === undefined ? null : 'temporary';
    return { source, location: null, type, accessKeyId: null, account: null };
  }
  const key = credentials.accessKeyId?.reveal();
  const facts = evidence.facts?.accessKeyId;
  return {
    source: credentials.source,
    location: credentials.location,
    type: facts?.kind === 'long-term' || facts?.kind === 'temporary' ? facts.kind : null,
    accessKeyId: key === undefined ? null : showAccessKeyId(key),
    account: facts?.account ?? null,
  };
}

function clockOf({ clock }: Evidence): Report['clock'] {
  if (clock === undefined) return null;
  return { skewSeconds: round(clock.skewSeconds, 1), uncertaintySeconds: round(clock.uncertaintySeconds, 2) };
}

/** Adding 0 turns a rounded −0 into 0. */
function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}

function sessionOf({ session }: Evidence): Report['session'] {
  const text = (date: Date | undefined): string | null => date?.toISOString().replace(/\.\d{3}Z$/, 'Z') ?? null;
  return {
    expiresAt: text(session.expiresAt),
    secondsRemaining: session.secondsRemaining ?? null,
    issuedAt: text(session.issuedAt),
    issuedIn: session.issuedIn ?? null,
    endsBefore: text(session.endsBefore),
    basis: session.basis === undefined ? null : basisText(session.basis),
  };
}

/** `input`, the name of what states it, or how it was worked out. */
function basisText(basis: SessionBasis): string {
  switch (basis.kind) {
    case 'input':
      return 'input';
    case 'stated':
      return nameOfPlace(basis.place);
    case 'upper-bound':
      return 'issue time plus the longest lifetime of a session (upper bound)';
  }
}

function stsOf({ gathered, start, asked, role }: Parts): Report['sts'] {
  const answers = [...gathered.asked, ...asked.answers, ...(role?.answers ?? [])];
  const first = [...asked.answers, ...answers][0]?.attempt ?? start;
  return {
    endpoint: first === undefined ? null : withoutLogin(first.endpoint),
    // Somebody may have put a secret's value there.
    region: first === undefined || holdsSecret(first.region) !== undefined ? null : first.region,
    requests: answers.reduce((sum, { requests }) => sum + requests, 0),
    requestIds: answers.flatMap(({ requestIds }) => requestIds),
  };
}

/** An endpoint from the environment may hold a password, or a token in its query. */
function withoutLogin({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`.replace(/\/$/, '');
}

/** The report of a run that asked nobody, because its inputs cannot be used. */
export function usageReport(problems: readonly UsageProblem[]): Report {
  return { ...emptyReport(), verdict: 'bad', findings: [{ ...usageFinding(problems), docs: pageOf('usage') }] };
}

/** The report of a run that has looked at no credentials. */
export function emptyReport(): Report {
  return {
    schema: 1,
    verdict: 'unknown',
    findings: [],
    tools: [],
    role: null,
    identity: null,
    credentials: { source: 'none', location: null, type: null, accessKeyId: null, account: null },
    clock: null,
    session: { expiresAt: null, secondsRemaining: null, issuedAt: null, issuedIn: null, endsBefore: null, basis: null },
    sts: { endpoint: null, region: null, requests: 0, requestIds: [] },
  };
}
