import { expect, it, test } from '@jest/globals';
import { Secret } from '../../src/model/secret.ts';
import { usageReport } from '../../src/diagnose/report.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import { written } from '../chaos/written.ts';

const usage = usageReport([{ input: 'timeout', value: 'soon', allowed: 'a duration' }]);
const [sound] = usage.findings as readonly [Finding];
const broken = (field: keyof Finding): Finding =>
  Object.defineProperty({ ...sound, id: 'clock-skew' }, field, {
    get: () => {
      throw new RangeError('canary-of-the-message');
    },
  });
const reportWith = (findings: readonly Finding[]): Report => ({ ...usage, findings });

test.each(['title', 'explanation', 'evidence', 'fix', 'docs', 'confirmed', 'snippet', 'table'] as const)(
  'a renderer that throws at the %s of one finding takes nothing else down',
  async (field) => {
    const lines = await written({ report: reportWith([broken(field), sound]) });
    const text = lines.join('\n');
    expect(text).toContain('output verdict=bad');
    expect(lines.filter((line) => line.startsWith('error '))).toContainEqual(expect.stringContaining(sound.title));
    const told = lines.filter((line) => line.startsWith('warning '));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('RangeError');
    expect(told[0]).toContain('/issues/new');
    expect(text).not.toContain('canary');
    expect(lines.at(-1)).toMatch(/^info ./);
  },
);

it('tells of all that failed in one annotation', async () => {
  const lines = await written({
    internalErrors: ['clock-skew: TypeError', 'clock-skew: TypeError', 'the line finder: RangeError'],
  });
  const told = lines.filter((line) => line.startsWith('warning '));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/clock-skew: TypeError; the line finder: RangeError: this is a fault/);
});

test.each<[string, readonly string[]]>([
  ['abc', []],
  ['abcd', ['abcd']],
  [' abcd\n', [' abcd\n', 'abcd']],
  ['   \n', []],
  // The runner masks every line of a value: a short one would blank the log.
  ['longvalue\nx', ['longvalue']],
  ['x\r\n1\r\n', []],
  ['first line\nsecond line', ['first line\nsecond line']],
])('of %j masks %j', async (value, masks) => {
  const lines = await written({ secrets: [new Secret(value)] });
  expect(lines.filter((line) => line.startsWith('mask ')).map((line) => line.slice(5))).toEqual(masks);
});

it('masks before anything else is written', async () => {
  const lines = await written({
    report: usage,
    secrets: [new Secret('canary-one'), new Secret('canary-two')],
    internalErrors: ['x'],
  });
  const first = lines.findIndex((line) => !line.startsWith('mask '));
  expect(lines.slice(first).filter((line) => line.startsWith('mask '))).toEqual([]);
  expect(first).toBe(2);
});
