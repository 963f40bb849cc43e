import type { IniFault } from '../model/source-problem.ts';

/** One `name = value`, raw after the white space around it: quotes and comments behind it are part of the value, as the AWS CLI reads it. */
export interface IniSetting {
  readonly value: string;
  /** Counts from 1. */
  readonly line: number;
  /** Settings of one level below, as under `s3 =`. */
  readonly nested: ReadonlyMap<string, string>;
}

export interface IniSection {
  /** Between the brackets: `profile prod`. */
  readonly name: string;
  readonly line: number;
  readonly settings: ReadonlyMap<string, IniSetting>;
}

export interface Ini {
  readonly sections: readonly IniSection[];
  readonly faults: readonly IniFault[];
}

interface OpenSetting {
  value: string;
  line: number;
  nested: Map<string, string>;
}

interface Scan {
  readonly sections: { name: string; line: number; settings: Map<string, OpenSetting> }[];
  readonly faults: IniFault[];
  /** The line of each heading: a file may have very many. */
  readonly headings: Map<string, number>;
  setting: OpenSetting | undefined;
  indent: number;
}

/**
 * Reads the shared config and credentials files as the AWS CLI does: Python's configparser decides what a line is
 * (https://docs.python.org/3/library/configparser.html#supported-ini-file-structure). The `ini` package unquotes values, splits headings
 * at dots and drops comments behind values, so it would hide the very faults that are looked for. Total: faults are collected, what can be read is read.
 */
export function parseIni(text: string): Ini {
  const scan: Scan = { sections: [], faults: [], headings: new Map(), setting: undefined, indent: 0 };
  let rest = text;
  if (rest.startsWith('\uFEFF')) {
    scan.faults.push({ line: 1, why: 'starts with a byte order mark', cause: 'byte-order-mark' });
    rest = rest.slice(1);
  }
  for (const [index, line] of rest.split(/\r\n|\n|\r/).entries()) readLine(scan, line, index + 1);
  return scan;
}

function readLine(scan: Scan, line: string, number: number): void {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) return;
  const indent = line.length - line.trimStart().length;
  if (scan.setting !== undefined && indent > scan.indent) {
    continueValue(scan.setting, trimmed);
    return;
  }
  scan.indent = indent;
  if (trimmed.startsWith('[') && trimmed.includes(']')) openSection(scan, trimmed, number);
  else readSetting(scan, trimmed, number);
}

function continueValue(setting: OpenSetting, trimmed: string): void {
  setting.value += `\n${trimmed}`;
  const pair = splitSetting(trimmed);
  if (pair !== undefined) setting.nested.set(pair.name, pair.value);
}

function openSection(scan: Scan, trimmed: string, line: number): void {
  const name = trimmed.slice(1, trimmed.lastIndexOf(']')).trim();
  const first = scan.headings.get(name);
  if (first === undefined) scan.headings.set(name, line);
  else scan.faults.push({ line, why: `has the same heading twice, first in line ${first}`, cause: 'heading-twice' });
  scan.sections.push({ name, line, settings: new Map() });
  scan.setting = undefined;
}

function readSetting(scan: Scan, trimmed: string, line: number): void {
  const section = scan.sections.at(-1);
  const pair = splitSetting(trimmed);
  scan.setting = undefined;
  if (pair === undefined) {
    scan.faults.push({ line, why: 'has a line that is neither a [heading] nor a "name = value"', cause: 'line' });
  } else if (section === undefined) {
    scan.faults.push({ line, why: 'has a setting before the first [heading]', cause: 'line' });
  } else {
    const first = section.settings.get(pair.name)?.line;
    if (first !== undefined) {
      const why = `has the same setting twice under one heading, first in line ${first}`;
      scan.faults.push({ line, why, cause: 'setting-twice' });
    }
    scan.setting = { value: pair.value, line, nested: new Map() };
    section.settings.set(pair.name, scan.setting);
  }
}

function splitSetting(trimmed: string): { name: string; value: string } | undefined {
  const at = trimmed.search(/[=:]/);
  if (at < 1) return undefined;
  return { name: trimmed.slice(0, at).trim().toLowerCase(), value: trimmed.slice(at + 1).trim() };
}
