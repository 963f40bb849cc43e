import { fromAnswer, parseObject, readAnswer } from './answer.ts';
import { askEndpoint } from '../http/local-endpoint.ts';
import { type Environment, type Host, variable } from '../model/environment.ts';
import { pastedSecrets } from '../read/unsafe-content.ts';
import { variablePlace } from '../model/place.ts';
import type { EndpointFailure, SourceReason } from '../model/source-problem.ts';
import { displayPath, faultOf, readText } from './files.ts';
import { failed, found, nothing, type SourceOutcome } from './source.ts';

/** Where Amazon ECS serves what AWS_CONTAINER_CREDENTIALS_RELATIVE_URI names. */
const ECS_ENDPOINT = 'http://169.254.170.2';
const SECONDS = 2;
const RELATIVE = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const FULL = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
const TOKEN_FILE = 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE';

/** What names the container endpoint, if anything does; the relative path goes before the full address, as in the SDKs. */
export function containerVariable(env: Environment): string | undefined {
  return [RELATIVE, FULL].find((name) => variable(env, name) !== undefined);
}

/**
 * Credentials of an ECS task, an EKS pod identity or another local agent
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
 */
export async function fromContainer(env: Environment, host: Host, deadline: AbortSignal): Promise<SourceOutcome> {
  const namedBy = containerVariable(env);
  if (namedBy === undefined) return nothing({ kind: 'not-configured' });
  const unavailable = (reason: SourceReason): SourceOutcome =>
    failed({ kind: 'source-unavailable', source: 'container', namedBy: variablePlace(namedBy), reason });
  const url = containerUrl(env);
  if (url === undefined) return unavailable({ kind: 'invalid-url' });
  if (!mayReceiveToken(url)) return unavailable({ kind: 'plain-http', host: url.host });
  const token = await authorizationToken(env, host);
  if ('reason' in token) return unavailable(token.reason);
  const headers = token.value === undefined ? {} : { authorization: token.value };
  const answer = await askEndpoint(url, { headers }, SECONDS, deadline);
  const silent = (failure: EndpointFailure): SourceOutcome =>
    unavailable({ kind: 'endpoint', origin: url.origin, failure });
  if (answer.kind === 'no-answer') return silent(answer.failure);
  if (answer.status !== 200) return silent({ kind: 'status', status: answer.status });
  const body = parseObject(answer.body);
  if (body === undefined) return silent({ kind: 'not-json' });
  const values = readAnswer(body, 'Token');
  if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
    return silent({ kind: 'no-credentials' });
  }
  const origin = { source: 'container', location: `the container endpoint of ${namedBy}` } as const;
  return found(fromAnswer(values, 'Token', 'the container endpoint', origin));
}

function containerUrl(env: Environment): URL | undefined {
  const relative = variable(env, RELATIVE);
  const text = relative === undefined ? variable(env, FULL) : `${ECS_ENDPOINT}${relative}`;
  // A path that does not begin with a slash would become part of the host's name.
  if (relative !== undefined && !relative.startsWith('/')) return undefined;
  if (text === undefined || pastedSecrets(text).length > 0 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** The rule of the SDKs: the authorization token goes in clear to this machine and to two fixed addresses only. */
function mayReceiveToken(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  const fixed = ['localhost', '[::1]', '169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];
  return fixed.includes(url.hostname) || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}

async function authorizationToken(
  env: Environment,
  host: Host,
): Promise<{ value: string | undefined } | { reason: SourceReason }> {
  const named = variable(env, TOKEN_FILE);
  if (named === undefined) return { value: variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN') };
  const read = await readText(named);
  if (read.kind === 'text') return { value: read.text };
  const unusable = { file: displayPath(named, host.homedir), ...faultOf(read) };
  return { reason: { kind: 'file', unusable, namedBy: variablePlace(TOKEN_FILE) } };
}
