const REPOSITORY = { id: 1296269, name: 'octo-repo', full_name: 'octo-org/octo-repo', private: true, fork: false };
const SENDER = { login: 'octocat', id: 1, type: 'User' };

function pullRequest(headRepository: Record<string, unknown> | null, login: string): Record<string, unknown> {
  return {
    action: 'synchronize',
    number: 42,
    pull_request: {
      url: 'https://api.github.com/repos/octo-org/octo-repo/pulls/42',
      number: 42,
      state: 'open',
      user: { login, id: 2, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      head: { label: 'octocat:patch-1', ref: 'patch-1', sha: 'f'.repeat(40), repo: headRepository },
      base: { label: 'octo-org:main', ref: 'main', sha: 'e'.repeat(40), repo: REPOSITORY },
    },
    repository: REPOSITORY,
    sender: { ...SENDER, login },
  };
}

/** Payloads with the fields that GitHub sends (https://docs.github.com/en/webhooks/webhook-events-and-payloads). */
export const EVENTS = {
  push: {
    ref: 'refs/heads/main',
    before: 'e'.repeat(40),
    after: 'f'.repeat(40),
    repository: REPOSITORY,
    pusher: { name: 'octocat', email: 'octocat@example.com' },
    sender: SENDER,
    commits: [],
  },
  forkPullRequest: pullRequest({ ...REPOSITORY, id: 99, full_name: 'octocat/octo-repo', fork: true }, 'octocat'),
  deletedForkPullRequest: pullRequest(null, 'octocat'),
  ownPullRequest: pullRequest(REPOSITORY, 'octocat'),
  dependabotPullRequest: pullRequest(REPOSITORY, 'dependabot[bot]'),
} as const;

/** Secrets that GitHub withholds arrive as empty texts. */
export const WITHHELD = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' } as const;
