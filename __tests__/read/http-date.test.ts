import { describe, expect, it, test } from '@jest/globals';
import { parseHttpDate } from '../../src/read/calendar.ts';

const AT = '1994-11-06T08:49:37.000Z';

describe('a date of an HTTP header', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'is read as GMT: %s',
    (text) => {
      expect(parseHttpDate(text)?.toISOString()).toBe(AT);
    },
  );

  it.each([
    '',
    '0',
    '12/25',
    '1994-11-06T08:49:37',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 EST',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
  ])('is nothing else: %j', (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });

  test('of two digits has the year of its century', () => {
    expect(parseHttpDate('Wednesday, 25-Nov-26 00:00:00 GMT')?.getUTCFullYear()).toBe(2026);
  });
});
