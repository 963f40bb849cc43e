import { ACT, cleanLine, copied, GH_COLUMNS } from './clean-line.ts';

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
/**
 * Characters kept from the beginning of a log, where every line is, and of those that matter from its end: what failed
 * stands at the end.
 */
const MOST_OF_HEAD = 256 * 1024;
const MOST_OF_TAIL = 1024 * 1024;
/** A line that only repeats, but for its numbers, tells nothing new; so many different ones are remembered. */
const MOST_REMEMBERED = 20_000;
const MOST_REPEATS = 3;
const MOST_STEPS = 2000;
const LONGEST_NAME = 200;

/** Words of which one is in every error that can be recognised, and in every clue. */
const MATTERS =
  /credential|token|denied|forbidden|authori[sz]|authentic|signature|expire|aws|amazon|arn:|\bsts\b|\bs3\b|ecr\b|identity|region|profile|exceed|throttl|slow ?down|metadata|imds|169\.254|mfa|multi-?factor|\bsso\b|certificate|x509|proxy|getaddrinfo|resolve|econn|enet|ehost|timed? ?out|no such host|host is known|endpoint|connection|socket|unreachable|too large|system clock|header|login|assume|role ?arn|access|##\[error\]|invalid|40[13]\b|50[03]\b|logged in/i;

const ACT_START = /^⭐ Run (?:Main |Pre |Post |Set up job|Complete job)?(.*)/u;
const ACT_FAILURE = /^❌ {1,3}Failure - /u;

/**
 * Reads a log as it comes, however long it is, and keeps what may tell of credentials: the lines with a telling word,
 * and the lines around them. Takes linear time and bounded memory for any bytes. Never throws.
 */
export class LogReader {
  readonly #steps: { name: string; line: number; failed: boolean; isHeaderClosed: boolean }[] = [];
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
  #decoder: InstanceType<typeof TextDecoder> | undefined;

  /** @param chunk the next bytes, UTF-8 or UTF-16 with a byte order mark, or the next characters */
  write(chunk: Uint8Array | string): void {
    if (typeof chunk === 'string') {
      this.#take(chunk);
      return;
    }
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): ReadLog {
    this.#take(this.#decoder?.decode() ?? '');
    const hasRest = this.#rest !== '';
    if (hasRest) this.#line(this.#rest, true);
    this.#rest = '';
    return {
      lines: [...this.#head, ...this.#tail.slice(this.#tailFrom)].map(({ raw, ...line }) => ({
        ...line,
        ...cleanLine(raw),
        // Where nothing closes it, nobody can say where it ends.
        isHeader: line.isHeader && this.#steps[line.step]?.isHeaderClosed === true,
      })),
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
    if (this.#headSize < MOST_OF_HEAD) {
      this.#keep(raw);
    } else if (MATTERS.test(text) && this.#isNew(text)) {
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
      else if (from.startsWith('##[endgroup]')) this.#closeHeader();
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
    if (line.endsWith('Post job cleanup.') || line.endsWith('Post job cleanup.\r'))
      this.#begin('Post job cleanup', false);
  }

  #begin(name: string, hasHeader: boolean): void {
    const last = this.#steps.at(-1);
    // What the command line of GitHub adds a column for has its own header below.
    if (hasHeader && last?.line === this.#number) {
      this.#isHeader = true;
      return;
    }
    if (this.#steps.length < MOST_STEPS) {
      this.#steps.push({
        name: copied(name.trim().slice(0, LONGEST_NAME)),
        line: this.#number,
        failed: false,
        isHeaderClosed: false,
      });
    }
    this.#isHeader = hasHeader;
    this.#repeats.clear();
  }

  #closeHeader(): void {
    const step = this.#steps.at(-1);
    if (this.#isHeader && step !== undefined) step.isHeaderClosed = true;
    this.#isHeader = false;
  }

  #fail(): void {
    const step = this.#steps.at(-1);
    if (step !== undefined) step.failed = true;
  }

  /** The first times that a line is printed in a step, whatever its numbers. */
  #isNew(text: string): boolean {
    const key = text.slice(0, 300).replace(/\d+/g, '0');
    const count = this.#repeats.get(key) ?? 0;
    if (count > 0 || this.#repeats.size < MOST_REMEMBERED)
      this.#repeats.set(count === 0 ? copied(key) : key, count + 1);
    return count < MOST_REPEATS;
  }

  #keep({ text, number, isMidLine }: RawLine): void {
    const joins =
      number === this.#lastKept && isMidLine ? 'same-line' : number <= this.#lastKept + 1 ? 'next-line' : 'gap';
    this.#lastKept = number;
    const line: KeptLine = {
      // Lines in a row share what they were cut from, so only the first of them has to be copied.
      raw: joins === 'gap' ? copied(text) : text,
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
