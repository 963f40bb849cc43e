import { describe, expect, it, test } from '@jest/globals';
import type { Environment } from '../../src/model/environment.ts';
import { readJob } from '../../src/gather/job.ts';
import { Home } from './surroundings.ts';

const REPOSITORY = 'octo-org/octo-repo';
const BASE = { repo: { full_name: REPOSITORY } };

function pullRequest(head: unknown, login = 'mona'): string {
  return JSON.stringify({ action: 'opened', sender: { login }, pull_request: { number: 1, head, base: BASE } });
}

async function jobOf(payload: string | undefined, env: Environment = {}) {
  using home = new Home();
  const path = payload === undefined ? home.at('none') : home.write('event.json', payload);
  return await readJob({ GITHUB_REPOSITORY: REPOSITORY, GITHUB_EVENT_PATH: path, ...env }, home.host);
}

describe('withholding', () => {
  const own = pullRequest({ repo: { full_name: REPOSITORY } });
  const fork = pullRequest({ repo: { full_name: 'mona/octo-repo', fork: true } });
  const deleted = pullRequest({ repo: null });
  const bot = pullRequest({ repo: { full_name: REPOSITORY } }, 'dependabot[bot]');
  test.each<[string, string, string | undefined, string | undefined, string | undefined]>([
    ['a fork’s pull request', 'pull_request', fork, 'mona', 'fork-pull-request'],
    ['a deleted fork’s', 'pull_request', deleted, 'mona', 'fork-pull-request'],
    ['a review of a fork’s', 'pull_request_review', fork, 'mona', 'fork-pull-request'],
    ['the repository’s own', 'pull_request', own, 'mona', undefined],
    ['pull_request_target of a fork', 'pull_request_target', fork, 'mona', undefined],
    ['a comment on a fork’s', 'issue_comment', fork, 'mona', undefined],
    ['Dependabot’s pull request', 'pull_request', bot, 'dependabot[bot]', 'dependabot'],
    ['Dependabot’s, run again by a person', 'pull_request', bot, 'mona', 'dependabot'],
    ['Dependabot’s push', 'push', '{}', 'dependabot[bot]', 'dependabot'],
    ['a run started by a Dependabot run', 'workflow_run', bot, 'dependabot[bot]', undefined],
    ['a schedule', 'schedule', '{"schedule":"0 0 * * *"}', 'dependabot[bot]', undefined],
    ['a push', 'push', '{"ref":"refs/heads/main"}', 'mona', undefined],
    ['no payload', 'pull_request', undefined, 'mona', undefined],
    ['a payload that is not JSON', 'pull_request', 'nonsense', 'mona', undefined],
    ['a payload of another form', 'pull_request', '{"pull_request":{}}', 'mona', undefined],
    ['a payload that is a list', 'pull_request', '[]', 'mona', undefined],
  ])('%s', async (_name, event, payload, actor, expected) => {
    const job = await jobOf(payload, { GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor });
    expect(job.withholding).toBe(expected);
  });

  it('survives a payload of 30 MB', async () => {
    const job = await jobOf(' '.repeat(30_000_000), { GITHUB_EVENT_NAME: 'pull_request' });
    expect(job.withholding).toBeUndefined();
  });
});

test.each([
  [undefined, false],
  ['https://github.com', false],
  ['https://octo.ghe.com', false],
  ['https://github.example.com', true],
])('isEnterpriseServer of %s', async (url, expected) => {
  expect((await jobOf('{}', { GITHUB_SERVER_URL: url })).isEnterpriseServer).toBe(expected);
});

test('the OIDC variables count only together', async () => {
  const url = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://vstoken' };
  expect((await jobOf('{}', { ...url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })).oidc).toBeUndefined();
  const { oidc } = await jobOf('{}', { ...url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' });
  expect([oidc?.requestUrl, oidc?.requestToken.reveal()]).toEqual(['https://vstoken', 'x']);
});

test('the machine', async () => {
  using home = new Home();
  const env = {
    RUNNER_OS: 'Linux',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_DEBUG: '1',
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: 'deploy',
  };
  const host = { ...home.host, platform: 'linux', release: '5.15.153.1-microsoft-standard-WSL2' } as const;
  expect(await readJob(env, host)).toMatchObject({
    runsInActions: true,
    runnerOs: 'Linux',
    runnerEnvironment: 'self-hosted',
    isWsl: true,
    debug: true,
    jobId: 'deploy',
    eventName: undefined,
  });
});
