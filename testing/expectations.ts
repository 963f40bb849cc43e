import { expect } from '@jest/globals';
import type { Report } from '../src/model/report.ts';
import { normalise } from './normalise.ts';
import type { Run } from './run.ts';
import type { Scenario } from './scenario.ts';

/** What a run showed, in the terms of what the scenario expects. */
export function seen({ result, requests, arranged }: Run, { expect: expected }: Scenario): Record<string, unknown> {
  const report = JSON.parse(result.outputs['report'] ?? '{"findings":[],"sts":{}}') as Report;
  const [first] = result.annotations;
  const outputs = { ...expected.outputs, ...arranged.outputs };
  return {
    verdict: result.outputs['verdict'],
    diagnoses: report.findings.map(({ id }) => id),
    status: result.status,
    requests: requests.length,
    confirmed: report.findings.filter(({ confirmed }) => confirmed).map(({ id }) => id),
    title: first?.properties['title'] === undefined ? undefined : normalise(first.properties['title']),
    // A long annotation leaves out some of the evidence, which the report has.
    message: [first?.message ?? '', ...(report.findings[0]?.evidence ?? []), ...(report.findings[0]?.fix ?? [])].join(
      '\n',
    ),
    types: result.annotations.map(({ type }) => type),
    outputs: Object.fromEntries(Object.keys(outputs).map((name) => [name, result.outputs[name]])),
    line: first?.properties['file'] && { file: first.properties['file'], line: Number(first.properties['line']) },
    summary: result.summary,
    absent: expected.absent?.exec(printed(result))?.[0],
  };
}

/** What a reader of the log and the summary can see. */
function printed({ stdout, summary }: Run['result']): string {
  const lines = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return `${lines.join('\n')}\n${summary}`;
}

/** What the scenario expects of it, to be compared with what was seen. */
export function wanted({ result, arranged }: Run, { expect: expected }: Scenario): Record<string, unknown> {
  const { findings } = JSON.parse(result.outputs['report'] ?? '{"findings":[]}') as Report;
  const { requests, title } = expected;
  const some = (text: readonly RegExp[] | undefined): unknown =>
    text === undefined ? expect.any(String) : expect.stringMatching(allOf(text));
  return {
    verdict: expected.verdict,
    diagnoses: [...expected.diagnoses],
    status: expected.status,
    requests: typeof requests === 'number' ? requests : within(...requests),
    confirmed: [...(expected.confirmed ?? [])],
    title: title instanceof RegExp ? expect.stringMatching(title) : (title ?? expect.anything()),
    message: some(expected.message),
    types: [...(expected.types ?? findings.map(({ severity }) => (severity === 'unknown' ? 'error' : severity)))],
    outputs: { ...expected.outputs, ...arranged.outputs },
    line: expected.line,
    summary: some(expected.summary),
    absent: undefined,
    ...(expected.diagnoses.length === 0 ? { title: undefined } : {}),
  };
}

/** One expression that holds where all of them do. */
function allOf(expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => `(?=[\\s\\S]*?(?:${source}))`).join(''));
}

function within(least: number, most: number): unknown {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (value: number) => value >= least && value <= most,
    toString: () => `from ${least} to ${most}`,
    toAsymmetricMatcher: () => `from ${least} to ${most}`,
  };
}
