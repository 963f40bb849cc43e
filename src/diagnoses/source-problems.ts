import type { DiagnosisId, Severity } from '../model/evidence.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import type { Explanation } from '../model/report.ts';
import { entry, type CatalogueEntry, type Evidence } from './diagnosis.ts';
import { describeFile, describeProfile } from './file-problems.ts';
import { describeProcess } from './process-problems.ts';
import { subjectOfSource } from './shared/source-place.ts';
import { describeSource } from './source-unavailable.ts';

/** Faults of a source are found by gather/; here they are only put into words. */
function ofKind<Kind extends SourceProblem['kind'] & DiagnosisId>(
  id: Kind,
  texts: { when: string; exceptions: string },
  describe: (problem: Extract<SourceProblem, { kind: Kind }>, evidence: Evidence) => Explanation,
  severity: Severity | ((problem: Extract<SourceProblem, { kind: Kind }>) => Severity) = 'error',
): CatalogueEntry {
  return entry<Extract<SourceProblem, { kind: Kind }>>({
    id,
    severity,
    ...(typeof severity === 'function' ? { otherwise: 'unknown' as const } : {}),
    phases: ['before'],
    ...texts,
    detect: ({ gathered }) =>
      gathered.problems.find((problem): problem is Extract<SourceProblem, { kind: Kind }> => problem.kind === id),
    describe,
    subject: (problem, evidence) => subjectOfSource('namedBy' in problem ? problem.namedBy : undefined, evidence),
  });
}

export const profileNotFound = ofKind(
  'profile-not-found',
  {
    when: 'the named profile is in neither shared file',
    exceptions: 'A step that writes the files must run before this one.',
  },
  describeProfile,
);

export const credentialsFileInvalid = ofKind(
  'credentials-file-invalid',
  {
    when: 'a shared file cannot be read or parsed',
    exceptions:
      'Tools differ: the finding says which of them stop. Of a file that is only too large for this check nothing is known: the verdict is then `unknown`.',
  },
  describeFile,
  ({ stops }) => (stops === 'this check' ? 'unknown' : 'error'),
);

export const credentialProcessFailed = ofKind(
  'credential-process-failed',
  {
    when: '`credential_process` failed, or answered expired credentials',
    exceptions:
      'AWS tools stop at the same point, but wait for as long as the program runs: raise `timeout` where it needs more.',
  },
  describeProcess,
);

export const sourceUnavailable = ofKind(
  'source-unavailable',
  {
    when: 'a web identity file, SSO cache, container or instance endpoint is named but cannot be used',
    exceptions: 'A metadata service can be slow right after boot; run the job again.',
  },
  describeSource,
  // Where only a service was silent, nothing is known of the source.
  ({ unanswered }) => (unanswered === true ? 'unknown' : 'error'),
);
