// Plain JavaScript for any version of Node.js: runs what follows on the command line with one that knows TypeScript.
// npm 10 does not link the packages' `node` where it passes over one of another system, so they are looked up here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const isWindows = process.platform === 'win32';
const folder = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const packaged = fileURLToPath(
  new URL(`../node_modules/${folder}/bin/${isWindows ? 'node.exe' : 'node'}`, import.meta.url),
);
// The package for Linux needs glibc, which Alpine Linux does not have.
const runsHere = process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime !== undefined;
const node = runsHere && existsSync(packaged) ? packaged : process.execPath;

if (node === process.execPath && !process.features.typescript) {
  process.stderr.write(
    `This needs Node.js 22.18 or later, and here is ${process.version}. \`npm ci\` brings one on Linux (x64, arm64) and Windows (x64), unless optional dependencies are left out; elsewhere install one.\n`,
  );
  process.exit(1);
}

const child = spawn(node, process.argv.slice(2), { stdio: 'inherit' });
// Who runs this ends it, not the program; on a terminal both get the signal, and the second one does nothing.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => process.exit(status ?? 1));
