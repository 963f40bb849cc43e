import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler as SdkHandler } from '@smithy/types';
import type { SourceUnavailable } from './problem.ts';
import type { RequestHandler } from './sts-role.ts';

/** What came back from the sign-in service, as far as the way to the network saw it. */
interface Seen {
  status: number | undefined;
  failed: boolean;
}

export interface Portal {
  readonly handler: RequestHandler | undefined;
  readonly seen: Readonly<Seen>;
}

/** The SDK's provider keeps of an error its name alone, so the last answer is looked at on its way. */
export function watchPortal(handler: RequestHandler | undefined): Portal {
  const seen: Seen = { status: undefined, failed: false };
  if (handler === undefined || !('handle' in handler)) return { handler, seen };
  const inner = handler as Handler;
  const handle: Handler['handle'] = async (request, options) => {
    try {
      const answer = await inner.handle(request, options);
      Object.assign(seen, { status: answer.response.statusCode, failed: false });
      return answer;
    } catch (error) {
      Object.assign(seen, { status: undefined, failed: true });
      throw error;
    }
  };
  return { handler: { ...inner, handle }, seen };
}

type Handler = SdkHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/**
 * What the portal said. Only an answer of its own speaks of the session; silence says nothing, as STS's does. 401: the
 * session is over. 403: nobody gave this person that role in that account
 * (https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html).
 */
export function portalFault(
  error: unknown,
  seen: Readonly<Seen>,
  deadline: AbortSignal,
): Pick<SourceUnavailable, 'why' | 'remedy' | 'unanswered'> {
  if (deadline.aborted)
    return { unanswered: true, why: 'the sign-in service did not answer before the time-out of this step' };
  const text = error instanceof Error ? error.message : '';
  const status = STATUS.find(([name]) => text.startsWith(name))?.[1] ?? seen.status;
  if (status === 403) {
    const why = 'the sign-in service answered that this person has no such role in that account (status 403)';
    return { remedy: 'sso-assignment', why };
  }
  if (status === 401) return { why: 'the sign-in service no longer takes the session (status 401)' };
  if (status === 429 || (status !== undefined && status >= 500))
    return { unanswered: true, why: `the sign-in service answered with status ${status}` };
  const code = /\b(?:E[A-Z]{4,}|EAI_[A-Z]+)\b/.exec(text)?.[0];
  if (seen.failed || code !== undefined)
    return {
      unanswered: true,
      why: `the sign-in service could not be reached${code === undefined ? '' : ` (${code})`}`,
    };
  return {
    why: `the session could not be turned into credentials${status === undefined ? '' : ` (status ${status})`}`,
  };
}

/** The SDK's names for the portal's errors, which its own error begins with. */
const STATUS: readonly (readonly [string, number])[] = [
  ['UnauthorizedException', 401],
  ['ForbiddenException', 403],
  ['TooManyRequestsException', 429],
];
