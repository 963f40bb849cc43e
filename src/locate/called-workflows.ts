import { asMap, entriesOf, entryOf, follow, readDocument, textAt } from './document.ts';
import type { WorkflowDocument } from './document.ts';

/** As many as GitHub takes (https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations). */
const MOST_FILES = 50;
const LOCAL_CALL = /^\.\/(\.github\/workflows\/[^/@\\]+\.ya?ml)$/;

/** The text of a workflow file of the running commit, by its path in the repository; undefined where it cannot be had. */
export type ReadCalled = (path: string) => Promise<string | undefined>;

/**
 * Whether the file defines the running job itself. A job of a reusable workflow has that file's key in GITHUB_JOB, so
 * the caller's job of this key is meant only when no workflow that is called from here, however deep, has one too.
 *
 * @returns true when none has, which includes a file that calls none; undefined when one has, or one cannot be read:
 *   of another repository, at another ref, or not in the workspace.
 */
export async function isDefinedHere(
  text: string,
  jobId: string | undefined,
  readCalled: ReadCalled,
): Promise<true | undefined> {
  try {
    const own = readDocument(text);
    if (!own || jobId === undefined) return undefined;
    const seen = new Set<string>();
    const waiting = [...callsOf(own)];
    for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
      const path = LOCAL_CALL.exec(call)?.[1];
      if (path === undefined) return undefined;
      if (seen.has(path)) continue;
      seen.add(path);
      const called = seen.size > MOST_FILES ? undefined : readDocument((await readCalled(path)) ?? '');
      if (!called || hasJob(called, jobId)) return undefined;
      waiting.push(...callsOf(called));
    }
    return true;
  } catch {
    // Nesting that is too deep for the parser.
    return undefined;
  }
}

/** What each job calls; an empty text where that cannot be told. */
function callsOf(document: WorkflowDocument): readonly string[] {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  return (jobs ? entriesOf(jobs) : []).flatMap(({ value }) => {
    const job = asMap(follow(document, value).node);
    return job && entryOf(job, 'uses') ? [textAt(document, job, 'uses') ?? ''] : [];
  });
}

function hasJob(document: WorkflowDocument, jobId: string): boolean {
  const jobs = asMap(entryOf(document.root, 'jobs')?.value);
  return !jobs || entryOf(jobs, jobId) !== undefined;
}
