import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSession } from '../../simulator/builders.ts';
import { ANSWER_FAULTS, startBrokenServer, TLS_FAULTS, type Fault } from '../../simulator/network/broken-server.ts';
import { createAuthority, selfSigned, type KeyAndCertificate } from '../../simulator/network/certificates.ts';
import { startProxy, type ProxyOptions } from '../../simulator/network/proxy.ts';
import { startUnacceptingServer } from '../../simulator/network/unaccepting.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { variablesOf } from './check.ts';
import { note } from './figures.ts';
import { inParallel } from './play.ts';
import { watch, type Run } from './step.ts';

const TIMEOUT = 2_000;
/** What the process may take beyond the deadline: its start, the report and its end. */
const GRACE = 1_500;
/** Kilobytes. */
const MOST_MEMORY = 250 * 1024;
const AT_ONCE = 4;
const AUTH = { user: 'proxyuser', password: 'Pr0xyCanaryPassw0rd' };

const authority = createAuthority();
const stranger = createAuthority('A Stranger’s CA');
let folder: string;
let credentials: ReturnType<typeof addSession>;
let simulator: Simulator;
let secure: Simulator;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  writeFileSync(join(folder, 'ca.pem'), authority.certificate);
  simulator = await startSimulator();
  credentials = addSession(simulator.world);
  secure = await startSimulator({ tls: authority.issue(), world: simulator.world });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await simulator.stop();
  await secure.stop();
});

interface Closable {
  close(): unknown;
}
/** What stands in the way: variables and the endpoint; it keeps what it opened for the end. */
type Obstacle = (open: <T extends Closable>(thing: Promise<T>) => Promise<T>) => Promise<{
  readonly endpoint: string;
  readonly env?: Readonly<Record<string, string>>;
}>;
type Verdict = 'ok' | 'unknown' | 'bad';
type Case = readonly [name: string, verdict: Verdict, obstacle: Obstacle];

const TRUSTED = (): Record<string, string> => ({ AWS_CA_BUNDLE: join(folder, 'ca.pem') });
const login = (url: string, password = AUTH.password): string => url.replace('//', `//${AUTH.user}:${password}@`);

const broken =
  (fault: Fault, tls?: () => KeyAndCertificate): Obstacle =>
  async (open) => {
    const { port } = await open(startBrokenServer(fault, tls?.()));
    return {
      endpoint: `${tls === undefined && !TLS_FAULTS.includes(fault as never) ? 'http' : 'https'}://localhost:${port}`,
      env: TRUSTED(),
    };
  };

/** A server that is broken, behind a proxy of this kind. */
const behind =
  (options: ProxyOptions, fault: Fault, inClear = false): Obstacle =>
  async (open) => {
    const { port } = await open(
      startBrokenServer(fault, inClear || TLS_FAULTS.includes(fault as never) ? undefined : authority.issue()),
    );
    const proxy = await open(startProxy(options));
    const url = options.auth === undefined ? proxy.url : login(proxy.url);
    return {
      endpoint: `${inClear ? 'http' : 'https'}://localhost:${port}`,
      env: { ...TRUSTED(), HTTP_PROXY: url, HTTPS_PROXY: url },
    };
  };

/** The sound server, behind a proxy of this kind. */
const through =
  (options: ProxyOptions, env: () => Record<string, string> = TRUSTED, password?: string): Obstacle =>
  async (open) => {
    const proxy = await open(startProxy(options));
    const url = options.auth === undefined ? proxy.url : login(proxy.url, password);
    return {
      endpoint: secure.url.replace('127.0.0.1', 'localhost'),
      env: { ...env(), HTTP_PROXY: url, HTTPS_PROXY: url },
    };
  };

/** A proxy that is itself broken. */
const brokenProxy =
  (fault: Fault): Obstacle =>
  async (open) => {
    const { port } = await open(startBrokenServer(fault));
    return { endpoint: secure.url, env: { ...TRUSTED(), HTTPS_PROXY: login(`http://127.0.0.1:${port}`) } };
  };

const FEW: readonly Fault[] = [
  'stall-first-byte',
  'reset-body',
  'garbage',
  'drip-body',
  'oversize',
  'endless-body',
  'close-head',
  'endless-head',
];

const CASES: readonly Case[] = [
  ...(['refuse', ...ANSWER_FAULTS] as const).map((fault): Case => [`in clear: ${fault}`, 'unknown', broken(fault)]),
  ...TLS_FAULTS.map((fault): Case => [`below TLS: ${fault}`, 'unknown', broken(fault)]),
  ...ANSWER_FAULTS.map((fault): Case => [`within TLS: ${fault}`, 'unknown', broken(fault, () => authority.issue())]),
  [
    'a port that never accepts',
    'unknown',
    async (open) => ({ endpoint: `https://127.0.0.1:${(await open(startUnacceptingServer())).port}` }),
  ],
  ['a certificate of nobody', 'unknown', broken('stall-first-byte', () => selfSigned())],
  ['a certificate of a stranger', 'unknown', broken('stall-first-byte', () => stranger.issue())],
  [
    'a certificate for another host',
    'unknown',
    broken('stall-first-byte', () => authority.issue({ names: ['example.com'] })),
  ],
  [
    'a certificate that has expired',
    'unknown',
    broken('stall-first-byte', () => authority.issue({ notBefore: new Date(0), notAfter: new Date(1) })),
  ],
  [
    'a certificate of tomorrow',
    'unknown',
    broken('stall-first-byte', () => authority.issue({ notBefore: new Date(Date.now() + 3600_000) })),
  ],
  [
    // The AWS CLI, boto3 and the SDK for Go stop at it, whatever STS would say.
    'a CA bundle that is no file',
    'bad',
    () => Promise.resolve({ endpoint: secure.url, env: { AWS_CA_BUNDLE: '/dev/zero' } }),
  ],
  ['the sound server', 'ok', () => Promise.resolve({ endpoint: secure.url, env: TRUSTED() })],
  [
    'the sound server, its root in NODE_EXTRA_CA_CERTS',
    'ok',
    () => Promise.resolve({ endpoint: secure.url, env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } }),
  ],
  [
    'NODE_TLS_REJECT_UNAUTHORIZED=0',
    'unknown',
    () => Promise.resolve({ endpoint: secure.url, env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }),
  ],
  ...FEW.map((fault): Case => [`through a proxy: ${fault}`, 'unknown', behind({}, fault)]),
  ...(['stall-tls', 'reset-tls', 'garbage-tls'] as const).map((fault): Case => [
    `through a proxy, below TLS: ${fault}`,
    'unknown',
    behind({}, fault),
  ]),
  ...FEW.map((fault): Case => [`through a proxy, in clear: ${fault}`, 'unknown', behind({}, fault, true)]),
  ...FEW.slice(0, 5).map((fault): Case => [
    `through a proxy with a login: ${fault}`,
    'unknown',
    behind({ auth: AUTH }, fault),
  ]),
  ...FEW.map((fault): Case => [
    `through an intercepting proxy: ${fault}`,
    'unknown',
    behind({ intercept: authority }, fault),
  ]),
  ['an intercepting proxy that is not trusted', 'unknown', through({ intercept: stranger })],
  ['an intercepting proxy that is trusted', 'ok', through({ intercept: authority })],
  ['a proxy', 'ok', through({})],
  ['a proxy over TLS', 'ok', through({ tls: authority.issue() })],
  ['a proxy with a login', 'ok', through({ auth: AUTH })],
  ['a proxy with a wrong login', 'unknown', through({ auth: AUTH }, TRUSTED, 'Wr0ngProxyPassw0rd')],
  ...[403, 407, 502, 503].map((refuse): Case => [`a proxy that answers ${refuse}`, 'unknown', through({ refuse })]),
  ...(['stall', 'reset', 'close'] as const).map((tunnel): Case => [
    `a tunnel: ${tunnel}`,
    'unknown',
    through({ tunnel }),
  ]),
  ...(['refuse', 'reset-accept', ...ANSWER_FAULTS] as const).map((fault): Case => [
    `a broken proxy: ${fault}`,
    'unknown',
    brokenProxy(fault),
  ]),
];

interface Measured {
  readonly name: string;
  readonly verdict: string | undefined;
  readonly overrun: number;
  readonly leaks: readonly string[];
  readonly rss: number | undefined;
  readonly stderr: string;
}

async function measure(name: string, run: Run, timeout = TIMEOUT): Promise<Measured> {
  const result = await watch({
    ...run,
    inputs: { timeout: `${timeout / 1000}s`, ...run.inputs },
    canaries: { ...valuesOf(), proxyPassword: AUTH.password, ...run.canaries },
  });
  const overrun = result.milliseconds - timeout;
  note({ name, faults: 1, overrun, ...(result.rss === undefined ? {} : { rss: result.rss }) });
  const { verdict, leaks, rss } = result;
  // Node itself warns of this variable.
  const stderr = result.stderr.replaceAll(/^.*(?:NODE_TLS_REJECT_UNAUTHORIZED|--trace-warnings).*\n/gm, '');
  return { name, verdict, overrun, leaks, rss, stderr };
}

function valuesOf(): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return { accessKeyId, secretAccessKey, sessionToken };
}

async function play([name, , obstacle]: Case): Promise<Measured> {
  const opened: Closable[] = [];
  try {
    const { endpoint, env } = await obstacle(async (thing) => {
      const here = await thing;
      opened.push(here);
      return here;
    });
    return await measure(name, { inputs: { 'sts-endpoint': endpoint }, env: { ...variablesOf(credentials), ...env } });
  } finally {
    await Promise.all(opened.map((thing) => thing.close()));
  }
}

/** What a step must be, whatever stood in its way; the rest of it is shown when it is not. */
const faulty = ({ overrun, leaks, rss, stderr }: Measured, grace = GRACE): boolean =>
  overrun > grace || leaks.length > 0 || (rss ?? 0) > MOST_MEMORY || stderr !== '';

test('there are enough of them', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(40);
});

test('whatever breaks on the way to STS, the verdict is true and in time', async () => {
  const results = await inParallel(CASES, AT_ONCE, play);
  expect(results.filter((result) => faulty(result))).toEqual([]);
  const wrong = CASES.map(([name, verdict], index) => ({ name, verdict, was: results[index]?.verdict }));
  expect(wrong.filter(({ verdict, was }) => verdict !== was)).toEqual([]);
}, 170_000);

describe('what else may hang', () => {
  const OUTAGES = ['hang', 'garbage'] as const;
  const own = async (
    name: string,
    verdict: Verdict,
    make: (own: Simulator) => Promise<Run> | Run,
    grace = GRACE,
  ): Promise<void> => {
    const own = await startSimulator({ world: simulator.world });
    try {
      const run = await make(own);
      const result = await measure(name, { ...run, inputs: { 'sts-endpoint': own.url, ...run.inputs } });
      expect(faulty(result, grace) ? result : { name, verdict: result.verdict }).toEqual({ name, verdict });
    } finally {
      await own.stop();
    }
  };

  const PROGRAMS: Readonly<Record<string, string>> = {
    sleeps: 'sleep 60',
    'ignores signals': "trap '' TERM INT HUP; while :; do sleep 1; done",
    'leaves a grandchild with its output': '(sleep 60) & echo "{}"; exit 0',
    'leaves a grandchild in a group of its own': 'setsid sleep 60 & wait',
    'floods its output': 'yes',
    'floods its errors': 'yes >&2',
    dies: 'kill -9 $$',
    'asks for input': 'read x; sleep 60',
  };
  test.each(Object.entries(PROGRAMS))('a credential_process that %s', async (name, program) => {
    await own(`a program that ${name}`, 'bad', () => ({
      env: { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'prod' },
      home: { '.aws/config': '[profile prod]\ncredential_process = sh ~/program\n', program },
    }));
  });

  test.each(OUTAGES)('a container endpoint: %s', async (kind) => {
    await own(`a container endpoint: ${kind}`, 'bad', ({ container }) => {
      container.outage = { kind };
      return { env: { AWS_REGION: 'eu-west-1', AWS_CONTAINER_CREDENTIALS_FULL_URI: container.url } };
    });
  });

  test.each(OUTAGES)('an instance endpoint: %s', async (kind) => {
    await own(`an instance endpoint: ${kind}`, 'bad', async (own) => {
      own.instance.outage = { kind };
      return {
        env: {
          AWS_REGION: 'eu-west-1',
          AWS_EC2_METADATA_SERVICE_ENDPOINT: await own.startImds(),
          RUNNER_ENVIRONMENT: 'self-hosted',
        },
      };
    });
  });

  test.each(OUTAGES)('GitHub’s OIDC endpoint: %s', async (kind) => {
    await own(`GitHub’s OIDC endpoint: ${kind}`, 'unknown', ({ identityProvider }) => {
      identityProvider.outage = { kind };
      return {
        inputs: { 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' },
        env: {
          AWS_REGION: 'eu-west-1',
          ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
        },
      };
    });
  });

  test.each(OUTAGES)('GitHub’s API: %s', async (kind) => {
    const late = kind === 'hang' ? 5_000 : 0;
    await own(
      `GitHub’s API: ${kind}`,
      'bad',
      ({ githubApi }) => {
        githubApi.outage = { kind };
        return {
          inputs: { 'github-token': 'ghs_Cd8QmYkLr2pVx7Tn4WzBj6HfGs1KaEuPo3Xi' },
          env: {
            ...variablesOf(credentials),
            AWS_SESSION_TOKEN: '',
            GITHUB_API_URL: githubApi.url,
            GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
          },
        };
      },
      GRACE + late,
    );
  });

  test('a pipe in the place of every file', async () => {
    await own('a device in the place of every file', 'ok', () => ({
      env: {
        ...variablesOf(credentials),
        AWS_CONFIG_FILE: '/dev/tty',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/zero',
        GITHUB_EVENT_PATH: '/dev/zero',
      },
    }));
  });
});
