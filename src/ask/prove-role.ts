import type { Accepted, Answer, Attempt } from '../evidence.ts';
import { readToken } from '../read/json-web-token.ts';
import { readRoleRefusal } from '../read/role-refusal.ts';
import type { RoleArn } from '../read/role-arn.ts';
import { SESSION_NAME, type RoleEvidence } from '../role-evidence.ts';
import { Secret } from '../secret.ts';
import { callSts, type Connection, type Result } from './call-sts.ts';
import { checkRole } from './check-role.ts';
import { insist } from './insist.ts';
import { requestIdToken, type TokenEndpoint } from './request-id-token.ts';
import { throughSdk } from './sts-client.ts';
import { withTokenClock } from './token-clock.ts';

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
