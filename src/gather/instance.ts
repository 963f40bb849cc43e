import { fromAnswer, parseObject, readAnswer, textOf } from './answer.ts';
import { askEndpoint, type EndpointAnswer } from '../http/local-endpoint.ts';
import { type Environment, isOn, variable } from '../model/environment.ts';
import { failed, found, nothing, type Outcome } from './source.ts';
import type { SourceRemedy } from '../model/source-problem.ts';

/** Names another address of the metadata service. */
export const INSTANCE_ENDPOINT = 'AWS_EC2_METADATA_SERVICE_ENDPOINT';
const ENDPOINT_IPV4 = 'http://169.254.169.254';
const ENDPOINT_IPV6 = 'http://[fd00:ec2::254]';
const ROLES = '/latest/meta-data/iam/security-credentials/';
/** AWS tools wait one second too: outside EC2 the address often swallows packets. */
const SECONDS = 1;

/**
 * The instance profile's credentials, by instance metadata version 2 alone
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html). An endpoint that
 * does not answer is a fault only when the environment names it: most machines are no EC2 instances.
 */
export async function fromInstance(env: Environment, deadline: AbortSignal): Promise<Outcome> {
  if (isOn(env, 'AWS_EC2_METADATA_DISABLED')) return nothing('switched off by AWS_EC2_METADATA_DISABLED');
  const named = variable(env, INSTANCE_ENDPOINT);
  const fault = { kind: 'source-unavailable', source: 'instance', namedBy: INSTANCE_ENDPOINT } as const;
  const miss = (why: string, remedy?: SourceRemedy): Outcome =>
    named === undefined ? nothing(why) : failed({ ...fault, refusal: undefined, why, ...(remedy && { remedy }) });
  const base = endpoint(env);
  if (base === undefined) return miss('it holds no valid URL');

  const token = await ask(base, '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '60' }, 'PUT', deadline);
  if (typeof token !== 'string') return miss(`${base.origin} ${token.why}`);
  const headers = { 'x-aws-ec2-metadata-token': token };
  const role = await ask(base, ROLES, headers, 'GET', deadline);
  if (typeof role !== 'string') {
    return miss(role.status === 404 ? 'the instance has no instance profile' : `${base.origin} ${role.why}`);
  }
  const name = role.split('\n', 1)[0]?.trim() ?? '';
  const answer = await ask(base, ROLES + encodeURIComponent(name), headers, 'GET', deadline);
  if (typeof answer !== 'string') return miss(`${base.origin} ${answer.why}`);
  const body = parseObject(answer) ?? {};
  const values = readAnswer(body, 'Token');
  if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
    const code = codeOf(body);
    if (code === undefined) return miss(`${base.origin} answered without credentials`);
    const remedy = code === 'AssumeRoleUnauthorizedAccess' ? 'instance-role-trust' : undefined;
    return miss(`${base.origin} answered with the code ${code} in place of credentials`, remedy);
  }
  const origin = { source: 'instance', location: 'the instance profile of this EC2 instance' } as const;
  return found(fromAnswer(values, 'Token', 'the instance metadata', origin));
}

/** What went wrong when EC2 asked for the role's credentials: AssumeRoleUnauthorizedAccess, InvalidInstanceProfile. */
function codeOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const code = textOf(body['Code'])
    ?.replace(/[^A-Za-z]/g, '')
    .slice(0, 64);
  return code === undefined || code === '' || code === 'Success' ? undefined : code;
}

function endpoint(env: Environment): URL | undefined {
  const isIpv6 = variable(env, 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE')?.toLowerCase() === 'ipv6';
  const text = variable(env, INSTANCE_ENDPOINT) ?? (isIpv6 ? ENDPOINT_IPV6 : ENDPOINT_IPV4);
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

async function ask(
  base: URL,
  path: string,
  headers: Readonly<Record<string, string>>,
  method: 'GET' | 'PUT',
  deadline: AbortSignal,
): Promise<string | { readonly why: string; readonly status: number | undefined }> {
  const answer: EndpointAnswer = await askEndpoint(new URL(path, base), { method, headers }, SECONDS, deadline);
  if (answer.kind === 'no-answer') return { why: answer.why, status: undefined };
  if (answer.status !== 200 || answer.body.trim() === '') {
    return { why: `answered with status ${answer.status}`, status: answer.status };
  }
  return answer.body;
}
