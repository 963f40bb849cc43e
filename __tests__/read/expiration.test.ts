import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { parseDuration, parseExpiration } from '../../src/read/expiration.ts';

const at = (iso: string): { at: Date } => ({ at: new Date(iso) });

describe('an expiration', () => {
  test.each([
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00Z'],
    ['2026-11-21T10:00:00.123456789Z', '2026-11-21T10:00:00.123Z'],
    ['2026-11-21t10:00:00z', '2026-11-21T10:00:00Z'],
    ['2020-09-29T22:09:18+00:00', '2020-09-29T22:09:18Z'],
    ['2021-03-09T15:58:37+05:30', '2021-03-09T10:28:37Z'],
    ['2021-03-09T15:58:37-0800', '2021-03-09T23:58:37Z'],
    ['2021-03-09T15:58:37+01', '2021-03-09T14:58:37Z'],
    ['2026-11-21 10:00:00', '2026-11-21T10:00:00Z'],
    ['2026-11-21T10:00:00', '2026-11-21T10:00:00Z'],
    ['2026-11-21T10:00Z', '2026-11-21T10:00:00Z'],
    ['2026-11-21 10:00:00 UTC', '2026-11-21T10:00:00Z'],
    ['2026-11-21 10:00:00 +0000 UTC', '2026-11-21T10:00:00Z'],
    ['20261121T100000Z', '2026-11-21T10:00:00Z'],
    ['Sat, 21 Nov 2026 10:00:00 GMT', '2026-11-21T10:00:00Z'],
    ['Sat Nov 21 2026 01:27:00 GMT+0000 (Coordinated Universal Time)', '2026-11-21T01:27:00Z'],
    ['Sat Nov 21 2026 01:27:00 GMT-0500 (Eastern Standard Time)', '2026-11-21T06:27:00Z'],
    ['"2026-11-21T10:00:00.000Z"', '2026-11-21T10:00:00Z'],
    ['\\"2026-11-21T10:00:00Z\\"', '2026-11-21T10:00:00Z'],
    [" '2026-11-21T10:00:00Z' \n", '2026-11-21T10:00:00Z'],
    ['1795255200', '2026-11-21T10:00:00Z'],
    ['1795255200000', '2026-11-21T10:00:00Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ])('%j', (text, iso) => {
    expect(parseExpiration(text)).toEqual(at(iso));
  });

  test.each([
    ['', 'empty'],
    ['  ""', 'empty'],
    ['3600', 'a number that is no Unix time: a date is needed, not a number of seconds'],
    ['900000000', 'a number that is no Unix time: a date is needed, not a number of seconds'],
    ['20261121', 'a number that is no Unix time: a date is needed, not a number of seconds'],
    ['2026-11-21', 'a date without a time'],
    ['2026-02-30T10:00:00Z', 'a date that does not exist'],
    ['2026-13-01T10:00:00Z', 'a date that does not exist'],
    ['2026-11-21T24:00:00Z', 'a date that does not exist'],
    ['2026-11-21T10:00:00+24:00', 'a date that does not exist'],
    ['Sat, 21 Foo 2026 10:00:00 GMT', 'a date that does not exist'],
    ['0001-01-01T00:00:00Z', 'a date before AWS, which stands for none'],
    ['1970-01-01T00:00:00Z', 'a date before AWS, which stands for none'],
    ['tomorrow', 'not in a form of date that is known'],
    ['***', 'not in a form of date that is known'],
    ['-1795255200', 'not in a form of date that is known'],
    ['x'.repeat(100_000), 'not in a form of date that is known'],
  ])('is not in %j', (text, problem) => {
    expect(parseExpiration(text)).toEqual({ problem });
  });

  it('is read back from every form in which JavaScript writes it', () => {
    const dates = fc.date({
      min: new Date('2001-10-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseExpiration(date.toISOString())).toEqual({ at: date });
        expect(parseExpiration(JSON.stringify(date))).toEqual({ at: date });
        expect(parseExpiration(date.toUTCString())).toEqual({ at: seconds });
        expect(parseExpiration(date.toString())).toEqual({ at: seconds });
        expect(parseExpiration(String(date.getTime()))).toEqual({ at: date });
      }),
    );
  });

  it('is an answer for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseExpiration(text);
        expect('problem' in read || Number.isFinite(read.at.getTime())).toBe(true);
      }),
    );
  });
});

describe('a duration', () => {
  test.each([
    ['90', 90],
    ['0', 0],
    ['45m', 2700],
    ['45M', 2700],
    ['1h30m', 5400],
    ['1h 30m', 5400],
    ['1d', 86_400],
    ['1d2h3m4s', 93_784],
    ['PT45M', 2700],
    ['pt1h', 3600],
    ['P1D', 86_400],
    ['P1DT2H', 93_600],
    [' 30s\n', 30],
    ['365d', 31_536_000],
  ])('%j is %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each([
    '',
    ' ',
    '-5m',
    'm',
    '1.5h',
    'PT',
    'P',
    '5x',
    '30m1h',
    '366d',
    '99999999999',
    'P1Y',
    '1h30',
    'PT1H30',
    'NaN',
    '1e3',
    '٥',
  ])('is not %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('is a whole number of seconds up to a year, or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[PT0-9dhms]{0,12}$/)), (text) => {
        const seconds = parseDuration(text) ?? 0;
        expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= 31_536_000).toBe(true);
      }),
    );
  });
});
