/** What a step's log and summary may look like, whatever came from outside. */

const COMMANDS =
  /^::(?:add-mask::|debug::|(?:error|warning|notice)(?: (?:title|file|line|endLine|col|endColumn)=[^:,\r\n]*(?:,(?:title|file|line|endLine|col|endColumn)=[^:,\r\n]*)*)?::)/;

const UNSEEN =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** What is wrong with a log: lines that are commands of nobody's making, more than one plain line, characters that nobody sees. */
export function faultsOfLog(stdout: string): readonly string[] {
  const lines = stdout.split('\n').slice(0, -1);
  const commands = lines.filter((line) => COMMANDS.test(line));
  const plain = lines.filter((line) => !COMMANDS.test(line));
  const others = lines.filter((line) => !line.startsWith('::add-mask::'));
  return [
    ...plain.filter((line) => /^\s*::/.test(line) || line.includes('##[')).map((line) => `a command: ${line}`),
    ...others.filter((line) => line.includes('##[')).map((line) => `an old command: ${line}`),
    ...others
      .filter(
        (line) =>
          UNSEEN.test(line) || UNSEEN.test(decodeURIComponent(line.replaceAll(/%(?!0A)/g, '%25')).replaceAll('\n', '')),
      )
      .map((line) => `unseen characters: ${JSON.stringify(line)}`),
    // A line for each finding, or the one line of a run without any.
    ...(isClosing(plain, commands) ? [] : [`${plain.length} plain lines`]),
    ...(commands.length + plain.length === lines.length ? [] : ['lines that are neither']),
  ];
}

/** Our own tags; everything else in angle brackets came from outside. */
const TAGS = /<\/?(?:code|details|summary)>/g;

/** What is wrong with a summary: HTML, links, mentions, tables of uneven rows, fences that do not close. */
export function faultsOfSummary(summary: string): readonly string[] {
  const { text, open } = withoutFences(summary);
  const links = text.replaceAll(/\[Read more\]\(https:\/\/[\w./#-]+\)/g, '');
  const seen = decode(links.replaceAll(/<code>.*?<\/code>/gs, ' '));
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return [
    ...(open ? ['a fence that does not close'] : []),
    ...(links.replaceAll(TAGS, '').match(/[<>]/g) ?? []).map((character) => `raw ${character}`),
    ...(links.match(/\]\(|!\[|`/g) ?? []).map((text) => `raw ${text}`),
    ...(seen.match(/[@#][\w-]|:\/\/|\bwww\./gi) ?? []).map((text) => `a link or a mention: ${text}`),
    ...(UNSEEN.test(text.replaceAll('\u200b', '')) ? ['unseen characters'] : []),
    ...rows
      .filter((row) => /^\|(?: .*? \|)+$/.exec(row) === null && !/^\|(?: --- \|)+$/.test(row))
      .map((row) => `a row: ${row}`),
    ...uneven(text),
  ];
}

function uneven(text: string): readonly string[] {
  const tables = text.split(/\n(?!\|)/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  return tables
    .filter((rows) => new Set(rows.map((row) => row.split('|').length)).size > 1)
    .map((rows) => `a table of uneven rows: ${rows.join(' / ')}`);
}

function withoutFences(text: string): { text: string; open: boolean } {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const ticks = /^(`{3,})\w*$/.exec(line)?.[1];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) kept.push(line.replace(/^#{1,6} /, ''));
  }
  return { text: kept.join('\n'), open: fence !== undefined };
}

/** As a browser reads entities, and GitHub after it. */
function decode(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)));
}

/** A line for each finding, which ends in its ID, and one that closes the log. */
function isClosing(plain: readonly string[], commands: readonly string[]): boolean {
  const annotations = commands.filter((line) => /^::(?:error|warning|notice)[ :]/.test(line)).length;
  const closing = plain.filter((line) => !/ \[[a-z-]+\]$/.test(line)).length;
  return plain.length > 0 && closing <= 1 && plain.length - closing <= annotations;
}
