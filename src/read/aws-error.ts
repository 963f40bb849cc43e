import { parseXML } from '@aws-sdk/xml-builder';

import { parseCalendar } from './calendar.ts';

/** What the body of an answer is, as far as it can be told. */
export type StsBody =
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly requestId?: string }
  | {
      readonly kind: 'result';
      /** Such as GetCallerIdentity: the root element without Response. */
      readonly action: string;
      /** Text of every element below the result that has no others in it, by its own name. */
      readonly fields: Readonly<Record<string, string>>;
      readonly requestId?: string;
    }
  | { readonly kind: 'foreign'; readonly what: 'html' | 'json' | 'empty' | 'truncated-xml' | 'xml' | 'text' };

type Foreign = Extract<StsBody, { kind: 'foreign' }>['what'];
type Element = Readonly<Record<string, unknown>>;

/** STS answers in a few kilobytes; more is somebody else's page. */
const LARGEST = 256 * 1024;
/** The code goes into reports, so it may be nothing but a word. */
const CODE = /^[A-Za-z][A-Za-z0-9.]{0,127}$/;
const REQUEST_ID = /^[A-Za-z0-9+/=_-]{1,128}$/;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(parent: unknown, name: string): unknown {
  const value: unknown = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function textOf(element: unknown): string | undefined {
  return typeof element === 'string' ? element : textOfMixed(element);
}

function textOfMixed(element: unknown): string | undefined {
  const text = child(element, '#text');
  return typeof text === 'string' ? text : undefined;
}

function requestIdIn(root: unknown): { readonly requestId?: string } {
  const places = [
    child(root, 'RequestId'),
    child(root, 'RequestID'),
    child(child(root, 'ResponseMetadata'), 'RequestId'),
  ];
  const requestId = places.map(textOf).find((text) => text !== undefined && REQUEST_ID.test(text.trim()));
  return requestId === undefined ? {} : { requestId: requestId.trim() };
}

/** The three shapes of an AWS error in XML: Query (STS, IAM), EC2's and S3's. */
function errorOf(name: string, root: unknown): StsBody | undefined {
  const element =
    name === 'ErrorResponse'
      ? child(root, 'Error')
      : name === 'Response'
        ? child(child(root, 'Errors'), 'Error')
        : name === 'Error'
          ? root
          : undefined;
  const code = textOf(child(element, 'Code'))?.trim() ?? '';
  return CODE.test(code)
    ? { kind: 'error', code, message: textOf(child(element, 'Message')) ?? '', ...requestIdIn(root) }
    : undefined;
}

function leaves(element: unknown, into: Map<string, string>): ReadonlyMap<string, string> {
  for (const [name, value] of isElement(element) ? Object.entries(element) : []) {
    const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
    if (isElement(first)) {
      leaves(first, into);
    } else if (typeof first === 'string' && !name.startsWith('xmlns') && name !== '#text' && !into.has(name)) {
      into.set(name, first);
    }
  }
  return into;
}

function resultOf(name: string, root: unknown): StsBody | undefined {
  const action = /^([A-Za-z]{1,64})Response$/.exec(name)?.[1];
  const result = action === undefined ? undefined : child(root, `${action}Result`);
  return action === undefined || result === undefined
    ? undefined
    : { kind: 'result', action, fields: Object.fromEntries(leaves(result, new Map())), ...requestIdIn(root) };
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function foreignness(text: string): Foreign {
  if (text === '') {
    return 'empty';
  }
  if (/<!doctype html|<html[\s>]/i.test(text.slice(0, 4096))) {
    return 'html';
  }
  if (!text.startsWith('<')) {
    return text.length <= LARGEST && isJson(text) ? 'json' : 'text';
  }
  const [, doctype, root] =
    /^(?:<\?[^>]{0,200}\?>)?\s*<(!doctype )?([A-Za-z][\w:.-]{0,127})/i.exec(text.slice(0, 1024)) ?? [];
  const closed = root !== undefined && (text.endsWith(`</${root}>`) || text.endsWith('/>'));
  return closed || doctype !== undefined ? 'xml' : 'truncated-xml';
}

function parsed(text: string): Element | undefined {
  // AWS never sends a document type, and the parser's time with many of them grows with their square.
  if (!text.startsWith('<') || !text.endsWith('>') || text.length > LARGEST || /<!doctype/i.test(text)) {
    return undefined;
  }
  try {
    const document: unknown = parseXML(text);
    const [name = ''] = isElement(document) ? Object.keys(document) : [];
    // The parser stops at the end of the root: what follows it is not looked at.
    return isElement(document) && text.endsWith(`</${name}>`) ? document : undefined;
  } catch {
    // Not well-formed, or nested too deep for the stack.
    return undefined;
  }
}

/** Reads the body of an answer to an AWS Query request. Total and bounded: any text gives an answer. */
export function readStsBody(body: string): StsBody {
  const text = body.trim();
  const document = parsed(text);
  const [[name, root] = ['', undefined]] = Object.entries(document ?? {});
  return errorOf(name, root) ?? resultOf(name, root) ?? { kind: 'foreign', what: foreignness(text) };
}

/** What a "Signature expired" or "Signature not yet current" message tells of the two clocks. */
export interface SignatureTimes {
  /** The time in the signature. */
  readonly signedAt: Date;
  /** AWS's clock when it answered. */
  readonly serverTime: Date;
  /** How far off a signature may be; services differ (5 or 15). */
  readonly windowMinutes: number;
  readonly direction: 'expired' | 'not-yet-current';
}

const TIMES =
  /Signature (expired|not yet current): (\d{8}T\d{6}Z) is (?:now earlier|still later) than \d{8}T\d{6}Z \((\d{8}T\d{6}Z) [+-] (\d{1,4}) min\.?\)/i;

function basicTime(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/i.exec(text) ?? [];
  return parseCalendar({ year, month, day, hour, minute, second, fraction: '', offset: 'Z' });
}

/**
 * Reads the times in STS's message about a signature's date, as in aws/aws-cli#6676. Clock or queue: a request that was
 * held back until its signature expired is reported with the same words, then `signedAt` is exactly a window ago.
 */
export function readSignatureTimes(message: string): SignatureTimes | undefined {
  const [, which, signed = '', server = '', window] = TIMES.exec(message.replaceAll(/\s{1,16}/g, ' ')) ?? [];
  const [signedAt, serverTime] = [basicTime(signed), basicTime(server)];
  if (which === undefined || signedAt === undefined || serverTime === undefined) {
    return undefined;
  }
  const direction = which.toLowerCase() === 'expired' ? 'expired' : 'not-yet-current';
  return { signedAt, serverTime, windowMinutes: Number(window), direction };
}
