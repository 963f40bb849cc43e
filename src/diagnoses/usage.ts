import type { Explanation, Finding } from '../model/report.ts';
import type { UsageProblem } from '../model/settings.ts';
import { entry } from './diagnosis.ts';
import { DOCS } from './shared/docs.ts';
import { quoted } from './shared/wording.ts';

/** Found before there is anything to diagnose, so no phase looks for it. */
export const usage = entry<readonly UsageProblem[]>({
  id: 'usage',
  severity: 'error',
  phases: [],
  when: 'an input has a value that cannot be used',
  exceptions: 'None: nothing is sent to AWS before every input can be used.',
  references: [DOCS.workflowSyntax],
  detect: () => undefined,
  describe,
});

/** Bad input values, all of them in one finding: nothing is asked before they are right. */
export function usageFinding(problems: readonly UsageProblem[]): Finding {
  const hasLostZero = problems.some(({ input, value }) => input === 'allowed-account-ids' && /^\d{9,11}$/.test(value));
  const change = hasLostZero ? ({ kind: 'quote-account' } as const) : undefined;
  return { id: 'usage', severity: 'error', confirmed: false, ...describe(problems), ...(change && { change }) };
}

function describe(problems: readonly UsageProblem[]): Explanation {
  const [first] = problems;
  return {
    title:
      problems.length === 1 && first !== undefined
        ? `The input ${first.input} has a value that cannot be used`
        : `${problems.length} inputs have values that cannot be used`,
    explanation: 'Nothing was sent to AWS.',
    evidence: problems.map(({ input, value }) => `${quoted(input)} is ${quoted(value)}`),
    // Inputs of one step are one change.
    fix: [`In this step, give ${problems.map(({ input, allowed }) => `${quoted(input)} ${allowed}`).join('; ')}.`],
    docs: DOCS.workflowSyntax,
  };
}

declare module '../model/evidence.ts' {
  interface DiagnosisIds {
    usage: true;
  }
}
