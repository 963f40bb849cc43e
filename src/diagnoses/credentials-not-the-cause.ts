import type { AfterEvidence } from '../model/after.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { clockMoved } from './shared/after.ts';
import { quoted, spell, timestamp } from './shared/wording.ts';

/** As valuable as a fault: whoever looks for the cause need not look at the credentials. */
export const credentialsNotTheCause = entry<{
  readonly checked: AfterEvidence['checked'];
  readonly renewed: boolean;
}>({
  id: 'credentials-not-the-cause',
  severity: 'notice',
  phases: ['after'],
  when: 'after a failed job: STS still accepts the same identity',
  exceptions: 'A step with `env:` of its own may have had other credentials; and a permission may still be lacking.',
  detect: ({ after }) =>
    after?.end.kind === 'accepted' ? { checked: after.checked, renewed: after.end.renewed } : undefined,
  describe: ({ checked, renewed }, { session }) => ({
    title: 'AWS still accepts the credentials: they did not make the job fail',
    explanation: 'Whatever stopped the job, the credentials were valid to its end.',
    evidence: [
      `STS accepted ${quoted(checked.arn)} at ${timestamp(checked.at)} and again at ${timestamp(session.now)}`,
      ...(renewed ? ['the session is another one than was checked, of the same identity'] : []),
      ...(session.secondsRemaining === undefined || session.secondsRemaining < 0
        ? []
        : [`the session lasts another ${spell(session.secondsRemaining)}`]),
      ...clockMoved(checked.clockMoved),
    ],
    fix: [
      'In the log of the step that failed, read its own error.',
      'If it says `AccessDenied`: the identity lacks a permission; the input `required-actions` checks that before the job begins.',
    ],
    docs: DOCS.policyEvaluation,
  }),
});

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    'credentials-not-the-cause': true;
  }
}
