import { harmless } from './plain-text.ts';

/** Everything that Markdown, HTML or GitHub's own syntax would read as more than text. */
function entities(text: string): string {
  return text.replace(/[&<>"'`*_~[\]|@#\\:{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Outside of code GitHub makes links of what looks like one, entities or not; a zero-width space stops it. */
function unlinked(text: string): string {
  return text.replace(/[@#](?=[\w-])|:(?=\/\/)|\bwww(?=\.)/gi, '$&\u200b');
}

/** Our own prose as Markdown: what stands in backticks becomes code, everything is escaped. Line feeds become spaces. */
export function prose(text: string): string {
  return harmless(text.replace(/[\r\n]+/g, ' '))
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${entities(part)}</code>` : entities(unlinked(part))))
    .join('');
}

/** A fenced block that its own text cannot end. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${harmless(text).replace(/\n$/, '')}\n${fence}`;
}

/** A table of plain cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(prose).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
