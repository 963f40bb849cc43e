import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { TemporaryCredentials } from './builders.ts';
import { credentialsJson } from './container.ts';
import { text, type Outage } from './outage.ts';
import { headerOf, type WireRequest } from './signature.ts';

/** The instance metadata service, version 2 only. */
export interface InstanceMetadata {
  roleName: string;
  /** What it hands out; none: the instance has no role. */
  credentials: (TemporaryCredentials & { readonly expiration?: Date }) | undefined;
  outage: Outage | undefined;
  readonly tokens: Set<string>;
}

const TOKEN_PATH = '/latest/api/token';
const ROLE_PATH = '/latest/meta-data/iam/security-credentials/';

export function createInstanceMetadata(): InstanceMetadata {
  return { roleName: 'runner', credentials: undefined, outage: undefined, tokens: new Set() };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html */
export function answerInstanceMetadata(path: string, request: WireRequest, service: InstanceMetadata): Answer {
  if (path === TOKEN_PATH) {
    const seconds = headerOf(request, 'x-aws-ec2-metadata-token-ttl-seconds');
    if (request.method !== 'PUT' || seconds === undefined) return text(400, 'Bad Request');
    const token = randomUUID();
    service.tokens.add(token);
    return text(200, token, { 'x-aws-ec2-metadata-token-ttl-seconds': seconds });
  }
  if (!service.tokens.has(headerOf(request, 'x-aws-ec2-metadata-token') ?? '')) return text(401, 'Unauthorized');
  if (service.credentials === undefined) return text(404, 'Not Found');
  if (path === ROLE_PATH || `${path}/` === ROLE_PATH) return text(200, service.roleName);
  if (path !== `${ROLE_PATH}${service.roleName}`) return text(404, 'Not Found');
  return text(
    200,
    JSON.stringify({
      Code: 'Success',
      LastUpdated: new Date().toISOString().replace(/\.\d{3}/, ''),
      Type: 'AWS-HMAC',
      ...credentialsJson(service.credentials),
    }),
  );
}
