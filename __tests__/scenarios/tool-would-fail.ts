import { environment } from '../../testing/credentials.ts';
import { home, keysSection, writeFiles } from '../../testing/home.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const WARNED = {
  verdict: 'ok',
  diagnoses: ['tool-would-fail'],
  status: 0,
  requests: 1,
} as const satisfies Expected;

/** STS accepts, and one of the four tools would stop before it asks. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'an empty AWS_PROFILE',
    arrange: (simulator) => ({ env: environment(session(simulator), { AWS_PROFILE: '' }) }),
    expect: {
      ...WARNED,
      message: [/empty string/],
      outputs: { tools: '{"aws-cli":"stops","boto3":"stops","javascript":"same","go":"same"}' },
    },
  },
  {
    title: 'an empty AWS_PROFILE, and the job uses boto3',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_PROFILE: '' }),
      inputs: { tools: 'boto3' },
    }),
    expect: { ...WARNED, verdict: 'bad', status: 1 },
  },
  {
    title: 'a heading twice in the credentials file',
    async arrange(simulator, folder) {
      const keys = keysSection('default', session(simulator));
      await writeFiles(folder, { '.aws/credentials': `[other]\n[other]\n${keys}` });
      return { env: home(folder) };
    },
    expect: { ...WARNED, message: [/same heading twice/] },
  },
  {
    title: 'a role without a source, and keys',
    async arrange(simulator, folder) {
      await writeFiles(folder, {
        '.aws/config': '[profile p]\nsource_profile = none\n',
        '.aws/credentials': keysSection('default', session(simulator)),
      });
      return { env: home(folder, { AWS_MAX_ATTEMPTS: '' }) };
    },
    expect: { ...WARNED, message: [/AWS_MAX_ATTEMPTS/] },
  },
  {
    title: 'AWS_SECURITY_TOKEN, which boto3 reads first',
    arrange(simulator) {
      const other = session(simulator, { accessKeyId: 'ASIARZPUZDIKM7Q3XWTN' });
      return { env: environment(session(simulator), { AWS_SECURITY_TOKEN: other.sessionToken }) };
    },
    expect: {
      verdict: 'ok',
      diagnoses: ['tool-would-fail'],
      status: 0,
      requests: 2,
      message: [/AWS_SECURITY_TOKEN/],
    },
  },
  {
    title: 'a session token under its first name, which only the AWS CLI and boto3 read',
    arrange: (simulator) => ({
      env: environment(user(simulator), {
        AWS_SECURITY_TOKEN: session(simulator).sessionToken,
      }),
    }),
    expect: {
      verdict: 'ok',
      diagnoses: ['tool-would-fail', 'long-term-credentials'],
      status: 0,
      requests: [2, 3],
      message: [/AWS_SECURITY_TOKEN/],
    },
  },
];
