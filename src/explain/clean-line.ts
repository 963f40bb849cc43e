import type { LogLine } from './log.ts';

const STAMP = /^\uFEFF?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) ?/;
/** `gh run view --log` puts job, step and time in front of a line. */
export const GH_COLUMNS = /^([^\t]{1,200})\t([^\t]{1,200})\t\uFEFF?(?=\d{4}-\d\d-\d\dT)/;
/** nektos/act: `[workflow/job]   | text`, `[workflow/job] ⭐ Run Main name`. */
export const ACT = /^\[[^\]\n]{1,200}\] (?: {1,3}\| ?| {0,3}(?=[⭐✅❌🏁🚧❗💬❓🐳☁⚙]))/u;

/** A slice keeps all that it was cut from in memory; a copy does not. */
export function copied(text: string): string {
  return Buffer.from(text).toString();
}

const LEVELS: Readonly<Record<string, LogLine['level']>> = { error: 'error', warning: 'warning', debug: 'debug' };
/** How an annotation stands in a log, or in what a command printed. */
const COMMAND =
  /^(?:[❗🚧💬] {1,3})?(?:##\[(error|warning|notice|debug)\]|::(error|warning|notice|debug)(?: [^:\n]{0,2000})?::)/u;
/** The frame around a text: Terraform's bars, a table's, the name and bar of Docker Compose, `#12 3.4` of BuildKit. */
const FRAME =
  /^(?:[ \t]{0,40}[│┃║¦╷╵╭╰]{1,3}|[\w./@-]{1,60} {0,30}\|(?= |$)|[ \t]{0,40}\|(?= |$)|#\d{1,4} (?:\d{1,6}\.\d{1,4}(?= ))?|\[?\w{1,20}\]? {1,20}\|(?= ))/;
const FRAME_END = /[ \t]{1,400}[│┃║¦|]$/;
/** An end of line that was escaped, once or more often, and a frame behind it. */
const ESCAPED_END = /(?:\\{1,8}[nr]|%0[AD]|\r)+(?:[ \t]{0,40}[│┃║¦|](?= ))?/g;
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/\\{1,8}t/g, ' '],
  [/\\{1,8}u003c|&lt;/gi, '<'],
  [/\\{1,8}u003e|&gt;/gi, '>'],
  [/\\{1,8}u0026/gi, '&'],
  [/\\{1,8}u0027|&#0?39;|&apos;|&#x27;/gi, "'"],
  [/\\{1,8}u0022|&quot;|&#34;|\\{1,8}"/gi, '"'],
  [/\\{1,8}'/g, "'"],
  [/\\{1,8}\//g, '/'],
  [/&amp;/g, '&'],
  [/%25/g, '%'],
];

/** A line as its program wrote it. Takes linear time. */
export function cleanLine(raw: string): Pick<LogLine, 'text' | 'level' | 'time'> {
  let text = withoutTerminalCodes(raw).replace(GH_COLUMNS, '');
  const stamp = STAMP.exec(text);
  if (stamp !== null) text = text.slice(stamp[0].length);
  text = text.replace(ACT, '');
  const command = COMMAND.exec(text);
  if (command !== null) text = text.slice(command[0].length);
  text = text.replace(FRAME, '').replace(FRAME, '').replace(FRAME_END, '').replace(ESCAPED_END, ' ');
  for (const [form, to] of ESCAPES) text = text.replace(form, to);
  text = text.replace(/\s+/g, ' ').trim();
  const time = stamp === null ? NaN : Date.parse((stamp[1] ?? '').replace(' ', 'T'));
  return {
    text: copied(text),
    level: LEVELS[command?.[1] ?? command?.[2] ?? ''],
    time: Number.isNaN(time) ? undefined : time,
  };
}

/** Colours, also where their first character was lost, and operating system commands, ended or not. */
function withoutTerminalCodes(text: string): string {
  let rest = text;
  if (text.includes('\u001b')) {
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    rest = withoutSystemCommands(text).replace(/\u001b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|[@-Z\\^_])/g, '');
  }
  return rest.includes('m') ? rest.replace(/\[(?:\d{1,3};){0,4}\d{1,3}m/g, '') : rest;
}

function withoutSystemCommands(text: string): string {
  let result = '';
  let from = 0;
  let bell = text.indexOf('\u0007');
  let other = text.indexOf('\u001b\\');
  for (let at = text.indexOf('\u001b]'); at !== -1; at = text.indexOf('\u001b]', from)) {
    result += text.slice(from, at);
    // One that has no end has none further on either.
    if (bell !== -1 && bell < at) bell = text.indexOf('\u0007', at);
    if (other !== -1 && other < at) other = text.indexOf('\u001b\\', at);
    if (bell === -1 && other === -1) return result + text.slice(at).replaceAll('\u001b]', '');
    const isBell = bell !== -1 && (other === -1 || bell < other);
    from = isBell ? bell + 1 : other + 2;
  }
  return result + text.slice(from);
}
