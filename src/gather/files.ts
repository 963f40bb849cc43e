import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import type { FileFault, UnusableFile } from '../model/source-problem.ts';
import { shownPath } from '../model/text.ts';

const MEBIBYTE = 1024 * 1024;
/** The largest token or policy file that is read, in bytes. */
export const MAX_FILE_BYTES = MEBIBYTE;
/** The largest shared config or credentials file. AWS tools know no limit; a real one is never anywhere near this. */
export const MAX_SHARED_FILE_BYTES = 16 * MEBIBYTE;
const CHUNK_BYTES = 64 * 1024;

export type FileText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'absent' } | UnreadableFile;

/** `code` is the system's; `limit` is in bytes. */
interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly fault: FileFault;
  readonly code?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Reads a regular file as UTF-8, following symbolic links as AWS tools do. Never throws, and never waits:
 * opening without blocking keeps a named pipe from holding the step up.
 *
 * @param maxBytes - larger files are refused, not cut
 */
export async function readText(path: string, maxBytes = MAX_FILE_BYTES): Promise<FileText> {
  let handle: FileHandle | undefined;
  try {
    // Windows has no O_NONBLOCK, and no named pipes in its file system either.
    const nonBlocking = (constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0;
    handle = await open(path, constants.O_RDONLY | nonBlocking);
    const found = await handle.stat();
    if (found.isDirectory()) return unreadable('directory');
    if (!found.isFile()) return unreadable('not-regular');
    return await readBounded(handle, maxBytes);
  } catch (error) {
    return fromSystemError(error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** `~`, `~/…` and `~\…` become the home directory, as in AWS_CONFIG_FILE. */
export function expandHome(path: string, home: string): string {
  if (path === '~') return home;
  return /^~[/\\]/.test(path) ? join(home, path.slice(2)) : path;
}

/** The path as a reader writes it, with `~` for the home directory, and without control characters. */
export function displayPath(path: string, home: string): string {
  const shown = home !== '' && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
  return shownPath(shown);
}

/** Why a file gave no text, as a fault of the source that it belongs to. */
export function faultOf(read: Exclude<FileText, { kind: 'text' }>): Omit<UnusableFile, 'file'> {
  if (read.kind === 'absent') return { fault: 'absent' };
  const { fault, code, limit } = read;
  return { fault, code, limit };
}

async function readBounded(handle: FileHandle, maxBytes: number): Promise<FileText> {
  // Read rather than trust the size: files under /proc say 0, and a file may grow meanwhile.
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return decode(Buffer.concat(chunks));
    length += bytesRead;
    if (length > maxBytes) return { ...unreadable('size'), limit: maxBytes };
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function decode(bytes: Buffer): FileText {
  // PowerShell 5 writes UTF-16 with `>`; no AWS tool reads it. A NUL further on stops none of them.
  if (isUtf16(bytes)) return unreadable('utf-16');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable('not-utf-8');
  }
}

function fromSystemError(error: unknown): FileText {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'absent' };
    case 'EACCES':
    case 'EPERM':
      return unreadable('permission');
    case 'EISDIR':
      return unreadable('directory');
    case 'ELOOP':
      return unreadable('link-loop');
    case 'ENXIO':
      return unreadable('not-regular');
    default:
      return { ...unreadable('system'), code };
  }
}

/** By its byte order mark, or by the NUL that every Latin letter has beside it. */
function isUtf16([first, second]: Buffer): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (first === 0 && second !== undefined && second !== 0) || (second === 0 && first !== 0);
}

function unreadable(fault: FileFault): UnreadableFile {
  return { kind: 'unreadable', fault };
}

/**
 * The text of the input `trust-policy`: JSON as it stands, else the file that it names, relative to the workspace.
 * Never throws.
 */
export async function readTrustPolicyText(
  input: string,
  workspace: string | undefined,
): Promise<{ readonly text: string } | { readonly problem: Omit<UnusableFile, 'file'> }> {
  if (/^\s*[{[]/.test(input)) return { text: input };
  const path = isAbsolute(input) ? input : join(workspace ?? '.', input);
  const file = await readText(path);
  return file.kind === 'text' ? { text: file.text } : { problem: faultOf(file) };
}
