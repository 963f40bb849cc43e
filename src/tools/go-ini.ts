import type { IniSection, ParsedFile } from '../model/tools.ts';

interface Section {
  readonly values: Map<string, string>;
  readonly nested: Map<string, Map<string, string>>;
}

/**
 * The SDK for Go's own reader (aws-sdk-go-v2, config/internal/ini): it never fails, names are in small letters, `=` or
 * `:` separates, quotes around a value are taken away, the same heading twice is one section, and lines that it does
 * not know are passed over.
 */
export function parseGoIni(text: string): ParsedFile {
  const sections = new Map<string, Section>();
  let section: Section | undefined;
  let name = '';
  for (const line of text.split('\n')) {
    const first = goTrim(line);
    if (first === '' || /^[ \t]*[#;]/.test(line)) continue;
    const heading = headingOf(line);
    if (heading !== undefined) {
      section = sections.get(heading) ?? { values: new Map(), nested: new Map() };
      sections.set(heading, section);
      name = '';
      // A heading without a name in it gathers nothing.
      if (heading === '') section = undefined;
      continue;
    }
    if (section === undefined) continue;
    name = readLine(section, name, line);
  }
  return { kind: 'sections', sections: sections satisfies ReadonlyMap<string, IniSection> };
}

/** Returns the name of the setting that lines below it belong to. */
function readLine(section: Section, above: string, line: string): string {
  const isIndented = /^[ \t]/.test(line);
  const plain = (text: string): string => cutComment(text).replace(/[ \t]+$/, '');
  const pair = splitSetting(isIndented ? line.replace(/^[ \t]+/, '') : plain(line));
  if (pair !== undefined && !isIndented) {
    set(section, pair.name, pair.value);
    return pair.name;
  }
  if (pair !== undefined) {
    if (above === '' || (section.values.get(above) ?? '') !== '') {
      set(section, pair.name, goTrim(cutComment(pair.value)));
      return pair.name;
    }
    section.nested.set(above, (section.nested.get(above) ?? new Map<string, string>()).set(pair.name, pair.value));
    section.values.set(above, '');
    return above;
  }
  const value = section.values.get(above);
  if (isIndented && above !== '' && value !== undefined && value !== '' && !section.nested.has(above)) {
    section.values.set(above, `${value}\n${line.replace(/^[ \t]+/, '')}`);
  }
  return above;
}

function set(section: Section, name: string, value: string): void {
  section.values.set(name, value);
  section.nested.delete(name);
}

function headingOf(line: string): string | undefined {
  const trimmed = goTrim((line.split('#', 1)[0] ?? '').split(';', 1)[0] ?? '');
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']') || trimmed.length < 2) return undefined;
  const inner = goTrim(trimmed.slice(1, -1));
  const words = /^([^ \t]+)[ \t]+(.+)$/s.exec(inner);
  return words === null ? inner : `${words[1] ?? ''} ${words[2] ?? ''}`;
}

function splitSetting(text: string): { name: string; value: string } | undefined {
  const at = text.search(/[=:]/);
  if (at < 0) return undefined;
  return { name: goTrim(text.slice(0, at)).toLowerCase(), value: unquote(goTrim(text.slice(at + 1))) };
}

function cutComment(text: string): string {
  return [' #', ' ;', '\t#', '\t;'].reduce((rest, mark) => rest.split(mark, 1)[0] ?? '', text);
}

function unquote(text: string): string {
  return text.length > 1 && /^(?:'.*'|".*")$/s.test(text) ? text.slice(1, -1) : text;
}

/** `strings.TrimSpace` of Go: the byte order mark is no white space. */
function goTrim(text: string): string {
  return text
    .replace(/^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '')
    .replace(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/, '');
}
