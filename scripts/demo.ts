import { loadScenarios } from '../testing/load.ts';
import { NODE_24 } from '../testing/nodes.ts';
import { run } from '../testing/run.ts';
import { type Case, casesOf, FAMILY_NAMES } from './demo/families.ts';
import { counted, type Outcome, showCase, table } from './demo/show.ts';

/**
 * Shows what the reader of a job sees, fault by fault, with the scenarios of the tests. Ends with status 1 where one is
 * not diagnosed as it must be.
 *
 *     npm run demo                 every fault once
 *     npm run demo -- oidc         a family
 *     npm run demo -- clock-skew   every scenario of one fault
 */
const wish = process.argv[2];
const groups = await loadScenarios();
const cases = casesOf(groups, wish);
if (cases === undefined) {
  console.error(`There is no ${String(wish)}. Families: ${FAMILY_NAMES.join(', ')}. Or the ID of a diagnosis.`);
  process.exit(2);
}

/** Another Node.js than the one that runs this, to see the bundle there. */
const node = process.env['PREFLIGHT_NODE'] ?? NODE_24;
const AT_ONCE = 2;

console.log(`The built action, run as GitHub runs it, for ${counted(cases.length, 'job')}. The STS that it asks is a simulator on
127.0.0.1, the credentials are invented, and nothing leaves this machine.
`);
const outcomes: Outcome[] = [];
const running = cases.slice(0, AT_ONCE).map(outcomeOf);
for (const [index] of cases.entries()) {
  const outcome = await running[index];
  if (outcome === undefined) break;
  const next = cases[index + AT_ONCE];
  if (next !== undefined) running.push(outcomeOf(next));
  outcomes.push(outcome);
  console.log(showCase(index + 1, outcome));
}
console.log(table(outcomes));

const wrong = outcomes.filter(({ asExpected }) => !asExpected);
for (const { one, result, found } of wrong) {
  const { verdict, diagnoses } = one.scenario.expect;
  const actual = `${result.outputs['verdict'] ?? 'nothing'} ${JSON.stringify(found)}`;
  console.error(
    `\n${one.group}, ${one.scenario.title}: expected ${verdict} ${JSON.stringify(diagnoses)}, and it is ${actual}`,
  );
  console.error(result.stderr);
}
console.log(
  wrong.length === 0
    ? `\nAll ${outcomes.length} are diagnosed as they must be.`
    : `\n${counted(wrong.length, 'job')} of ${outcomes.length} not diagnosed as expected.`,
);
console.log(
  `\nNext: npm run demo -- ${FAMILY_NAMES.join('|')}, or -- DIAGNOSIS for all its scenarios; npm run simulator for an STS of your own.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function outcomeOf(one: Case): Promise<Outcome> {
  const { result, requests } = await run(one.scenario, node);
  const { verdict, diagnoses } = one.scenario.expect;
  // The step after a failed job gives no outputs; its report holds what it said.
  const { findings } = JSON.parse(result.outputs['report'] ?? '{"findings":[]}') as { findings: { id: string }[] };
  const found = findings.map(({ id }) => id);
  const isSame = found.join() === diagnoses.join();
  return { one, result, found, requests: requests.length, asExpected: result.outputs['verdict'] === verdict && isSame };
}
