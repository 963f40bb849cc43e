import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer.ts';
import type { Clock } from './clock.ts';
import { answerContainer, createContainerEndpoint, type ContainerEndpoint } from './container.ts';
import { send } from './deliver.ts';
import { answerGithubApi, createGithubApi, type GithubApi } from './github-api.ts';
import {
  answerIssuer,
  answerTokenRequest,
  createIdentityProvider,
  type IdentityProvider,
} from './identity-provider.ts';
import { createIam, type Iam } from './iam.ts';
import { answerInstanceMetadata, createInstanceMetadata, type InstanceMetadata } from './instance-metadata.ts';
import { outageAnswer, type Outage } from './outage.ts';
import type { WireRequest } from './signature.ts';
import { answerS3, createS3, type S3 } from './s3.ts';
import { readRequest } from './wire.ts';

/** The services a job has around STS, each a plain object that tests change as they like. */
export interface Neighbours {
  readonly identityProvider: IdentityProvider;
  readonly container: ContainerEndpoint;
  readonly instance: InstanceMetadata;
  readonly githubApi: GithubApi;
  /** Its requests are answered where the world is known. */
  readonly iam: Iam;
  readonly s3: S3;
  /** Starts the instance metadata service on a port of its own, with the paths of the real one, and gives its URL. */
  startImds(): Promise<string>;
}

export interface RunningNeighbours {
  readonly services: Neighbours;
  answer(request: WireRequest): Answer | 'hang' | undefined;
  stop(): Promise<void>;
}

export function startNeighbours(url: string, clock: Clock): RunningNeighbours {
  let imds: Server | undefined;
  const services: Neighbours = {
    identityProvider: createIdentityProvider(url, clock),
    container: createContainerEndpoint(url),
    instance: createInstanceMetadata(),
    githubApi: createGithubApi(url),
    iam: createIam(url),
    s3: createS3(url),
    async startImds() {
      imds ??= await listen(services.instance);
      return `http://127.0.0.1:${(imds.address() as AddressInfo).port}`;
    },
  };
  return {
    services,
    answer: (request) => route(request, url, services),
    async stop() {
      const running = imds;
      if (running === undefined) return;
      await new Promise((resolve) => {
        running.close(resolve);
        running.closeAllConnections();
      });
    },
  };
}

function route(request: WireRequest, url: string, services: Neighbours): Answer | 'hang' | undefined {
  const { identityProvider, container, instance, githubApi, s3 } = services;
  const path = request.target.split('?')[0] ?? '';
  if (path === '/_github/token')
    return unless(identityProvider.outages.shift() ?? identityProvider.outage, () =>
      answerTokenRequest(request, identityProvider),
    );
  if (path === '/_container') return unless(container.outage, () => answerContainer(request, container));
  const api = after('/_github/api', path);
  if (api !== undefined) return unless(githubApi.outage, () => answerGithubApi(api, request, githubApi));
  const imds = after('/_imds', path);
  if (imds !== undefined) return unless(instance.outage, () => answerInstanceMetadata(imds, request, instance));
  const bucket = after('/_s3', path);
  if (bucket !== undefined) return unless(s3.outage, () => answerS3(request, bucket, s3));
  return answerIssuer(path, url, identityProvider);
}

function unless(outage: Outage | undefined, answer: () => Answer): Answer | 'hang' {
  return outage === undefined ? answer() : outageAnswer(outage);
}

function after(prefix: string, path: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

async function listen(instance: InstanceMetadata): Promise<Server> {
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      if (request === undefined) return;
      const path = request.target.split('?')[0] ?? '';
      const answer = unless(instance.outage, () => answerInstanceMetadata(path, request, instance));
      if (answer !== 'hang') send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
