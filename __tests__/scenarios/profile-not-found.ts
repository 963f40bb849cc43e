import { environment } from '../../testing/credentials.ts';
import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const NOT_FOUND = {
  verdict: 'bad',
  diagnoses: ['profile-not-found'],
  status: 1,
  requests: 0,
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a typing error in AWS_PROFILE',
    async arrange(simulator, folder) {
      await writeFiles(folder, { '.aws/credentials': keysSection('production', session(simulator)) });
      return { env: home(folder, { AWS_PROFILE: 'prodution' }) };
    },
    expect: { ...NOT_FOUND, title: 'The profile prodution is in neither AWS file', message: [/`production`/] },
  },
  {
    title: 'no files at all, and the input names a profile',
    arrange: (_simulator, folder) => ({ env: home(folder), inputs: { 'aws-profile': 'prod' } }),
    expect: { ...NOT_FOUND, title: 'The profile prod is in neither AWS file', message: [/input `aws-profile`/] },
  },
  {
    title: 'a heading that the config file does not read',
    async arrange(_simulator, folder) {
      await writeFiles(folder, { '.aws/config': '# deploys\n\n[prod]\nregion = eu-west-1\n' });
      return { env: home(folder, { AWS_PROFILE: 'prod' }) };
    },
    expect: { ...NOT_FOUND, message: [/line 3/] },
  },
  {
    title: 'keys are in the environment, but AWS_PROFILE stops most tools',
    arrange: (simulator, folder) => ({ env: environment(session(simulator), home(folder, { AWS_PROFILE: 'gone' })) }),
    expect: {
      ...NOT_FOUND,
      title: 'The profile gone is in neither AWS file',
    },
  },
];
