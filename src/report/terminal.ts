import { styleText } from 'node:util';
import type { Finding, Report } from '../model/report.ts';
import { type Order, ordersOf, textOf } from './annotations.ts';
import { closingLine } from './conclusion.ts';
import { harmless, withoutAccountIds } from '../model/text.ts';

const STYLE = {
  error: ['✗', 'red'],
  unknown: ['?', 'yellow'],
  warning: ['!', 'yellow'],
  notice: ['i', 'cyan'],
} as const;

/** The report for a person at a terminal. */
export function terminalText(
  report: Report,
  how: { readonly colour: boolean; readonly maskAccountId: boolean },
): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    how.colour ? styleText(format, text, { validateStream: false }) : text;
  const visible = (text: string): string => harmless(how.maskAccountId ? withoutAccountIds(text) : text);
  const block = (finding: Finding, order: Order | undefined): string => {
    const [mark, colour] = STYLE[finding.severity];
    const body = visible(textOf(finding, order)).replaceAll('\n', '\n  ');
    const snippet =
      finding.snippet === undefined
        ? ''
        : `\n\n    ${visible(finding.snippet.text).trimEnd().replaceAll('\n', '\n    ')}`;
    return `${style(['bold', colour], `${mark} ${visible(finding.title)}`)} [${finding.id}]\n  ${body}${snippet}\n`;
  };
  const colour = report.verdict === 'ok' ? 'green' : report.verdict === 'bad' ? 'red' : 'yellow';
  const orders = ordersOf(report.findings);
  return [
    ...report.findings.map((finding, index) => block(finding, orders[index])),
    style(colour, visible(closingLine(report)).replaceAll('`', '')),
    '',
  ].join('\n');
}
