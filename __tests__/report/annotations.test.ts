import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { annotationsOf } from '../../src/report/annotations.ts';
import type { Finding } from '../../src/model/report.ts';
import { finding } from './example.ts';

const SETTINGS = { failOn: 'error', onUnknown: 'fail', maskAccountId: false } as const;
const one = (changes: Partial<Finding>, settings: Parameters<typeof annotationsOf>[2] = SETTINGS) => {
  const [annotation] = annotationsOf({ findings: [finding(changes)] }, [], settings);
  if (annotation === undefined) throw new Error('no annotation');
  return annotation;
};
/** As the toolkit writes a command's data. */
const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

describe('annotationsOf', () => {
  it('says what is wrong, how we know, what to change and where to read more', () => {
    expect(one({ confirmed: true }).message).toBe(
      [
        'AWS refuses the key.',
        '',
        'What to change:',
        '- In the step, clear the token.',
        '',
        'How we know:',
        '- the key begins with `AKIA`',
        '',
        'Read more: https://docs.aws.amazon.com/IAM/',
      ].join('\n'),
    );
  });

  test.each([
    ['error', 'error', 'fail'],
    ['warning', 'warning', 'fail'],
    ['notice', 'notice', 'fail'],
    ['unknown', 'error', 'fail'],
    ['unknown', 'warning', 'warn'],
  ] as const)('shows %s as %s where on-unknown is %s', (severity, type, onUnknown) => {
    expect(one({ severity }, { ...SETTINGS, onUnknown }).type).toBe(type);
  });

  it('shows no error where the step never fails', () => {
    expect(one({ severity: 'error' }, { ...SETTINGS, failOn: 'never' }).type).toBe('warning');
    expect(one({ severity: 'unknown' }, { ...SETTINGS, failOn: 'never' }).type).toBe('warning');
    expect(one({ severity: 'notice' }, { ...SETTINGS, failOn: 'never' }).type).toBe('notice');
  });

  it('says which of several fixes each is', () => {
    const findings = [finding(), finding(), finding({ severity: 'warning' })];
    const messages = annotationsOf({ findings }, [], SETTINGS).map(({ message }) => message);
    expect(messages.map((message) => /What to change(.*):/.exec(message)?.[1])).toEqual([
      ' (Fix 1 of 2; both are needed)',
      ' (Fix 2 of 2; both are needed)',
      '',
    ]);
  });

  it('keeps ten of a type, and counts each type for itself', () => {
    const findings = [
      ...Array.from({ length: 12 }, () => finding()),
      ...Array.from({ length: 11 }, () => finding({ severity: 'warning' })),
      finding({ severity: 'notice' }),
    ];
    const types = annotationsOf({ findings }, [], SETTINGS).map(({ type }) => type);
    expect(types).toEqual([...Array<string>(10).fill('error'), ...Array<string>(10).fill('warning'), 'notice']);
  });

  it('keeps each line with its finding', () => {
    const line = { file: '.github/workflows/deploy.yml', line: 7 };
    const annotations = annotationsOf({ findings: [finding(), finding()] }, [undefined, line], SETTINGS);
    expect(annotations.map((annotation) => annotation.line)).toEqual([undefined, line]);
  });

  it('takes the last fixes away first where all of it is too long for the runner', () => {
    const fix = Array.from({ length: 60 }, (_, index) => `In the step, do thing ${index}: ${'x'.repeat(90)}.`);
    const { message } = one({ fix });
    expect(escaped(message).length).toBeLessThanOrEqual(4096);
    expect(message).toContain('thing 0:');
    expect(message).not.toContain('thing 59:');
    expect(message).toMatch(/Read more: https:\S+$/);
  });

  it.each([
    ['one long piece of evidence', { evidence: ['e'.repeat(6000)], fix: ['In the step, do thing 0.'] }],
    ['nothing but characters to escape', { explanation: '%'.repeat(6000), evidence: ['%'.repeat(6000)] }],
    ['one long fix', { fix: [`In the step, do thing 0.${'%'.repeat(6000)}`] }],
    ['long pieces, and many', { evidence: Array.from({ length: 9 }, () => 'e'.repeat(5000)) }],
  ])('keeps a fix and the link beside %s', (_what, long) => {
    const { message } = one({ fix: ['In the step, do thing 0.'], ...long });
    expect(escaped(message).length).toBeLessThanOrEqual(4096);
    expect(message).toMatch(/How we know:\n- \S/);
    expect(message).toContain('What to change:\n- In the step, do thing 0.');
    expect(message).toMatch(/Read more: https:\S+$/);
  });

  test.each([
    ['a workflow command', 'x\n::error::forged\r\n::add-mask::e'],
    ['a terminal escape', '\u001b]0;owned\u0007\u001b[2J'],
    ['text that runs backwards', 'a\u202Eb\u2066c'],
    ['a byte order mark', '\uFEFFa'],
    ['a line separator', 'a\u2028b\u2029c'],
    ['a C1 control', 'a\u009b31mb'],
  ])('lets %s lose its meaning', (_what, text) => {
    const { title, message } = one({ title: text, explanation: text, evidence: [text], fix: [text] });
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
    expect(title).not.toMatch(dangerous);
    expect(message).not.toMatch(dangerous);
  });

  it('hides account IDs where that is wanted, also in an ARN', () => {
    const text = 'arn:aws:iam::123456789012:role/deploy of 123456789012, not 1234567890123';
    const { title, message } = one({ title: text, evidence: [text] }, { ...SETTINGS, maskAccountId: true });
    expect(title).not.toContain(':123456789012:');
    expect(message).toContain('- arn:aws:iam::***:role/deploy of ***, not ***');
  });

  it('fits whatever it is given', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6000 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text, { maxLength: 4 }),
        fc.array(text, { maxLength: 4 }),
        (title, why, evidence, fix) => {
          const annotation = one({ title, explanation: why, evidence, fix });
          expect(annotation.title.length).toBeLessThanOrEqual(80);
          expect(escaped(annotation.message).length).toBeLessThanOrEqual(4096);
        },
      ),
      { numRuns: 200 },
    );
  });
});
