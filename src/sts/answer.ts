import type { HttpAnswer } from '../http/send.ts';
import type { Identity } from '../model/evidence.ts';
import { parseArn, principalTypeOf } from '../read/arn.ts';
import { readSignatureTimes, readStsBody, type StsBody } from '../read/aws-error.ts';
import { isServiceFaultCode, isThrottlingCode } from '../read/refusal.ts';

/** What one HTTP answer comes to, before any retry. `fields` are the leaf values of a result. */
export type Judgement =
  | { readonly kind: 'result'; readonly fields: Readonly<Record<string, string>>; readonly requestId: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly requestId: string }
  | { readonly kind: 'throttled' | 'unavailable'; readonly requestId: string | undefined }
  | { readonly kind: 'unrecognised'; readonly detail: string };

/**
 * Takes an answer for AWS's only where it has AWS's shape: the Query protocol's XML with a request ID. Everything
 * else, whatever its status, is no answer about the credentials.
 */
export function judgeAnswer(answer: HttpAnswer, action: string): Judgement {
  const body = readStsBody(answer.body);
  const requestId =
    [answer.headers['x-amzn-requestid'], answer.headers['x-amz-request-id']].find((id) => REQUEST_ID.test(id ?? '')) ??
    (body.kind === 'foreign' ? undefined : body.requestId);
  const code = body.kind === 'error' ? body.code : undefined;
  if (answer.status === 429 || (code !== undefined && isThrottlingCode(code))) return { kind: 'throttled', requestId };
  if (answer.status >= 500 || (code !== undefined && isServiceFaultCode(code)))
    return { kind: 'unavailable', requestId };
  if (isCached(answer, body)) return { kind: 'unrecognised', detail: 'a cache on the way answered (Age header)' };
  if (answer.status >= 300 && answer.status < 400) return { kind: 'unrecognised', detail: redirect(answer) };
  if (body.kind === 'foreign')
    return { kind: 'unrecognised', detail: `status ${answer.status} with ${FOREIGN[body.what]}` };
  if (requestId === undefined) {
    return {
      kind: 'unrecognised',
      detail: `status ${answer.status} without the request ID that AWS gives every answer`,
    };
  }
  if (body.kind === 'error') {
    return answer.status >= 400
      ? { kind: 'refused', code: body.code, message: body.message, requestId }
      : { kind: 'unrecognised', detail: `status ${answer.status} with an error in its body` };
  }
  if (answer.status !== 200 || body.action !== action) {
    return { kind: 'unrecognised', detail: `status ${answer.status} with the result of another call` };
  }
  return { kind: 'result', fields: body.fields, requestId };
}

const FOREIGN = {
  html: 'an HTML page: a captive portal or a proxy answered',
  json: 'JSON where STS answers in XML',
  empty: 'an empty body',
  'truncated-xml': 'XML that breaks off or is not well-formed',
  xml: 'XML that is not STS’s',
  text: 'plain text where STS answers in XML',
} as const;

/** Signed and sent within this, in milliseconds of the local clock. */
const OWN_DATE = 60_000;

/**
 * Kept by a cache, and so no answer to this request. An age of 0 may be any proxy's; and a refusal that quotes the
 * request's own date was made for it.
 */
function isCached({ headers, sentAt }: HttpAnswer, body: StsBody): boolean {
  const quoted = body.kind === 'error' ? readSignatureTimes(body.message)?.signedAt.getTime() : undefined;
  const isOwn = quoted !== undefined && Math.abs(quoted - sentAt) < OWN_DATE;
  return Number(headers['age'] ?? 0) !== 0 && !isOwn;
}

function redirect(answer: HttpAnswer): string {
  const target = URL.parse(answer.headers['location'] ?? '');
  return `status ${answer.status}, a redirect${target === null ? '' : ` to the host ${target.hostname}`}; AWS never redirects this call`;
}

/** Names, and paths of ASCII characters without spaces (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html). */
const ARN = /^arn:[a-z][\w-]{0,62}:(?:iam|sts)::\d{12}:[!-\x7f]{1,2048}$/;
const ID = /^[!-~]{1,256}$/;
const REQUEST_ID = /^[A-Za-z0-9-]{1,64}$/;

/** The identity in a GetCallerIdentity result; undefined where it is not one that AWS would give. */
export function identityOf(fields: Readonly<Record<string, string>>): Identity | undefined {
  const { Account: account = '', Arn: arn = '', UserId: userId = '' } = fields;
  if (!/^\d{12}$/.test(account) || !ID.test(userId) || !ARN.test(arn) || parseArn(arn)?.account !== account)
    return undefined;
  return { account, arn, userId, principalType: principalTypeOf(arn) };
}
