import { startSimulator } from '../simulator/server.ts';
import type { Case } from './demo/case.ts';
import { CREDENTIAL_CASES, TOKEN_CASES } from './demo/credential-cases.ts';
import { runJob } from './demo/job.ts';
import { CLOCK_CASES, UNKNOWN_CASES } from './demo/service-cases.ts';
import { counted, showCase, table, type Outcome } from './demo/show.ts';

/** Shows what the reader of a job sees, fault by fault. Ends with status 1 where one is not diagnosed as it must be. */
const CASES = [...CREDENTIAL_CASES, ...TOKEN_CASES, ...CLOCK_CASES, ...UNKNOWN_CASES];

console.log(`The built action, run as GitHub runs it, for ${CASES.length} jobs. The STS that it asks is a simulator on
127.0.0.1, the credentials are invented, and nothing leaves this machine.
`);
const outcomes: Outcome[] = [];
for (const [index, one] of CASES.entries()) {
  const outcome = await outcomeOf(one);
  outcomes.push(outcome);
  console.log(showCase(index + 1, one, outcome.result));
}
console.log(table(outcomes));
const wrong = outcomes.filter(({ asExpected }) => !asExpected);
for (const { one, result } of wrong) {
  const expected = `${one.verdict} ${JSON.stringify(one.diagnoses)}`;
  const actual = `${result.outputs['verdict'] ?? 'nothing'} ${result.outputs['diagnoses'] ?? ''}`;
  console.error(`\n${one.title}: expected ${expected}, and it is ${actual}\n${result.stderr}`);
}
console.log(
  wrong.length === 0
    ? `\nAll ${outcomes.length} are diagnosed as they must be.`
    : `\n${counted(wrong.length, 'case')} of ${outcomes.length} not diagnosed as expected.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** A simulator of its own, so that no case leaves a trace in another. */
async function outcomeOf(one: Case): Promise<Outcome> {
  const simulator = await startSimulator();
  try {
    const result = await runJob(one.arrange(simulator), simulator);
    const found = JSON.parse(result.outputs['diagnoses'] ?? '[]') as string[];
    const sameFaults = found.toSorted().join() === one.diagnoses.toSorted().join();
    return { one, result, asExpected: result.outputs['verdict'] === one.verdict && sameFaults };
  } finally {
    await simulator.stop();
  }
}
