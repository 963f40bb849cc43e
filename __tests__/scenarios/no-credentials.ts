import { EVENTS, WITHHELD } from '../../testing/events.ts';
import { home, writeFiles } from '../../testing/home.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const NONE = {
  verdict: 'bad',
  diagnoses: ['no-credentials'],
  status: 1,
  requests: 0,
  title: 'The job has no AWS credentials',
  outputs: { 'credential-source': 'none', 'credential-type': '', 'aws-account-id': '', diagnosis: 'no-credentials' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  { title: 'nothing anywhere', installedNode: true, arrange: () => ({ event: EVENTS.push }), expect: NONE },
  {
    title: 'secrets that do not exist: empty texts',
    arrange: () => ({ env: { ...WITHHELD, AWS_SESSION_TOKEN: '', AWS_PROFILE: '' }, event: EVENTS.push }),
    expect: NONE,
  },
  {
    title: 'a pull request from the same repository',
    arrange: () => ({ env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request' }, event: EVENTS.ownPullRequest }),
    expect: NONE,
  },
  {
    title: 'on-missing: skip is for secrets that GitHub withholds only',
    arrange: () => ({ inputs: { 'on-missing': 'skip' }, env: WITHHELD, event: EVENTS.push }),
    expect: NONE,
  },
  {
    title: 'a pull_request_target run gets the secrets, so that their lack is a fault',
    arrange: () => ({
      inputs: { 'on-missing': 'skip' },
      env: { ...WITHHELD, GITHUB_EVENT_NAME: 'pull_request_target' },
      event: EVENTS.forkPullRequest,
    }),
    expect: NONE,
  },
  {
    title: 'fail-on: never keeps the step green, not the verdict',
    arrange: () => ({ inputs: { 'fail-on': 'never' }, event: EVENTS.push }),
    expect: { ...NONE, status: 0, types: ['warning'] },
  },
  {
    title: 'no summary where none is wanted',
    arrange: () => ({ inputs: { summary: 'never' }, event: EVENTS.push }),
    expect: NONE,
  },
  {
    title: 'the profile of the input has a region and nothing more',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { '.aws/config': '[profile prod]\nregion = eu-west-1\n' });
      return { env: home(folder), inputs: { 'aws-profile': 'prod' }, event: EVENTS.push };
    },
    expect: {
      ...NONE,
      title: 'The profile prod has no credentials',
      message: [/prod in ~\/\.aws\/config has no cred/],
    },
  },
  {
    title: 'a variable that names a file which is not there',
    arrange: (_simulator, folder) => ({
      env: home(folder, { AWS_SHARED_CREDENTIALS_FILE: `${folder}/gone` }),
      event: EVENTS.push,
    }),
    expect: {
      ...NONE,
      message: [/AWS_SHARED_CREDENTIALS_FILE: names ~.gone, which does not exist/, /id-token permission/],
    },
  },
];
