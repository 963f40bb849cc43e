import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);
const hasAws = spawnSync('aws', ['--version']).status === 0;

/** `npm run simulator`, without npm in between so that a signal reaches it. */
let simulator: ChildProcess;
let printed = '';
beforeAll(async () => {
  simulator = spawn(process.execPath, ['simulator/main.ts'], { stdio: ['ignore', 'pipe', 'inherit'] });
  simulator.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('get-caller-identity')) await once(simulator.stdout as NodeJS.ReadableStream, 'data');
});
afterAll(async () => {
  if (simulator.exitCode !== null) return;
  simulator.kill('SIGINT');
  await once(simulator, 'exit');
});

/** What a shell has after pasting the common lines and those of the nth principal. */
async function aws(principal: number, change = ''): Promise<string> {
  const [, common = '', ...principals] = printed.split(/^# /m).map((part) => part.replace(/^.*\n/, ''));
  const script = `${common}\n${principals[principal] ?? ''}\n${change}\naws sts get-caller-identity --output text`;
  const clean = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const { stdout, stderr } = await run('sh', ['-c', script], { env: clean }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return (stdout + stderr).trim();
}

describe('npm run simulator', () => {
  it('prints where to ask and three sets of credentials', () => {
    expect(printed).toMatch(/export AWS_ENDPOINT_URL_STS='http:\/\/127\.0\.0\.1:\d+'/);
    expect(printed.match(/^export AWS_ACCESS_KEY_ID='AKIA/gm)).toHaveLength(1);
    expect(printed.match(/^export AWS_ACCESS_KEY_ID='ASIA/gm)).toHaveLength(2);
    expect(printed.match(/^export AWS_SESSION_TOKEN='IQoJ/gm)).toHaveLength(2);
  });
});

(hasAws ? describe : describe.skip)('the AWS CLI', () => {
  it.each<[string, number, string, RegExp]>([
    ['the user', 0, '', /^123456789012\tarn:aws:iam::123456789012:user\/deployer\tAIDA/],
    ['the session', 1, '', /^123456789012\tarn:aws:sts::123456789012:assumed-role\/deploy\/GitHubActions\tAROA/],
    ['the expired session', 2, '', /\(ExpiredToken\).*The security token included in the request is expired$/],
    ['a token left out', 1, 'unset AWS_SESSION_TOKEN', /\(InvalidClientTokenId\).*is invalid\.$/],
    [
      'a wrong secret',
      0,
      'export AWS_SECRET_ACCESS_KEY=wrong',
      /\(SignatureDoesNotMatch\).*The request signature we calculated/,
    ],
  ])('%s', async (_, principal, change, output) => {
    expect(await aws(principal, change)).toMatch(output);
  });
});

describe('SIGINT', () => {
  it('ends it with status 0', async () => {
    simulator.kill('SIGINT');
    const [status] = (await once(simulator, 'exit')) as [number];
    expect(status).toBe(0);
  });
});
