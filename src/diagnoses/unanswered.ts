import type { TransportProblem, Unanswered } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry, type Evidence } from './diagnosis.ts';
import { proxyInForce, unreachableFixes, whatFailed } from './shared/unreachable.ts';
import { quoted, spell } from './shared/wording.ts';

/** No answer came, for this reason. */
export function unanswered(evidence: Evidence, why: Unanswered['why']): Unanswered | undefined {
  return evidence.answer?.kind === 'unanswered' && evidence.answer.why === why ? evidence.answer : undefined;
}

/** What the missing answer leaves open: the role, where it was the role's call. */
export function notJudged({ role, answer }: Evidence): string {
  const ofRole = role !== undefined && (answer === role.answer || answer === role.check);
  return ofRole
    ? 'Whether the role can be assumed could not be checked, so it is neither good nor bad.'
    : 'The credentials could not be checked, so they are neither good nor bad.';
}

function requests(answer: Unanswered, evidence: Evidence): string {
  return `${answer.requests} ${answer.requests === 1 ? 'request' : 'requests'} within the time-out of ${spell(evidence.settings.timeout)}`;
}

export const stsUnreachable = entry<Unanswered>({
  id: 'sts-unreachable',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'DNS, connection, TLS, proxy, a reset or a time-out kept the answer away',
  exceptions: 'The network, not the credentials: set `on-unknown: warn` where a deployment may go on unchecked.',
  detect: (evidence) => unanswered(evidence, 'unreachable'),
  describe(answer, evidence) {
    const { problem } = answer;
    const host = problem?.host ?? answer.attempt.endpoint.hostname;
    const port = problem?.port ?? 443;
    return {
      title: `STS could not be reached: ${problem === undefined ? 'no answer' : whatFailed(problem)}`,
      explanation: `${notJudged(evidence)} The deployment will most likely meet the same obstacle.`,
      evidence: [
        `asked ${quoted(`${host}:${port}`)}${problem === undefined ? '' : `; it failed at ${STEP[problem.step]}`}${problem?.code === undefined ? '' : ` (${quoted(problem.code)})`}`,
        ...(problem?.detail === undefined ? [] : [problem.detail]),
        proxyInForce(problem),
        requests(answer, evidence),
      ],
      fix: unreachableFixes(problem, { host, port }, evidence),
      docs: problem?.step === 'proxy' ? DOCS.proxies : DOCS.stsEndpoints,
    };
  },
});

const STEP: Readonly<Record<TransportProblem['step'], string>> = {
  dns: 'the DNS look-up',
  connect: 'the connection',
  proxy: 'the proxy',
  tls: 'the TLS handshake',
  send: 'sending the request',
  answer: 'the answer',
  'time-out': 'the time-out',
  reset: 'the answer, which broke off',
};

export const stsThrottled = entry<Unanswered>({
  id: 'sts-throttled',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'STS still throttled when the deadline came',
  exceptions: 'The credentials may be fine; raise `timeout` where many jobs start at once.',
  detect: (evidence) => unanswered(evidence, 'throttled'),
  describe: (answer, evidence) => ({
    title: `STS throttled the requests up to the time-out of ${spell(evidence.settings.timeout)}`,
    explanation: `${notJudged(evidence)} The account makes more STS calls than AWS allows at once.`,
    evidence: [requests(answer, evidence), `the last answer had status ${answer.status ?? 'none'}`],
    fix: [
      'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`), or raise `timeout` of this step.',
      'In the account, look for a program that calls STS in a loop; CloudTrail names it.',
    ],
    docs: DOCS.stsEndpoints,
  }),
});

export const stsUnavailable = entry<Unanswered>({
  id: 'sts-unavailable',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'the endpoint answered with 5xx until the deadline',
  exceptions: 'The credentials may be fine; run the job again.',
  detect: (evidence) => unanswered(evidence, 'unavailable'),
  describe: (answer, evidence) => ({
    title: `STS answered with errors of its own (status ${answer.status ?? 'none'})`,
    explanation: `${notJudged(evidence)} The endpoint, or something in front of it, has a fault.`,
    evidence: [
      requests(answer, evidence),
      answer.requestIds.length > 0
        ? 'the answers carry AWS’s request IDs'
        : 'the answers carry no AWS request ID: a proxy on the way may have made them',
    ],
    fix: [
      'Run the job again; the AWS Health Dashboard tells of larger faults.',
      `In the network, check what stands in front of ${quoted(answer.attempt.endpoint.host)}, if it goes on.`,
    ],
    docs: DOCS.stsEndpoints,
  }),
});
