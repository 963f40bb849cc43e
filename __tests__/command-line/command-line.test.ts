import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { addSession, addUser } from '../../simulator/builders.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import type { Report } from '../../src/model/report.ts';
import { OPTION_NAMES } from '../../src/command-line/options.ts';
import { trust, webRole } from '../../testing/roles.ts';
import { VERSION } from '../../src/model/version.ts';

const DIST = process.env['PREFLIGHT_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
});
afterAll(async () => {
  await simulator.stop();
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function cli(args: readonly string[], env: Record<string, string> = {}, stdin = ''): Promise<Ended> {
  const surroundings = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true' };
  const child = spawn(process.execPath, [`${DIST}/cli.js`, ...args], { env: { ...surroundings, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(stdin);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}

function keys(): Record<string, string> {
  const { accessKeyId, secretAccessKey } = addUser(simulator.world);
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: 'eu-west-1' };
}

describe('check', () => {
  it('ends with 0 and a positive line when STS accepts', async () => {
    const ended = await cli(['--sts-endpoint', simulator.url], keys());
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^Authenticated as arn:aws:iam::123456789012:user\/deployer in account 123456789012\.\n$/,
    );
    expect(simulator.requests).toHaveLength(1);
  });

  it('shows the statement that a role’s trust policy needs, and speaks of no job summary', async () => {
    const { env, inputs } = webRole(simulator, { trustPolicy: trust('repo:octo-org/website:*') });
    const args = ['--sts-endpoint', simulator.url, '--role-to-assume', inputs['role-to-assume'] ?? ''];
    const ended = await cli(args, { ...env, AWS_REGION: 'eu-west-1' });
    expect(ended.stdout).toContain('the statement below matches it, ready to paste');
    expect(ended.stdout).toMatch(/"Effect": "Allow"/);
    expect(ended.stdout).not.toContain('summary');
  });

  it('gives no workflow commands, colours or advice for jobs', async () => {
    const ended = await cli(['check', '--sts-endpoint', simulator.url], keys());
    expect(ended.stdout).not.toMatch(/^::|long-term/m);
    expect(ended.stdout).not.toContain('\u001b');
  });

  it('ends with 1 and explains when they are not fit for use', async () => {
    const ended = await cli(['--sts-endpoint', simulator.url], { ...keys(), AWS_SECRET_ACCESS_KEY: 'short' });
    expect(ended.status).toBe(1);
    expect(ended.stdout).toMatch(
      /The secret access key has 5 characters instead of 40 \[secret-access-key-malformed\]/,
    );
  });

  it('advises what can be done at a terminal, not in a job', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = addSession(simulator.world, {
      issuedAt: new Date(Date.now() - 7_200_000),
    });
    const ended = await cli(['--sts-endpoint', simulator.url], {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
      AWS_REGION: 'eu-west-1',
    });
    expect(ended.stdout).toMatch(/Get new credentials, and set all three variables again/);
    expect(ended.stdout).not.toMatch(/configure-aws-credentials|secret store/);
  });

  it('ends with 3 when nobody could tell', async () => {
    const ended = await cli(['--sts-endpoint', 'http://127.0.0.1:9', '--timeout', '2s'], keys());
    expect(ended.status).toBe(3);
    expect(ended.stdout).toMatch(/the connection failed/);
  });

  it('prints the report with --json', async () => {
    const ended = await cli(
      ['--json', '--sts-endpoint', simulator.url, '--allowed-account-ids', '210987654321'],
      keys(),
    );
    const report = JSON.parse(ended.stdout) as Report;
    expect(ended.status).toBe(1);
    expect(report).toMatchObject({ schema: 1, verdict: 'bad', findings: [{ id: 'account-not-allowed' }] });
  });

  it('takes credentials from standard input, and tells when they end', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = addSession(simulator.world);
    const given = {
      Version: 1,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(Date.now() + 1800_000).toISOString(),
    };
    const args = [
      '--stdin',
      '--json',
      '--sts-endpoint',
      simulator.url,
      '--aws-region',
      'eu-west-1',
      '--min-remaining',
      '45m',
    ];
    const ended = await cli(args, {}, JSON.stringify(given));
    expect(JSON.parse(ended.stdout)).toMatchObject({ verdict: 'bad', findings: [{ id: 'expires-too-soon' }] });
    expect(ended.stdout).not.toContain(secretAccessKey);
  });
});

describe('explain', () => {
  const EXPIRED =
    'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired';

  it('names the causes of what is on standard input, and asks nobody', async () => {
    const ended = await cli(['explain'], keys(), EXPIRED);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^Perhaps: the AWS session has expired\nWhat to change, by cause \(likeliest first\):\n1\. /,
    );
    expect(ended.stdout).toMatch(/\[session-token-expired\]\n {3}In the job, run the login step again/);
    expect(ended.stdout).toMatch(/\nHow we know: line 1 says "An error occurred \(ExpiredToken\) when calling/);
    expect(simulator.requests).toHaveLength(0);
  });

  it('prints them as JSON, from a file too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'explain-'));
    try {
      await writeFile(join(folder, 'job.log'), `first line\n${EXPIRED}\n`);
      const ended = await cli(['explain', '--json', join(folder, 'job.log')]);
      expect(ended).toMatchObject({ status: 0, stderr: '' });
      const why = expect.stringMatching(/./);
      expect(JSON.parse(ended.stdout)).toEqual({
        schema: 1,
        matched: EXPIRED,
        candidates: [
          { id: 'session-token-expired', why },
          { id: 'session-token-stale', why },
        ],
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('gives each cause the change that mends it', async () => {
    const { stdout } = await cli(['explain'], {}, `AKIARZPUZDIKGB2VALC4 ${EXPIRED}`);
    expect(stdout).toMatch(
      /^a leftover session token .*\n.*\[session-token-stale\]\nWhat to change: In the step that sets the key, add AWS_SESSION_TOKEN: ''/,
    );
  });

  it('ends with 3 where it recognises nothing', async () => {
    const [told, json] = await Promise.all([cli(['explain'], {}, 'all is well'), cli(['explain', '--json'], {}, '')]);
    expect(told).toMatchObject({ status: 3, stderr: '' });
    expect(told.stdout).toMatch(/^No error about AWS credentials is recognised/);
    expect(json.status).toBe(3);
    expect(JSON.parse(json.stdout)).toEqual({ schema: 1, matched: '', candidates: [] });
  });

  it('takes the causes of several errors once each', async () => {
    const both = `${EXPIRED}\n${EXPIRED.replace('ExpiredToken', 'ExpiredTokenException')}\nInvalidClientTokenId: no\n`;
    const { stdout } = await cli(['explain', '--json'], {}, both);
    const { candidates } = JSON.parse(stdout) as { candidates: { id: string }[] };
    const ids = candidates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 3)).toEqual(['session-token-expired', 'session-token-stale', 'access-key-rejected']);
  });
});

describe('wrong usage', () => {
  test.each([
    [['--aws-regio', 'eu-west-1'], /no option --aws-regio; the nearest is --aws-region/],
    [['--aws-secret-access-key', 'hunter2hunter2'], /would put a secret into the list of processes/],
    [['--aws-secret-access-key=hunter2hunter2'], /would put a secret into the list of processes/],
    [['explain', '/nonexistent/log.txt'], /the file \/nonexistent\/log\.txt cannot be read \(ENOENT\)/],
    [['explain', 'one.txt', 'two.txt'], /explain takes one file/],
    [['explain', '--timeout', '3s'], /explain does not take --timeout/],
    [['verify'], /the commands are check, .*and explain/],
    [['--timeout'], /--timeout lacks its value/],
    [['--json=hunter2'], /--json lacks its value, or has one that it does not take/],
    [['--foo', 'x'], /there is no option --foo\n/],
    [['--stdin'], /holds no credentials as JSON/],
  ])('%j ends with 2 and says why', async (args, text) => {
    const ended = await cli(args);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(text);
    expect(ended.stderr).not.toContain('hunter2');
    expect(simulator.requests).toHaveLength(0);
  });

  it('names the option, its value and what is allowed', async () => {
    const ended = await cli(['--timeout', 'soon'], keys());
    expect(ended.status).toBe(2);
    expect(ended.stdout).toMatch(/a duration such as 45m[\s\S]*`timeout` is `soon`/);
  });
});

it('prints help and the version', async () => {
  const [help, version] = await Promise.all([cli(['--help']), cli(['--version'])]);
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toMatch(/--min-remaining DURATION +how long the session must still last/);
  for (const name of OPTION_NAMES) expect(help.stdout).toContain(`--${name} `);
  expect(help.stdout).not.toMatch(/secret-access-key|github-token/);
  expect(version).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
});
