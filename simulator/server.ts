import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { throttled, type Answer } from './answer.ts';
import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour.ts';
import { nowOf, type Clock } from './clock.ts';
import { deliver, send } from './deliver.ts';
import { applyFaults, replacesAnswer, type Fault, type Faults } from './faults.ts';
import { assumeRole } from './assume-role.ts';
import { answerIam } from './iam.ts';
import { assumeRoleWithWebIdentity } from './web-identity.ts';
import { startNeighbours, type Neighbours, type RunningNeighbours } from './neighbours.ts';
import { readAuthorization } from './authorization.ts';
import { overLimit } from './rate-limit.ts';
import type { SigningKey } from './jwt.ts';
import type { WireRequest } from './signature.ts';
import { answerSts, getCallerIdentity, parametersOf, type Actions } from './sts-actions.ts';
import { readRequest } from './wire.ts';
import { createWorld, type World } from './world.ts';

export interface SimulatorOptions {
  /** Port on 127.0.0.1; 0 or none: any free one. */
  readonly port?: number;
  /** PEM texts; with them the server speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly world?: World;
  /** Seconds that AWS's clock is ahead of the machine's. */
  readonly clockOffset?: number;
  readonly behaviour?: Partial<Behaviour>;
  readonly faults?: Partial<Faults>;
}

/** One request to STS and how it ended. Requests to the other services under `/_…` are not among them. */
export interface RecordedRequest {
  readonly action: string;
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly accessKeyId: string | undefined;
  /** Region of the credential scope. */
  readonly region: string | undefined;
  /** Status and AWS's error code of the answer, also where a fault of transport kept it from arriving. */
  readonly status: number;
  readonly code: string | undefined;
}

export interface Simulator extends Neighbours {
  /** Without a slash at the end. */
  readonly url: string;
  readonly world: World;
  readonly requests: RecordedRequest[];
  readonly faults: Faults;
  readonly behaviour: Behaviour;
  /** Seconds that AWS's clock is ahead of the machine's, from now on. */
  setClockOffset(seconds: number): void;
  /** Forgets requests, faults and wrong signatures; the world and the clock stay. */
  reset(): void;
  /** Closes every connection, hanging ones too. */
  stop(): Promise<void>;
}

const ACTIONS: Actions = {
  signed: { GetCallerIdentity: getCallerIdentity, AssumeRole: assumeRole },
  unsigned: { AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity },
};

/** Starts an STS, and the services that a job has around it, on the loopback interface. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const sts = createSts(options);
  const server = options.tls === undefined ? createServer() : createTlsServer(options.tls);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const neighbours = startNeighbours(url, sts.clock);
  server.on('request', (incoming, response) => {
    response.on('error', () => undefined);
    void readRequest(incoming).then(async (request) => {
      if (request === undefined) return;
      if (isForIam(request)) await answerAsIam(request, response, sts, neighbours);
      else if (request.target.startsWith('/_')) answerNeighbour(request, response, neighbours);
      else await answerAsSts(request, response, sts, neighbours.services.identityProvider.key);
    });
  });
  return simulatorOf(url, server, sts, neighbours);
}

interface Sts {
  readonly world: World;
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
  readonly wrongSignatures: Map<string, number>;
  /** When requests came, in milliseconds, as far as the rate limit needs them. */
  readonly times: number[];
}

function createSts(options: SimulatorOptions): Sts {
  return {
    world: options.world ?? createWorld(),
    clock: { offsetSeconds: options.clockOffset ?? 0 },
    behaviour: { ...DEFAULT_BEHAVIOUR, ...options.behaviour },
    faults: { queue: [...(options.faults?.queue ?? [])], standing: [...(options.faults?.standing ?? [])] },
    requests: [],
    wrongSignatures: new Map(),
    times: [],
  };
}

function simulatorOf(url: string, server: Server, sts: Sts, neighbours: RunningNeighbours): Simulator {
  const { world, requests, faults, behaviour, clock, wrongSignatures } = sts;
  return {
    url,
    world,
    requests,
    faults,
    behaviour,
    ...neighbours.services,
    setClockOffset(seconds) {
      clock.offsetSeconds = seconds;
    },
    reset() {
      for (const list of [requests, faults.queue, faults.standing, sts.times]) list.length = 0;
      wrongSignatures.clear();
    },
    async stop() {
      await neighbours.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function answerNeighbour(request: WireRequest, response: ServerResponse, neighbours: RunningNeighbours): void {
  const answer = neighbours.answer(request);
  if (answer !== 'hang') send(response, answer ?? { status: 404, headers: {}, body: '' });
}

async function answerAsSts(
  request: WireRequest,
  response: ServerResponse,
  sts: Sts,
  providerKey: SigningKey,
): Promise<void> {
  const now = nowOf(sts.clock);
  const honest = (pending: readonly Fault[]) => {
    // STS never sees what is answered on its way, so that must leave no trace there.
    if (overLimit(sts.times, sts.behaviour.requestsPerSecond) || pending.some(replacesAnswer)) return throttled(now);
    return answerSts(request, { ...sts, now, providerKey }, ACTIONS);
  };
  const delivery = applyFaults(sts.faults, honest, now);
  sts.requests.push(recordOf(request, delivery.answer, sts.behaviour));
  await deliver(response, delivery);
}

/** By its path, or at the common one by the version of its API. */
function isForIam(request: WireRequest): boolean {
  const [path = ''] = request.target.split('?');
  return /^\/_iam(?:\/|$)/.test(path) || (path === '/' && parametersOf(request).get('Version') === '2010-05-08');
}

async function answerAsIam(
  request: WireRequest,
  response: ServerResponse,
  sts: Sts,
  { services: { iam, identityProvider } }: RunningNeighbours,
): Promise<void> {
  const now = nowOf(sts.clock);
  await deliver(response, answerIam(request, iam, { ...sts, now, providerKey: identityProvider.key }));
}

function recordOf(request: WireRequest, answer: Answer, behaviour: Behaviour): RecordedRequest {
  const authorization = readAuthorization(request, behaviour);
  const readable = 'refused' in authorization ? undefined : authorization;
  return {
    action: parametersOf(request).get('Action') ?? '',
    method: request.method,
    path: request.target,
    headers: Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: request.body.toString(),
    accessKeyId: readable?.accessKeyId,
    region: readable?.scope.region,
    status: answer.status,
    code: answer.code,
  };
}
