import type { TransportProblem, Unanswered } from '../model/evidence.ts';
import { DOCS } from './shared/docs.ts';
import { entry } from './diagnosis.ts';
import { notJudged, requests, unanswered } from './shared/unanswered.ts';
import { proxyInForce, unreachableFixes, whatFailed } from './shared/unreachable.ts';
import { quoted } from './shared/wording.ts';

/** Something between the runner and STS kept the answer away. */
export const stsUnreachable = entry<Unanswered>({
  id: 'sts-unreachable',
  severity: 'unknown',
  phases: ['unanswered', 'role'],
  when: 'DNS, connection, TLS, proxy, a reset or a time-out kept the answer away',
  exceptions: 'The network, not the credentials: set `on-unknown: warn` where a deployment may go on unchecked.',
  references: [DOCS.proxies, DOCS.stsEndpoints],
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

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'sts-unreachable': true;
  }
}
