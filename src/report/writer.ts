import type { PatchedFile, Report, SummaryTable, WorkflowLine } from '../model/report.ts';
import type { Secret } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import { annotationsOf, type Annotation } from './annotations.ts';
import { closingLine, findingLines } from './conclusion.ts';
import { outputsOf } from './outputs.ts';
import { harmless, harmlessLine, withoutAccountIds } from '../model/text.ts';
import { summaryOf } from './summary.ts';
import type { Toolkit } from './toolkit.ts';

export interface Writing {
  readonly report: Report;
  readonly settings: Pick<Settings, 'failOn' | 'onUnknown' | 'maskAccountId' | 'summary'>;
  readonly secrets: readonly Secret[];
  readonly lines: readonly (WorkflowLine | undefined)[];
  readonly patches: readonly (PatchedFile | undefined)[];
  readonly internalErrors: readonly string[];
  /** The last line of the log, where it is not about a check. */
  readonly closing?: string;
  /** What the principal may do, for the job summary. */
  readonly permissions?: SummaryTable | undefined;
  /** An annotation of no finding. */
  readonly notice?: { readonly title: string; readonly message: string };
}

/** A shorter mask would blank half of the log. */
const SHORTEST_MASK = 4;
const REPORT_A_BUG = 'https://github.com/aws-credentials-preflight/aws-credentials-preflight/issues/new';

/** Everything that the job sees of a run: masks first, then annotations, outputs, summary and the closing line. */
export async function write(core: Toolkit, writing: Writing): Promise<void> {
  const { report, settings } = writing;
  const faults = [...writing.internalErrors];
  const guard: Guard = (what, work) => {
    try {
      return work();
    } catch (error) {
      // Only the kind of error: its message may quote a value.
      faults.push(`${what}: ${error instanceof Error ? error.name : 'unknown error'}`);
      return undefined;
    }
  };
  maskAll(core, writing);
  for (const annotation of annotationsFor(writing, guard)) annotate(core, annotation);
  if (writing.notice !== undefined) {
    core.notice(harmless(writing.notice.message), { title: writing.notice.title });
  }
  const outputs = guard('the outputs', () => outputsOf(report)) ?? { verdict: report.verdict };
  for (const [name, value] of Object.entries(outputs)) {
    guard(`the output ${name}`, () => {
      core.setOutput(name, value);
    });
  }
  await writeSummary(
    core,
    guard('the job summary', () => summaryOf(report, writing.patches, settings, writing)),
  );
  tellFaults(core, faults);
  const titles = guard('the lines of the log', () => findingLines(report)) ?? [];
  const closing = guard('the closing line', () => writing.closing ?? closingLine(report)) ?? report.verdict;
  for (const line of [...titles, closing]) {
    const text = harmlessLine(line).replaceAll('`', '');
    core.info(settings.maskAccountId ? withoutAccountIds(text) : text);
  }
}

/** Runs a piece that must not take the others down; undefined where it threw. */
type Guard = <T>(what: string, work: () => T) => T | undefined;

/** All at once, as only so can they be counted; one by one where one of them cannot be rendered. */
function annotationsFor({ report, lines, settings }: Writing, guard: Guard): readonly Annotation[] {
  const all = guard('the annotations', () => annotationsOf(report, lines, settings));
  return (
    all ??
    report.findings.flatMap(
      (finding, index) =>
        guard(`the annotation of ${finding.id}`, () =>
          annotationsOf({ findings: [finding] }, [lines[index]], settings),
        ) ?? [],
    )
  );
}

/** One annotation for all of them. */
function tellFaults(core: Toolkit, faults: readonly string[]): void {
  if (faults.length === 0) return;
  core.warning(
    `${harmless([...new Set(faults)].slice(0, 10).join('; '))}: this is a fault of the action itself, and the rest of its report stands. Please tell: ${REPORT_A_BUG}`,
    { title: 'A part of the preflight failed' },
  );
}

/** The runner masks what it was told of before, so this comes ahead of every other line. */
export function maskAll(
  core: Toolkit,
  { report, secrets, settings }: Pick<Writing, 'report' | 'secrets' | 'settings'>,
): void {
  maskValues(core, secrets);
  if (settings.maskAccountId) {
    for (const account of new Set([report.identity?.account, report.credentials.account])) {
      if (account) core.setSecret(account);
    }
  }
}

/** Every value in all of its forms. */
export function maskValues(core: Toolkit, secrets: readonly Secret[]): void {
  const forms = secrets.flatMap((secret) => maskable(secret.reveal()));
  for (const form of new Set(forms)) if (form.trim().length >= SHORTEST_MASK) core.setSecret(form);
}

/** The value raw and trimmed. The runner masks each line of it too: with a short one among them, only the others go in. */
function maskable(text: string): readonly string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.some((line) => line !== '' && line.length < SHORTEST_MASK) ? lines : [text, text.trim()];
}

export function annotate(core: Toolkit, { type, title, message, line }: Annotation): void {
  const properties = {
    title,
    ...(line === undefined
      ? {}
      : {
          file: line.file,
          startLine: line.line,
          ...(line.endLine === undefined ? {} : { endLine: line.endLine }),
          ...(line.column === undefined ? {} : { startColumn: line.column }),
          ...(line.endColumn === undefined ? {} : { endColumn: line.endColumn }),
        }),
  };
  core[type](message, properties);
}

/** A summary that cannot be written costs the summary, not the verdict; old GitHub Enterprise Servers have none. */
async function writeSummary(core: Toolkit, text: string | undefined): Promise<void> {
  if (text === undefined) return;
  try {
    await core.summary.addRaw(text).write();
  } catch {
    core.debug('The job summary could not be written.');
  }
}
