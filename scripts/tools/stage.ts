import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Situation } from '../../__tests__/tools/situations.ts';
import {
  addExpiredSession,
  addSession,
  addUser,
  type LongTermCredentials,
  type TemporaryCredentials,
} from '../../simulator/builders.ts';
import { GITHUB_ISSUER } from '../../simulator/github-claims.ts';
import { addOidcProvider, addRole } from '../../simulator/role-builders.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { createWorld, type World } from '../../simulator/world.ts';

type Principal = LongTermCredentials & { readonly sessionToken?: string };

/** The keys that situations speak of, and the roles. */
export interface Cast {
  readonly world: World;
  readonly principals: Readonly<Record<string, Principal>>;
}

const PROVIDER = `arn:aws:iam::123456789012:oidc-provider/${new URL(GITHUB_ISSUER).host}`;

export function makeCast(): Cast {
  const world = createWorld();
  const principals = {
    A: addUser(world, { name: 'a' }),
    B: addUser(world, { name: 'b' }),
    C: addUser(world, { name: 'c' }),
    S: addSession(world, { name: 's' }),
    T: addSession(world, { name: 't' }),
    X: addExpiredSession(world, { name: 'x' }),
  };
  const own = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::123456789012:root' },
    Action: 'sts:AssumeRole',
  } as const;
  const web = {
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${new URL(GITHUB_ISSUER).host}:aud`]: 'sts.amazonaws.com' } },
  } as const;
  addOidcProvider(world, { issuer: GITHUB_ISSUER });
  for (const name of ['Deploy', 'Middle'])
    addRole(world, { name, trustPolicy: { Version: '2012-10-17', Statement: [own] } });
  addRole(world, { name: 'Web', trustPolicy: { Version: '2012-10-17', Statement: [web] } });
  return { world, principals };
}

/** One tool's own home directory and its own simulator, on the same world as the others'. */
export interface Slot {
  readonly home: string;
  readonly simulator: Simulator;
  readonly imds: string;
  readonly portal: string;
  stop(): Promise<void>;
}

export async function makeSlot(folder: string, cast: Cast): Promise<Slot> {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const simulator = await startSimulator({ world: cast.world });
  const spare = cast.principals['T'] as TemporaryCredentials;
  simulator.container.credentials = spare;
  simulator.instance.credentials = spare;
  const imds = await simulator.startImds();
  const portal = createServer((_, response) => {
    const roleCredentials = { ...spare, expiration: Date.now() + 3600_000 };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ roleCredentials }));
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  return {
    home,
    simulator,
    imds,
    portal: `http://127.0.0.1:${(portal.address() as AddressInfo).port}`,
    async stop() {
      await simulator.stop();
      portal.close();
      portal.closeAllConnections();
    },
  };
}

/** Writes a situation's files, and gives the environment that its tools run in. */
export function arrange(situation: Situation, slot: Slot, cast: Cast): Record<string, string> {
  const fill = (text: string): string => fillIn(text, slot, cast);
  rmSync(slot.home, { recursive: true, force: true });
  mkdirSync(slot.home, { recursive: true });
  for (const [name, content] of Object.entries(situation.files ?? {})) {
    const path = join(slot.home, fill(name));
    mkdirSync(content === null ? path : dirname(path), { recursive: true });
    if (content === null) continue;
    writeFileSync(path, typeof content === 'string' ? fill(content) : fillBytes(content, fill));
    if (path.endsWith('.sh')) chmodSync(path, 0o755);
  }
  const all = { ...base(situation, slot), ...situation.env };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, fill(value)]])),
  );
}

function base({ machine }: Situation, slot: Slot): Record<string, string> {
  const instance =
    machine === 'instance' ? { AWS_EC2_METADATA_SERVICE_ENDPOINT: slot.imds } : { AWS_EC2_METADATA_DISABLED: 'true' };
  const container: Record<string, string> =
    machine === 'container' ? { AWS_CONTAINER_CREDENTIALS_FULL_URI: slot.simulator.container.url } : {};
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: slot.home,
    LANG: 'C.UTF-8',
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_STS: slot.simulator.url,
    AWS_ENDPOINT_URL_SSO: slot.portal,
    // Nothing leaves this machine, whatever a situation makes of the settings above.
    HTTPS_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1,localhost',
    ...instance,
    ...container,
  };
}

function fillIn(text: string, slot: Slot, cast: Cast): string {
  return text
    .replace(/\{([A-Z])\.(id|secret|token)\}/g, (_, name: string, what: string) => {
      const principal = cast.principals[name];
      const values = { id: principal?.accessKeyId, secret: principal?.secretAccessKey, token: principal?.sessionToken };
      return values[what as keyof typeof values] ?? '';
    })
    .replace(/\{SHA:([^}]*)\}/g, (_, of: string) => createHash('sha1').update(of).digest('hex'))
    .replaceAll('{HOME}', slot.home)
    .replaceAll('{LATER}', new Date(Date.now() + 3600_000).toISOString().replace(/\.\d{3}/, ''))
    .replaceAll('{JWT}', () => slot.simulator.identityProvider.mint());
}

/** Placeholders are of one byte a character, or of two in UTF-16. */
function fillBytes(bytes: Buffer, fill: (text: string) => string): Buffer {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encoding = isWide ? 'utf16le' : 'latin1';
  return Buffer.from(fill(bytes.toString(encoding)), encoding);
}
