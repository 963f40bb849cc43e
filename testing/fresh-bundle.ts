import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = process.env['PREFLIGHT_DIST'] ?? join(ROOT, 'dist');
/** A fresh clone has both within seconds, in any order. */
const CLONE_MS = 30_000;

/** Before all tests: they run the bundle, so one that is older than the sources would be tested, or recorded, in vain. */
export default function freshBundle(): void {
  const behind = newest(join(ROOT, 'src')) - bundledAt();
  if (process.env['UPDATE_GOLDEN'] === '1' && behind > 0) {
    process.stdout.write(`UPDATE_GOLDEN: ${DIST} is older than src/, so it is built first.\n`);
    const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.ts'), DIST], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The bundle could not be built: no golden was touched.');
  } else if (behind > CLONE_MS) {
    process.stdout.write(
      `${DIST} is older than src/: the scenarios run the old bundle. \`npm run build\` renews it.\n`,
    );
  }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** 0 where there is no bundle yet. */
function bundledAt(): number {
  return statSync(join(DIST, 'index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
