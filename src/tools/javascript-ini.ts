import type { IniSection, ParsedFile } from '../model/tools.ts';

const HEADING = /^([\w-]+)\s(["'])?([\w\-@+.%:/]+)\2$/;
const PREFIXES = ['profile', 'sso-session', 'services'];

/**
 * The SDK for JavaScript's own reader (@smithy/core, config/parseIni): it never fails, names keep their case, `=` alone
 * separates, a `#` or `;` after white space begins a comment, and a heading with a known prefix becomes `prefix.name`.
 */
export function parseJavascriptIni(text: string): ParsedFile {
  const sections = new Map<string, { values: Map<string, string>; nested: Map<string, Map<string, string>> }>();
  let heading: string | undefined;
  let above: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const trimmed = (line.split(/(?:^|\s)[;#]/)[0] ?? '').trim();
    if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
      const name = trimmed.slice(1, -1);
      // A name that would reach an object's prototype makes it drop the whole file.
      if (name === '__proto__' || name === 'profile __proto__') return { kind: 'sections', sections: new Map() };
      heading = headingOf(name);
      above = undefined;
      continue;
    }
    const at = trimmed.indexOf('=');
    if (heading === undefined || heading === '' || at < 1) continue;
    const name = trimmed.slice(0, at).trim();
    const value = trimmed.slice(at + 1).trim();
    if (value === '') {
      above = name;
      continue;
    }
    if (above !== undefined && line.trimStart() === line) above = undefined;
    const section = sections.get(heading) ?? {
      values: new Map<string, string>(),
      nested: new Map<string, Map<string, string>>(),
    };
    sections.set(heading, section);
    if (above === undefined) section.values.set(name, value);
    else {
      const inner = section.nested.get(above) ?? new Map<string, string>();
      section.nested.set(above, inner.set(name, value));
    }
  }
  return { kind: 'sections', sections: sections satisfies ReadonlyMap<string, IniSection> };
}

function headingOf(name: string): string | undefined {
  const match = HEADING.exec(name);
  if (match === null) return name;
  const [, prefix = '', , rest = ''] = match;
  return PREFIXES.includes(prefix) ? `${prefix}.${rest}` : undefined;
}
