import { errorAnswer, throttled, type Answer } from './answer.ts';

/** What goes wrong between STS and its caller. */
export type Fault = Replacement | Alteration | Manner;

/** Another answer, from STS's front door or from somewhere on the way. */
export type Replacement =
  | { readonly kind: 'throttle' }
  /** `html`: as a load balancer answers. */
  | { readonly kind: 'server-error'; readonly status?: 500 | 502 | 503 | 504; readonly shape?: 'aws' | 'html' }
  | { readonly kind: 'refusal'; readonly status: number; readonly code: string; readonly message: string }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body: string;
    }
  | { readonly kind: 'captive-portal'; readonly form?: 'page' | 'redirect' }
  | { readonly kind: 'proxy-refusal'; readonly status?: 403 | 407 }
  | { readonly kind: 'error-body-with-200' };

/** The honest answer, spoilt. */
export type Alteration =
  | { readonly kind: 'empty' }
  | { readonly kind: 'truncated-xml' }
  | { readonly kind: 'foreign-xml' }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'foreign-arn' }
  | { readonly kind: 'age'; readonly seconds: number }
  | { readonly kind: 'no-date' }
  /** The machine's own time in the `Date` header, as a proxy that sets one writes it. */
  | { readonly kind: 'local-date' }
  /** A `Date` header as a proxy writes it whose own clock is wrong; `text` as it stands in the header. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'no-request-id' }
  | { readonly kind: 'oversize'; readonly bytes: number };

/** How an answer travels, or fails to. `after`: what has been sent when it stops. */
export type Manner =
  | { readonly kind: 'hang'; readonly after?: 'nothing' | 'headers' | 'half-body' }
  | { readonly kind: 'reset'; readonly after?: 'nothing' | 'headers' | 'half-body' }
  | { readonly kind: 'drip'; readonly everyMs?: number; readonly bytes?: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'garbage' };

/** The faults to come: each of `queue` for one request, in order; those of `standing` for every one. */
export interface Faults {
  readonly queue: Fault[];
  readonly standing: Fault[];
}

export interface Delivery {
  readonly answer: Answer;
  readonly manner: Manner | undefined;
}

/** Takes the next fault of the queue and all standing ones, and applies them to the honest answer in turn. */
export function applyFaults(faults: Faults, honest: (pending: readonly Fault[]) => Answer, now: Date): Delivery {
  const next = faults.queue.shift();
  const pending = next === undefined ? faults.standing : [next, ...faults.standing];
  let answer = honest(pending);
  let manner: Manner | undefined;
  for (const fault of pending) {
    if (isManner(fault)) manner = fault;
    else answer = replacesAnswer(fault) ? replace(fault, now) : alter(fault, answer);
  }
  return { answer, manner };
}

/** True where STS never sees the request, so that it leaves no trace there. */
export function replacesAnswer(fault: Fault): fault is Replacement {
  return REPLACING.has(fault.kind);
}

function isManner(fault: Fault): fault is Manner {
  return MANNERS.has(fault.kind);
}

const REPLACING: ReadonlySet<Fault['kind']> = new Set([
  'throttle',
  'server-error',
  'refusal',
  'answer',
  'captive-portal',
  'proxy-refusal',
  'error-body-with-200',
] satisfies Replacement['kind'][]);
const MANNERS: ReadonlySet<Fault['kind']> = new Set([
  'hang',
  'reset',
  'drip',
  'delay',
  'garbage',
] satisfies Manner['kind'][]);

function replace(fault: Replacement, now: Date): Answer {
  switch (fault.kind) {
    case 'throttle':
      return throttled(now);
    case 'server-error':
      return serverError(fault.status ?? 503, fault.shape ?? 'aws', now);
    case 'refusal':
      return errorAnswer(fault, now);
    case 'answer':
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
    case 'captive-portal':
      return fault.form === 'redirect'
        ? page(302, 'Sign in to continue', { Location: 'http://portal.example/login' })
        : page(200, 'Welcome to Example Wi-Fi: please sign in');
    case 'proxy-refusal':
      return page(fault.status ?? 403, 'Blocked by the web filter of Example Corp');
    case 'error-body-with-200':
      return {
        ...errorAnswer({ status: 403, code: 'InternalError', message: 'Something is wrong' }, now),
        status: 200,
      };
  }
}

function alter(fault: Alteration, honest: Answer): Answer {
  switch (fault.kind) {
    case 'empty':
      return { ...honest, body: '' };
    case 'truncated-xml':
      return { ...honest, body: honest.body.toString().slice(0, honest.body.length / 2) };
    case 'foreign-xml':
      return {
        ...honest,
        body: '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title></channel></rss>',
      };
    case 'account':
      return rewrite(honest, /<Account>\d*/, `<Account>${fault.account}`);
    case 'foreign-arn':
      return rewrite(honest, /<Arn>(arn:[\w-]+:\w+::)\d{12}/, '<Arn>$1999999999999');
    case 'age':
      return { ...honest, headers: { ...honest.headers, Age: String(fault.seconds) } };
    case 'no-date':
      return without(honest, 'Date');
    case 'date':
      return { ...honest, headers: { ...honest.headers, Date: fault.text } };
    case 'local-date':
      return { ...honest, headers: { ...honest.headers, Date: new Date().toUTCString() } };
    case 'no-request-id':
      return rewrite(without(honest, 'x-amzn-RequestId'), /<RequestId>[^<]*<\/RequestId>/, '');
    case 'oversize':
      return rewrite(honest, /(?=<\/\w+Response>\s*$)/, `<!--${'a'.repeat(fault.bytes)}-->`);
  }
}

function serverError(status: number, shape: 'aws' | 'html', now: Date): Answer {
  if (shape === 'html') return page(status, 'Service Temporarily Unavailable');
  const code = status === 500 ? 'InternalFailure' : 'ServiceUnavailable';
  return errorAnswer({ status, code, message: 'We encountered an internal error. Please try again.' }, now);
}

function page(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html', Date: new Date().toUTCString(), ...headers },
    body: `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`,
  };
}

function rewrite(answer: Answer, pattern: RegExp, replacement: string): Answer {
  return { ...answer, body: answer.body.toString().replace(pattern, replacement) };
}

function without(answer: Answer, header: string): Answer {
  return { ...answer, headers: Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== header)) };
}
