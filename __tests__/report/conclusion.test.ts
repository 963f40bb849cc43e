import { describe, expect, test } from '@jest/globals';
import { isFailure } from '../../src/report/conclusion.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { Verdict } from '../../src/model/report.ts';
import { finding } from './example.ts';

const error = finding();
const warning = finding({ severity: 'warning' });
const notice = finding({ severity: 'notice' });
const unknown = finding({ severity: 'unknown' });

describe('isFailure', () => {
  test.each<[Verdict, ReturnType<typeof finding>, Settings['failOn'], Settings['onUnknown'], boolean]>([
    ['bad', error, 'error', 'fail', true],
    ['bad', error, 'warning', 'warn', true],
    ['bad', error, 'never', 'fail', false],
    ['ok', warning, 'error', 'fail', false],
    ['ok', warning, 'warning', 'fail', true],
    ['ok', notice, 'warning', 'fail', false],
    ['unknown', unknown, 'error', 'fail', true],
    ['unknown', unknown, 'error', 'warn', false],
    ['unknown', unknown, 'never', 'fail', false],
    ['skipped', notice, 'error', 'fail', false],
    ['skipped', notice, 'warning', 'fail', false],
  ])('%s with one finding: fail-on %s…', (verdict, only, failOn, onUnknown, red) => {
    expect(isFailure({ verdict, findings: [only] }, { failOn, onUnknown })).toBe(red);
  });
});
