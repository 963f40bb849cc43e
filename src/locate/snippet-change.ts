import type { WorkflowChange } from '../report.ts';
import type { Span } from './document.ts';
import type { Edit } from './edit.ts';

/** What a corrected snippet puts right. */
export type SnippetChange = WorkflowChange;

/** A change to entries that the file has already. */
export type EntryChange = Extract<SnippetChange, { readonly kind: 'replace' | 'swap' | 'trim' }>;

/** Edits of the file, and the whole lines of it that are worth showing, in order. */
export interface CorrectedBlocks {
  readonly edits: readonly Edit[];
  readonly shown: readonly Span[];
}
