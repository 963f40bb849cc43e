import type { Span } from './document.ts';
import type { Edit } from './edit.ts';

/** What a corrected snippet puts right. */
export type SnippetChange =
  | {
      /** The job's `permissions:` get these, such as `{ 'id-token': 'write', contents: 'read' }`, and keep the rest. */
      readonly kind: 'permissions';
      readonly add: Readonly<Record<string, 'read' | 'write'>>;
    }
  | { readonly kind: 'environment'; readonly name: string; readonly value: string }
  | { readonly kind: 'remove-input'; readonly name: string }
  | { readonly kind: 'set-input'; readonly name: string; readonly value: string };

/** Edits of the file, and the whole lines of it that are worth showing, in order. */
export interface CorrectedBlocks {
  readonly edits: readonly Edit[];
  readonly shown: readonly Span[];
}
