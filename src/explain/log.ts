/** A step of the job, as the log shows it. */
export interface LogStep {
  /** The command or the action that it runs, or its name, as printed; not safe to print as it is. */
  readonly name: string;
  /** Number of its first line. */
  readonly line: number;
  /** The log shows that it failed: it holds `##[error]`, or act's word for a failure. */
  readonly failed: boolean;
}

/** A line that may matter, without its time, colours, frame and escapes. */
export interface LogLine {
  /** Counted from 1 in the log; only line feeds count. */
  readonly number: number;
  readonly text: string;
  /** Index into `steps`, -1 before the first one. */
  readonly step: number;
  /** Part of what the runner prints of a step before it runs: its script, inputs and environment. */
  readonly isHeader: boolean;
  readonly level: 'error' | 'warning' | 'debug' | undefined;
  /** Milliseconds since the epoch, where the line has a time. */
  readonly time: number | undefined;
  /** How it joins the line before it: the same line goes on, the next line, or lines were left out. */
  readonly joins: 'same-line' | 'next-line' | 'gap';
}

/** What of a log may matter. */
export interface ReadLog {
  readonly lines: readonly LogLine[];
  readonly steps: readonly LogStep[];
  /** Of the whole log. */
  readonly lineCount: number;
  /** False where lines that may matter did not fit. */
  readonly isWhole: boolean;
}

/** The parts of a line longer than this are looked at one by one. */
const PIECE = 4096;
/** So many lines around a line that matters are kept. */
const BEFORE = 6;
const BEHIND = 14;
/** Characters kept from the beginning of a log, and from its end: what failed stands at the end. */
const MOST_OF_HEAD = 256 * 1024;
const MOST_OF_TAIL = 1024 * 1024;
/** A line that only repeats, but for its numbers, tells nothing new; so many different ones are remembered. */
const MOST_REMEMBERED = 20_000;
const MOST_REPEATS = 3;
const MOST_STEPS = 2000;
const LONGEST_NAME = 200;

/** Words of which one is in every error that can be recognised, and in every clue. */
const MATTERS =
  /credential|token|denied|forbidden|authori[sz]|authentic|signature|expire|aws|amazon|arn:|\bsts\b|\bs3\b|ecr\b|identity|region|profile|exceed|throttl|slow ?down|metadata|imds|169\.254|mfa|multi-?factor|\bsso\b|certificate|x509|proxy|getaddrinfo|resolve|econn|enet|ehost|timed? ?out|no such host|host is known|endpoint|connection|socket|unreachable|too large|system clock|header|login|assume|##\[error\]|invalid|40[13]\b|50[03]\b|logged in/i;

const STAMP = /^\uFEFF?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) ?/;
/** `gh run view --log` puts job, step and time in front of a line. */
const GH_COLUMNS = /^([^\t]{1,200})\t([^\t]{1,200})\t\uFEFF?(?=\d{4}-\d\d-\d\dT)/;
/** nektos/act: `[workflow/job]   | text`, `[workflow/job] ⭐ Run Main name`. */
const ACT = /^\[[^\]\n]{1,200}\] (?: {1,3}\| ?| {0,3}(?=[⭐✅❌🏁🚧❗💬❓🐳☁⚙]))/u;
const ACT_START = /^⭐ Run (?:Main |Pre |Post |Set up job|Complete job)?(.*)/u;
const ACT_FAILURE = /^❌ {1,3}Failure - /u;

/**
 * Reads a log as it comes, however long it is, and keeps what may tell of credentials: the lines with a telling word,
 * and the lines around them. Takes linear time and bounded memory for any bytes. Never throws.
 */
export class LogReader {
  readonly #steps: { name: string; line: number; failed: boolean }[] = [];
  readonly #head: KeptLine[] = [];
  readonly #tail: KeptLine[] = [];
  readonly #repeats = new Map<string, number>();
  #before: RawLine[] = [];
  #headSize = 0;
  #tailSize = 0;
  #tailFrom = 0;
  #behind = 0;
  #lastKept = 0;
  #number = 1;
  #isMidLine = false;
  #isHeader = false;
  #rest = '';
  #isWhole = true;
  #decoder: TextDecoder | undefined;

  /** @param chunk the next bytes, UTF-8 or UTF-16 with a byte order mark, or the next characters */
  write(chunk: Uint8Array | string): void {
    if (typeof chunk === 'string') return this.#take(chunk);
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): ReadLog {
    this.#take(this.#decoder?.decode() ?? '');
    const hasRest = this.#rest !== '';
    if (hasRest) this.#line(this.#rest, true);
    this.#rest = '';
    return {
      lines: [...this.#head, ...this.#tail.slice(this.#tailFrom)].map(({ raw, ...line }) => ({ ...line, ...cleanLine(raw) })),
      steps: this.#steps,
      lineCount: this.#number - 1,
      isWhole: this.#isWhole,
    };
  }

  #take(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      const line = text.slice(from, at);
      this.#line(this.#rest === '' ? line : this.#rest + line, true);
      this.#rest = '';
      from = at + 1;
    }
    this.#rest += text.slice(from);
    if (this.#rest.length > PIECE * 4) {
      const most = this.#rest.length - (this.#rest.length % PIECE);
      this.#line(this.#rest.slice(0, most), false);
      this.#rest = this.#rest.slice(most);
    }
  }

  /** @param isEnd whether the line ends behind this part of it */
  #line(text: string, isEnd: boolean): void {
    for (let from = 0; from === 0 || from < text.length; from += PIECE) {
      this.#piece(text.length <= PIECE ? text : text.slice(from, from + PIECE));
      this.#isMidLine = true;
    }
    if (!isEnd) return;
    this.#isMidLine = false;
    this.#number += 1;
  }

  #piece(text: string): void {
    const raw = { text, number: this.#number, isMidLine: this.#isMidLine };
    if (!this.#isMidLine) this.#mark(text);
    if (MATTERS.test(text) && this.#isNew(text)) {
      for (const line of this.#before) this.#keep(line);
      this.#before = [];
      this.#keep(raw);
      this.#behind = BEHIND;
    } else if (this.#behind > 0) {
      this.#behind -= 1;
      this.#keep(raw);
    } else {
      this.#before.push(raw);
      if (this.#before.length > BEFORE) this.#before.shift();
    }
  }

  /** Takes note of where a step begins, where what is printed of it ends, and where it failed. */
  #mark(line: string): void {
    const command = line.indexOf('##[');
    if (command !== -1) {
      const from = line.slice(command, command + LONGEST_NAME);
      if (from.startsWith('##[group]Run ')) this.#begin(from.slice('##[group]Run '.length), true);
      else if (from.startsWith('##[endgroup]')) this.#isHeader = false;
      else if (from.startsWith('##[error]')) this.#fail();
    }
    if (line.startsWith('[') && line.includes('] ')) {
      const said = line.slice(0, LONGEST_NAME * 2).replace(ACT, '');
      const name = ACT_START.exec(said)?.[1];
      if (name !== undefined) this.#begin(name, false);
      else if (ACT_FAILURE.test(said)) this.#fail();
    } else if (line.includes('\t')) {
      const name = GH_COLUMNS.exec(line)?.[2];
      if (name !== undefined && name !== 'UNKNOWN STEP' && name !== this.#steps.at(-1)?.name) this.#begin(name, false);
    }
    if (line.endsWith('Post job cleanup.') || line.endsWith('Post job cleanup.\r')) this.#begin('Post job cleanup', false);
  }

  #begin(name: string, hasHeader: boolean): void {
    const last = this.#steps.at(-1);
    // What the command line of GitHub adds a column for has its own header below.
    if (hasHeader && last?.line === this.#number) {
      this.#isHeader = true;
      return;
    }
    if (this.#steps.length < MOST_STEPS) {
      this.#steps.push({ name: copied(name.trim().slice(0, LONGEST_NAME)), line: this.#number, failed: false });
    }
    this.#isHeader = hasHeader;
    this.#repeats.clear();
  }

  #fail(): void {
    const step = this.#steps.at(-1);
    if (step !== undefined) step.failed = true;
  }

  /** The first times that a line is printed in a step, whatever its numbers. */
  #isNew(text: string): boolean {
    const key = text.slice(0, 1000).replace(/\d+/g, '0');
    const count = this.#repeats.get(key) ?? 0;
    if (count > 0 || this.#repeats.size < MOST_REMEMBERED) this.#repeats.set(count === 0 ? copied(key) : key, count + 1);
    return count < MOST_REPEATS;
  }

  #keep({ text, number, isMidLine }: RawLine): void {
    const joins = number === this.#lastKept && isMidLine ? 'same-line' : number <= this.#lastKept + 1 ? 'next-line' : 'gap';
    this.#lastKept = number;
    const line: KeptLine = {
      raw: copied(text),
      number,
      step: this.#steps.length - 1,
      isHeader: this.#isHeader,
      joins,
    };
    const size = text.length + 100;
    if (this.#headSize + size <= MOST_OF_HEAD) {
      this.#headSize += size;
      this.#head.push(line);
      return;
    }
    this.#headSize = MOST_OF_HEAD;
    this.#tail.push(line);
    this.#tailSize += size;
    while (this.#tailSize > MOST_OF_TAIL) {
      this.#tailSize -= (this.#tail[this.#tailFrom]?.raw.length ?? 0) + 100;
      this.#tailFrom += 1;
      this.#isWhole = false;
    }
    if (this.#tailFrom > 10_000) {
      this.#tail.splice(0, this.#tailFrom);
      this.#tailFrom = 0;
    }
  }
}

/** The same for a text that is there already. Never throws. */
export function readLog(text: string): ReadLog {
  const reader = new LogReader();
  reader.write(text);
  return reader.end();
}

/** Cleaned at the end only, since most of a long log is forgotten again. */
type KeptLine = Omit<LogLine, 'text' | 'level' | 'time'> & { readonly raw: string };

interface RawLine {
  readonly text: string;
  readonly number: number;
  readonly isMidLine: boolean;
}

/** PowerShell writes UTF-16 where it redirects. */
function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** A slice keeps all that it was cut from in memory; a copy does not. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}

const LEVELS: Readonly<Record<string, LogLine['level']>> = { error: 'error', warning: 'warning', debug: 'debug' };
/** How an annotation stands in a log, or in what a command printed. */
const COMMAND = /^(?:[❗🚧💬] {1,3})?(?:##\[(error|warning|notice|debug)\]|::(error|warning|notice|debug)(?: [^:\n]{0,2000})?::)/u;
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
  text = text.replace(FRAME, '').replace(FRAME_END, '').replace(ESCAPED_END, ' ');
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
