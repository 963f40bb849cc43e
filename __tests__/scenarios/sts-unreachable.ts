import { startBrokenServer, type Fault } from '../../simulator/network/broken-server.ts';
import { startProxy } from '../../simulator/network/proxy.ts';
import { environment } from './harness/credentials.ts';
import { session } from './harness/principals.ts';
import type { Expected, Scenario } from './harness/scenario.ts';

const UNREACHABLE = {
  verdict: 'unknown',
  diagnoses: ['sts-unreachable'],
  status: 1,
  requests: [0, 0],
  outputs: { diagnosis: 'sts-unreachable', 'clock-skew-seconds': '' },
} as const satisfies Expected;

function broken(title: string, fault: Fault, expected: string | RegExp): Scenario {
  return {
    title,
    async arrange(simulator) {
      const server = await startBrokenServer(fault);
      return {
        env: environment(session(simulator)),
        inputs: { 'sts-endpoint': `http://127.0.0.1:${server.port}`, timeout: '2s' },
        stop: () => server.close(),
      };
    },
    expect: { ...UNREACHABLE, title: expected },
  };
}

export const scenarios: readonly Scenario[] = [
  {
    title: 'the proxy wants a password',
    async arrange(simulator) {
      const proxy = await startProxy({ auth: { user: 'ci', password: 'a-password-for-the-proxy' } });
      return {
        env: environment(session(simulator), { HTTPS_PROXY: proxy.url.replace('//', '//ci:wrong-password-of-proxy@') }),
        inputs: { 'sts-endpoint': 'https://sts.eu-west-1.amazonaws.com', timeout: '2s' },
        secrets: ['wrong-password-of-proxy'],
        stop: () => proxy.close(),
      };
    },
    expect: { ...UNREACHABLE, title: 'STS could not be reached: the proxy refused', message: [/407/, /HTTPS_PROXY/] },
  },
  broken('the connection is refused', 'refuse', 'STS could not be reached: the connection failed'),
  broken('no answer comes', 'stall-first-byte', 'STS could not be reached: no answer in time'),
  broken('the answer stops in the middle', 'stall-body', 'STS could not be reached: no answer in time'),
  broken('the connection is reset', 'reset-first-byte', 'STS could not be reached: the connection broke off'),
  broken(
    'the connection ends in the middle of the answer',
    'close-body',
    'STS could not be reached: the connection broke off',
  ),
  {
    title: 'STS hangs',
    installedNode: true,
    arrange(simulator) {
      simulator.faults.standing.push({ kind: 'hang' });
      return { env: environment(session(simulator)), inputs: { timeout: '2s' } };
    },
    expect: { ...UNREACHABLE, requests: [1, 3], title: 'STS could not be reached: no answer in time' },
  },
  {
    title: 'on-unknown: warn lets the deployment go on',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'sts-endpoint': 'http://127.0.0.1:9', timeout: '2s', 'on-unknown': 'warn' },
    }),
    expect: { ...UNREACHABLE, status: 0, types: ['warning'] },
  },
  {
    title: 'fail-on: never',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'sts-endpoint': 'http://127.0.0.1:9', timeout: '2s', 'fail-on': 'never' },
    }),
    expect: { ...UNREACHABLE, status: 0 },
  },
  {
    title: 'the host has no address',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'sts-endpoint': 'https://sts.eu-west-1.invalid', timeout: '2s' },
    }),
    expect: { ...UNREACHABLE, title: 'STS could not be reached: its name was not found' },
  },
  {
    title: 'the proxy does not answer',
    arrange: (simulator) => ({
      env: environment(session(simulator), { HTTPS_PROXY: 'http://127.0.0.1:9' }),
      inputs: { 'sts-endpoint': 'https://sts.eu-west-1.amazonaws.com', timeout: '2s' },
    }),
    expect: { ...UNREACHABLE, title: /^STS could not be reached/, message: [/HTTPS_PROXY/] },
  },
];
