import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Node.js 24, with which GitHub runs the action. */
export const NODE_24 = process.version.startsWith('v24.') ? process.execPath : join(MODULES, '.bin', 'node');

/** The Node.js that is installed on the machine itself, where there is one. */
export function installedNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
