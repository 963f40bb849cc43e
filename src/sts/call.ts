import type { Deadline } from '../http/deadline.ts';
import { type Outcome, retry, retryAfterOf } from '../http/retry.ts';
import { type HttpAnswer, type Send, TransportError, triesFor } from '../http/send.ts';
import type { Attempt, ClockSkew, Refused, Unanswered } from '../model/evidence.ts';
import { Secret } from '../model/secret.ts';
import { judgeAnswer, type Judgement } from './answer.ts';
import { clockSkewOf } from './clock-skew.ts';

/** What every question needs: the way out and the one deadline. */
export interface Connection {
  readonly send: Send;
  readonly deadline: Deadline;
}

/** Leaf values of a result, or why there is none. */
export interface Result {
  readonly kind: 'result';
  readonly fields: Readonly<Record<string, string>>;
  readonly attempt: Attempt;
  readonly requests: number;
  readonly requestIds: readonly string[];
  readonly clock: ClockSkew | undefined;
}

/** What one try is given to make its request with. */
export interface Wire extends Connection {
  /** Milliseconds for this request alone. */
  readonly attemptTimeout: number;
  /** Takes the raw answer; what else is made of it is of no interest. */
  readonly onAnswer: (answer: HttpAnswer) => void;
}

/** Signs and sends one request. May throw. */
export type Ask = (wire: Wire) => Promise<unknown>;

/** One request may take a third of the usual deadline; then another is tried. */
const ATTEMPT_TIMEOUT = 10_000;

/**
 * Asks STS one question, and again where the failure is transient, until there is an answer or the deadline comes.
 * Permanent refusals are never asked twice. Never throws.
 */
export async function callSts(
  connection: Connection,
  attempt: Attempt,
  action: string,
  ask: Ask,
): Promise<Result | Refused | Unanswered> {
  const requestIds: string[] = [];
  let requests = 0;
  const { deadline } = connection;
  const answer = await retry(async (tryNumber): Promise<Outcome<Result | Refused | Unanswered>> => {
    requests = tryNumber;
    const exchanged = await exchange(connection, attempt, ask);
    const common = { attempt, requests, requestIds };
    if (exchanged instanceof TransportError) {
      const { problem } = exchanged;
      const value = silence(exchanged, common);
      const cutShort = problem.step === 'time-out' && deadline.signal.aborted;
      return { done: false, value, triesLeft: triesFor(problem) - tryNumber, cutShort };
    }
    const judgement = judgeAnswer(exchanged, action);
    if ('requestId' in judgement && judgement.requestId !== undefined) requestIds.push(judgement.requestId);
    const value = toAnswer(judgement, exchanged, common);
    const transient = judgement.kind === 'throttled' || judgement.kind === 'unavailable';
    return transient ? { done: false, value, retryAfter: retryAfterOf(exchanged.headers) } : { done: true, value };
  }, deadline);
  return { ...answer, requests };
}

async function exchange(connection: Connection, attempt: Attempt, ask: Ask): Promise<HttpAnswer | TransportError> {
  let raw: HttpAnswer | undefined;
  const onAnswer = (answer: HttpAnswer): void => {
    raw = answer;
  };
  try {
    await ask({ ...connection, attemptTimeout: ATTEMPT_TIMEOUT, onAnswer });
  } catch (error) {
    if (raw === undefined) return error instanceof TransportError ? error : unsendable(attempt, error);
  }
  return raw ?? unsendable(attempt, undefined);
}

/** The signer gave up before anything was sent. */
function unsendable(attempt: Attempt, error: unknown): TransportError {
  const { hostname, port, protocol } = attempt.endpoint;
  return new TransportError({
    step: 'send',
    code: error instanceof Error ? error.name.replace(/[^\w]/g, '').slice(0, 60) : undefined,
    host: hostname,
    port: Number(port) || (protocol === 'http:' ? 80 : 443),
    proxy: undefined,
    detail: undefined,
  });
}

/** An answer that is not HTTP came from something that is not AWS; everything else means that none came. */
function silence({ problem }: TransportError, common: Pick<Result, 'attempt' | 'requests' | 'requestIds'>): Unanswered {
  const why = problem.step === 'answer' ? 'unrecognised' : 'unreachable';
  const detail = problem.step === 'answer' ? problem.detail : undefined;
  return { ...common, kind: 'unanswered', why, problem, status: undefined, detail, clock: undefined };
}

function toAnswer(
  judgement: Judgement,
  raw: HttpAnswer,
  common: Pick<Result, 'attempt' | 'requests' | 'requestIds'>,
): Result | Refused | Unanswered {
  const silent = { ...common, kind: 'unanswered', problem: undefined, status: raw.status } as const;
  switch (judgement.kind) {
    case 'result':
      return { ...common, kind: 'result', fields: judgement.fields, clock: clockSkewOf(raw, undefined, 0) };
    case 'refused': {
      const { code, message } = judgement;
      return {
        ...common,
        kind: 'refused',
        status: raw.status,
        code,
        message: new Secret(message),
        clock: clockSkewOf(raw, message, common.attempt.clockOffset),
      };
    }
    case 'throttled':
    case 'unavailable':
      // Whoever answered with an error of its own need not be AWS: only a request ID makes its date AWS's.
      return {
        ...silent,
        why: judgement.kind,
        detail: undefined,
        clock: judgement.requestId === undefined ? undefined : clockSkewOf(raw, undefined, 0),
      };
    case 'unrecognised':
      return { ...silent, why: 'unrecognised', detail: judgement.detail, clock: undefined };
  }
}

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
