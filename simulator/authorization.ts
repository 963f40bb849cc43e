import { createHash } from 'node:crypto';
import { refusal, type Refusal } from './answer.ts';
import type { Behaviour } from './behaviour.ts';
import { headerOf, type Scope, type WireRequest } from './signature.ts';

/** What the Authorization header says, parsed but not believed. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `X-Amz-Date`, or `Date` where it is missing, as sent. */
  readonly date: string;
}

/**
 * Reads the Authorization header. AWS's messages for a broken one repeat it, secrets included: that is what makes
 * swapped keys dangerous, so it is kept here.
 */
export function readAuthorization(request: WireRequest, behaviour: Behaviour): Authorization | Refusal {
  const header = headerOf(request, 'authorization');
  if (!header?.trim().startsWith('AWS4-')) {
    return refusal(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  const [algorithm = '', ...parts] = header.trim().split(/[\s,]+/);
  const unpaired = parts.find((part) => !part.includes('='));
  if (unpaired !== undefined) return incomplete(notAPair(unpaired, header, behaviour));
  const parameters = new Map(parts.map((part) => splitOnce(part, '=')));
  const date = headerOf(request, 'x-amz-date') ?? headerOf(request, 'date');
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parameters.get(name));
  const complaints = missing.map((name) => `Authorization header requires '${name}' parameter.`);
  if (date === undefined) {
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (complaints.length > 0 || date === undefined) {
    return incomplete([...complaints, echo(header, behaviour)].join(' '));
  }
  if (algorithm !== 'AWS4-HMAC-SHA256') return incomplete(`Unsupported AWS 'algorithm': '${algorithm}'.`);
  return readParameters(parameters, date);
}

function readParameters(parameters: ReadonlyMap<string, string>, date: string): Authorization | Refusal {
  const credential = parameters.get('Credential') ?? '';
  const elements = credential.split('/');
  if (elements.length !== 5) {
    return incomplete(
      'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, ' +
        `got '${credential}'`,
    );
  }
  const [accessKeyId = '', day = '', region = '', service = '', terminator = ''] = elements;
  return {
    accessKeyId,
    scope: { date: day, region, service, terminator },
    signedHeaders: (parameters.get('SignedHeaders') ?? '').split(';'),
    signature: parameters.get('Signature') ?? '',
    date,
  };
}

function incomplete(message: string): Refusal {
  return refusal(400, 'IncompleteSignature', message);
}

function notAPair(part: string, header: string, behaviour: Behaviour): string {
  return behaviour.authorizationEcho === 'raw'
    ? `'${part}' not a valid key=value pair (missing equal-sign) in Authorization header: '${header}'.`
    : `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash(header)}'.`;
}

function echo(header: string, behaviour: Behaviour): string {
  return behaviour.authorizationEcho === 'raw'
    ? `Authorization=${header}`
    : `(Hashed with SHA-256 and encoded with Base64) Authorization=${hash(header)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
