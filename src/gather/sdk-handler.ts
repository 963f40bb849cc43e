import type {
  HttpHandlerOptions,
  HttpRequest as SdkRequest,
  HttpResponse as SdkResponse,
  QueryParameterBag,
  RequestHandler,
} from '@smithy/types';
import type { Deadline } from '../http/deadline.ts';
import type { HttpAnswer, HttpRequest } from '../http/send.ts';
import type { Send } from '../http/send.ts';

/** What an AWS SDK client takes as its `requestHandler`. */
export type SdkRequestHandler = RequestHandler<SdkRequest, SdkResponse, HttpHandlerOptions> & {
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
};

/**
 * Lets an AWS SDK client send through `send`, and hands every raw answer to `onAnswer` before the SDK reads it. What
 * `send` throws reaches the caller of the client as it is.
 *
 * @param attemptTimeout milliseconds for each request
 */
export function sdkRequestHandler(
  send: Send,
  deadline: Deadline,
  attemptTimeout: number | undefined,
  onAnswer: (answer: HttpAnswer) => void,
): SdkRequestHandler {
  return {
    handle: async (request) => {
      const answer = await send(fromSdk(request), deadline, attemptTimeout);
      onAnswer(answer);
      // A byte array spares the SDK its stream reader.
      const body = new TextEncoder().encode(answer.body);
      return { response: { statusCode: answer.status, headers: { ...answer.headers }, body } };
    },
    // The client's own HTTP settings have no say here.
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

/** @throws TypeError for a streamed body, which no call of STS has */
function fromSdk(request: SdkRequest): HttpRequest {
  const port = request.port === undefined ? '' : `:${String(request.port)}`;
  const url = new URL(`${request.protocol}//${request.hostname}${port}${request.path}`);
  url.search = queryOf(request.query ?? {});
  return { method: request.method, url, headers: request.headers, body: textOf(request.body) };
}

/** The spelling that Signature Version 4 signs: everything but the unreserved characters of RFC 3986 is escaped. */
function queryOf(query: QueryParameterBag): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [escapeUri(name)] : [value].flat().map((one) => `${escapeUri(name)}=${escapeUri(one)}`),
  );
  return pairs.join('&');
}

function escapeUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null || typeof body === 'string') {
    return body ?? undefined;
  }
  if (body instanceof Uint8Array) {
    return new TextDecoder().decode(body);
  }
  throw new TypeError('The body of the request is a stream');
}
