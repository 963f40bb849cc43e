import type { Attempt, ClockSkew, Refused, Unanswered } from '../model/evidence.ts';
import { Secret } from '../model/secret.ts';
import { readRoleRefusal, readTokenRefusalTime } from '../read/role-refusal.ts';
import { type ActionAnswer, callSts, type Connection, type Result, retryWhile } from './call.ts';

/** What both actions ask for. STS takes its own default for what is undefined. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds?: number | undefined;
  /** JSON of a session policy. */
  readonly policy?: string | undefined;
  /** ARNs of managed session policies. */
  readonly policyArns?: readonly string[];
}

/** What AssumeRole takes besides: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export interface ChainedRoleRequest extends RoleRequest {
  readonly externalId?: string | undefined;
  readonly tags?: readonly (readonly [key: string, value: string])[];
  /** Keys of tags that go with every role that is assumed from the session. */
  readonly transitiveTagKeys?: readonly string[];
}

/** The credentials of a role's session. */
export interface AssumedCredentials {
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret;
  /** RFC 3339 as STS wrote it. */
  readonly expiration: string | undefined;
}

export interface Assumed extends Omit<Result, 'kind' | 'fields'> {
  readonly kind: 'assumed';
  readonly credentials: AssumedCredentials;
}

/** `requests` and `requestIds` are those of all tries. */
export type RoleAnswer = Assumed | Refused | Unanswered;

/** Assumes a role with the attempt's credentials. Never throws. */
export async function assumeRole(
  connection: Connection,
  attempt: Attempt,
  role: ChainedRoleRequest,
): Promise<RoleAnswer> {
  const parameters = {
    ...commonParameters(role),
    ExternalId: role.externalId,
    ...tagParameters(role),
  };
  return assumed(await callSts(connection, attempt, { name: 'AssumeRole', parameters, signed: true }));
}

/** Assumes a role with an OIDC token; the request carries no signature. Never throws. */
export async function assumeRoleWithWebIdentity(
  connection: Connection,
  { region, endpoint }: Pick<Attempt, 'region' | 'endpoint'>,
  token: Secret,
  role: RoleRequest,
): Promise<RoleAnswer> {
  const none = new Secret('');
  const unsigned = { accessKeyId: none, secretAccessKey: none, sessionToken: undefined, clockOffset: 0 };
  const attempt: Attempt = { ...unsigned, region, endpoint };
  const parameters = { ...commonParameters(role), WebIdentityToken: token.reveal() };
  const answers = await retryWhile(
    connection,
    () =>
      withTokenClock(() =>
        callSts(connection, attempt, { name: 'AssumeRoleWithWebIdentity', parameters, signed: false }),
      ),
    // The issuer's keys may be out of AWS's reach for a moment.
    (answer) =>
      answer.kind === 'refused' && readRoleRefusal(answer.code, answer.message.reveal()) === 'verification-key',
  );
  return assumed(answers.reduce(withRequestsOf));
}

/** The later answer, with the requests of both. */
function withRequestsOf(earlier: ActionAnswer, later: ActionAnswer): ActionAnswer {
  return {
    ...later,
    requests: earlier.requests + later.requests,
    requestIds: [...earlier.requestIds, ...later.requestIds],
  };
}

function commonParameters(role: RoleRequest): Record<string, string | undefined> {
  return {
    RoleArn: role.roleArn,
    RoleSessionName: role.sessionName,
    ...members('PolicyArns', role.policyArns ?? [], (arn, name) => [[`${name}.arn`, arn]]),
    Policy: role.policy,
    DurationSeconds: role.durationSeconds?.toString(),
  };
}

function tagParameters({ tags = [], transitiveTagKeys = [] }: ChainedRoleRequest): Record<string, string> {
  return {
    ...members('Tags', tags, ([key, value], name) => [
      [`${name}.Key`, key],
      [`${name}.Value`, value],
    ]),
    ...members('TransitiveTagKeys', transitiveTagKeys, (key, name) => [[name, key]]),
  };
}

/** The lists of the Query protocol: `Tags.member.1.Key=…`. */
function members<T>(
  name: string,
  list: readonly T[],
  pairs: (item: T, name: string) => readonly (readonly [string, string])[],
): Record<string, string> {
  return Object.fromEntries(list.flatMap((item, index) => pairs(item, `${name}.member.${index + 1}`)));
}

function assumed(answer: ActionAnswer): RoleAnswer {
  if (answer.kind !== 'result') return answer;
  const { fields, ...common } = answer;
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = fields;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    return {
      ...common,
      kind: 'unanswered',
      why: 'unrecognised',
      problem: undefined,
      status: 200,
      detail: 'a result without credentials',
      clock: undefined,
    };
  }
  return {
    ...common,
    kind: 'assumed',
    credentials: {
      accessKeyId: new Secret(AccessKeyId),
      secretAccessKey: new Secret(SecretAccessKey),
      sessionToken: new Secret(SessionToken),
      expiration: Expiration,
    },
  };
}

/** Takes AWS's time from its message about an expired token where the answer has no other. */
async function withTokenClock(ask: () => Promise<ActionAnswer>): Promise<ActionAnswer> {
  const before = Date.now();
  const answer = await ask();
  if (answer.kind !== 'refused' || answer.clock !== undefined) return answer;
  const time = readTokenRefusalTime(answer.message.reveal());
  return time === undefined ? answer : { ...answer, clock: skewBy(time, before, Date.now()) };
}

/** The message counts whole seconds; when it was written within the call is not known. */
function skewBy(serverTime: Date, before: number, after: number): ClockSkew {
  const skewSeconds = ((before + after) / 2 - (serverTime.getTime() + 500)) / 1000;
  const uncertaintySeconds = 0.5 + Math.max(0, after - before) / 2000;
  return { skewSeconds, uncertaintySeconds, basis: 'message' };
}
