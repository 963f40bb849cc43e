import { startBrokenServer, type Fault } from '../../simulator/network/broken-server.ts';
import { startProxy } from '../../simulator/network/proxy.ts';
import { environment } from '../../testing/credentials.ts';
import { session } from '../../testing/principals.ts';
import type { Expected, Scenario } from '../../testing/scenario.ts';

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

/** On a runner with these network settings, to an endpoint that has no address. */
function way(title: string, env: Record<string, string>, what: string, ...message: readonly RegExp[]): Scenario {
  return {
    title,
    arrange: (simulator) => ({
      env: environment(session(simulator), env),
      inputs: { 'sts-endpoint': 'https://sts.eu-west-1.invalid', timeout: '2s' },
      secrets: ['a-password-of-the-proxy'],
    }),
    expect: { ...UNREACHABLE, title: `STS could not be reached: ${what}`, message },
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
    expect: { ...UNREACHABLE, status: 0, types: ['warning'] },
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
    expect: {
      ...UNREACHABLE,
      title: 'STS could not be reached: the connection to the proxy failed',
      message: [/HTTPS_PROXY/],
    },
  },
  way(
    'the proxy setting is no HTTP proxy',
    { HTTPS_PROXY: 'socks5://ci:a-password-of-the-proxy@proxy.invalid:1080' },
    'the proxy setting names no HTTP proxy',
    /In `HTTPS_PROXY`, put a URL such as/,
  ),
  way(
    'the proxy’s name is not found',
    { HTTPS_PROXY: 'http://proxy.invalid:3128' },
    'the proxy’s name was not found',
    /In `HTTPS_PROXY`, check the proxy’s scheme, name and port/,
  ),
  way(
    'NO_PROXY keeps the proxy out',
    { HTTPS_PROXY: 'http://proxy.invalid:3128', NO_PROXY: '.invalid' },
    'its name was not found',
    /`NO_PROXY` exempts the host from `HTTPS_PROXY`/,
    /In `NO_PROXY`, take the host out/,
  ),
  way(
    'an empty variable switches the proxy off',
    { HTTPS_PROXY: 'http://proxy.invalid:3128', https_proxy: '' },
    'its name was not found',
    /`https_proxy` is set and empty, which switches `HTTPS_PROXY` off/,
    /remove the empty `https_proxy`/,
  ),
  {
    title: 'AWS_CA_BUNDLE names no file, at which three of the four tools stop',
    arrange: (simulator) => ({
      env: environment(session(simulator), { AWS_CA_BUNDLE: '/nowhere/roots.pem' }),
      inputs: { 'sts-endpoint': 'https://sts.eu-west-1.invalid', timeout: '2s' },
    }),
    expect: {
      ...UNREACHABLE,
      verdict: 'bad',
      diagnoses: ['tool-would-fail', 'sts-unreachable'],
      outputs: { diagnosis: 'tool-would-fail', 'clock-skew-seconds': '' },
      message: [/take `AWS_CA_BUNDLE` out, or name a file that exists/],
    },
  },
  {
    title: 'the proxy takes the connection and says nothing',
    async arrange(simulator) {
      const proxy = await startBrokenServer('stall-first-byte');
      return {
        env: environment(session(simulator), { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }),
        inputs: { 'sts-endpoint': 'https://sts.eu-west-1.invalid', timeout: '2s' },
        stop: () => proxy.close(),
      };
    },
    expect: {
      ...UNREACHABLE,
      title: 'STS could not be reached: no answer in time',
      message: [/In `HTTPS_PROXY`, check the address `127\.0\.0\.1:/],
      absent: /set `HTTPS_PROXY`/,
    },
  },
  {
    title: 'the port speaks no TLS',
    arrange: (simulator) => ({
      env: environment(session(simulator)),
      inputs: { 'sts-endpoint': simulator.url.replace('http:', 'https:'), timeout: '2s' },
    }),
    expect: {
      ...UNREACHABLE,
      title: 'STS could not be reached: no trusted TLS connection',
      message: [/What to change:\n- In the workflow, check the scheme and the port/],
    },
  },
];
