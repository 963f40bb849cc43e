import type { Answer } from './answer.ts';
import type { TemporaryCredentials } from './builders.ts';
import { json, type Outage } from './outage.ts';
import { headerOf, type WireRequest } from './signature.ts';

/** The endpoint that ECS and EKS give a container (`AWS_CONTAINER_CREDENTIALS_FULL_URI`). */
export interface ContainerEndpoint {
  readonly url: string;
  /** What it hands out; none: 404. */
  credentials: (TemporaryCredentials & { readonly expiration?: Date }) | undefined;
  /** Where set, the Authorization header it demands. */
  authorizationToken: string | undefined;
  outage: Outage | undefined;
}

export function createContainerEndpoint(url: string): ContainerEndpoint {
  return { url: `${url}/_container`, credentials: undefined, authorizationToken: undefined, outage: undefined };
}

export function answerContainer(request: WireRequest, endpoint: ContainerEndpoint): Answer {
  const wanted = endpoint.authorizationToken;
  if (wanted !== undefined && headerOf(request, 'authorization') !== wanted) {
    return json(401, { code: 'Unauthorized', message: 'Unauthorized' });
  }
  if (endpoint.credentials === undefined) {
    return json(404, { code: 'NotFound', message: 'Credentials not found' });
  }
  return json(200, credentialsJson(endpoint.credentials));
}

/** The members that the container and the instance endpoint share. */
export function credentialsJson(
  credentials: TemporaryCredentials & { readonly expiration?: Date },
): Record<string, string> {
  return {
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    Token: credentials.sessionToken,
    Expiration: (credentials.expiration ?? new Date(Date.now() + 3600_000)).toISOString().replace(/\.\d{3}/, ''),
  };
}
