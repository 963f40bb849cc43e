import type { Diagnosed } from '../diagnose/loop.ts';
import type { JobEnd } from '../model/after.ts';
import { type Environment, variable } from '../model/environment.ts';
import type { Identity } from '../model/evidence.ts';
import type { Gathered } from '../model/gathered.ts';
import { roleArnOfAssumedRole } from '../read/arn.ts';
import { readRefusal } from '../read/refusal.ts';
import { hashOf, type CheckedState } from './state.ts';

/** What the state and the job's environment have to do with each other, before STS is asked. */
export type Held = 'same' | 'other' | 'none';

/** Compares hashes, never values. */
export function heldNow(state: CheckedState, { credentials }: Pick<Gathered, 'credentials'>, runId: string): Held {
  const { accessKeyId, sessionToken } = credentials ?? {};
  if (accessKeyId === undefined) return 'none';
  const token = sessionToken === undefined ? null : hashOf(sessionToken, runId);
  return hashOf(accessKeyId, runId) === state.accessKeyId && token === state.sessionToken ? 'same' : 'other';
}

/**
 * What became of the credentials. Undefined where a diagnosis of the refusal's own tells more, or nothing can be told.
 */
export function endOf(state: CheckedState, held: Held, { answer, found }: Diagnosed): JobEnd | undefined {
  if (answer?.kind === 'accepted') {
    return isSame(state.arn, answer.identity)
      ? { kind: 'accepted', renewed: held === 'other' && state.accessKeyId !== null }
      : { kind: 'replaced', identity: answer.identity, problem: undefined };
  }
  // A role's credentials were made for the check alone: what is there now was never checked.
  const isChecked = held === 'same' || state.accessKeyId === null;
  if (answer?.kind === 'refused') {
    const kind = readRefusal(answer.code, answer.message.reveal());
    if (isChecked) return kind === 'expired' ? { kind: 'expired' } : undefined;
    const problem = kind === 'expired' ? 'a session that has expired' : `credentials that STS refuses (${answer.code})`;
    return { kind: 'replaced', identity: undefined, problem };
  }
  if (isChecked || answer !== undefined) return undefined;
  const [first] = found;
  return (
    first && {
      kind: 'replaced',
      identity: undefined,
      problem: `credentials that cannot be used: ${first.explanation.title}`,
    }
  );
}

/** Another session of the same role is the same identity. */
function isSame(arn: string, identity: Identity): boolean {
  if (arn === identity.arn) return true;
  const role = roleArnOfAssumedRole(arn);
  return role !== undefined && role === roleArnOfAssumedRole(identity.arn);
}

/** The variables that a step has emptied: a variable that is not there at all is not among them. */
export function emptiedVariables(env: Environment): readonly string[] {
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].filter(
    (name) => env[name] !== undefined && variable(env, name) === undefined,
  );
}
