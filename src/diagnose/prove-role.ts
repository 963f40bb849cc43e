import type { Accepted, Answer, Attempt, Identity, Unanswered } from '../model/evidence.ts';
import { type RoleEvidence, SESSION_NAME } from '../model/role-evidence.ts';
import type { Secret } from '../model/secret.ts';
import { printable } from '../model/text.ts';
import { roleArnOfAssumedRole } from '../read/arn.ts';
import { parseExpiration } from '../read/expiration.ts';
import { readToken } from '../read/json-web-token.ts';
import { readRefusal } from '../read/refusal.ts';
import { readRoleArn, type RoleArn } from '../read/role-arn.ts';
import { assumeRole, assumeRoleWithWebIdentity, type RoleAnswer } from '../sts/assume-role.ts';
import { type Connection, retryWhile } from '../sts/call.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import { requestIdToken, type TokenEndpoint } from '../sts/oidc-token.ts';

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
 * credentials. The role's credentials are asked once who they are, and dropped.
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
  const answer = await assumeRoleWithWebIdentity(proof.connection, proof, token, requestFor(proof.role));
  return conclude(proof, { ...base, claims: readToken(token.reveal()) }, answer, [token]);
}

async function chained(proof: RoleProof, from: Accepted): Promise<Proof> {
  const answer = await assumeRole(proof.connection, from.attempt, requestFor(proof.role));
  const base = { ...NOTHING, path: 'chained', chainedFrom: from.identity, role: proof.role, answers: [] } as const;
  return conclude(proof, base, answer, []);
}

function requestFor(role: RoleArn): { roleArn: string; sessionName: string; durationSeconds: number } {
  return { roleArn: role.arn, sessionName: SESSION_NAME, durationSeconds: DURATION };
}

async function conclude(
  proof: RoleProof,
  base: RoleEvidence,
  answer: RoleAnswer,
  secrets: readonly Secret[],
): Promise<Proof> {
  if (answer.kind !== 'assumed') return { role: { ...base, answers: [answer], answer }, secrets };
  const { credentials } = answer;
  const { region, endpoint } = proof;
  const attempt = { ...credentials, region, endpoint, clockOffset: answer.attempt.clockOffset };
  const { answers: checks, identity, check } = await checkRole(proof.connection, attempt, proof.role);
  const end = parseExpiration(credentials.expiration ?? '');
  return {
    role: {
      ...base,
      answers: [answer, ...checks],
      identity,
      check,
      expiresAt: 'at' in end ? end.at : undefined,
    },
    session: identity && attempt,
    secrets: [...secrets, credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken],
  };
}

const LONGEST_ARN = 120;

/** What GetCallerIdentity says of the credentials that were given out for the role. */
type RoleCheck = Pick<RoleEvidence, 'identity' | 'check'> & { readonly answers: readonly Answer[] };

/** Asks the role's credentials who they are, and takes the answer only where it names the role. Never throws. */
async function checkRole(connection: Connection, attempt: Attempt, role: RoleArn): Promise<RoleCheck> {
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
  const answers = await retryWhile(
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
