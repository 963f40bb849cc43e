import type { Accepted, Answer, Attempt, Identity, Unanswered } from '../model/evidence.ts';
import type { RoleEvidence } from '../model/role-evidence.ts';
import { printable } from '../model/text.ts';
import { roleArnOfAssumedRole } from '../read/arn.ts';
import { readRefusal } from '../read/refusal.ts';
import { readRoleArn, type RoleArn } from '../read/role-arn.ts';
import { type Connection, retryWhile } from '../sts/call.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';

const LONGEST_ARN = 120;

/** What GetCallerIdentity says of the credentials that were given out for the role. */
type RoleCheck = Pick<RoleEvidence, 'identity' | 'check'> & { readonly answers: readonly Answer[] };

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
