import { fromAnswer, parseObject, readAnswer, nonEmptyText } from './answer.ts';
import { askEndpoint, type EndpointAnswer } from '../http/local-endpoint.ts';
import { type Environment, isOn, variable } from '../model/environment.ts';
import { failed, found, nothing, once, type SourceOutcome, type World } from './source.ts';
import { pastedSecrets } from '../read/unsafe-content.ts';
import { variablePlace } from '../model/place.ts';
import type { EndpointFailure, InstanceReason } from '../model/source-problem.ts';
import type { Job } from '../model/job.ts';
import type { Settings } from '../model/settings.ts';

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
export async function fromInstance(env: Environment, deadline: AbortSignal): Promise<SourceOutcome> {
  if (isOn(env, 'AWS_EC2_METADATA_DISABLED')) return nothing({ kind: 'switched-off', by: 'AWS_EC2_METADATA_DISABLED' });
  const named = variable(env, INSTANCE_ENDPOINT);
  const fault = { kind: 'source-unavailable', source: 'instance', namedBy: variablePlace(INSTANCE_ENDPOINT) } as const;
  const miss = (reason: InstanceReason): SourceOutcome =>
    named === undefined ? nothing({ kind: 'instance', reason }) : failed({ ...fault, reason });
  const base = endpoint(env);
  if (base === undefined) return miss({ kind: 'invalid-url' });
  const { origin } = base;
  const silent = (failure: EndpointFailure): SourceOutcome => miss({ kind: 'endpoint', origin, failure });

  const token = await ask(base, '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '60' }, 'PUT', deadline);
  if (typeof token !== 'string') return silent(token);
  const headers = { 'x-aws-ec2-metadata-token': token };
  const role = await ask(base, ROLES, headers, 'GET', deadline);
  if (typeof role !== 'string') {
    return role.kind === 'status' && role.status === 404 ? miss({ kind: 'no-instance-profile' }) : silent(role);
  }
  const name = role.split('\n', 1)[0]?.trim() ?? '';
  const answer = await ask(base, ROLES + encodeURIComponent(name), headers, 'GET', deadline);
  if (typeof answer !== 'string') return silent(answer);
  const body = parseObject(answer) ?? {};
  const values = readAnswer(body, 'Token');
  if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
    const code = codeOf(body);
    return code === undefined ? silent({ kind: 'no-credentials' }) : miss({ kind: 'instance-code', origin, code });
  }
  const place = { source: 'instance', location: 'the instance profile of this EC2 instance' } as const;
  return found(fromAnswer(values, 'Token', 'the instance metadata', place));
}

/** What went wrong when EC2 asked for the role's credentials: AssumeRoleUnauthorizedAccess, InvalidInstanceProfile. */
function codeOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const code = nonEmptyText(body['Code'])
    ?.replace(/[^A-Za-z]/g, '')
    .slice(0, 64);
  return code === undefined || code === '' || code === 'Success' ? undefined : code;
}

function endpoint(env: Environment): URL | undefined {
  const isIpv6 = variable(env, 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE')?.toLowerCase() === 'ipv6';
  const text = variable(env, INSTANCE_ENDPOINT) ?? (isIpv6 ? ENDPOINT_IPV6 : ENDPOINT_IPV4);
  if (pastedSecrets(text).length > 0 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

async function ask(
  base: URL,
  path: string,
  headers: Readonly<Record<string, string>>,
  method: 'GET' | 'PUT',
  deadline: AbortSignal,
): Promise<string | EndpointFailure> {
  const answer: EndpointAnswer = await askEndpoint(new URL(path, base), { method, headers }, SECONDS, deadline);
  if (answer.kind === 'no-answer') return answer.failure;
  if (answer.status !== 200 || answer.body.trim() === '') {
    return { kind: 'status', status: answer.status };
  }
  return answer.body;
}

/** Asking costs a second on most machines, and some answer in the runner's name: so only where an answer would be meant. */
export async function lookAtInstance(settings: Settings, job: Job, world: World): Promise<SourceOutcome> {
  const isNamed = variable(world.env, INSTANCE_ENDPOINT) !== undefined;
  if (job.runnerEnvironment === 'github-hosted' && !isNamed) return nothing({ kind: 'hosted-runner' });
  if (settings.roleToAssume !== undefined && settings.role.chaining !== 'true' && job.oidc !== undefined)
    return nothing({ kind: 'role-by-web-identity' });
  return once(world, 'instance', () => fromInstance(world.env, world.deadline));
}
