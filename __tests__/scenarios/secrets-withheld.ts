import { EVENTS, WITHHELD } from '../../testing/events.ts';
import { ROLE_ARN } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const BAD = { verdict: 'bad', diagnoses: ['secrets-withheld'], status: 1, requests: 0 } as const satisfies Expected;
const SKIPPED = {
  verdict: 'skipped',
  diagnoses: ['secrets-withheld'],
  status: 0,
  requests: 0,
  types: ['notice'],
  outputs: { verdict: 'skipped', diagnosis: 'secrets-withheld' },
} as const satisfies Expected;
const FORK = 'GitHub gives a pull request from a fork none of the secrets';
const DEPENDABOT = 'GitHub gives Dependabot’s runs none of the Actions secrets';

export const scenarios: readonly Scenario[] = [
  {
    title: 'a fork’s pull request',
    arrange: () => ({ env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request' }, event: EVENTS.forkPullRequest }),
    expect: { ...BAD, title: FORK },
  },
  {
    title: 'a fork’s pull request, skipped',
    arrange: () => ({
      inputs: { 'on-missing': 'skip' },
      env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request' },
      event: EVENTS.forkPullRequest,
    }),
    expect: { ...SKIPPED, title: FORK, absent: /set .on-missing/ },
  },
  {
    title: 'a fork’s pull request that would assume a role',
    arrange: () => ({
      inputs: { 'role-to-assume': ROLE_ARN },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: EVENTS.forkPullRequest,
    }),
    expect: {
      ...BAD,
      title: 'GitHub gives a pull request from a fork no secrets and no OIDC token',
      absent: /In the job, add/,
    },
  },
  {
    title: 'a fork’s pull request that would assume a role, skipped',
    arrange: () => ({
      inputs: { 'role-to-assume': ROLE_ARN, 'on-missing': 'skip' },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: EVENTS.forkPullRequest,
    }),
    expect: { ...SKIPPED, title: /./, absent: /set .on-missing/ },
  },
  {
    title: 'a pull request whose fork was deleted since',
    arrange: () => ({ env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request' }, event: EVENTS.deletedForkPullRequest }),
    expect: { ...BAD, title: FORK },
  },
  {
    title: 'Dependabot’s pull request',
    arrange: () => ({
      env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
      event: EVENTS.dependabotPullRequest,
    }),
    expect: { ...BAD, title: DEPENDABOT },
  },
  {
    title: 'Dependabot’s push, skipped',
    arrange: () => ({
      inputs: { 'on-missing': 'skip' },
      env: { ...WITHHELD, GITHUB_ACTOR: 'dependabot[bot]' },
      event: { ...EVENTS.push, sender: { login: 'dependabot[bot]', id: 49699333, type: 'Bot' } },
    }),
    expect: { ...SKIPPED, title: DEPENDABOT },
  },
];
