import { readDocument } from './document.ts';
import type { Span, WorkflowDocument } from './document.ts';
import { applyEdits } from './edit.ts';
import type { Edit } from './edit.ts';
import { entryBlocks } from './entry-snippet.ts';
import type { Job } from './job.ts';
import { runningJob } from './line.ts';
import { permissionsBlocks } from './permissions-snippet.ts';
import { showsCredential } from './shows-credential.ts';
import type { CorrectedBlocks, SnippetChange } from './snippet-change.ts';
import type { StepIdentity } from './step.ts';
import { stepBlocks } from './step-snippet.ts';

const MOST_LINES = 40;

/**
 * The step, or the job's head with the block concerned, as it should be: the reader's own lines with this one change.
 * Undefined where the place is not certain, the block is longer than 40 lines, the result would not be YAML, or the
 * lines hold a credential in plain text.
 */
export function correctedSnippet(
  text: string,
  step: StepIdentity,
  change: SnippetChange,
): { readonly text: string } | undefined {
  try {
    const document = readDocument(text);
    const job = document && runningJob(document, step);
    const blocks = job && !job.aliased && !job.map.flow ? correct(document, job, step, change) : undefined;
    if (!document || !blocks || !readDocument(applyEdits(text, blocks.edits))) return undefined;
    const lines = blocks.shown.flatMap((span) => editedLines(document, span, blocks.edits));
    const snippet = lines.join('\n');
    return lines.length > MOST_LINES || showsCredential(snippet) ? undefined : { text: `${snippet}\n` };
  } catch {
    // As in `locate`: nesting that is too deep for the parser costs the snippet only.
    return undefined;
  }
}

function correct(
  document: WorkflowDocument,
  job: Job,
  step: StepIdentity,
  change: SnippetChange,
): CorrectedBlocks | undefined {
  switch (change.kind) {
    case 'permissions':
      return permissionsBlocks(document, job, change.add);
    case 'replace':
    case 'swap':
    case 'trim':
      return entryBlocks(document, job, step, change);
    case 'environment':
    case 'remove-input':
    case 'set-input':
      return stepBlocks(document, job, step, change);
  }
}

function editedLines(document: WorkflowDocument, span: Span, edits: readonly Edit[]): string[] {
  const inside = edits.filter(({ start }) => start >= span.start && start <= span.end);
  const shifted = inside.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  const reach = Math.max(span.end, ...inside.map(({ end }) => end));
  return applyEdits(document.text.slice(span.start, reach), shifted)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}
