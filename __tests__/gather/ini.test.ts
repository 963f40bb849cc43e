import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIni } from '../../src/gather/ini.ts';

function values(text: string): Record<string, Record<string, string>> {
  return Object.fromEntries(
    parseIni(text).sections.map(({ name, settings }) => [
      name,
      Object.fromEntries([...settings].map(([key, { value }]) => [key, value])),
    ]),
  );
}

describe('parseIni', () => {
  test.each([
    ['keeps quotes', '[a]\nk = "v"', '"v"'],
    ['keeps a comment behind a value, as the AWS CLI does', '[a]\nk = v # old', 'v # old'],
    ['keeps a semicolon within a value', '[a]\nk = v;w', 'v;w'],
    ['keeps `=` within a value', '[a]\nk = v==', 'v=='],
    ['does not take true for a boolean', '[a]\nk = true', 'true'],
    ['reads Windows line ends', '[a]\r\nk = v\r\n', 'v'],
    ['reads a colon as a separator', '[a]\nk: v', 'v'],
    ['reads names in any case', '[a]\nK = v', 'v'],
    ['reads indented settings', '  [a]\n  k = v', 'v'],
    ['appends an indented line, as the AWS CLI does', '[a]\nk = v\n  more', 'v\nmore'],
    ['keeps an empty value', '[a]\nk =', ''],
    ['trims as Python does, but only white space', '[a]\nk = \tv\u200b', 'v\u200b'],
  ])('%s', (_name, text, expected) => {
    expect(values(text)['a']?.['k']).toBe(expected);
  });

  it('keeps a dot in a heading', () => {
    expect(values('[profile a.b]\nk = v')).toEqual({ 'profile a.b': { k: 'v' } });
  });

  it('reads one level of nesting', () => {
    const { sections } = parseIni('[services x]\nsts =\n  endpoint_url = http://localhost:1\nother = 1');
    expect(sections[0]?.settings.get('sts')?.nested.get('endpoint_url')).toBe('http://localhost:1');
    expect(sections[0]?.settings.get('other')?.value).toBe('1');
  });

  test.each([
    ['a line that is nothing', '[a]\nk = v\njust words', 3, 'neither'],
    ['a setting before any heading', 'k = v\n[a]', 1, 'before the first'],
    ['a heading twice', '[a]\nk = v\n[a]\nk = w', 3, 'heading twice, first in line 1'],
    ['a setting twice', '[a]\nk = v\nk = w', 3, 'setting twice'],
    ['a byte order mark', '\uFEFF[a]\nk = v', 1, 'byte order mark'],
  ])('names the line of %s', (_name, text, line, why) => {
    expect(parseIni(text).faults).toMatchObject([{ line, why: expect.stringContaining(why) }]);
  });

  it('reads very many headings in no time', () => {
    const text = Array.from({ length: 300_000 }, (_, index) => `[p${index}]\n`).join('');
    const started = performance.now();
    expect(parseIni(text).sections).toHaveLength(300_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('quotes nothing of a faulty line', () => {
    const { faults } = parseIni('[a]\nwJalrSECRETVALUE');
    expect(JSON.stringify(faults)).not.toContain('wJalr');
  });

  it('survives any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('[', ']', '=', '\n', ' ', '#', '\r', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { sections, faults } = parseIni(pieces.join(''));
        return [...sections, ...faults].every(({ line }) => line >= 1);
      }),
    );
  });
});
