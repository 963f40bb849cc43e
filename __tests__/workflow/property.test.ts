import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { locate } from '../../src/workflow/line.ts';
import type { Subject } from '../../src/workflow/line.ts';
import { readDocument } from '../../src/workflow/document.ts';
import { patchesOf } from '../../src/workflow/patch.ts';
import type { WorkflowChange } from '../../src/model/report.ts';
import { applyPatch } from 'diff';
import { DEPLOY, identity, PATH } from './workflows.ts';

const SUBJECTS: readonly Subject[] = [
  ...['aws-region', 'Expected-ARN', 'min-remaining'].map((name): Subject => ({ kind: 'input', name })),
  ...['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION'].map((name): Subject => ({ kind: 'environment', name })),
  { kind: 'permissions' },
  { kind: 'step' },
  { kind: 'job' },
];

const CHANGES: readonly WorkflowChange[] = [
  { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } },
  { kind: 'unset', entry: { kind: 'environment', name: 'AWS_SESSION_TOKEN' } },
  { kind: 'unset', entry: { kind: 'environment', name: 'AWS_PROFILE' } },
  { kind: 'set-input', name: 'aws-region', value: 'eu-west-1' },
  { kind: 'unset', entry: { kind: 'input', name: 'aws-region' } },
];

const subjects = fc.constantFrom(...SUBJECTS);
const steps = fc
  .tuple(
    fc.constantFrom('deploy', 'deploy', 'deploy', 'test', 'other', undefined),
    fc.constantFrom(
      '__octo-org_aws-credentials-preflight',
      '__octo-org_aws-credentials-preflight_2',
      'check',
      undefined,
    ),
  )
  .map(([jobId, stepId]) => identity({ jobId, stepId }));

const fragments = fc.constantFrom(
  '&a ',
  '*a',
  '&a\n',
  '- ',
  '- *a\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '"',
  "'",
  '|\n',
  '>-\n',
  '#',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\uFEFF',
  '---\n',
  '...\n',
  '<<: *a\n',
  '!!str ',
  '? ',
  'env:\n',
  'env: *a\n',
  'with: {}\n',
  'uses: ./x\n',
  'steps:\n',
  'jobs:\n',
  'deploy:\n',
  '  deploy: *a\n',
  'permissions: {}\n',
  'AWS_PROFILE: y\n',
  '${{ insert }}: x\n',
  '      - uses: octo-org/aws-credentials-preflight@v1\n',
  'id: check\n',
  '\0',
  '\uD800',
);

/** The workflow with some pieces cut out, put in, doubled. */
const mutated = fc
  .array(fc.record({ at: fc.nat(DEPLOY.length), cut: fc.nat(12), put: fragments }), { minLength: 1, maxLength: 4 })
  .map((mutations) =>
    mutations.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), DEPLOY),
  );

/** The workflow with some whole lines moved, doubled or taken out, which leaves more of it in order. */
const shuffled = fc
  .array(fc.record({ from: fc.nat(80), to: fc.nat(80), cut: fc.nat(1), spaces: fc.constantFrom(0, 0, 0, 2, 4) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((moves) =>
    moves
      .reduce((lines, { from, to, cut, spaces }) => {
        const moved = lines.slice(from, from + 1).map((line) => ' '.repeat(spaces) + line);
        return lines.toSpliced(from, cut).toSpliced(to, 0, ...moved);
      }, DEPLOY.split('\n'))
      .join('\n'),
  );

const texts = fc.oneof(
  { weight: 8, arbitrary: shuffled },
  { weight: 6, arbitrary: mutated },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')) },
);

/** What the line that is pointed at may hold, by what is asked for. */
function holds(line: string, subject: Subject, jobId: string | undefined): boolean {
  const orElse = /\buses\b|\*|steps/.test(line) || line.includes(jobId ?? '');
  if (subject.kind === 'permissions') return line.includes('permissions') || line.includes(jobId ?? '');
  if (subject.kind === 'job') return line.includes(jobId ?? '');
  return orElse || (subject.name !== undefined && line.toLowerCase().includes(subject.name.toLowerCase()));
}

test('never throws, and the line holds what it is said to hold', () => {
  let located = 0;
  fc.assert(
    fc.property(texts, steps, subjects, (text, step, subject) => {
      const found = locate(text, PATH, step, subject);
      if (!found) return;
      located += 1;
      const lines = text.split('\n');
      expect(found.file).toBe(PATH);
      expect(found.line).toBeGreaterThanOrEqual(1);
      expect(found.endLine ?? found.line).toBeLessThanOrEqual(lines.length);
      expect(holds(lines[found.line - 1] ?? '', subject, step.jobId)).toBe(true);
      if (found.endLine !== undefined) expect(found.endLine).toBeGreaterThan(found.line);
      if (found.column !== undefined) expect(found.endColumn).toBeGreaterThanOrEqual(found.column);
    }),
    { numRuns: 3_000 },
  );
  // Otherwise the mutations are too wild to show anything.
  expect(located).toBeGreaterThan(150);
});

test('never throws for a patch, and what it leaves is a workflow', () => {
  let shown = 0;
  fc.assert(
    fc.property(texts, steps, fc.constantFrom(...CHANGES), (text, step, change) => {
      const files = { texts: new Map([[PATH, text]]), path: PATH, step, callers: [], runnerOs: 'Linux' };
      const [patched] = patchesOf(files, [{ severity: 'error', change }], () => undefined);
      if (patched === undefined) return;
      shown += 1;
      const result = applyPatch(text, patched.patch);
      expect(typeof result).toBe('string');
      expect(readDocument(String(result))).toBeDefined();
      expect(String(result).split('\n').length - text.split('\n').length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 2_000 },
  );
  expect(shown).toBeGreaterThan(50);
});
