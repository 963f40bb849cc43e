import type { WorkflowChange } from '../model/report.ts';
import { readDocument, type Span, type WorkflowDocument } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { entryBlocks } from './entry-snippet.ts';
import type { Job } from './job.ts';
import { runningJob } from './line.ts';
import { permissionsBlocks } from './permissions-snippet.ts';
import { stepBlocks } from './step-snippet.ts';
import type { StepIdentity } from './step.ts';

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

const KEY_ID = /(?:AKIA|ASIA)[A-Z0-9]{16}/;

/** Names whose value, where it stands in plain text, nobody should print. */
const SENSITIVE_ENTRY =
  /^[\s-]*["']?[\w-]*(?:secret|token|password|passphrase|credential|private|access[-_]?key)[\w-]*["']?\s*:(.*)$/i;

/** Whether lines of a workflow file hold a credential in plain text, or may hold one: such lines are not repeated. */
export function showsCredential(snippet: string): boolean {
  return (
    KEY_ID.test(snippet) ||
    snippet.split('\n').some(hasSensitiveLiteral) ||
    snippet.split(/[^A-Za-z0-9/+]/).some(isRandom)
  );
}

function hasSensitiveLiteral(line: string): boolean {
  const value = SENSITIVE_ENTRY.exec(line)?.[1]
    ?.replace(/\s#.*$/, '')
    .trim();
  return (
    value !== undefined &&
    !/^(?:''|""|\$\{\{[^}]*\}\}|'\$\{\{[^}]*\}\}'|"\$\{\{[^}]*\}\}"|write|read|none)?$/.test(value)
  );
}

/** As long and mixed as a secret access key; a commit's hash has no capitals. */
function isRandom(word: string): boolean {
  return word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
}

/** What a corrected snippet puts right. */
export type SnippetChange = WorkflowChange;

/** A change to entries that the file has already. */
export type EntryChange = Extract<SnippetChange, { readonly kind: 'replace' | 'swap' | 'trim' }>;

/** Edits of the file, and the whole lines of it that are worth showing, in order. */
export interface CorrectedBlocks {
  readonly edits: readonly Edit[];
  readonly shown: readonly Span[];
}
