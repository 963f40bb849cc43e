import { expect, test } from '@jest/globals';
import { stepNames } from '../../src/workflow/job.ts';

const run = { id: undefined, uses: undefined, hasRun: true };
const uses = (name: string, id?: string) => ({ id, uses: name, hasRun: false });

test.each<[string, Parameters<typeof stepNames>[0], readonly (string | undefined)[]]>([
  ['scripts', [run, run, { ...run, id: 'build' }, run], ['__run', '__run_2', 'build', '__run_3']],
  ['local actions', [uses('./'), uses('.\\a'), uses('./b')], ['__self', '__self_2', '__self_3']],
  [
    'actions',
    [uses('actions/checkout@v5'), uses('Actions/Checkout/sub@v4')],
    ['__actions_checkout', '__Actions_Checkout_2'],
  ],
  ['containers', [uses('docker://ghcr.io/a/b:1')], ['__ghcr_io_a_b_1']],
  [
    'names of 100 characters',
    [uses(`a/${'b'.repeat(120)}@v1`), uses(`a/${'b'.repeat(120)}@v1`)],
    [`__a_${'b'.repeat(96)}`, `__a_${'b'.repeat(94)}_2`],
  ],
  ['an empty id', [{ ...run, id: '' }], ['__run']],
  [
    'a self-reference before others',
    [run, uses('$/a'), run, uses('./a'), uses('a/b@v1'), uses('$/a', 'c')],
    ['__run', undefined, undefined, undefined, '__a_b', 'c'],
  ],
  ['a step of an unknown kind', [run, { ...run, hasRun: false }, { ...run, id: 'x' }], [undefined, undefined, 'x']],
  ['no repository', [uses('checkout')], [undefined]],
])('%s', (_, steps, expected) => {
  expect(stepNames(steps)).toEqual(expected);
});
