import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { licensesOf } from './build/licenses.ts';

/**
 * Bundles the step, what runs after a failed job, and the command line into `dist/`, or the folder given: one bundle, and a small file for each of its
 * entries, so that they share what they load. What only a failure or a rare source needs stays in chunks of its own,
 * whose numbers come from the names beside their `import()`. Minified, as what is not there need not be parsed; the map
 * beside each file tells where its code comes from.
 */
const target = process.argv[2] ?? 'dist';
const NCC = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
const ENTRIES = {
  'index.js': { call: 'main', mode: 0o644, first: '' },
  'post.js': { call: 'afterJob', mode: 0o644, first: '' },
  'cli.js': { call: 'commandLine', mode: 0o755, first: '#!/usr/bin/env node\n' },
} as const;

const bundled = mkdtempSync(join(tmpdir(), 'bundle-'));
const bundle = join(target, 'bundle');
try {
  const options = ['-o', bundled, '--source-map', '--no-source-map-register', '--no-cache'];
  const ncc = spawnSync(process.execPath, [NCC, 'build', 'src/bundle.ts', ...options], { encoding: 'utf8' });
  if (ncc.status !== 0) throw new Error(`ncc failed:\n${ncc.stdout}${ncc.stderr}`);
  const files = readdirSync(bundled).filter((file) => file.endsWith('.js'));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(bundle, { recursive: true });
  await build({
    entryPoints: files.map((file) => join(bundled, file)),
    outdir: bundle,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
  });
  const maps = readdirSync(bundled).filter((file) => file.endsWith('.js.map'));
  writeFileSync(
    join(target, 'licenses.txt'),
    licensesOf(maps.map((file) => readFileSync(join(bundled, file), 'utf8'))),
  );
  for (const file of readdirSync(bundle).filter((name) => name.endsWith('.map'))) rebase(join(bundle, file));
} finally {
  rmSync(bundled, { recursive: true });
}

/** Puts the paths of a map's sources into one form: they hang on where the repository is, seen from the temporary folder. */
function rebase(file: string): void {
  const map = JSON.parse(readFileSync(file, 'utf8')) as { readonly sources: readonly string[] };
  const sources = map.sources.map((source) =>
    source.replace(/^(?:\.\.\/)+(?:.*?\/)??(?=(?:node_modules|src|webpack)\/|external )/, '../../'),
  );
  writeFileSync(file, JSON.stringify({ ...map, sources }));
}

writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
for (const [file, { call, mode, first }] of Object.entries(ENTRIES)) {
  writeFileSync(join(target, file), `${first}import { ${call} } from './bundle/index.js';\nawait ${call}();\n`, {
    mode,
  });
}
const sizes = readdirSync(bundle)
  .filter((file) => file.endsWith('.js'))
  .map((file) => statSync(join(bundle, file)).size);
console.log(`${target}: ${sizes.length} files, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KiB`);
