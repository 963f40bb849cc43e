import { randomUUID } from 'node:crypto';

/** Of STS's answers; every other service has one of its own. */
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** AWS's error code, where it refuses. */
  readonly code?: string;
}

/** A refusal as a value, before it becomes an answer on the wire. */
export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export function refusal(status: number, code: string, message: string): Refusal {
  return { refused: true, status, code, message };
}

/** As AWS's; never with an end that reads like an account ID, which would be masked as one. */
function newRequestId(): string {
  for (;;) {
    const id = randomUUID();
    if (!/\d{12}$/.test(id)) return id;
  }
}

/** The Query protocol's body of a success; `result` is XML. */
export function success(action: string, result: string, now: Date, namespace = NAMESPACE): Answer {
  const id = newRequestId();
  const body = `<${action}Response xmlns="${namespace}">
  <${action}Result>
${result}
  </${action}Result>
  <ResponseMetadata>
    <RequestId>${id}</RequestId>
  </ResponseMetadata>
</${action}Response>
`;
  return { status: 200, headers: headersOf(id, now), body };
}

/** The Query protocol's body of an error. */
export function errorAnswer(what: Omit<Refusal, 'refused'>, now: Date, namespace = NAMESPACE): Answer {
  const id = newRequestId();
  const body = `<ErrorResponse xmlns="${namespace}">
  <Error>
    <Type>${what.status < 500 ? 'Sender' : 'Receiver'}</Type>
    <Code>${what.code}</Code>
    <Message>${escapeXml(what.message)}</Message>
  </Error>
  <RequestId>${id}</RequestId>
</ErrorResponse>
`;
  return { status: what.status, headers: headersOf(id, now), body, code: what.code };
}

/** HTTP 400, not 429: STS has always throttled so. */
export function throttled(now: Date): Answer {
  return errorAnswer({ status: 400, code: 'Throttling', message: 'Rate exceeded' }, now);
}

/** One element with text in it. */
export function element(name: string, text: string | number): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

function headersOf(requestId: string, now: Date): Record<string, string> {
  return { 'x-amzn-RequestId': requestId, 'Content-Type': 'text/xml', Date: now.toUTCString() };
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
