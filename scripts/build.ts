import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bundles the two entries into `dist/`, or the folder given; what only a failure or a rare source needs stays in chunks of its own. */
const target = process.argv[2] ?? 'dist';
const ENTRIES = [
  { entry: 'src/main.ts', folder: target },
  { entry: 'src/cli.ts', folder: `${target}/cli` },
] as const;

rmSync(target, { recursive: true, force: true });
for (const { entry, folder } of ENTRIES) {
  const built = mkdtempSync(join(tmpdir(), 'bundle-'));
  bundle(entry, built);
  mkdirSync(folder, { recursive: true });
  cpSync(built, folder, { recursive: true });
  rmSync(built, { recursive: true });
}
writeFileSync(`${target}/cli.js`, "#!/usr/bin/env node\nimport './cli/index.js';\n", { mode: 0o755 });
console.log(`${target}/index.js: ${Math.round(statSync(`${target}/index.js`).size / 1024)} KiB`);

function bundle(entry: string, folder: string): void {
  const options = ['build', entry, '-o', folder, '--license', 'licenses.txt', '--no-cache'];
  const ncc = spawnSync(process.execPath, ['node_modules/@vercel/ncc/dist/ncc/cli.js', ...options], {
    encoding: 'utf8',
  });
  if (ncc.status !== 0) throw new Error(`ncc failed on ${entry}:\n${ncc.stdout}${ncc.stderr}`);
}
