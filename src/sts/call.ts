import type { Deadline } from '../http/deadline.ts';
import { retry, retryAfterOf, type TryResult } from '../http/retry.ts';
import { type HttpAnswer, type HttpRequest, type Send, TransportError, triesFor } from '../http/send.ts';
import type { Attempt, ClockSkew, Refused, Unanswered } from '../model/evidence.ts';
import { Secret } from '../model/secret.ts';
import { mayBeAccepted } from '../read/signature-window.ts';
import { judgeAnswer, type Judgement } from './answer.ts';
import { clockSkewOf } from './clock-skew.ts';
import { formBody, signedRequest, unsignedRequest } from './sign.ts';

/** What every question needs: how it is sent, and the one deadline. */
export interface Connection {
  readonly send: Send;
  readonly deadline: Deadline;
}

/** One action of STS with its parameters. */
export interface StsAction {
  readonly name: 'GetCallerIdentity' | 'AssumeRole' | 'AssumeRoleWithWebIdentity';
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  /** Without it the request carries no signature: the attempt's keys are not used. */
  readonly signed: boolean;
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

/** What one action came to, retries included. */
export type ActionAnswer = Result | Refused | Unanswered;

/** Milliseconds for one request: a third of the usual deadline. Then another is tried. */
const ATTEMPT_TIMEOUT = 10_000;
const VERSION = '2011-06-15';

/**
 * Asks STS one question, and again where the failure is transient, until there is an answer or the deadline comes.
 * Permanent refusals are never asked twice. Never throws.
 */
export async function callSts(connection: Connection, attempt: Attempt, action: StsAction): Promise<ActionAnswer> {
  const requestIds: string[] = [];
  let requests = 0;
  const { deadline } = connection;
  const answer = await retry(async (tryNumber): Promise<TryResult<ActionAnswer>> => {
    requests = tryNumber;
    const exchanged = await sendOnce(connection, attempt, action);
    const common = { attempt, requests, requestIds };
    if (exchanged instanceof TransportError) {
      const { problem } = exchanged;
      const value = withoutAnswer(exchanged, common);
      const cutShort = problem.step === 'time-out' && deadline.signal.aborted;
      return { done: false, value, triesLeft: triesFor(problem) - tryNumber, cutShort };
    }
    const judgement = judgeAnswer(exchanged, action.name);
    if ('requestId' in judgement && judgement.requestId !== undefined) requestIds.push(judgement.requestId);
    const value = toAnswer(judgement, exchanged, common, action.signed);
    const transient = judgement.kind === 'throttled' || judgement.kind === 'unavailable';
    return transient ? { done: false, value, retryAfter: retryAfterOf(exchanged.headers) } : { done: true, value };
  }, deadline);
  return { ...answer, requests };
}

async function sendOnce(
  { send, deadline }: Connection,
  attempt: Attempt,
  action: StsAction,
): Promise<HttpAnswer | TransportError> {
  try {
    return await send(requestOf(attempt, action), deadline, ATTEMPT_TIMEOUT);
  } catch (error) {
    return error instanceof TransportError ? error : unsendable(attempt, error);
  }
}

function requestOf(attempt: Attempt, { name, parameters, signed }: StsAction): HttpRequest {
  const call = {
    method: 'POST',
    url: attempt.endpoint,
    service: 'sts',
    region: attempt.region,
    body: formBody({ Action: name, Version: VERSION, ...parameters }),
  } as const;
  return signed ? signedRequest(attempt, call) : unsignedRequest(call);
}

/** The signer failed before anything was sent. */
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

type Common = Pick<Result, 'attempt' | 'requests' | 'requestIds'>;

/** An answer that is not HTTP came from something that is not AWS; everything else means that none came. */
function withoutAnswer({ problem }: TransportError, common: Common): Unanswered {
  const why = problem.step === 'answer' ? 'unrecognised' : 'unreachable';
  const detail = problem.step === 'answer' ? problem.detail : undefined;
  return { ...common, kind: 'unanswered', why, problem, status: undefined, detail, clock: undefined };
}

function toAnswer(judgement: Judgement, raw: HttpAnswer, common: Common, signed: boolean): ActionAnswer {
  const unanswered = { ...common, kind: 'unanswered', problem: undefined, status: raw.status } as const;
  switch (judgement.kind) {
    case 'result': {
      const clock = clockSkewOf(raw, undefined, 0);
      // A date that the acceptance disproves is not AWS's.
      const isDisproved = signed && clock !== undefined && !mayBeAccepted(clock, common.attempt.clockOffset);
      return { ...common, kind: 'result', fields: judgement.fields, clock: isDisproved ? undefined : clock };
    }
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
      // An error of the service may come from a proxy: only a request ID makes its date AWS's.
      return {
        ...unanswered,
        why: judgement.kind,
        detail: undefined,
        clock: judgement.requestId === undefined ? undefined : clockSkewOf(raw, undefined, 0),
      };
    case 'unrecognised':
      return { ...unanswered, why: 'unrecognised', detail: judgement.detail, clock: undefined };
  }
}

/** AWS asks to repeat such a call only a few times (API_AssumeRoleWithWebIdentity, IDPCommunicationError). */
const FEW_TRIES = 3;
const LONGEST_FIRST_DELAY = 1000;

/** Asks again, a few times, while the answer is one that usually passes by itself. Gives every answer in turn. */
export async function retryWhile<T>(
  { deadline }: Pick<Connection, 'deadline'>,
  ask: () => Promise<T>,
  isTransient: (answer: T) => boolean,
): Promise<readonly T[]> {
  const answers: T[] = [];
  await retry(
    async (tryNumber): Promise<TryResult<T>> => {
      const value = await ask();
      answers.push(value);
      return isTransient(value) ? { done: false, value, triesLeft: FEW_TRIES - tryNumber } : { done: true, value };
    },
    deadline,
    { base: LONGEST_FIRST_DELAY },
  );
  return answers;
}
