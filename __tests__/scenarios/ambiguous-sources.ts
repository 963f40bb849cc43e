import { environment, OTHER_KEY_ID } from '../../testing/credentials.ts';
import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { session, user } from '../../testing/principals.ts';
import { chainedRole } from '../../testing/roles.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const AMBIGUOUS = {
  verdict: 'ok',
  diagnoses: ['ambiguous-sources'],
  status: 0,
  requests: 1,
  title: 'AWS tools in this job would use different credentials',
  outputs: { 'credential-source': 'environment' },
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'key variables and AWS_PROFILE',
    async arrange(simulator, folder) {
      const other = user(simulator, { accessKeyId: OTHER_KEY_ID });
      await writeFiles(folder, { '.aws/credentials': keysSection('prod', other) });
      return { env: environment(session(simulator), home(folder, { AWS_PROFILE: 'prod' })) };
    },
    expect: { ...AMBIGUOUS, summary: [/Tool/, /AWS CLI/, /SDK for JavaScript/] },
  },
  {
    title: 'AWS_DEFAULT_PROFILE, which the SDK for JavaScript does not read',
    async arrange(simulator, folder) {
      const other = keysSection('default', user(simulator, { accessKeyId: OTHER_KEY_ID }));
      await writeFiles(folder, { '.aws/credentials': other + keysSection('prod', session(simulator)) });
      return { env: home(folder, { AWS_DEFAULT_PROFILE: 'prod' }) };
    },
    expect: { ...AMBIGUOUS, outputs: { 'credential-source': 'profile' }, summary: [/JavaScript.*profile .*default/] },
  },
  {
    title: 'AWS_PROFILE and AWS_DEFAULT_PROFILE, of which boto3 takes the other first',
    async arrange(simulator, folder) {
      const other = keysSection('test', user(simulator, { accessKeyId: OTHER_KEY_ID }));
      await writeFiles(folder, { '.aws/credentials': other + keysSection('prod', session(simulator)) });
      return { env: home(folder, { AWS_PROFILE: 'prod', AWS_DEFAULT_PROFILE: 'test' }) };
    },
    expect: { ...AMBIGUOUS, outputs: { 'credential-source': 'profile' }, summary: [/boto3.*profile .*test/] },
  },
  {
    title: 'the runner’s own credentials behind a missing permission',
    async arrange(simulator) {
      simulator.instance.credentials = session(simulator);
      const { inputs } = chainedRole(simulator);
      return {
        inputs,
        env: { RUNNER_ENVIRONMENT: 'self-hosted', AWS_EC2_METADATA_SERVICE_ENDPOINT: await simulator.startImds() },
      };
    },
    expect: {
      ...AMBIGUOUS,
      requests: 3,
      title: 'Without id-token: write, the runner’s own credentials take the role’s place',
      outputs: { 'credential-source': 'instance' },
      summary: [/permissions:\n {2}id-token: write/],
    },
  },
];
