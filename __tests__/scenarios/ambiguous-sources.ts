import { environment, OTHER_KEY_ID } from './harness/credentials.ts';
import { home, keysSection, writeFiles } from './harness/home.ts';
import { session, user } from './harness/principals.ts';
import type { Expected, Scenario } from './harness/scenario.ts';

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
    expect: { ...AMBIGUOUS, summary: [/Tool/, /AWS CLI and boto3/, /AWS SDK for JavaScript/] },
  },
  {
    title: 'AWS_SECURITY_TOKEN, which boto3 reads first',
    arrange(simulator) {
      const other = session(simulator, { accessKeyId: 'ASIARZPUZDIKM7Q3XWTN' });
      return { env: environment(session(simulator), { AWS_SECURITY_TOKEN: other.sessionToken }) };
    },
    expect: { ...AMBIGUOUS, message: [/AWS_SECURITY_TOKEN/] },
  },
];
