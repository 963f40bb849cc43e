import type { Connection } from './call-sts.ts';
import { retry } from './retry.ts';

/** AWS asks to repeat such a call only a few times (API_AssumeRoleWithWebIdentity, IDPCommunicationError). */
const FEW_TRIES = 3;
const LONGEST_FIRST_WAIT = 1000;

/** Asks again, a few times, where the answer is one that passes by itself. Gives every answer in turn. */
export async function insist<T>(
  { deadline }: Pick<Connection, 'deadline'>,
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
): Promise<readonly T[]> {
  const answers: T[] = [];
  await retry(
    async (tryNumber) => {
      const value = await ask();
      answers.push(value);
      return passes(value) ? { done: false, value, triesLeft: FEW_TRIES - tryNumber } : { done: true, value };
    },
    deadline,
    { base: LONGEST_FIRST_WAIT },
  );
  return answers;
}
