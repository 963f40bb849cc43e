import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import type { FileFault } from '../model/source-problem.ts';

const MEBIBYTE = 1024 * 1024;
/** The largest token or policy file that is read, in bytes. */
export const MAX_FILE_BYTES = MEBIBYTE;
/** The largest shared config or credentials file. AWS tools know no limit; a real one is never anywhere near this. */
export const MAX_SHARED_FILE_BYTES = 16 * MEBIBYTE;
const CHUNK_BYTES = 64 * 1024;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** `why` goes on after the file's name: `is a directory`. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly fault: FileFault };

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
    if (found.isDirectory()) return unreadable('is a directory', 'directory');
    if (!found.isFile()) return unreadable('is not a regular file', 'not-regular');
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
  return shown.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

/** A name that came out of a file or a variable, fit for a sentence: no control characters, at most 64 characters. */
export function displayName(name: string): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, '?');
  return shown.length > 64 ? `${shown.slice(0, 63)}…` : shown;
}

async function readBounded(handle: FileHandle, maxBytes: number): Promise<FileText> {
  // Read rather than trust the size: files under /proc say 0, and a file may grow meanwhile.
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return decode(Buffer.concat(chunks));
    length += bytesRead;
    if (length > maxBytes) return unreadable(`is larger than ${size(maxBytes)}`, 'size');
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function decode(bytes: Buffer): FileText {
  // PowerShell 5 writes UTF-16 with `>`; no AWS tool reads it. A NUL further on stops none of them.
  if (isUtf16(bytes)) return unreadable('is in UTF-16, and has to be in UTF-8', 'encoding');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return unreadable('is not text in UTF-8', 'encoding');
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
      return unreadable('may not be read by the user that runs the job', 'permission');
    case 'EISDIR':
      return unreadable('is a directory', 'directory');
    case 'ELOOP':
      return unreadable('is a loop of symbolic links', 'link-loop');
    case 'ENXIO':
      return unreadable('is not a regular file', 'not-regular');
    default:
      return unreadable(`cannot be read${code === undefined ? '' : ` (${code})`}`, 'system');
  }
}

/** By its byte order mark, or by the NUL that every Latin letter has beside it. */
function isUtf16([first, second]: Buffer): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (first === 0 && second !== undefined && second !== 0) || (second === 0 && first !== 0);
}

function size(bytes: number): string {
  return bytes % MEBIBYTE === 0 && bytes > MEBIBYTE ? `${bytes / MEBIBYTE} MiB` : `${bytes / 1024} KiB`;
}

function unreadable(why: string, fault: FileFault): FileText {
  return { kind: 'unreadable', why, fault };
}

/**
 * The text of the input `trust-policy`: JSON as it stands, else the file that it names, relative to the workspace.
 * Never throws.
 */
export async function readTrustPolicyText(
  input: string,
  workspace: string | undefined,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (/^\s*[{[]/.test(input)) return { text: input };
  const path = isAbsolute(input) ? input : join(workspace ?? '.', input);
  const file = await readText(path);
  if (file.kind === 'text') return { text: file.text };
  return { problem: file.kind === 'absent' ? 'the file does not exist' : `the file ${file.why}` };
}
