import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Repository extends AsyncDisposable {
  /** Of the repository itself. */
  readonly folder: string;
  /** A home folder for the runner, beside the repository. */
  readonly home: string;
}

/** A repository that holds this action and the workflows that use it as `./`. */
export async function makeRepository(dist: string): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'e2e-'));
  const folder = join(root, 'repository');
  const home = join(root, 'home');
  const workflows = join(folder, '.github', 'workflows');
  await Promise.all([mkdir(workflows, { recursive: true }), mkdir(home)]);
  await Promise.all([
    cp('action.yml', join(folder, 'action.yml')),
    cp(dist, join(folder, 'dist'), { recursive: true }),
    ...['cleanup', 'composite'].map((action) =>
      cp(join('scripts', 'e2e', action), join(folder, action), { recursive: true }),
    ),
    ...['healthy.yml', 'expired.yml'].map((file) => cp(join('scripts', 'e2e', file), join(workflows, file))),
  ]);
  const author = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', '-c', 'commit.gpgsign=false'];
  for (const step of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    [...author, 'commit', '--quiet', '--message', 'The action and workflows that use it'],
  ]) {
    const { status, stderr } = spawnSync('git', step, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${step.join(' ')}: ${stderr}`);
  }
  return { folder, home, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
