import type { DiagnosisId } from '../evidence.ts';
import type {
  CredentialProcessFailed,
  CredentialsFileInvalid,
  ProfileNotFound,
  SourceProblem,
  SourceUnavailable,
} from '../gather/problem.ts';
import type { Explanation } from '../report.ts';
import { DOCS } from './docs.ts';
import { entry, type CatalogueEntry } from './diagnosis.ts';
import { quoted, sentence } from './wording.ts';

/** Faults of a source are found by gather/; here they are only put into words. */
function ofKind<Kind extends SourceProblem['kind'] & DiagnosisId>(
  id: Kind,
  texts: { when: string; exceptions: string },
  describe: (problem: Extract<SourceProblem, { kind: Kind }>) => Explanation,
): CatalogueEntry {
  return entry<Extract<SourceProblem, { kind: Kind }>>({
    id,
    // Where only STS was silent, nothing is known of the source.
    severity: id === 'source-unavailable' ? (problem) => ('unanswered' in problem ? 'unknown' : 'error') : 'error',
    phases: ['before'],
    ...texts,
    detect: ({ gathered }) =>
      gathered.problems.find((problem): problem is Extract<SourceProblem, { kind: Kind }> => problem.kind === id),
    describe,
  });
}

export const profileNotFound = ofKind(
  'profile-not-found',
  {
    when: 'the named profile is in neither shared file',
    exceptions: 'A step that writes the files must run before this one.',
  },
  (problem: ProfileNotFound) => ({
    title: `The profile ${short(problem.profile)} is in neither AWS file`,
    explanation: `No AWS tool finds credentials, because ${problem.namedBy} names a profile that does not exist.`,
    evidence: [
      ...problem.files.map((file) => `${quoted(file.path)} ${file.exists ? 'has no such profile' : 'does not exist'}`),
      ...(problem.misplaced === undefined
        ? []
        : [
            `${quoted(problem.misplaced.file)} line ${problem.misplaced.line} has the heading ${quoted(problem.misplaced.heading)}, which AWS tools do not read in that file`,
          ]),
    ],
    fix: [
      ...(problem.misplaced === undefined
        ? []
        : [
            'In that line, correct the heading: `[profile NAME]` in the config file, `[NAME]` in the credentials file.',
          ]),
      ...(problem.nearest.length === 0
        ? []
        : [
            `${sentence(`in ${problem.namedBy}`)}, check the spelling; there are: ${problem.nearest.map(quoted).join(', ')}.`,
          ]),
      `${sentence(problem.namedBy)}: leave it empty where the profile is not meant, or write the profile in an earlier step.`,
    ],
    docs: DOCS.files,
  }),
);

export const credentialsFileInvalid = ofKind(
  'credentials-file-invalid',
  { when: 'a shared file cannot be read or parsed', exceptions: 'Tools differ: the finding says which of them stop.' },
  (problem: CredentialsFileInvalid) => ({
    title: `AWS tools cannot read ${short(problem.file)}${problem.line === undefined ? '' : `, line ${problem.line}`}`,
    explanation: `The file ${quoted(problem.file)} ${problem.why}, which stops ${problem.stops}.`,
    evidence: [`${quoted(problem.file)}${problem.line === undefined ? '' : ` line ${problem.line}`}: ${problem.why}`],
    fix: [
      `In ${quoted(problem.file)}${problem.line === undefined ? '' : `, line ${problem.line}`}, put it right: headings stand in square brackets, settings are \`name = value\`.`,
      'In the step that writes the file, check quoting and line ends: a here-document with expressions in it often breaks a line.',
    ],
    docs: DOCS.files,
  }),
);

const PROCESS_FAILURE: Readonly<Record<CredentialProcessFailed['failure']['reason'], string>> = {
  exit: 'failed',
  signal: 'was ended by a signal',
  'not-started': 'could not be started',
  'time-out': 'did not answer in time',
  'too-much-output': 'printed more than 1 MiB',
  'not-json': 'did not print JSON',
  'wrong-version': 'printed another Version than 1',
  incomplete: 'left out a value',
  expired: 'gave expired credentials',
};

export const credentialProcessFailed = ofKind(
  'credential-process-failed',
  {
    when: '`credential_process` failed, or answered expired credentials',
    exceptions: 'None: AWS tools stop at the same point.',
  },
  (problem: CredentialProcessFailed) => {
    const { failure } = problem;
    const what = PROCESS_FAILURE[failure.reason];
    return {
      title: `The credential_process of profile ${short(problem.profile)} ${what}`,
      explanation: `The profile ${quoted(problem.profile)} has no credentials, because the program ${quoted(problem.command)} that should give them ${what}.`,
      evidence: [
        failure.reason === 'exit'
          ? `it ended with exit status ${failure.status}`
          : failure.reason === 'signal'
            ? `it was ended by ${failure.signal}`
            : failure.reason === 'not-started'
              ? `the system answered ${failure.code}`
              : failure.reason === 'expired'
                ? `the Expiration it gave is ${quoted(failure.expiration)}`
                : `it ${what}`,
        ...(problem.stderr === '' ? [] : [`its standard error ends: ${quoted(problem.stderr)}`]),
      ],
      fix: [
        `In ${quoted('~/.aws/config')}, profile ${quoted(problem.profile)}, run the command of \`credential_process\` by hand: it must print JSON with \`"Version": 1\`, \`AccessKeyId\` and \`SecretAccessKey\`.`,
        ...(failure.reason === 'expired'
          ? ['In that program’s own cache, renew the credentials before this step.']
          : []),
      ],
      docs: DOCS.process,
    };
  },
);

export const sourceUnavailable = ofKind(
  'source-unavailable',
  {
    when: 'a web identity file, SSO cache, container or instance endpoint is named but cannot be used',
    exceptions: 'A metadata service can be slow right after boot; run the job again.',
  },
  (problem: SourceUnavailable) => ({
    title: `The ${SOURCE_NAME[problem.source]} gave no credentials`,
    explanation:
      problem.unanswered === undefined
        ? `${sentence(problem.namedBy)} sends AWS tools to a source that cannot be used.`
        : `${sentence(problem.namedBy)} needs STS, which gave no answer of its own, so the credentials are neither good nor bad.`,
    evidence: [
      problem.why,
      ...(problem.refusal === undefined
        ? []
        : [`AWS refused with ${quoted(problem.refusal.code)} (status ${problem.refusal.status})`]),
    ],
    fix: [
      `${sentence(problem.namedBy)}: correct it, or leave it empty where it is left over from something else.`,
      SOURCE_FIX[problem.source],
    ],
    docs: DOCS.chain,
  }),
);

const SOURCE_NAME: Readonly<Record<SourceUnavailable['source'], string>> = {
  'web-identity': 'web identity token',
  sso: 'SSO session',
  container: 'container credentials endpoint',
  instance: 'instance metadata service',
  profile: 'profile’s role',
};

const SOURCE_FIX: Readonly<Record<SourceUnavailable['source'], string>> = {
  'web-identity':
    'In the step that writes the web identity token, check that it runs in this job, before this step, and that the token is fresh.',
  sso: 'On the runner, log in first (`aws sso login`): a job cannot do so by itself.',
  container:
    'On the runner, check that the agent behind the container credentials endpoint runs and that the task or pod has a role.',
  instance:
    'On the runner, check that the instance has an instance profile and that IMDSv2 answers from where the job runs (hop limit 2 in containers).',
  profile:
    'In the role’s trust policy and in the source profile’s permissions, check that the one may assume the other.',
};

function short(text: string): string {
  const clean = quoted(text).slice(1, -1);
  return clean.length > 30 ? `${clean.slice(0, 29)}…` : clean;
}
