import type { Answer, Attempt } from '../model/evidence.ts';
import type { FoundCredentials, Gathered } from '../model/gathered.ts';
import type { Settings } from '../model/settings.ts';
import type { Plan, ToolForecast } from '../model/tools.ts';
import { firstAttempt } from './attempt.ts';
import type { Diagnosed } from './loop.ts';

/** Where this many tools work, the refusal of the first choice is a warning. */
const ENOUGH = 2;

/**
 * Where STS refuses what the first tool signs with, it is asked about what the others do; never about one key ID with two
 * secrets. Where two tools work with other keys, those are the ones to be judged.
 *
 * @returns what was gathered, with those keys in the first place, and the answer that STS gave of them
 */
export async function preferAccepted(
  settings: Settings,
  gathered: Gathered,
  asked: Diagnosed,
  ask: (attempt: Attempt) => Promise<Answer>,
): Promise<{ gathered: Gathered; attempt: Attempt; answer: Answer } | undefined> {
  const [refused] = asked.answers;
  if (refused?.kind !== 'refused') return undefined;
  for (const { plan, credentials } of gathered.others) {
    const users = gathered.tools.filter((one) => one.plan !== undefined && isSame(one.plan, plan));
    const isEnough = users.length >= ENOUGH || settings.tools.length === users.length;
    if (!isEnough || isSecretInDoubt(credentials, refused.attempt)) continue;
    const attempt = firstAttempt(settings, { ...gathered, credentials });
    if (attempt === undefined) continue;
    const answer = await ask(attempt);
    if (answer.kind !== 'accepted') continue;
    const tools = gathered.tools.map((one) => relabelled(one, plan));
    return {
      gathered: { ...gathered, credentials, expirations: credentials.expirations, tools, others: [] },
      attempt,
      answer,
    };
  }
  return undefined;
}

function isSecretInDoubt(credentials: FoundCredentials, asked: Attempt): boolean {
  const isSameKey = credentials.accessKeyId?.equals(asked.accessKeyId) === true;
  return isSameKey && credentials.secretAccessKey?.equals(asked.secretAccessKey) !== true;
}

function relabelled(one: ToolForecast, plan: Plan): ToolForecast {
  if (one.plan === undefined) return one;
  if (isSame(one.plan, plan)) return { ...one, outcome: 'same' };
  return one.outcome === 'same' ? { ...one, outcome: 'other', refused: true } : one;
}

function isSame(one: Plan, other: Plan): boolean {
  if (one.kind !== 'keys' || other.kind !== 'keys') return false;
  const token = (plan: typeof one): string => plan.sessionToken?.reveal() ?? '';
  return (
    one.accessKeyId.equals(other.accessKeyId) &&
    one.secretAccessKey.equals(other.secretAccessKey) &&
    token(one) === token(other)
  );
}
