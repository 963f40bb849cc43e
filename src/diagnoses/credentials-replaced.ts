import type { AfterEvidence, JobEnd } from '../model/after.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { keyOf, quoted, timestamp } from './shared/wording.ts';

type Replaced = Extract<JobEnd, { kind: 'blank' | 'replaced' }>;

/** A step between the check and the failure has set other credentials, or taken them away. */
export const credentialsReplaced = entry<{ readonly checked: AfterEvidence['checked']; readonly end: Replaced }>({
  id: 'credentials-replaced',
  severity: 'notice',
  phases: ['after'],
  when: 'after a failed job: it ended with other credentials than were checked, or with none',
  exceptions: 'Where a job changes its credentials on purpose: check them again behind that step.',
  detect({ after }) {
    const end = after?.end;
    if (after === undefined || (end?.kind !== 'blank' && end?.kind !== 'replaced')) return undefined;
    return { checked: after.checked, end };
  },
  describe({ checked, end }, evidence) {
    const blank = end.kind === 'blank';
    return {
      title: blank
        ? 'The job ended without the AWS credentials that were checked'
        : 'The job ended with other AWS credentials than were checked',
      explanation: 'A step that failed behind the change ran with what is there now, which was not checked.',
      evidence: [
        `checked at ${timestamp(checked.at)}: ${quoted(checked.arn)}`,
        blank ? emptied(end) : `now: ${whoIs(end)} (key ${quoted(keyOf(evidence))})`,
      ],
      fix: blank
        ? [
            'In the workflow, find the step that clears the variables (a clean-up, or an action’s own last step), and put it behind the last step that calls AWS.',
          ]
        : [
            'In the workflow, find the step that sets other credentials (a second `configure-aws-credentials`, or `GITHUB_ENV`), and see whether the failed step is meant to have them.',
            'If it is: run this check once more, right behind that step.',
          ],
      docs: DOCS.chain,
    };
  },
});

function emptied({ emptied: names }: Extract<JobEnd, { kind: 'blank' }>): string {
  return names.length === 0
    ? 'now: no source has any'
    : `now: ${names.map(quoted).join(', ')} ${names.length === 1 ? 'is' : 'are'} empty`;
}

function whoIs({ identity, problem }: Extract<JobEnd, { kind: 'replaced' }>): string {
  if (identity !== undefined) return quoted(identity.arn);
  return problem ?? 'credentials that could not be checked';
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'credentials-replaced': true;
  }
}
