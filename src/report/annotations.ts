import type { Finding, Report, WorkflowLine } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { annotationTypeOf, type AnnotationType } from './conclusion.ts';
import { cut, harmless, withoutAccountIds } from '../model/text.ts';

/** The runner keeps ten of a type and cuts a message at 4,096 characters (actions/runner ExecutionContext.cs). */
const MOST_OF_A_TYPE = 10;
const LONGEST_MESSAGE = 4096;
const LONGEST_TITLE = 80;

export interface Annotation {
  readonly type: AnnotationType;
  readonly title: string;
  readonly message: string;
  readonly line: WorkflowLine | undefined;
}

/** One annotation a finding, in the report's order. */
export function annotationsOf(
  report: Pick<Report, 'findings'>,
  lines: readonly (WorkflowLine | undefined)[],
  settings: Pick<Settings, 'onUnknown' | 'maskAccountId'>,
): readonly Annotation[] {
  const count = { error: 0, warning: 0, notice: 0 };
  return report.findings.flatMap((finding, index) => {
    const type = annotationTypeOf(finding.severity, settings);
    count[type] += 1;
    if (count[type] > MOST_OF_A_TYPE) return [];
    const visible = (text: string): string => harmless(settings.maskAccountId ? withoutAccountIds(text) : text);
    return [
      { type, title: cut(visible(finding.title), LONGEST_TITLE), message: fit(finding, visible), line: lines[index] },
    ];
  });
}

/**
 * The whole text. Where it is too long, long lines are shortened, then the last pieces of evidence and the last fixes
 * go: what is wrong, the first thing to change and the link always stay.
 */
function fit(finding: Finding, visible: (text: string) => string): string {
  const whole = visible(textOf(finding));
  if (isShort(whole)) return whole;
  let { evidence, fix } = finding;
  for (;;) {
    const longest = evidence.length > 1 || fix.length > 1 ? LONG_LINE : SHORT_LINE;
    const message = visible(textOf(shortened({ ...finding, evidence, fix }, longest)));
    if (isShort(message)) return message;
    if (evidence.length > 1) evidence = evidence.slice(0, -1);
    else if (fix.length > 1) fix = fix.slice(0, -1);
    else return cut(message, LONGEST_MESSAGE / 3);
  }
}

/** Even if every character has to be escaped, three of the shorter ones leave room for the link. */
const LONG_LINE = 900;
const SHORT_LINE = 300;

function shortened(finding: Finding, longest: number): Finding {
  const short = (line: string): string => cut(line, longest);
  const { explanation, evidence, fix } = finding;
  return { ...finding, explanation: short(explanation), evidence: evidence.map(short), fix: fix.map(short) };
}

function isShort(message: string): boolean {
  return escapedLength(message) <= LONGEST_MESSAGE;
}

/** As the toolkit escapes a command's data: %, CR and LF become three characters. */
function escapedLength(message: string): number {
  return message.length + 2 * (message.match(/[%\r\n]/g)?.length ?? 0);
}

/** What is wrong, how we know, what to change, where to read more. */
export function textOf(finding: Finding): string {
  const confirmed = finding.confirmed ? ['Confirmed: with this one thing put right, STS went on.'] : [];
  return [
    finding.explanation,
    '',
    'How we know:',
    ...[...finding.evidence, ...confirmed].map((line) => `- ${line}`),
    '',
    'What to change:',
    ...finding.fix.map((line) => `- ${line}`),
    '',
    `Read more: ${finding.docs}`,
  ].join('\n');
}
