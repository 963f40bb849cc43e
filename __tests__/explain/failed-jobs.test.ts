import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { SimulatedJob } from '../../simulator/github-jobs.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { runStep, type StepResult } from '../../simulator/step.ts';
import type { Report } from '../../src/model/report.ts';

const DIST = process.env['PREFLIGHT_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const TOKEN = 'ghs_token0of0the0job0that0explains0000000';
const SECRET = 'aB3/dE6+gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL';
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the PutObject operation: The provided token has expired.';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.reset();
  simulator.githubApi.jobs.splice(0);
  simulator.githubApi.requests.splice(0);
  Object.assign(simulator.githubApi, { token: undefined, outage: undefined });
});
afterAll(async () => {
  await simulator.stop();
});

function step(
  jobs: readonly SimulatedJob[],
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<StepResult> {
  simulator.githubApi.jobs.push(...jobs);
  return runStep({
    main: `${DIST}/index.js`,
    node: NODE,
    env: {
      GITHUB_API_URL: simulator.githubApi.url,
      GITHUB_RUN_ATTEMPT: '2',
      AWS_ENDPOINT_URL_STS: simulator.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    },
    inputs: { explain: 'failed-jobs', 'github-token': TOKEN, ...inputs },
  });
}

describe('explain: failed-jobs', () => {
  it('names the likeliest cause of each failed job, and asks STS nothing', async () => {
    const { status, outputs, annotations, summary, stdout } = await step([
      { name: 'build', conclusion: 'success', log: 'Unable to locate credentials' },
      { name: 'deploy', conclusion: 'failure', log: `line one\n${EXPIRED}` },
      { name: 'publish (eu-west-1)', conclusion: 'failure', log: 'Error: Incorrect token audience' },
      { name: 'explain', conclusion: null },
    ]);
    expect(simulator.requests).toHaveLength(0);
    expect(status).toBe(1);
    expect(outputs).toMatchObject({
      verdict: 'bad',
      diagnosis: 'session-token-expired',
      diagnoses: '["session-token-expired","oidc-audience-rejected"]',
      'credential-source': 'none',
    });
    expect(annotations.map(({ type, properties }) => [type, properties['title']])).toEqual([
      ['error', 'Job deploy: perhaps the AWS session has expired'],
      ['error', 'Job publish (eu-west-1): the OIDC provider does not list the audience'],
    ]);
    expect(annotations[0]?.message).toMatch(
      /the log of the job `deploy` says `An error occurred \(ExpiredToken\) .*\(line 2\)/,
    );
    expect(summary).toMatch(/Found 2 errors about AWS credentials in the logs of 2 failed jobs/);
    expect(stdout).toMatch(/^Found 2 errors about AWS credentials in the logs of 2 failed jobs\.$/m);
    const report = JSON.parse(outputs['report'] ?? '') as Report;
    expect(report).toMatchObject({ schema: 1, verdict: 'bad', identity: null, sts: { requests: 0 } });
    expect(report.findings.map(({ confirmed }) => confirmed)).toEqual([false, false]);
  });

  it('reads every page of the jobs, of this attempt', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ name: `test ${index}`, conclusion: 'success' }) as const);
    const { outputs } = await step([...many, { name: 'deploy', conclusion: 'failure', log: EXPIRED }]);
    expect(outputs['diagnosis']).toBe('session-token-expired');
    expect(simulator.githubApi.requests[0]).toBe('/repos/octo-org/octo-repo/actions/runs/1/attempts/2/jobs');
  });

  it('reads the latest attempt where the runner tells of none', async () => {
    const jobs = [{ name: 'deploy', conclusion: 'failure', log: EXPIRED }] as const;
    const { outputs } = await step(jobs, {}, { GITHUB_RUN_ATTEMPT: '' });
    expect(outputs['diagnosis']).toBe('session-token-expired');
    expect(simulator.githubApi.requests[0]).toBe('/repos/octo-org/octo-repo/actions/runs/1/jobs');
  });

  it('is unknown where no log tells of credentials, says so in a notice, and stays green', async () => {
    const jobs = [
      { name: 'test', conclusion: 'failure', log: 'AssertionError: expected 1 to be 2' },
      { name: 'old', conclusion: 'timed_out' },
    ] as const;
    const { status, outputs, annotations, stdout } = await step(jobs);
    expect([status, outputs['verdict'], outputs['diagnosis'], outputs['diagnoses']]).toEqual([0, 'unknown', '', '[]']);
    expect(annotations.map(({ type, properties }) => [type, properties['title']])).toEqual([
      ['notice', 'No AWS credential error found'],
    ]);
    expect(stdout).toMatch(
      /^Found no error about AWS credentials in the logs of 2 failed jobs; 1 of them left no log\.$/m,
    );
  });

  it('goes by the steps that GitHub says have failed, and names the step and the line', async () => {
    const job: SimulatedJob = {
      name: 'deploy',
      conclusion: 'failure',
      log: ['Unable to locate credentials', 'all is well', EXPIRED, 'Incorrect token audience'].join('\n'),
      minuteOf: (line) => line * 5,
      steps: [
        { name: 'Try without', conclusion: 'success', from: 0, to: 4 },
        { name: 'Upload the site', conclusion: 'failure', from: 9, to: 12 },
        { name: 'Clean up', conclusion: 'success', from: 14, to: 20 },
      ],
    };
    const { outputs, annotations } = await step([job]);
    expect(outputs['diagnoses']).toBe('["session-token-expired"]');
    expect(annotations[0]?.message).toMatch(/\(line 3, in the step `Upload the site`\)/);
  });

  it('reads what it can of long logs before the timeout, and says so', async () => {
    const line = 'downloading a package that has nothing to do with the token at hand, at a good speed\n';
    const log = line.repeat(400_000);
    const jobs = Array.from({ length: 12 }, (_, index): SimulatedJob => ({
      name: `test ${index}`,
      conclusion: 'failure',
      log,
    }));
    const { outputs, stdout, milliseconds, status } = await step(jobs, { timeout: '2s' });
    expect([status, outputs['verdict']]).toEqual([0, 'unknown']);
    expect(stdout).toMatch(/\d+ of them could be read only in part before the timeout/);
    expect(milliseconds).toBeLessThan(60_000);
  });

  test.each([
    [403, 'status 403'],
    [404, 'status 404'],
    [500, 'status 500'],
  ])('says what to add where GitHub answers %i', async (code, words) => {
    simulator.githubApi.outage = { kind: 'refuse', status: code, body: '{"message":"Resource not accessible"}' };
    const { status, outputs, annotations } = await step([]);
    expect([status, outputs['verdict'], outputs['diagnosis']]).toEqual([1, 'unknown', 'usage']);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.properties['title']).toBe('The logs of the failed jobs could not be read');
    expect(annotations[0]?.message).toContain(words);
    expect(annotations[0]?.message).toContain('`actions: read`');
  });

  it('says so without a token, and where GitHub does not answer within the deadline', async () => {
    const without = await step([], { 'github-token': '' });
    expect(without.annotations[0]?.message).toContain('`github-token` is empty');
    simulator.githubApi.outage = { kind: 'hang' };
    const silent = await step([], { timeout: '2s' });
    expect(silent.outputs['verdict']).toBe('unknown');
    expect(silent.annotations[0]?.message).toContain('gave no answer');
    expect(silent.milliseconds).toBeLessThan(8000);
  });

  it('prints nothing of the logs, and no command that stands in them', async () => {
    const log = [
      `::error title=owned::${SECRET}`,
      `##[error]${SECRET}`,
      `IncompleteSignature: Credential must have exactly 5 slash-delimited elements, got 'Credential=${SECRET}/20260620/us-east-1/sts/aws4_request'`,
    ].join('\n');
    const name = 'deploy ::add-mask::x\n::error::owned <img src=x> @octocat [a](https://evil.example)';
    const { stdout, files, outputs, summary, annotations } = await step([{ name, conclusion: 'failure', log }]);
    expect(outputs['diagnosis']).toBe('swapped-keys');
    expect(annotations).toHaveLength(1);
    const everything = `${stdout}${files}`;
    expect(everything.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toMatch(/^::error::owned/m);
    expect(summary).not.toMatch(/<img|[^`]@octocat|\[a\]\(https/);
  });
});
