import { parse } from 'yaml';
import { cell, type PageTexts, type Seen } from './docs-page.ts';
import { annotationBlock } from '../../testing/golden.ts';
import { normalise } from '../../testing/normalise.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The texts that stand between `<!-- name -->` and `<!-- /name -->` in README.md and docs/reference.md. */
export function documentBlocks(
  actionYml: string,
  pages: readonly PageTexts[],
  example: Seen,
): Readonly<Record<string, string>> {
  const { inputs, outputs } = parse(actionYml) as Action;
  return {
    inputs: tableOf(
      ['Input', 'Default', 'Meaning'],
      Object.entries(inputs).map(([name, { description, default: value }]) => [
        `\`${name}\``,
        value === undefined ? '' : `\`${value}\``,
        cell(description),
      ]),
    ),
    outputs: tableOf(
      ['Output', 'Value'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
    ),
    diagnoses: tableOf(
      ['Diagnosis', 'Severity', 'It is this when'],
      pages.map(({ id, severity, when }) => [`[\`${id}\`](diagnoses/${id}.md)`, severity, cell(when)]),
    ),
    example: normalise(annotationBlock(example.annotation)),
  };
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The text with each block renewed; blocks whose markers it lacks are passed over. */
export function withBlocks(text: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((current, [name, block]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = current.indexOf(open);
    const end = current.indexOf(close, start);
    if (start === -1 || end === -1) return current;
    return `${current.slice(0, start + open.length)}\n\n${block}\n\n${current.slice(end)}`;
  }, text);
}
