import type { Accepted, Answer, Attempt, Identity, Unanswered } from '../model/evidence.ts';
import { type RoleEvidence, SESSION_NAME } from '../model/role-evidence.ts';
import { Secret } from '../model/secret.ts';
import { printable } from '../model/text.ts';
import { roleArnOfAssumedRole } from '../read/arn.ts';
import { readToken } from '../read/json-web-token.ts';
import { readRefusal } from '../read/refusal.ts';
import { readRoleArn, type RoleArn } from '../read/role-arn.ts';
import { readRoleRefusal, readTokenRefusalTime } from '../read/role-refusal.ts';
import { callSts, type Connection, insist, type Result } from './call.ts';
import { getCallerIdentity } from './get-caller-identity.ts';
import { requestIdToken, type TokenEndpoint } from './oidc-token.ts';
import { throughSdk } from './sdk-client.ts';

export interface RoleProof {
  readonly role: RoleArn;
  readonly audience: string;
  readonly oidc: TokenEndpoint | undefined;
  /** The checked credentials, where STS accepted them as they are. */
  readonly chainFrom: Accepted | undefined;
  readonly region: string;
  readonly endpoint: URL;
  readonly connection: Connection;
}

export interface Proof {
  readonly role: RoleEvidence | undefined;
  /** The token and the role's credentials: to be masked, and never used again. */
  readonly secrets: readonly Secret[];
  /** The role's credentials, where STS says that they are the role's: for this run's own questions, then dropped. */
  readonly session?: Attempt | undefined;
}

/** The shortest session there is. */
const DURATION = 900;

/**
 * Proves that the role can be assumed, by web identity where the job may ask GitHub for a token, else from the checked
 * credentials. What comes back is asked once who it is, and dropped.
 */
export async function proveRole(proof: RoleProof): Promise<Proof> {
  if (proof.oidc !== undefined) return byWebIdentity(proof, proof.oidc);
  return proof.chainFrom === undefined ? { role: undefined, secrets: [] } : chained(proof, proof.chainFrom);
}

const NOTHING = {
  chainedFrom: undefined,
  claims: undefined,
  tokenProblem: undefined,
  answer: undefined,
  identity: undefined,
  check: undefined,
  expiresAt: undefined,
  trustPolicy: undefined,
} as const;

async function byWebIdentity(proof: RoleProof, oidc: TokenEndpoint): Promise<Proof> {
  const base = { ...NOTHING, path: 'web-identity', role: proof.role, answers: [] } as const;
  const given = await requestIdToken(oidc, proof.audience, proof.connection);
  if (!('token' in given)) return { role: { ...base, tokenProblem: given }, secrets: [] };
  const { token } = given;
  const claims = readToken(token.reveal());
  const { region, endpoint } = proof;
  const nobody = new Secret('');
  const attempt: Attempt = {
    accessKeyId: nobody,
    secretAccessKey: nobody,
    sessionToken: undefined,
    region,
    endpoint,
    clockOffset: 0,
  };
  const ask = throughSdk(attempt, (client, sdk) =>
    client.send(
      new sdk.AssumeRoleWithWebIdentityCommand({
        RoleArn: proof.role.arn,
        RoleSessionName: SESSION_NAME,
        WebIdentityToken: token.reveal(),
        DurationSeconds: DURATION,
      }),
    ),
  );
  const answers = await insist(
    proof.connection,
    () => withTokenClock(() => callSts(proof.connection, attempt, 'AssumeRoleWithWebIdentity', ask)),
    // GitHub's keys may be out of AWS's reach for a moment.
    (answer) =>
      answer.kind === 'refused' && readRoleRefusal(answer.code, answer.message.reveal()) === 'verification-key',
  );
  return conclude(proof, { ...base, claims }, answers, [token]);
}

async function chained(proof: RoleProof, from: Accepted): Promise<Proof> {
  const ask = throughSdk(from.attempt, (client, sdk) =>
    client.send(
      new sdk.AssumeRoleCommand({ RoleArn: proof.role.arn, RoleSessionName: SESSION_NAME, DurationSeconds: DURATION }),
    ),
  );
  const answer = await callSts(proof.connection, from.attempt, 'AssumeRole', ask);
  const base = { ...NOTHING, path: 'chained', chainedFrom: from.identity, role: proof.role, answers: [] } as const;
  return conclude(proof, base, [answer], []);
}

type Assumed = Result | Exclude<Answer, { kind: 'accepted' }>;

async function conclude(
  proof: RoleProof,
  base: RoleEvidence,
  answers: readonly Assumed[],
  secrets: readonly Secret[],
): Promise<Proof> {
  const answer = answers.at(-1);
  if (answer?.kind !== 'result') return { role: { ...base, answers, answer }, secrets };
  const attempt = attemptOf(answer, proof);
  if (attempt === undefined) return { role: { ...base, answers, answer: withoutCredentials(answer) }, secrets };
  const { answers: checks, identity, check } = await checkRole(proof.connection, attempt, proof.role);
  const end = Date.parse(answer.fields['Expiration'] ?? '');
  const { accessKeyId, secretAccessKey, sessionToken } = attempt;
  return {
    role: {
      ...base,
      answers: [...answers, ...checks],
      identity,
      check,
      expiresAt: Number.isNaN(end) ? undefined : new Date(end),
    },
    secrets: [...secrets, accessKeyId, secretAccessKey, sessionToken].filter((secret) => secret !== undefined),
    session: identity && attempt,
  };
}

function attemptOf({ fields, attempt }: Result, { region, endpoint }: RoleProof): Attempt | undefined {
  const { AccessKeyId, SecretAccessKey, SessionToken } = fields;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return undefined;
  return {
    accessKeyId: new Secret(AccessKeyId),
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken),
    region,
    endpoint,
    clockOffset: attempt.clockOffset,
  };
}

function withoutCredentials({ attempt, requests, requestIds }: Result): RoleEvidence['answer'] {
  return {
    kind: 'unanswered',
    why: 'unrecognised',
    problem: undefined,
    status: 200,
    detail: 'a result without credentials',
    attempt,
    requests,
    requestIds,
    clock: undefined,
  };
}

const LONGEST_ARN = 120;

/** What GetCallerIdentity says of the credentials that were given out for the role. */
export type RoleCheck = Pick<RoleEvidence, 'identity' | 'check'> & { readonly answers: readonly Answer[] };

/** Asks the role's credentials who they are, and takes the answer only where it names the role. Never throws. */
export async function checkRole(connection: Connection, attempt: Attempt, role: RoleArn): Promise<RoleCheck> {
  const answers = await whoIs(connection, attempt);
  const last = answers.at(-1);
  if (last?.kind !== 'accepted') return { answers, identity: undefined, check: answers.find(isNotAccepted) };
  if (!isSessionOf(role, last.identity)) {
    const check = another(last);
    return { answers: [...answers.slice(0, -1), check], identity: undefined, check };
  }
  return { answers, identity: last.identity, check: answers.filter(isNotAccepted).find(isLate) };
}

/** Again where AWS does not know them everywhere yet, and with AWS's own time where the runner's is refused. */
async function whoIs(connection: Connection, attempt: Attempt): Promise<readonly Answer[]> {
  const answers = await insist(
    connection,
    () => getCallerIdentity(connection, attempt),
    (answer) => answer.kind === 'refused' && readRefusal(answer.code, answer.message.reveal()) === 'invalid',
  );
  const last = answers.at(-1);
  if (last?.clock === undefined || !isLate(last)) return answers;
  const clockOffset = Math.round(-last.clock.skewSeconds * 1000);
  return [...answers, await getCallerIdentity(connection, { ...attempt, clockOffset })];
}

function isNotAccepted(answer: Answer): answer is Exclude<Answer, Accepted> {
  return answer.kind !== 'accepted';
}

function isLate(answer: Answer): boolean {
  return answer.kind === 'refused' && readRefusal(answer.code, answer.message.reveal()) === 'time';
}

/**
 * The session's ARN leaves out the role's path, IAM does not tell role names apart by case, and an emulator may write
 * another partition: account and name are what counts.
 */
function isSessionOf(role: RoleArn, identity: Identity): boolean {
  const session = readRoleArn(roleArnOfAssumedRole(identity.arn) ?? '');
  return session.ok && session.account === role.account && session.name.toLowerCase() === role.name.toLowerCase();
}

/** AWS gives out credentials for the role that was asked for: who answers with another's is not AWS. */
function another({ identity, ...common }: Accepted): Unanswered {
  const who = printable(identity.arn.replaceAll('`', "'"), LONGEST_ARN);
  return {
    ...common,
    kind: 'unanswered',
    why: 'unrecognised',
    problem: undefined,
    status: 200,
    clock: undefined,
    detail: `the credentials that came for the role are told to be \`${who}\`, which is no session of it`,
  };
}

type Told = Result | Exclude<Answer, { kind: 'accepted' }>;

/** Asks, and takes AWS's time from its words on an expired token where the answer has no other. */
export async function withTokenClock(ask: () => Promise<Told>): Promise<Told> {
  const before = Date.now();
  const answer = await ask();
  if (answer.kind !== 'refused' || answer.clock !== undefined) return answer;
  const time = readTokenRefusalTime(answer.message.reveal());
  if (time === undefined) return answer;
  const after = Date.now();
  // The message counts whole seconds; when it was written within the call is not known.
  const skewSeconds = ((before + after) / 2 - (time.getTime() + 500)) / 1000;
  const uncertaintySeconds = 0.5 + Math.max(0, after - before) / 2000;
  return { ...answer, clock: { skewSeconds, uncertaintySeconds, basis: 'message' } };
}
