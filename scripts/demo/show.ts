import { styleText } from 'node:util';
import type { StepAnnotation, StepResult } from '../../simulator/step.ts';
import type { Case } from './families.ts';

type Format = Parameters<typeof styleText>[0];

const WIDTH = Math.min(process.stdout.columns, 110) || 110;
const LOOKS = {
  error: ['✗ Error', 'red'],
  warning: ['! Warning', 'yellow'],
  notice: ['i Notice', 'cyan'],
} as const;

/** Coloured where standard output is a terminal that shows colours. */
function style(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

export interface Outcome {
  readonly one: Case;
  readonly result: StepResult;
  /** IDs, in the report's order. */
  readonly found: readonly string[];
  /** To STS. */
  readonly requests: number;
  readonly asExpected: boolean;
}

/** A case as a reader of the job sees it. */
export function showCase(number: number, { one, result, requests }: Outcome): string {
  return [
    style('dim', '─'.repeat(WIDTH)),
    style('bold', `${number}. ${one.group}`) + style('dim', ` (${one.family}): ${one.scenario.title}`),
    '',
    ...result.annotations.flatMap((annotation) => [...showAnnotation(annotation), '']),
    ...logOf(result).map((line) => `   ${style(result.status === 0 ? 'green' : 'red', line)}`),
    '',
    ...outputsOf(result, requests),
    ...(one.scenario.showsSummary ? ['', ...summaryOf(result)] : []),
    '',
  ].join('\n');
}

function showAnnotation({ type, properties, message }: StepAnnotation): string[] {
  const [label, colour] = LOOKS[type];
  const { title = '', file, line } = properties;
  const place = file === undefined ? [] : [style('dim', `${file}, line ${line ?? ''}`)];
  const body = message.split('\n').flatMap((text) => wrap(text, text.startsWith('- ') ? '  ' : ''));
  return [style(['bold', colour], `${label}: ${title}`), ...place, ...body].map((text) =>
    `   ${style(colour, '│')} ${text}`.trimEnd(),
  );
}

function logOf({ stdout }: StepResult): string[] {
  return stdout.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('::'));
}

function outputsOf({ outputs, status, milliseconds }: StepResult, requests: number): string[] {
  const pairs = Object.entries(outputs).filter(([name, value]) => value !== '' && name !== 'report');
  const step = `${status === 0 ? 'green' : 'red'} after ${Math.round(milliseconds)} ms, ${counted(requests, 'request')} to STS`;
  return [
    `   ${style('dim', 'Step   ')} ${step}`,
    ...pairs.map(([name, value], index) => `   ${style('dim', index === 0 ? 'Outputs' : '       ')} ${name}=${value}`),
  ];
}

function summaryOf({ summary }: StepResult): string[] {
  const lines = summary.trimEnd().split('\n');
  return [`   ${style('dim', 'Job summary')}`, ...lines.map((line) => `   ${style('dim', '▏')} ${line}`.trimEnd())];
}

/** One line a case, and whether each is as it must be. */
export function table(outcomes: readonly Outcome[]): string {
  const head = ['', 'Fault', 'Scenario', 'Verdict', 'Diagnoses', 'Requests', 'ms'];
  const rows = outcomes.map(({ one, result, found, requests, asExpected }) => [
    asExpected ? '✓' : '✗',
    one.group,
    one.scenario.title,
    result.outputs['verdict'] ?? '',
    found.join(', ') || '–',
    String(requests),
    String(Math.round(result.milliseconds)),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at > 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
  const colours = outcomes.map(({ asExpected }) => (asExpected ? 'green' : 'red'));
  return [
    style('dim', '─'.repeat(WIDTH)),
    style('bold', line(head)),
    ...rows.map((row, at) => line(row).replace(/^./u, (mark) => style(colours[at] ?? 'red', mark))),
  ].join('\n');
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Breaks at spaces; lines after the first are indented by two more where it is an item of a list. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - 10) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' && lines.length === 0 ? leading(indent, word) : `${line} ${word}`;
  }
  return [...lines, line];
}

/** An item of a list keeps its dash at the margin. */
function leading(indent: string, word: string): string {
  return word === '-' ? word : `${indent}${word}`;
}
