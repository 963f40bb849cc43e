import type { Answer } from '../evidence.ts';
import { readTokenRefusalTime } from '../read/role-refusal.ts';
import type { Result } from './call-sts.ts';

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
