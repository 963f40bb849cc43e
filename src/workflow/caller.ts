import type { Scalar, YAMLMap } from 'yaml';

import type { WorkflowChange } from '../model/report.ts';
import { asMap, entryOf, follow, readDocument, type WorkflowDocument } from './document.ts';
import { addEntries, type Edit } from './edit.ts';
import { runningJob } from './line.ts';
import { secretsRead } from './map-credentials.ts';
import { permissionEdits } from './permissions.ts';
import type { Files } from './place.ts';
import { blocksOf } from './slots.ts';

/** What the callers have to give to a reusable workflow: a permission, or a secret that it reads. */
export function callerEdits(
  files: Files,
  change: Extract<WorkflowChange, { readonly kind: 'permissions' | 'map' }>,
): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, readonly Edit[]>();
  const names = change.kind === 'map' ? secretsMeant(files, change.entries) : [];
  for (const { path, jobId } of files.callers) {
    const document = readDocument(files.texts.get(path) ?? '');
    const job = document && callingJob(document, jobId);
    if (!document || !job) continue;
    const list =
      change.kind === 'permissions'
        ? (permissionEdits(document, job, change.add, { mayAdd: true }) ?? [])
        : secretEdits(document, job.map, names);
    if (list.length > 0) edits.set(path, [...(edits.get(path) ?? []), ...list]);
  }
  if (change.kind === 'map' && edits.size > 0) declare(files, names, edits);
  return edits;
}

function callingJob(document: WorkflowDocument, jobId: string): { key: Scalar; map: YAMLMap } | undefined {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  const entry = jobs && entryOf(jobs, jobId);
  const map = asMap(entry?.value);
  return entry && map && !map.flow ? { key: entry.key, map } : undefined;
}

function secretsMeant(files: Files, entries: Extract<WorkflowChange, { kind: 'map' }>['entries']): readonly string[] {
  const document = readDocument(files.texts.get(files.path) ?? '');
  const job = document && runningJob(document, files.step);
  if (!document || !job) return [];
  const blocks = blocksOf(document, job);
  return [...new Set(entries.flatMap((entry) => (entry === undefined ? [] : secretsRead(blocks, entry))))];
}

/** `secrets: inherit` gives all of them. */
function secretEdits(document: WorkflowDocument, job: YAMLMap, names: readonly string[]): readonly Edit[] {
  const entry = entryOf(job, 'secrets');
  if (!entry) return [];
  const map = asMap(follow(document, entry.value).node);
  if (!map) return [];
  const missing = names.filter((name) => entryOf(map, name) === undefined);
  if (missing.length === 0) return [];
  const added = addEntries(
    document,
    map,
    Object.fromEntries(missing.map((name) => [name, `\${{ secrets.${name} }}`])),
    '  ',
  );
  return added ? [added] : [];
}

/** A reusable workflow gets only the secrets that it declares. */
function declare(files: Files, names: readonly string[], edits: Map<string, readonly Edit[]>): void {
  const document = readDocument(files.texts.get(files.path) ?? '');
  const on = document && asMap(entryOf(document.root, 'on')?.value);
  const call = on && asMap(entryOf(on, 'workflow_call')?.value);
  const declared = call && asMap(entryOf(call, 'secrets')?.value);
  if (!document || !declared) return;
  const missing = names.filter((name) => entryOf(declared, name) === undefined);
  if (missing.length === 0) return;
  const added = addEntries(
    document,
    declared,
    Object.fromEntries(missing.map((name) => [name, { required: 'true' }])),
    '  ',
  );
  if (added) edits.set(files.path, [...(edits.get(files.path) ?? []), added]);
}
