import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readPlaceholder } from '../../src/read/placeholder.ts';
import { encodeToken } from './token-encoder.ts';

describe('a placeholder', () => {
  test.each([
    [
      'expression',
      [
        '${{ secrets.AWS_ACCESS_KEY_ID }}',
        '${{secrets.X}}',
        ' "${{ secrets.X }}"\n',
        '{{ .Values.key }}',
        '${{ secrets.X',
      ],
    ],
    [
      'shell-variable',
      [
        '$AWS_ACCESS_KEY_ID',
        '${AWS_ACCESS_KEY_ID}',
        '${KEY:-none}',
        '%AWS_ACCESS_KEY_ID%',
        '$env:AWS_KEY',
        '$(cat key)',
      ],
    ],
    ['masked', ['***', '*', '********************', 'AKIA****************', '••••••••']],
    ['null-literal', ['null', 'undefined', 'None', 'nil', 'true', 'False', 'NaN', '[object Object]', '"null"']],
    [
      'template',
      [
        '<your-key>',
        '<AWS_ACCESS_KEY_ID>',
        'YOUR_ACCESS_KEY',
        'your-secret-key-here',
        'xxxx',
        'XXXXXXXXXXXXXXXXXXXX',
        'AKIAXXXXXXXXXXXXXXXX',
      ],
    ],
    [
      'template',
      [
        'changeme',
        'REPLACE_ME',
        'AWS_ACCESS_KEY_ID',
        'aws_secret_access_key',
        'insert-key-here',
        'example',
        'foo',
        '[secret]',
        '...',
      ],
    ],
    ['documentation-example', ['AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE', 'AKIDEXAMPLE']],
    ['documentation-example', ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY']],
    ['emulator', ['test', 'testing', 'dummy', 'Mock', 'localstack']],
  ])('is of kind %s: %j', (kind, values) => {
    expect(values.map((value) => readPlaceholder(value))).toEqual(values.map(() => ({ kind })));
  });

  test.each([
    '',
    'AKIARZPUZDIKGB2VALC4',
    '$AKIARZPUZDIKGB2VALC4',
    'minioadmin2',
    'prod',
    '100%',
    'LSIAQAAAAAAAGMKEM7X5',
  ])('is not %j', (value) => {
    expect(readPlaceholder(value)).toBeUndefined();
  });

  it('is no real value', () => {
    const bytes = fc.uint8Array({ minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(bytes, fc.constantFrom(0x21, 0x02, 0x17, 0x15), (secret, type) => {
        expect(readPlaceholder(Buffer.from(secret).toString('base64'))).toBeUndefined();
        expect(readPlaceholder(encodeToken({ type }))).toBeUndefined();
      }),
    );
  });
});
