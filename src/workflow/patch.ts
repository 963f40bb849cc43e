import { structuredPatch } from 'diff';

import type { PatchedFile, WorkflowChange } from '../model/report.ts';
import { workflowEdits } from './change.ts';
import { readDocument } from './document.ts';
import { applyEdits } from './edit.ts';
import type { Files } from './place.ts';

/** A finding that has a change, in the report's order. */
export interface Wanted {
  readonly severity: string;
  readonly change?: WorkflowChange;
}

const CONTEXT_LINES = 3;
/** In milliseconds; a difference that takes longer is none of a few lines. */
const LONGEST = 1000;
const MOST_LINES = 60;

/**
 * A patch for each finding, undefined where there is none. The patches of errors build on one another, so that they apply
 * one after the other; any other one applies alone. Never throws.
 *
 * @param url the page of a file's line at the run's commit
 */
export function patchesOf(
  files: Files,
  wanted: readonly Wanted[],
  url: (path: string, line: number) => string | undefined,
): readonly (PatchedFile | undefined)[] {
  let current = files;
  return wanted.map(({ severity, change }) => {
    if (change === undefined) return undefined;
    const base = severity === 'error' ? current : files;
    const edited = editedTexts(base, change);
    const patched = edited && patchBetween(base, edited, url);
    if (patched && severity === 'error') current = { ...current, texts: new Map([...current.texts, ...edited]) };
    return patched;
  });
}

/** The files as the change leaves them; undefined where it changes nothing, or its result is no workflow. */
function editedTexts(files: Files, change: WorkflowChange): ReadonlyMap<string, string> | undefined {
  try {
    const edits = workflowEdits(files, change);
    const edited = [...edits].flatMap(([path, list]) => {
      const text = files.texts.get(path);
      return text === undefined || list.length === 0 ? [] : [[path, applyEdits(text, list)] as const];
    });
    const isSound = edited.every(([path, text]) => text !== files.texts.get(path) && readDocument(text) !== undefined);
    return edited.length > 0 && isSound ? new Map(edited) : undefined;
  } catch {
    // The text is the user's: nesting that is too deep for the parser costs the patch, not the report.
    return undefined;
  }
}

function patchBetween(
  files: Files,
  edited: ReadonlyMap<string, string>,
  url: (path: string, line: number) => string | undefined,
): PatchedFile | undefined {
  const parts = [...edited].map(([path, text]) => {
    const old = files.texts.get(path) ?? '';
    return {
      path,
      patch: structuredPatch(path, path, old, text, '', '', { context: CONTEXT_LINES, timeout: LONGEST }),
    };
  });
  const texts = parts.map(({ path, patch }) => {
    const hunks = (patch?.hunks ?? []).map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join('\n')}\n`,
    );
    return hunks.length === 0 ? undefined : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
  });
  if (!texts.every((text) => text !== undefined)) return undefined;
  const patch = texts.join('');
  const [first] = parts;
  const [hunk] = first?.patch?.hunks ?? [];
  if (first === undefined || hunk === undefined) return undefined;
  if (patch.split('\n').length > MOST_LINES || showsCredential(patch.replace(/^[-+ ]/gm, ''))) return undefined;
  const line =
    hunk.oldStart +
    Math.max(
      0,
      hunk.lines.findIndex((one) => !one.startsWith(' ')),
    );
  return { patch, file: first.path, line, url: url(first.path, line) };
}

const KEY_ID = /(?:AKIA|ASIA)[A-Z0-9]{16}/;

/** Names whose value, where it stands in plain text, nobody should print. */
const SENSITIVE_ENTRY =
  /^[\s-]*["']?[\w-]*(?:secret|token|password|passphrase|credential|private|access[-_]?key)[\w-]*["']?\s*:(.*)$/i;

/** Whether lines of a workflow file hold a credential in plain text, or may hold one: such lines are not repeated. */
export function showsCredential(lines: string): boolean {
  return (
    KEY_ID.test(lines) || lines.split('\n').some(hasSensitiveLiteral) || lines.split(/[^A-Za-z0-9/+]/).some(isRandom)
  );
}

/** What is short and holds an expression, a variable's name or nothing but a word is no credential. */
function hasSensitiveLiteral(line: string): boolean {
  // The name of a file is none.
  if (/^[\s-]*["']?[\w-]*_(?:FILE|PATH)["']?\s*:/i.test(line)) return false;
  const value = SENSITIVE_ENTRY.exec(line)?.[1]
    ?.replace(/\s#.*$/, '')
    .trim();
  if (value === undefined || /^(?:''|""|[|>][+-]?|write|read|none|inherit|true|false)?$/.test(value)) return false;
  const rest = value.replace(/\$\{\{[^}]*\}\}/g, '');
  const isHarmless = /^["'\\\s;,]*(?:[A-Z_]+=)?["'\\\s;,]*(?:rn]?)?["'\\\s;,]*$/.test(rest);
  const isName = /^["']?(?:\$\{?\w+\}?|%\w+%|\{\{.*\}\}|<[^>]*>|secrets\.\w+|your[-_ ][\w- ]*)["']?$/i.test(value);
  return !isHarmless && !isName;
}

/** As long and mixed as a secret access key; a commit's hash has no capitals. */
function isRandom(word: string): boolean {
  return word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
}
