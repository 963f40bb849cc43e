import { environment } from '../../testing/credentials.ts';
import { session, user } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

const ELSEWHERE = {
  verdict: 'ok',
  diagnoses: ['custom-endpoint'],
  status: 0,
  requests: 1,
  title: 'STS calls go to a host that is not AWS’s',
} as const satisfies Expected;

export const scenarios: readonly Scenario[] = [
  {
    title: 'AWS_ENDPOINT_URL',
    arrange: (simulator) => ({
      inputs: { 'sts-endpoint': '' },
      env: environment(session(simulator), { AWS_ENDPOINT_URL: simulator.url }),
    }),
    expect: ELSEWHERE,
  },
  {
    title: 'AWS_ENDPOINT_URL_STS goes first',
    arrange: (simulator) => ({
      inputs: { 'sts-endpoint': '' },
      env: environment(session(simulator), {
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        AWS_ENDPOINT_URL_STS: simulator.url,
      }),
    }),
    expect: { ...ELSEWHERE, message: [/AWS_ENDPOINT_URL_STS/] },
  },
  {
    title: 'AWS_ENDPOINT_URL_STS with a login and a query, which are not sent',
    arrange: (simulator) => ({
      inputs: { 'sts-endpoint': '' },
      env: environment(session(simulator), {
        AWS_ENDPOINT_URL_STS: `${simulator.url.replace('//', '//someone:hunter2hunter2@')}/?key=hunter2hunter2`,
      }),
      secrets: ['hunter2hunter2'],
    }),
    expect: ELSEWHERE,
  },
  {
    title: 'an emulator that takes any key',
    arrange: (simulator) => ({
      inputs: { 'sts-endpoint': '' },
      env: environment(user(simulator, { account: '000000000000', accessKeyId: 'test', secretAccessKey: 'test' }), {
        AWS_ENDPOINT_URL: simulator.url,
      }),
    }),
    expect: { ...ELSEWHERE, outputs: { 'aws-account-id': '000000000000' } },
  },
  {
    title: 'and nobody answers there',
    arrange: (simulator) => ({
      inputs: { 'sts-endpoint': '', timeout: '2s' },
      env: environment(session(simulator), { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }),
    }),
    expect: {
      ...ELSEWHERE,
      verdict: 'unknown',
      diagnoses: ['sts-unreachable', 'custom-endpoint'],
      status: 1,
      requests: [0, 0],
      title: 'STS could not be reached: the connection failed',
    },
  },
];
