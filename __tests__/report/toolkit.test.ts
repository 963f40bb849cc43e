import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_24 } from '../../testing/nodes.ts';

const OURS = pathToFileURL('src/report/toolkit.ts').href;
const CALLS = `
  core.setSecret('a secret\\nof two lines');
  core.error('a message: 100 %\\r\\nof two lines', { title: 'with: a, comma', file: 'a.yml', startLine: 3, endLine: 4, startColumn: 1, endColumn: 9 });
  core.warning(new Error('an error'));
  core.notice('a notice', { title: 'a title' });
  core.info('a line');
  core.debug('a word');
  core.setOutput('text', 'of\\ntwo lines');
  core.setOutput('number', 3);
  core.setOutput('nothing', undefined);
  await core.summary.addRaw('a summary').write();
`;

/** What a program that takes its toolkit from there wrote: its standard output, outputs and summary. */
function written(loadsCore: string, files: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'toolkit-'));
  try {
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    for (const file of [output, summary]) writeFileSync(file, '');
    const env = { GITHUB_STEP_SUMMARY: summary, ...(files ? { GITHUB_OUTPUT: output } : {}) };
    const ran = spawnSync(NODE_24, ['--input-type=module', '-e', `${loadsCore}\n${CALLS}`], { env, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const texts = [ran.stdout, readFileSync(output, 'utf8'), readFileSync(summary, 'utf8')];
    return texts.join('\n--\n').replaceAll(/ghadelimiter_[0-9a-f-]+/g, 'ghadelimiter');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Also where the files of @actions/core that we load have moved in another version.
test.each([true, false])('writes what @actions/core writes (with files for the commands: %s)', (files) => {
  const ours = written(`import { toolkitOf } from '${OURS}';\nconst core = toolkitOf(process.env);`, files);
  expect(ours).toContain('::error title=with%3A a%2C comma');
  expect(ours).toBe(written("import * as core from '@actions/core';", files));
});
