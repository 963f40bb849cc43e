import type { TransportProblem } from '../../model/evidence.ts';
import { inputPlace, nameOfPlace, phraseOfPlace } from '../../model/place.ts';
import type { Evidence } from '../diagnosis.ts';
import { isAwsEndpoint } from './region-change.ts';
import { quoted } from './wording.ts';

const TITLE: Readonly<Record<TransportProblem['step'], string>> = {
  dns: 'its name was not found',
  connect: 'the connection failed',
  proxy: 'the proxy did not answer as one',
  tls: 'no trusted TLS connection',
  send: 'the request could not be sent',
  answer: 'the answer was no HTTP',
  'time-out': 'no answer in time',
  reset: 'the connection broke off',
};

/** For a title, after "STS could not be reached:". */
export function whatFailed({ step, code = '', detail = '' }: TransportProblem): string {
  if (step !== 'proxy') return TITLE[step];
  if (code.startsWith('ERR_PROXY_')) return 'the proxy setting names no HTTP proxy';
  if (code.startsWith('HTTP_')) return 'the proxy refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the proxy’s name was not found';
  if (CONNECTING.has(code)) return 'the connection to the proxy failed';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the proxy broke the connection off';
  return detail.includes('certificate') ? 'no trusted TLS connection to the proxy' : TITLE.proxy;
}

const CONNECTING = new Set(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL']);

/** Which setting decided whether a proxy was asked. */
export function proxyInForce(problem: TransportProblem | undefined): string {
  const { proxy, direct } = problem ?? {};
  if (proxy !== undefined)
    return `through the proxy ${quoted(`${proxy.host}:${proxy.port}`)}, from ${quoted(proxy.variable)}`;
  switch (direct?.because) {
    case 'exempt':
      return `no proxy was asked: ${quoted(direct.variable)} exempts the host from ${quoted(direct.instead)}`;
    case 'empty':
      return `no proxy was asked: ${quoted(direct.variable)} is set and empty, which switches ${quoted(direct.instead)} off`;
    case 'loopback':
      return `no proxy was asked: the host is this machine itself, which the proxy in ${quoted(direct.variable)} could not reach`;
    default:
      return problem?.code?.startsWith('ERR_PROXY_') === true
        ? 'the setting is not shown: it may hold a password'
        : 'no proxy setting was in force';
  }
}

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** What to change, most likely first. */
export function unreachableFixes(
  problem: TransportProblem | undefined,
  place: Endpoint,
  evidence: Evidence,
): readonly string[] {
  const configured = endpointFix(evidence);
  const isPlain = problem?.proxy === undefined && (problem?.direct?.because ?? 'loopback') === 'loopback';
  if (configured !== undefined && isPlain && (problem?.step === 'dns' || problem?.step === 'connect'))
    return configured;
  const allow = `In the network’s egress rules, allow ${quoted(place.host)} on port ${place.port}.`;
  switch (problem?.step) {
    case 'dns':
      return [
        ...unknownRegion(evidence),
        'In the workflow, check the region and the endpoint: the host’s name is made from them.',
        ...proxyKeptOut(problem),
        'On the runner, check that it can resolve public names, or the private zone of the VPC endpoint.',
        allow,
      ];
    case 'tls':
      return tlsFixes(problem, place, evidence);
    case 'proxy':
      return proxyFixes(problem, place);
    default:
      return [
        ...proxyKeptOut(problem),
        ...(problem?.proxy === undefined ? [allow, ...throughProxy(problem)] : [...throughProxy(problem), allow]),
        'Run the job again, where the network was merely busy.',
      ];
  }
}

/** A host that the job itself named, and that is not AWS's, is no matter of egress rules. */
function endpointFix({ settings, gathered, answer }: Evidence): readonly string[] | undefined {
  const url = answer?.attempt.endpoint;
  const from = settings.stsEndpoint === undefined ? gathered.endpoint?.from : inputPlace('sts-endpoint');
  if (from === undefined || url === undefined || isAwsEndpoint(url)) return undefined;
  return [
    `Remove ${phraseOfPlace(from)}, which names ${quoted(url.host)}: AWS’s own endpoint is asked then.`,
    'If that endpoint is meant: check that it runs and can be reached from here.',
  ];
}

function throughProxy(problem: TransportProblem | undefined): readonly string[] {
  if (problem?.direct !== undefined) return [];
  if (problem?.proxy === undefined) {
    return ['On a self-hosted runner behind a proxy, set `HTTPS_PROXY`, and `NO_PROXY` for what is reached directly.'];
  }
  const { variable, host, port } = problem.proxy;
  return [
    `In ${quoted(variable)}, check the address ${quoted(`${host}:${port}`)}, and on the proxy, that it runs and reaches AWS; or add the host to \`NO_PROXY\`, where it can be reached directly.`,
  ];
}

/** A setting of its own kept the proxy out. */
function proxyKeptOut(problem: TransportProblem | undefined): readonly string[] {
  const { because, variable, instead } = problem?.direct ?? {};
  if (because === 'exempt') {
    return [`In ${quoted(variable ?? '')}, take the host out, if it can only be reached through the proxy.`];
  }
  return because === 'empty'
    ? [
        `On the runner, remove the empty ${quoted(variable ?? '')}, if the proxy in ${quoted(instead ?? '')} is meant to be used.`,
      ]
    : [];
}

function proxyFixes({ proxy, code = '', detail = '' }: TransportProblem, { host, port }: Endpoint): readonly string[] {
  const variable = proxy?.variable ?? /^\w+_proxy\b/i.exec(detail)?.[0] ?? 'HTTPS_PROXY';
  const around = 'or add the host to `NO_PROXY`, where it can be reached directly';
  if (code.startsWith('ERR_PROXY_')) {
    return [
      `In ${quoted(variable)}, put a URL such as \`http://proxy.example:3128\`, characters like \`#\` and \`/\` in a password written as \`%23\` and \`%2F\`; AWS tools speak to HTTP proxies, not to SOCKS.`,
    ];
  }
  if (code.startsWith('HTTP_')) {
    return [
      `In ${quoted(variable)}, check the proxy’s address and its user and password.`,
      `In the proxy’s rules, allow CONNECT to ${quoted(`${host}:${port}`)}; ${around}.`,
    ];
  }
  return [
    `In ${quoted(variable)}, check the proxy’s scheme, name and port; ${around}.`,
    'On the proxy, check that it runs and lets this runner in.',
  ];
}

const INTERCEPTED =
  'On the runner, set `NODE_EXTRA_CA_CERTS` (for this step’s Node.js) and `AWS_CA_BUNDLE` (for the AWS CLI) to the proxy’s root certificate, where a proxy opens TLS connections.';
const ANOTHER_HOST =
  'In the workflow, check `sts-endpoint` and the proxy settings, where the certificate is for another host.';

function tlsFixes(
  { code = '', detail = '' }: TransportProblem,
  { host, port }: Endpoint,
  { gathered }: Evidence,
): readonly string[] {
  if (code === 'ERR_CA_BUNDLE' || detail.endsWith('names cannot be read')) {
    const place = gathered.network.caBundle?.from;
    const from = place === undefined ? 'AWS_CA_BUNDLE' : nameOfPlace(place);
    return [
      `In ${quoted(from)}, put the path of a PEM file of certificates that this step can read (in a container, a path within it); or remove the setting, if no proxy opens TLS connections.`,
    ];
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return [
      'On the runner, check the clock: a wrong date makes good certificates look bad.',
      'On the proxy or the endpoint whose certificate it is, renew it, if the clock is right.',
    ];
  }
  if (detail.includes('does not speak TLS')) {
    return [
      `In the workflow, check the scheme and the port of \`sts-endpoint\` or \`AWS_ENDPOINT_URL_STS\`: what listens on ${quoted(`${host}:${port}`)} speaks no TLS.`,
      'In the network, look for what answers in AWS’s place, if the endpoint is AWS’s own.',
    ];
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return [ANOTHER_HOST, INTERCEPTED];
  return [INTERCEPTED, ANOTHER_HOST];
}

/** A name that does not resolve may be a region's that does not exist; or a newer one's, behind a broken DNS. */
function unknownRegion({ facts, answer }: Evidence): readonly string[] {
  const step = answer?.kind === 'unanswered' ? answer.problem?.step : undefined;
  if (facts === undefined || facts.region.known || step !== 'dns') return [];
  return [`In the workflow, check the region: ${quoted(facts.region.name)} is none that this release knows.`];
}
