import type { Deadline } from '../http/deadline.ts';
import { retry, type TryResult } from '../http/retry.ts';
import { type HttpAnswer, type Send, TransportError, triesFor } from '../http/send.ts';
import type { TokenProblem } from '../model/role-evidence.ts';
import { Secret } from '../model/secret.ts';
import { printable } from '../model/text.ts';

/** Where the runner says that a token is to be had. `isNear`: plain http to it stays within the machine or its network. */
export interface TokenEndpoint {
  readonly requestUrl: string;
  readonly requestToken: Secret;
  readonly isNear: boolean;
}

/** GitHub's OIDC token, or why there is none: the toolkit folds status and body into one text, which tells less. */
export type IdToken = { readonly token: Secret } | TokenProblem;

const FEW_TRIES = 3;
const ATTEMPT_TIMEOUT = 5_000;
const LONGEST_MESSAGE = 120;

/**
 * Asks GitHub for the job's OIDC token. Never throws.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 */
export async function requestIdToken(
  oidc: TokenEndpoint,
  audience: string,
  how: { readonly send: Send; readonly deadline: Deadline },
): Promise<IdToken> {
  const url = URL.parse(oidc.requestUrl);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && oidc.isNear);
  if (url === null || !safe) {
    const detail = '`ACTIONS_ID_TOKEN_REQUEST_URL` is no https URL, so the request token was not sent';
    return { why: 'not-asked', status: undefined, detail };
  }
  url.searchParams.set('audience', audience);
  const headers = {
    host: url.host,
    accept: 'application/json',
    authorization: `Bearer ${oidc.requestToken.reveal()}`,
  };
  return retry(async (tryNumber): Promise<TryResult<IdToken>> => {
    try {
      const answer = await how.send({ method: 'GET', url, headers, body: undefined }, how.deadline, ATTEMPT_TIMEOUT);
      return judge(answer, FEW_TRIES - tryNumber);
    } catch (error) {
      return { ...withoutAnswer(error, tryNumber), cutShort: how.deadline.signal.aborted };
    }
  }, how.deadline);
}

function judge(answer: HttpAnswer, triesLeft: number): TryResult<IdToken> {
  const { status } = answer;
  const token = status === 200 ? textIn(answer.body, 'value') : undefined;
  if (token !== undefined) return { done: true, value: { token: new Secret(token) } };
  const message = status === 200 ? undefined : textIn(answer.body, 'message');
  const said = message === undefined ? '' : `: "${printable(message.replaceAll('`', "'"), LONGEST_MESSAGE)}"`;
  const value: TokenProblem = {
    why: 'answer',
    status,
    detail: `GitHub answered with status ${status}${status === 200 ? ' and no token' : said}`,
  };
  return status >= 500 || status === 429 ? { done: false, value, triesLeft } : { done: true, value };
}

function withoutAnswer(error: unknown, tryNumber: number): TryResult<IdToken> & { readonly done: false } {
  const problem = error instanceof TransportError ? error.problem : undefined;
  if (problem?.step === 'answer') {
    const detail = `GitHub (\`${problem.host}\`) answered with no token: ${problem.detail ?? 'the answer is not HTTP'}`;
    return { done: false, value: { why: 'answer', status: undefined, detail }, triesLeft: 0 };
  }
  const by = problem && [problem.step, problem.code, problem.proxy && `through the proxy ${problem.proxy.host}`];
  const detail =
    problem === undefined
      ? 'GitHub could not be asked'
      : `GitHub (\`${problem.host}\`) could not be reached: ${by?.filter(Boolean).join(', ') ?? ''}`;
  const tries = Math.min(FEW_TRIES, problem === undefined ? 1 : triesFor(problem));
  return { done: false, value: { why: 'unreachable', status: undefined, detail }, triesLeft: tries - tryNumber };
}

function textIn(body: string, name: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !Object.hasOwn(parsed, name)) return undefined;
    const value = (parsed as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
