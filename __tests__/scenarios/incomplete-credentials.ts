import { environment, inputs, KEY_ID } from '../../testing/credentials.ts';
import { EVENTS } from '../../testing/events.ts';
import { home, writeFiles } from '../../testing/home.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const LACKING = {
  verdict: 'bad',
  diagnoses: ['incomplete-credentials'],
  status: 1,
  requests: 0,
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a key ID without its secret',
    arrange: () => ({ env: { AWS_ACCESS_KEY_ID: KEY_ID, AWS_SECRET_ACCESS_KEY: '' } }),
    expect: { ...LACKING, title: 'The secret access key is missing', outputs: { 'credential-source': 'environment' } },
  },
  {
    title: 'a secret without its key ID',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_ACCESS_KEY_ID: '' }) }),
    expect: { ...LACKING, title: 'The access key ID is missing' },
  },
  {
    title: 'a token alone',
    arrange: (simulator) => ({ env: { AWS_SESSION_TOKEN: session(simulator).sessionToken } }),
    expect: { ...LACKING, title: 'The access key ID and secret access key are missing' },
  },
  {
    title: 'a secret of nothing but a line break',
    arrange: (simulator) => ({ env: environment(user(simulator), { AWS_SECRET_ACCESS_KEY: '\n' }) }),
    expect: { ...LACKING, title: 'The secret access key is missing' },
  },
  {
    title: 'one input of two',
    arrange: (simulator) => ({
      inputs: inputs(user(simulator), { 'aws-secret-access-key': '' }),
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: EVENTS.forkPullRequest,
    }),
    expect: { ...LACKING, title: 'The secret access key is missing', outputs: { 'credential-source': 'inputs' } },
  },
  {
    title: 'the secret in the key ID’s place, and nothing in its own',
    arrange: (simulator) => ({
      env: { AWS_ACCESS_KEY_ID: user(simulator).secretAccessKey, AWS_SECRET_ACCESS_KEY: '' },
    }),
    expect: {
      ...LACKING,
      title: 'A secret access key stands in the place of the access key ID',
      message: [/rotate nothing, unless/],
    },
  },
  {
    title: 'a profile with a key ID alone',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { '.aws/credentials': `[prod]\naws_access_key_id = ${KEY_ID}\n` });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...LACKING, message: [/aws_secret_access_key of \[prod\] in ~\/\.aws\/credentials/] },
  },
];
