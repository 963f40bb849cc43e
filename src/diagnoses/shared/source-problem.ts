import type { DiagnosisId, Severity } from '../../model/evidence.ts';
import type { SourceProblem } from '../../model/source-problem.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { subjectOfSource } from './source-place.ts';

type Problem<Kind> = Extract<SourceProblem, { kind: Kind }>;

/** What the diagnoses of a source's fault have in common: gather/ finds the fault, they only put it into words. */
export function ofSource<Kind extends SourceProblem['kind'] & DiagnosisId>(
  id: Kind,
  texts: Pick<Diagnosis<Problem<Kind>>, 'when' | 'exceptions' | 'references' | 'describe' | 'change'>,
  severity: Severity | ((problem: Problem<Kind>) => Severity) = 'error',
): Diagnosis<Problem<Kind>> {
  return {
    id,
    severity,
    ...(typeof severity === 'function' ? { otherwise: 'unknown' as const } : {}),
    phases: ['before'],
    ...texts,
    detect: ({ gathered }) => gathered.problems.find((problem): problem is Problem<Kind> => problem.kind === id),
    subject: (problem, evidence) => subjectOfSource('namedBy' in problem ? problem.namedBy : undefined, evidence),
  };
}
