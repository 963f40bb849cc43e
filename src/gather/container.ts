import { fromAnswer, parseObject, readAnswer } from './answer.ts';
import { askEndpoint } from '../http/local-endpoint.ts';
import { type Environment, type Host, variable } from '../model/environment.ts';
import { displayPath, readText } from './files.ts';
import { failed, found, nothing, type Outcome } from './source.ts';

/** Where Amazon ECS serves what AWS_CONTAINER_CREDENTIALS_RELATIVE_URI names. */
const ECS_ENDPOINT = 'http://169.254.170.2';
const SECONDS = 2;
const RELATIVE = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const FULL = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';

/** What names the container endpoint, if anything does; the relative path goes before the full address, as in the SDKs. */
export function containerVariable(env: Environment): string | undefined {
  return [RELATIVE, FULL].find((name) => variable(env, name) !== undefined);
}

/**
 * Credentials of an ECS task, an EKS pod identity or another local agent
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
 */
export async function fromContainer(env: Environment, host: Host, deadline: AbortSignal): Promise<Outcome> {
  const namedBy = containerVariable(env);
  if (namedBy === undefined) return nothing('not configured');
  const unavailable = (why: string): Outcome =>
    failed({ kind: 'source-unavailable', source: 'container', namedBy, refusal: undefined, why });
  const url = containerUrl(env);
  if (url === undefined) return unavailable('it holds no valid URL');
  if (!mayReceiveToken(url)) {
    return unavailable(
      `AWS tools take plain HTTP only on loopback and on the ECS and EKS addresses, not on ${url.host}`,
    );
  }
  const token = await authorizationToken(env, host);
  if ('why' in token) return unavailable(token.why);
  const headers = token.value === undefined ? {} : { authorization: token.value };
  const answer = await askEndpoint(url, { headers }, SECONDS, deadline);
  if (answer.kind === 'no-answer') return unavailable(`${url.origin} ${answer.why}`);
  if (answer.status !== 200) return unavailable(`${url.origin} answered with status ${answer.status}`);
  const body = parseObject(answer.body);
  if (body === undefined) return unavailable(`${url.origin} did not answer a JSON object`);
  const values = readAnswer(body, 'Token');
  if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
    return unavailable(`the answer of ${url.origin} has no AccessKeyId or no SecretAccessKey`);
  }
  const origin = { source: 'container', location: `the container endpoint of ${namedBy}` } as const;
  return found(fromAnswer(values, 'Token', 'the container endpoint', origin));
}

function containerUrl(env: Environment): URL | undefined {
  const relative = variable(env, RELATIVE);
  const text = relative === undefined ? variable(env, FULL) : `${ECS_ENDPOINT}${relative}`;
  if (text === undefined || !URL.canParse(text)) return undefined;
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
): Promise<{ value: string | undefined } | { why: string }> {
  const file = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  if (file === undefined) return { value: variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN') };
  const read = await readText(file);
  const shown = `${displayPath(file, host.homedir)}, named by AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE,`;
  if (read.kind === 'absent') return { why: `the file ${shown} does not exist` };
  if (read.kind === 'unreadable') return { why: `the file ${shown} ${read.why}` };
  return { value: read.text };
}
