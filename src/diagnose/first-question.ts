import type { Answer, Attempt } from '../model/evidence.ts';
import { createSend } from '../http/send.ts';
import type { Gathered, Network } from '../model/gathered.ts';
import { nameOfPlace } from '../model/place.ts';
import { readRegion } from '../read/region.ts';
import type { Connection } from '../sts/call.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import type { World } from './run.ts';

/** A question that is on its way before the diagnoses are loaded. */
export interface FirstQuestion {
  readonly attempt: Attempt;
  readonly answer: Promise<Answer>;
}

/** Forms as AWS makes them; values of any other form may be right too, and are looked at more closely first. */
const ACCESS_KEY_ID = /^A[KS]IA[A-Z2-7]{16}$/;
const SECRET_ACCESS_KEY = /^[A-Za-z0-9/+]{40}$/;
const SESSION_TOKEN = /^[A-Za-z0-9/+]{100,8000}={0,2}$/;

/**
 * Whether no diagnosis can have anything to say before STS is asked: every value has the very form that AWS gives it,
 * and nothing is wrong with the sources. A test holds this against the catalogue.
 */
export function isPlain({ accessKeyId, secretAccessKey, sessionToken, region }: Attempt, gathered: Gathered): boolean {
  return (
    gathered.problems.length === 0 &&
    ACCESS_KEY_ID.test(accessKeyId.reveal()) &&
    SECRET_ACCESS_KEY.test(secretAccessKey.reveal()) &&
    (sessionToken === undefined || SESSION_TOKEN.test(sessionToken.reveal())) &&
    readRegion(region).flaw === undefined
  );
}

/**
 * Asks STS at once. Resolves when the request has gone out, so that what else is needed loads while the answer is on
 * its way; or with the answer, where none goes out. Never throws.
 *
 * @param connect - makes the way out, which tells of every request that has gone out
 */
export async function askFirst(attempt: Attempt, connect: (onSent: () => void) => Connection): Promise<FirstQuestion> {
  let tell = (): void => undefined;
  const sent = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const answer = getCallerIdentity(
    connect(() => {
      tell();
    }),
    attempt,
  );
  await Promise.race([sent, answer]);
  // Not the answer itself: that is not here yet.
  return { attempt, answer };
}

/** Gives the answer that is on its way to whoever asks for it first; every other question is a new one. */
export function answeredFirst(
  first: FirstQuestion | undefined,
  ask: (attempt: Attempt) => Promise<Answer>,
): (attempt: Attempt) => Promise<Answer> {
  let waiting = first;
  return (attempt) => {
    if (waiting?.attempt !== attempt) return ask(attempt);
    const { answer } = waiting;
    waiting = undefined;
    return answer;
  };
}

/** The way to STS, through what gather found of the network. */
export function connect(
  { caBundle }: Network,
  { deadline, env, now, onSent }: Pick<World, 'deadline' | 'env' | 'now' | 'onSent'>,
): Connection {
  const network = { env, now, caBundle: caBundle && { variable: nameOfPlace(caBundle.from), path: caBundle.value } };
  return { deadline, send: createSend(onSent === undefined ? network : { ...network, onSent }) };
}
