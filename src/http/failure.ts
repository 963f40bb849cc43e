import type { TransportProblem, TransportStep } from '../model/evidence.ts';
import type { RequestContext, Stage } from './connection.ts';
import { TimeIsUp } from './deadline.ts';
import { ProxySettingError } from './proxy.ts';

/** A request that got no answer. Its message and its problem hold nothing secret and nothing raw from the wire. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly problem: TransportProblem;
  /** Whether another try may help. */
  readonly transient: boolean;

  constructor(problem: TransportProblem) {
    super(
      [`${problem.host}:${String(problem.port)}`, problem.step, problem.code, problem.detail].filter(Boolean).join(' '),
    );
    this.problem = problem;
    this.transient = triesFor(problem) > 1;
  }
}

/** A step of a request failed, and more is known of it than an error code. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly step: TransportStep;
  readonly code: string | undefined;

  constructor(step: TransportStep, code: string | undefined, detail: string) {
    super(detail);
    this.step = step;
    this.code = code;
  }
}

/** Failures that usually pass within seconds. */
const TRANSIENT = new Set(['EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
/** Failures that rarely pass: worth a few tries, not the whole deadline. */
const RARELY_TRANSIENT = new Set([
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);
const FEW_TRIES = 3;

/**
 * How many tries in all a problem deserves: 1 for what stays as it is (no such host, a certificate, a proxy that says
 * no), 3 for what rarely passes, `Infinity` for what does.
 */
export function triesFor(problem: TransportProblem): number {
  const code = problem.code ?? '';
  if (problem.step === 'time-out' || TRANSIENT.has(code)) {
    return Infinity;
  }
  // An HPE_ code is the parser's: what came was not HTTP. A 5xx of the proxy is its own word on the host beyond.
  const isRarelyTransient =
    RARELY_TRANSIENT.has(code) || code.startsWith('HPE_') || (problem.step === 'proxy' && code.startsWith('HTTP_5'));
  return isRarelyTransient ? FEW_TRIES : 1;
}

/** What to call the failure of a request that had come as far as `context` tells. */
export function failureOf(context: RequestContext, error: unknown): TransportError {
  if (error instanceof TransportError) {
    return error;
  }
  const { proxy } = context;
  return new TransportError({
    ...stepOf(context, error),
    host: context.host,
    port: context.port,
    proxy: proxy && { variable: proxy.variable, host: proxy.host, port: proxy.port },
    ...(context.direct && { direct: context.direct }),
  });
}

type Failing = Pick<TransportProblem, 'step' | 'code' | 'detail'>;

function stepOf(context: RequestContext, error: unknown): Failing {
  const during = currentStep(context);
  if (error instanceof TimeIsUp) {
    return { step: 'time-out', code: undefined, detail: during };
  }
  if (error instanceof StepError) {
    // What is wrong with the TLS of the proxy itself is the proxy's fault, not the host's.
    return { step: context.stage === 'proxy-tls' ? 'proxy' : error.step, code: error.code, detail: error.message };
  }
  if (error instanceof ProxySettingError) {
    return { step: 'proxy', code: error.code, detail: error.message };
  }
  const code = codeOf(error);
  if (code === 'ETIMEDOUT') {
    return { step: 'time-out', code, detail: during };
  }
  if (isBeforeTunnel(context)) {
    return { step: 'proxy', code, detail: during };
  }
  return { code, ...stepByCode(context.stage, code, during) };
}

function stepByCode(stage: Stage, code: string | undefined, during: string): Omit<Failing, 'code'> {
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return { step: 'reset', detail: during };
  }
  if (stage === 'dns' || stage === 'connect') {
    return { step: stage, detail: undefined };
  }
  // With TLS 1.3 a server may refuse a handshake after the client has finished it.
  if (stage === 'tls' || code?.startsWith('ERR_SSL_') === true || code === 'EPROTO') {
    return { step: 'tls', detail: tlsDetail(code) };
  }
  return code?.startsWith('HPE_') === true
    ? { step: 'answer', detail: 'the answer is not HTTP' }
    : { step: 'send', detail: during };
}

function tlsDetail(code: string | undefined): string | undefined {
  const notTls = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST', 'EPROTO'];
  return code !== undefined && notTls.includes(code) ? 'the other side does not speak TLS on this port' : undefined;
}

/** Up to the tunnel only the proxy has been spoken to, so what fails is the proxy. */
function isBeforeTunnel(context: RequestContext): boolean {
  return context.proxy !== undefined && ['start', 'dns', 'connect', 'proxy-tls', 'tunnel'].includes(context.stage);
}

function currentStep(context: RequestContext): string {
  const proxied = context.proxy !== undefined;
  const phrases: Record<Stage, string> = {
    start: 'before anything was sent',
    dns: proxied ? "looking up the proxy's host" : 'looking up the host',
    connect: proxied ? 'connecting to the proxy' : 'connecting',
    'proxy-tls': 'in the TLS handshake with the proxy',
    tunnel: "waiting for the proxy's answer to CONNECT",
    tls: 'in the TLS handshake',
    send: 'sending the request',
    'first-byte': 'waiting for the first byte of the answer',
    body: 'reading the body of the answer',
  };
  return phrases[context.stage];
}

/** The code of a system error; of the first of several where a host has more than one address. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : undefined;
}
