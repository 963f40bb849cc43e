import type { CredentialProcessFailed } from '../model/source-problem.ts';
import type { Explanation } from '../model/report.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { titled } from './shared/source-place.ts';
import { ofSource } from './shared/source-problem.ts';
import { ago, quoted, spell } from './shared/wording.ts';

type Failure = CredentialProcessFailed['failure'];

/** The program of `credential_process` gave nothing that can be used. */
export const credentialProcessFailed = entry(
  ofSource('credential-process-failed', {
    when: '`credential_process` failed, or answered expired credentials',
    exceptions:
      'AWS tools stop at the same point, but wait for as long as the program runs: raise `timeout` where it needs more.',
    references: [DOCS.process],
    describe,
  }),
);

/** The finding in words: what the program did stands in the title. */
function describe({ profile, command, failure, stderr, where }: CredentialProcessFailed): Explanation {
  const what = deed(failure);
  const file = where.kind === 'setting' ? where.file : undefined;
  const isOpen = failure.reason === 'time-out';
  return {
    title: titled('The credential_process of ', profile, ` ${what}`),
    explanation: isOpen
      ? `The program ${quoted(command)} was still running when the time-out of this step came, so the profile ${quoted(profile)} has no credentials; AWS tools would go on waiting for it.`
      : `The profile ${quoted(profile)} has no credentials, because the program ${quoted(command)} that should give them ${what}.`,
    evidence: [measured(failure), ...(stderr === '' ? [] : [`its standard error ends: ${quoted(stderr)}`])],
    fix: [
      ...(isOpen
        ? [
            'In this step, raise `timeout`, if the program needs longer; if it waits for somebody to type, it cannot run in a job.',
          ]
        : []),
      `In ${file === undefined ? 'the config file' : quoted(file)}, profile ${quoted(profile)}, take the command of \`credential_process\` and run it by hand: it must print JSON with \`"Version": 1\`, \`AccessKeyId\` and \`SecretAccessKey\`.`,
      ...(failure.reason === 'expired' ? ['In that program’s own cache, renew the credentials before this step.'] : []),
    ],
    docs: DOCS.process,
  };
}

function deed(failure: Failure): string {
  switch (failure.reason) {
    case 'exit':
      return `ended with exit status ${failure.status}`;
    case 'signal':
      return `was ended by ${failure.signal}`;
    case 'not-started':
      return `could not be started (${failure.code})`;
    case 'time-out':
      return `gave no answer in ${spell(failure.seconds)}`;
    case 'too-much-output':
      return 'printed more than 1 MiB';
    case 'not-json':
      return 'did not print JSON';
    case 'wrong-version':
      return 'printed another Version than 1';
    case 'incomplete':
      return `left out ${failure.missing.join(' and ')}`;
    case 'expired':
      return `gave keys that expired ${ago(failure.secondsAgo)}`;
  }
}

/** What a shell means by the two: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
const SHELL_STATUS: Readonly<Record<number, string>> = {
  126: ', with which a shell says that it may not run the program',
  127: ', with which a shell says that there is no such program',
};

function measured(failure: Failure): string {
  switch (failure.reason) {
    case 'exit':
      return `it ended with exit status ${failure.status}${SHELL_STATUS[failure.status] ?? ''}`;
    case 'not-started':
      return `the system answered ${failure.code}`;
    case 'time-out':
      return `it was ended after ${spell(failure.seconds)}, which was all that this step had left`;
    case 'expired':
      return `the Expiration it gave is ${quoted(failure.expiration)}`;
    default:
      return `it ${deed(failure)}`;
  }
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'credential-process-failed': true;
  }
}
