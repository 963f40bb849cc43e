import { expect, test } from '@jest/globals';
import { leaksIn } from '../chaos/leaks.ts';
import { inParallel, play } from '../chaos/play.ts';
import { SCENARIOS } from '../chaos/scenarios.ts';

/** One in three where time is short; all of them in `npm run test:chaos`. */
const CHOSEN = Object.entries(SCENARIOS).filter(
  (_, index) => process.env['PREFLIGHT_FIGURES'] !== undefined || index % 3 === 0,
);

test.each([
  ['plain', (value: string) => value],
  ['URL-encoded', encodeURIComponent],
  ['base64', (value: string) => Buffer.from(`a${value}b`).toString('base64')],
  ['base64, shifted', (value: string) => Buffer.from(`ab${value}b`).toString('base64')],
  ['JSON', (value: string) => JSON.stringify({ value })],
  ['hexadecimal', (value: string) => Buffer.from(value).toString('hex')],
  ['cut short', (value: string) => value.slice(0, 20)],
])('the search finds a value that is written %s', (_form, write) => {
  const secret = `Qw3rTy+UiOp/AsDfGhJkLz"Xc\\VbNm12345+67890/${'x'.repeat(40)}`;
  expect(leaksIn({ log: `before ${write(secret)} behind` }, { secret })).toEqual(['secret in log']);
  expect(leaksIn({ log: write('another value altogether') }, { secret })).toEqual([]);
});

test('no secret is written anywhere, whatever happens', async () => {
  const found = await inParallel(CHOSEN, 3, async ([name, scenario]) => {
    const { leaks, stdout, verdict, stderr } = await play(scenario);
    const firstOther = stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
    const masksBehind = stdout
      .split('\n')
      .slice(firstOther)
      .filter((line) => line.startsWith('::add-mask::'));
    return { name, leaks, masksBehind, stderr, verdict: verdict ?? 'none' };
  });
  const faulty = found.filter(
    ({ leaks, masksBehind, stderr }) => leaks.length + masksBehind.length > 0 || stderr !== '',
  );
  expect(faulty).toEqual([]);
  expect(found.filter(({ verdict }) => verdict === 'none')).toEqual([]);
}, 120_000);
