import type { FileParseFault, IniSection, ParsedFile } from '../model/tools.ts';

interface Section {
  readonly values: Map<string, string[]>;
}

/** White space as Python's `str.strip()` has it: U+0085 and U+001C to U+001F belong to it, the byte order mark does not. */
const SPACE = '[\\t-\\r\\u001c-\\u001f \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${SPACE}+`, 'u');
const TRAILING = new RegExp(`${SPACE}+$`, 'u');

/** `str.strip()` of Python. */
export function pythonStrip(text: string): string {
  return text.replace(LEADING, '').replace(TRAILING, '');
}

class Fault extends Error {
  readonly fault: FileParseFault;
  constructor(fault: FileParseFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/**
 * Python's `configparser.RawConfigParser` with its defaults, and botocore's reading of nested settings
 * (botocore/configloader.py, raw_config_parse): names in small letters, `=` or `:`, deeper lines continue a value, a
 * heading or a setting twice is an error, `[DEFAULT]` gives its settings to all others.
 */
export function parsePythonIni(text: string): ParsedFile {
  try {
    return { kind: 'sections', sections: finish(read(text)) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', fault: error.fault };
    throw error;
  }
}

interface Draft {
  readonly sections: Map<string, Section>;
  readonly defaults: Section;
  readonly lines: Map<Section, Map<string, number>>;
}

function read(text: string): Draft {
  const draft: Draft = { sections: new Map(), defaults: { values: new Map() }, lines: new Map() };
  let section: Section | undefined;
  let name: string | undefined;
  let indent = 0;
  let firstBad: number | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const number = index + 1;
    const value = pythonStrip(line);
    if (value.startsWith('#') || value.startsWith(';')) continue;
    if (value === '') {
      if (section !== undefined && name !== undefined) section.values.get(name)?.push('');
      continue;
    }
    const depth = LEADING.exec(line)?.[0].length ?? 0;
    if (section !== undefined && name !== undefined && depth > indent) {
      section.values.get(name)?.push(value);
      continue;
    }
    indent = depth;
    const heading = /^\[(.+)\]/s.exec(value)?.[1];
    if (heading !== undefined) {
      section = open(draft, heading, number);
      name = undefined;
    } else if (section === undefined) {
      throw new Fault(value.startsWith('\uFEFF') ? { kind: 'byte-order-mark' } : { kind: 'line', line: number });
    } else {
      name = setting(draft, section, value, number) ?? name;
      if (!/[=:]/.test(value) || /^[=:]/.test(value)) firstBad ??= number;
    }
  }
  if (firstBad !== undefined) throw new Fault({ kind: 'line', line: firstBad });
  return draft;
}

function open(draft: Draft, heading: string, line: number): Section {
  if (heading === 'DEFAULT') return draft.defaults;
  if (draft.sections.has(heading)) throw new Fault({ kind: 'heading-twice', line });
  const section: Section = { values: new Map() };
  draft.sections.set(heading, section);
  return section;
}

function setting(draft: Draft, section: Section, value: string, line: number): string | undefined {
  const at = value.search(/[=:]/);
  if (at < 0) return undefined;
  const name = value.slice(0, at).replace(TRAILING, '').toLowerCase();
  const known = draft.lines.get(section) ?? new Map<string, number>();
  draft.lines.set(section, known);
  if (known.has(name)) throw new Fault({ kind: 'setting-twice', line });
  known.set(name, line);
  section.values.set(name, [pythonStrip(value.slice(at + 1))]);
  return name;
}

function finish(draft: Draft): ReadonlyMap<string, IniSection> {
  const joined = (section: Section): [string, string][] =>
    [...section.values].map(([name, parts]) => [name, parts.join('\n').replace(TRAILING, '')]);
  const defaults = joined(draft.defaults);
  return new Map(
    [...draft.sections].map(([heading, section]) => {
      const own = new Map([...defaults, ...joined(section)]);
      const lines = new Map([...(draft.lines.get(draft.defaults) ?? []), ...(draft.lines.get(section) ?? [])]);
      return [heading, split(own, lines)];
    }),
  );
}

/** A value that begins with a line break holds settings of its own; one of its lines without `=` is an error. */
function split(all: ReadonlyMap<string, string>, lines: ReadonlyMap<string, number>): IniSection {
  const values = new Map<string, string>();
  const nested = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, value] of all) {
    if (!value.startsWith('\n')) {
      values.set(name, value);
      continue;
    }
    const inner = new Map<string, string>();
    for (const line of value.split('\n').map(pythonStrip)) {
      if (line === '') continue;
      const at = line.indexOf('=');
      if (at < 0) throw new Fault({ kind: 'nested', line: lines.get(name) ?? 1 });
      inner.set(pythonStrip(line.slice(0, at)), pythonStrip(line.slice(at + 1)));
    }
    nested.set(name, inner);
  }
  return { values, nested };
}
