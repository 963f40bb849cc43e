import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** In bytes; nothing larger is a workflow. */
export const LARGEST_FILE = 1024 * 1024;

/**
 * The text of a file in the workspace. Refused are what leads out of the workspace, what is no regular file, more than
 * 1 MiB, bytes that are no text, and a checkout of another commit (of another ref or repository, or left by another run):
 * its lines may be others.
 *
 * @param file relative to the workspace, with `/`.
 * @param commit that the file must be of; a workspace without `.git` is taken as it is.
 */
export async function readWorkspaceWorkflow(
  workspace: string,
  file: string,
  commit: string | undefined,
): Promise<string | undefined> {
  const text = await readInside(workspace, file);
  if (text === undefined || !(await exists(path.join(workspace, '.git')))) return text;
  const head = await headCommit(workspace);
  return head !== undefined && head === commit?.toLowerCase() ? text : undefined;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The commit that is checked out, as Git's own files say; loose references only before packed ones, as in Git. */
async function headCommit(workspace: string): Promise<string | undefined> {
  const head = (await readInside(workspace, '.git/HEAD'))?.trim();
  const reference = head?.startsWith('ref: ') ? head.slice('ref: '.length).trim() : undefined;
  if (reference === undefined) return head?.toLowerCase();
  const loose = await readInside(workspace, `.git/${reference}`);
  if (loose !== undefined) return loose.trim().toLowerCase();
  const packed = (await readInside(workspace, '.git/packed-refs'))?.split('\n');
  return packed
    ?.map((line) => line.trim().split(' '))
    .find(([, name]) => name === reference)?.[0]
    ?.toLowerCase();
}

async function readInside(workspace: string, file: string): Promise<string | undefined> {
  try {
    const root = await realpath(workspace);
    const real = await realpath(path.join(root, ...file.split('/')));
    const relative = path.relative(root, real);
    if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
    return await readText(real);
  } catch {
    return undefined;
  }
}

async function readText(file: string): Promise<string | undefined> {
  // Without O_NONBLOCK the opening of a FIFO waits for a writer; Windows has neither.
  const nonBlocking = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
  const handle = await open(file, constants.O_RDONLY | nonBlocking);
  try {
    const status = await handle.stat();
    if (!status.isFile() || status.size > LARGEST_FILE) return undefined;
    const bytes = await handle.readFile();
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } finally {
    await handle.close();
  }
}
