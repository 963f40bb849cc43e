import { type TryResult, retry, retryAfterOf } from '../http/retry.ts';
import { type HttpAnswer, TransportError } from '../http/send.ts';
import type { Attempt } from '../model/evidence.ts';
import { printable } from '../model/text.ts';
import { readStsBody } from '../read/aws-error.ts';
import { isServiceFaultCode, isThrottlingCode } from '../read/refusal.ts';
import type { Connection } from '../sts/call.ts';
import { signedRequest } from '../sts/sign.ts';

/** IAM's answer to one call. */
export type IamAnswer =
  | { readonly kind: 'result'; readonly body: string }
  /** `message` classifies the refusal and is never shown. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'no-answer'; readonly detail: string };

const ATTEMPT_TIMEOUT = 10_000;
const MOST_TRIES = 4;

/** One signed call of IAM's Query protocol, again where the failure is transient. Never throws. */
export async function callIam(
  connection: Connection,
  attempt: Attempt,
  parameters: Readonly<Record<string, string>>,
): Promise<IamAnswer> {
  const body = new URLSearchParams({ Version: '2010-05-08', ...parameters }).toString();
  return retry(async (tryNumber): Promise<TryResult<IamAnswer>> => {
    const triesLeft = MOST_TRIES - tryNumber;
    try {
      const request = signedRequest(attempt, {
        method: 'POST',
        url: attempt.endpoint,
        service: 'iam',
        region: attempt.region,
        body,
      });
      const answer = await connection.send(request, connection.deadline, ATTEMPT_TIMEOUT);
      const { value, transient } = judge(answer, parameters['Action'] ?? '');
      return transient
        ? { done: false, value, triesLeft, retryAfter: retryAfterOf(answer.headers) }
        : { done: true, value };
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const { step, code } = error.problem;
      return { done: false, value: noAnswer(code === undefined ? step : `${step}, ${code}`), triesLeft };
    }
  }, connection.deadline);
}

/** PolicyEvaluation comes with status 500 and is no outage: it comes again and again. */
function judge(answer: HttpAnswer, action: string): { readonly value: IamAnswer; readonly transient: boolean } {
  const { status, body } = answer;
  const read = readStsBody(body);
  if (read.kind === 'error' && status >= 400) {
    const { code, message } = read;
    if (code.startsWith('PolicyEvaluation')) return { value: { kind: 'refused', code, message }, transient: false };
    if (isThrottlingCode(code) || status === 429) return { value: noAnswer(`throttled, ${code}`), transient: true };
    if (status >= 500 || isServiceFaultCode(code))
      return { value: noAnswer(`status ${status}, ${code}`), transient: true };
    return { value: { kind: 'refused', code, message }, transient: false };
  }
  if (status === 200 && body.includes(`<${action}Response`))
    return { value: { kind: 'result', body }, transient: false };
  return { value: noAnswer(`status ${status}, and no IAM answer`), transient: status >= 500 || status === 429 };
}

function noAnswer(detail: string): IamAnswer {
  return { kind: 'no-answer', detail: printable(detail) };
}
