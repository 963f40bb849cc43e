import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url));
const NAME = process.platform === 'win32' ? 'node.exe' : 'node';

/**
 * Node.js 24, with which GitHub runs the action: this one, or the package for this system; where there is none, as on
 * macOS, whatever version runs the tests.
 */
export const NODE_24 = process.version.startsWith('v24.') ? process.execPath : (packaged() ?? process.execPath);

function packaged(): string | undefined {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = join(MODULES, `node-${system}-${process.arch}`, 'bin', NAME);
  return existsSync(file) ? file : undefined;
}

/** The Node.js that is installed on the machine itself, where there is one. */
export function installedNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, NAME)).find((file) => existsSync(file));
}
