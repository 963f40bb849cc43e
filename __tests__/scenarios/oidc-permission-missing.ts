import { EVENTS } from '../../testing/events.ts';
import { ROLE_ARN } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const MISSING = {
  verdict: 'bad',
  diagnoses: ['oidc-permission-missing'],
  status: 1,
  requests: 0,
  title: 'The job may not ask GitHub for an OIDC token',
  message: [/id-token: write/],
  outputs: { 'credential-source': 'none', 'authenticated-arn': '' },
} as const satisfies Expected;
const inputs = { 'role-to-assume': ROLE_ARN };

export const scenarios: readonly Scenario[] = [
  {
    title: 'a role, no credentials, and no permission',
    installedNode: true,
    arrange: () => ({ inputs }),
    expect: { ...MISSING, summary: [/permissions:\n {2}id-token: write/] },
  },
  {
    title: 'only one of the two variables',
    arrange: (simulator) => ({
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: simulator.identityProvider.requestUrl },
      inputs,
    }),
    expect: { ...MISSING, absent: /REQUEST_URL. (?:and|is|are)/ },
  },
  {
    title: 'Dependabot, whose run may have the permission',
    arrange: () => ({
      inputs,
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
      event: EVENTS.dependabotPullRequest,
    }),
    expect: {
      ...MISSING,
      diagnoses: ['secrets-withheld', 'oidc-permission-missing'],
      title: /Dependabot/,
      message: [],
      summary: [/id-token/],
    },
  },
  {
    title: 'a pull request of the repository itself',
    arrange: () => ({ inputs, env: { GITHUB_EVENT_NAME: 'pull_request' }, event: EVENTS.ownPullRequest }),
    expect: { ...MISSING, absent: /[`>]on-missing/ },
  },
  {
    title: 'on-missing: skip does not hide a permission that is the workflow’s to give',
    arrange: () => ({ inputs: { ...inputs, 'on-missing': 'skip' } }),
    expect: MISSING,
  },
];
