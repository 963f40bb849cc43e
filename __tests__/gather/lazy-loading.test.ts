import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { NODE_24 } from '../../testing/nodes.ts';
import { Home, KEY_ID, SECRET_KEY, profileText } from './surroundings.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const script = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ resolve(specifier, context, next) { loaded.push(specifier); return next(specifier, context); } });
  const { gather } = await import('${join(root, 'src/gather/gather.ts')}');
  const host = { platform: 'linux', homedir: process.env.HOME, release: '' };
  const found = await gather({ tools: [] }, process.env, host, () => ({ deadline: { signal: AbortSignal.timeout(5000), remaining: () => 5000 } }));
  console.log(JSON.stringify([found.credentials?.source, loaded.filter((name) => name.startsWith('@aws-sdk'))]));
`;

test.each([
  ['environment', { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: SECRET_KEY }],
  ['profile', {}],
])('keys from the %s load nothing of the AWS SDK', (source, env) => {
  using home = new Home({ '.aws/credentials': profileText('default') });
  const { stdout } = spawnSync(NODE_24, ['--input-type=module', '-e', script], {
    env: { HOME: home.path, RUNNER_ENVIRONMENT: 'github-hosted', ...env },
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe(JSON.stringify([source, []]));
});
