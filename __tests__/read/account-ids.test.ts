import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { parseAccountIds } from '../../src/read/account-ids.ts';

describe('a list of account IDs', () => {
  test.each([
    ['', []],
    [' \n ', []],
    ['123456789012', ['123456789012']],
    ['123456789012,000000000001', ['123456789012', '000000000001']],
    [' 123456789012 , \r\n 000000000001\n', ['123456789012', '000000000001']],
    [',123456789012', ['123456789012']],
    ['123456789012,,123456789012', ['123456789012']],
  ])('%j', (text, ids) => {
    expect(parseAccountIds(text)).toEqual({ ids });
  });

  test.each([
    [',', ',', 'without a single'],
    ['\n,\n', ',', 'without a single'],
    ['1234-5678-9012', '1234-5678-9012', 'hyphens'],
    ['12345678901', '12345678901', 'leading zeros'],
    ['1234567890123', '1234567890123', '13 digits'],
    ['"123456789012"', '"123456789012"', 'quotes'],
    ['123456789012 210987654321', '123456789012 210987654321', 'commas'],
    ['1.23456789012e+11', '1.23456789012e+11', 'scientific'],
    ['arn:aws:iam::123456789012:root', 'arn:aws:iam::123456789012:root', 'ARN'],
    ['prod', 'prod', 'not 12 digits'],
    ['１２３４５６７８９０１２', '１２３４５６７８９０１２', 'not 12 digits'],
  ])('%j is a problem', (text, value, why) => {
    expect(parseAccountIds(text)).toEqual({ problems: [{ value, why: expect.stringContaining(why) }] });
  });

  it('names every wrong item and none of the right ones', () => {
    expect(parseAccountIds('123456789012,1,2')).toMatchObject({ problems: [{ value: '1' }, { value: '2' }] });
  });

  it('is never empty without a problem, unless the text is blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(',', '\n', ' ', '1', '123456789012') }), (text) => {
        const list = parseAccountIds(text);
        expect('problems' in list ? list.problems.length > 0 : list.ids.length > 0 || text.trim() === '').toBe(true);
      }),
    );
  });
});
