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
  settings: Pick<Settings, 'failOn' | 'onUnknown' | 'maskAccountId'>,
): readonly Annotation[] {
  const orders = ordersOf(report.findings);
  const count = { error: 0, warning: 0, notice: 0 };
  return report.findings.flatMap((finding, index) => {
    const type = annotationTypeOf(finding.severity, settings);
    count[type] += 1;
    if (count[type] > MOST_OF_A_TYPE) return [];
    const visible = (text: string): string => harmless(settings.maskAccountId ? withoutAccountIds(text) : text);
    return [
      {
        type,
        title: cut(visible(finding.title), LONGEST_TITLE),
        message: fit(finding, orders[index], visible),
        line: lines[index],
      },
    ];
  });
}

/** One cause is told in so many characters at most; the summary and the report have all of the evidence. */
const LONGEST_TEXT = 900;
const LONG_LINE = 320;

/**
 * The whole text. If it is too long, the middle pieces of evidence go first, then the alternative, and then long lines
 * are shortened: the first change, the first fact and the link always stay.
 */
function fit(finding: Finding, order: Order | undefined, visible: (text: string) => string): string {
  let { evidence, fix } = finding;
  for (;;) {
    const message = visible(textOf({ ...finding, evidence, fix }, order));
    if (isShort(message)) return message;
    if (evidence.length > 2) evidence = evidence.toSpliced(-2, 1);
    else if (fix.length > 1) fix = fix.slice(0, 1);
    else break;
  }
  const message = visible(textOf(shortened({ ...finding, evidence, fix }, LONG_LINE), order));
  return isShort(message) ? message : visible(textOf(shortened({ ...finding, evidence, fix }, LONG_LINE / 3), order));
}

function shortened(finding: Finding, longest: number): Finding {
  const short = (line: string): string => cut(line, longest);
  const { explanation, evidence, fix } = finding;
  return { ...finding, explanation: short(explanation), evidence: evidence.map(short), fix: fix.map(short) };
}

function isShort(message: string): boolean {
  return message.length <= LONGEST_TEXT && escapedLength(message) <= LONGEST_MESSAGE;
}

/** As the toolkit escapes a command's data: %, CR and LF become three characters. */
function escapedLength(message: string): number {
  return message.length + 2 * (message.match(/[%\r\n]/g)?.length ?? 0);
}

/** Which of several faults this is. */
export interface Order {
  readonly position: number;
  readonly of: number;
}

/** The place of each error among the errors; undefined if there is only one, and for what is no error. */
export function ordersOf(findings: readonly Pick<Finding, 'severity'>[]): readonly (Order | undefined)[] {
  const of = findings.filter(({ severity }) => severity === 'error').length;
  return findings.map(({ severity }, index) =>
    severity === 'error' && of > 1
      ? { position: findings.slice(0, index + 1).filter((one) => one.severity === 'error').length, of }
      : undefined,
  );
}

/** Why it breaks, what to change, how we know, where to read more. */
export function textOf(finding: Finding, order?: Order): string {
  const which =
    order === undefined ? '' : ` (Fix ${order.position} of ${order.of}; ${order.of === 2 ? 'both' : 'all'} are needed)`;
  return [
    finding.explanation,
    '',
    `What to change${which}:`,
    ...finding.fix.map((line) => `- ${line}`),
    '',
    'How we know:',
    ...finding.evidence.map((line) => `- ${line}`),
    '',
    `Read more: ${finding.docs}`,
  ].join('\n');
}
