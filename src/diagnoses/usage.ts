import type { Finding } from '../model/report.ts';
import type { UsageProblem } from '../model/settings.ts';
import { DOCS } from './shared/docs.ts';
import { quoted } from './shared/wording.ts';

/** Bad input values, all of them in one finding: nothing is asked before they are right. */
export function usageFinding(problems: readonly UsageProblem[]): Finding {
  const [first] = problems;
  return {
    id: 'usage',
    severity: 'error',
    confirmed: false,
    title:
      problems.length === 1 && first !== undefined
        ? `The input ${first.input} has a value that cannot be used`
        : `${problems.length} inputs have values that cannot be used`,
    explanation: 'Nothing was sent to AWS.',
    evidence: problems.map(({ input, value }) => `${quoted(input)} is ${quoted(value)}`),
    fix: problems.map(({ input, allowed }) => `In this step, give ${quoted(input)} ${allowed}.`),
    docs: DOCS.workflowSyntax,
  };
}
