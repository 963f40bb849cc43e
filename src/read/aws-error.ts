import { parseCalendar } from './calendar.ts';
import { child, isElement, LARGEST_XML, parseDocument } from './xml.ts';

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

/** The code goes into reports, so it may be nothing but a word. */
const CODE = /^[A-Za-z][A-Za-z0-9.]{0,127}$/;
/** Namespaces that a body may name; emulators leave them out. */
const OF_STS = /^https?:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/?$/;
/** Errors may come from AWS's front doors, and in other shapes than STS's own (such as `…/AWSFault/2005-15-09`). */
const OF_AWS = /^https?:\/\/(?:[a-z0-9-]{1,63}\.amazonaws\.com|webservices\.amazon\.com)\//;
const REQUEST_ID = /^[A-Za-z0-9+/=_-]{1,128}$/;

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

/** The shapes of an AWS error in XML: Query (STS, IAM), the emulator moto's, EC2's and S3's. */
function errorOf(name: string, root: unknown): StsBody | undefined {
  const element =
    name === 'ErrorResponse'
      ? (child(root, 'Error') ?? child(child(root, 'Errors'), 'Error'))
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

/** Where two of one name differ, nobody can tell which is meant. */
function leaves(element: unknown, into: Map<string, string>): ReadonlyMap<string, string> | undefined {
  for (const [name, value] of isElement(element) ? Object.entries(element) : []) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isElement(one)) {
        if (leaves(one, into) === undefined) return undefined;
      } else if (typeof one === 'string' && !name.startsWith('xmlns') && name !== '#text') {
        if ((into.get(name) ?? one) !== one) return undefined;
        into.set(name, one);
      }
    }
  }
  return into;
}

function resultOf(name: string, root: unknown): StsBody | undefined {
  const action = /^([A-Za-z]{1,64})Response$/.exec(name)?.[1];
  const result = action === undefined ? undefined : child(root, `${action}Result`);
  const fields = result === undefined ? undefined : leaves(result, new Map());
  return action === undefined || fields === undefined
    ? undefined
    : { kind: 'result', action, fields: Object.fromEntries(fields), ...requestIdIn(root) };
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
    return text.length <= LARGEST_XML && isJson(text) ? 'json' : 'text';
  }
  const [, doctype, root] =
    /^(?:<\?[^>]{0,200}\?>)?\s*<(!doctype )?([A-Za-z][\w:.-]{0,127})/i.exec(text.slice(0, 1024)) ?? [];
  const closed = root !== undefined && (text.endsWith(`</${root}>`) || text.endsWith('/>'));
  return closed || doctype !== undefined ? 'xml' : 'truncated-xml';
}

const NOTHING = { name: '', root: undefined, namespaces: [] };

/** Reads the body of an answer to an AWS Query request. Total and bounded: any text gives an answer. */
export function readStsBody(body: string): StsBody {
  const text = body.trim();
  const { name, root, namespaces } = parseDocument(text) ?? NOTHING;
  const only = (allowed: RegExp): boolean => namespaces.every((namespace) => allowed.test(namespace));
  const error = only(OF_AWS) ? errorOf(name, root) : undefined;
  const result = only(OF_STS) ? resultOf(name, root) : undefined;
  return error ?? result ?? { kind: 'foreign', what: foreignness(text) };
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
