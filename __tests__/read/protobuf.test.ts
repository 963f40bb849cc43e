import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';

import { readField } from '../../src/read/protobuf.ts';

describe('a field of the wire format', () => {
  test.each([
    {
      what: 'a number',
      bytes: [0x08, 0x96, 0x01],
      step: { kind: 'field', field: { number: 1, wire: 'varint', value: 150n, start: 0, end: 3 } },
    },
    {
      what: 'bytes',
      bytes: [0x12, 0x02, 0x68, 0x69],
      step: {
        kind: 'field',
        field: { number: 2, wire: 'bytes', bytes: new Uint8Array([0x68, 0x69]), start: 0, end: 4 },
      },
    },
    {
      what: 'four fixed bytes',
      bytes: [0x0d, 1, 2, 3, 4],
      step: {
        kind: 'field',
        field: { number: 1, wire: 'fixed', bytes: new Uint8Array([1, 2, 3, 4]), start: 0, end: 5 },
      },
    },
    {
      what: 'eight fixed bytes, cut',
      bytes: [0x09, 1, 2, 3],
      step: { kind: 'cut', number: 1, end: 9, partial: undefined },
    },
    {
      what: 'cut bytes',
      bytes: [0x12, 0x05, 0x68],
      step: { kind: 'cut', number: 2, end: 7, partial: new Uint8Array([0x68]) },
    },
    { what: 'a cut length', bytes: [0x12, 0x85], step: { kind: 'cut', number: 2, end: 3, partial: undefined } },
    { what: 'a cut number', bytes: [0x08, 0x96], step: { kind: 'cut', number: 1, end: 3, partial: undefined } },
    { what: 'a cut key', bytes: [0x88], step: { kind: 'cut', number: undefined, end: 2, partial: undefined } },
    { what: 'the end', bytes: [], step: { kind: 'end' } },
    { what: 'field number 0', bytes: [0x02, 0x00], step: { kind: 'invalid' } },
    { what: 'a group', bytes: [0x0b], step: { kind: 'invalid' } },
    { what: 'a number without end', bytes: [0x08, ...new Array<number>(12).fill(0xff)], step: { kind: 'invalid' } },
    {
      what: 'a length beyond all bounds',
      bytes: [0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
      step: { kind: 'invalid' },
    },
  ])('$what', ({ bytes, step }) => {
    expect(readField(Uint8Array.from(bytes), 0)).toEqual(step);
  });

  it('is read at any offset of any bytes, and always goes on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(250), (bytes, at) => {
        const step = readField(bytes, at);
        if (step.kind === 'field') {
          expect(step.field.end).toBeGreaterThan(at);
          expect(step.field.end).toBeLessThanOrEqual(bytes.length);
        }
        if (step.kind === 'cut') {
          expect(step.end).toBeGreaterThan(bytes.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
